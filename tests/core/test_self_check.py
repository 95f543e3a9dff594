"""The self-test misses any one file that is gone or damaged, names it, and never falls over what it finds."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core import library, self_check, words
from desktop_app.core.blocks import parse_blocks
from desktop_app.core.resources import find_resources
from desktop_app.core.self_check import SUMS, TEXTS, check_content, folder_fault, never_rung
from desktop_app.ui.problems import SENTENCES, sentence
from tests.broken_files import GARBAGE, empty, put_a_folder_there, remove, scramble

RESOURCES = find_resources()
FILES = sorted(path.relative_to(RESOURCES).as_posix() for path in RESOURCES.rglob("*") if path.is_file())
LISTED = tuple(file for file in FILES if file.startswith(("fonts/", "icons/")) and not file.endswith(SUMS))
ONE_OF_EACH = (
    "sources/own-advice.toml",
    *("plans/young-person.toml", "en/plans/young-person/plan.md", "en/plans/young-person/stop.md"),
    *(
        "en/sheets/breath.md",
        "pages.toml",
        "en/pages/young/what-is-happening.md",
        "en/about/limits.md",
        "directory/GB.toml",
        "en/directory/GB.toml",
        "directory/ZZ.toml",
        "en/directory/ZZ.toml",
    ),
    *("fonts/AtkinsonHyperlegibleNext_400Regular.ttf", "icons/check.svg", f"icons/{SUMS}"),
    *("licences/README.md", "licences/lucide.txt"),
)


def link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(RESOURCES, tmp_path_factory.mktemp("whole") / "resources"))


@pytest.fixture(scope="module", autouse=True)
def text_is_read_once() -> Iterator[None]:
    """What did not change from one check to the next is not read again: all else would take minutes."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (library, words):
            patch.setattr(module, "parse_blocks", cache(parse_blocks))
        yield


@pytest.fixture
def content(shared: Path) -> Iterator[Path]:
    """A copy of our content that may be broken in one place; it is whole again afterwards."""
    yield shared
    for file in FILES:
        there, was = shared / file, RESOURCES / file
        if there.is_dir():
            there.rmdir()
        elif there.is_symlink():
            there.unlink()
        if not there.exists() or there.read_bytes() != was.read_bytes():
            shutil.copyfile(was, there)


def named(content: Path) -> set[str]:
    """The files that the check names; each of them with a sentence that has been written for it."""
    problems = check_content(content)
    assert {problem.code for problem in problems} <= set(SENTENCES)
    return {problem.file for problem in problems}


def test_our_own_content_is_whole() -> None:
    assert [sentence(problem) for problem in check_content(RESOURCES)] == []


@pytest.mark.parametrize("damage", [remove, scramble])
@pytest.mark.parametrize("file", sorted({*ONE_OF_EACH, *FILES[::10]} - {*LISTED}))  # all of them take most of a minute
def test_a_file_that_is_gone_or_garbage_is_named(content: Path, file: str, damage: Callable[[Path], None]) -> None:
    damage(content / file)
    if damage is remove and file.startswith("sources/"):
        # What was in it is missed by everything that names it.
        assert "source-unknown" in {problem.code for problem in check_content(content)}
    else:
        assert file in named(content)


@pytest.mark.parametrize("damage", [remove, scramble])
def test_every_one_of_those_listed_with_a_hash_is_named(content: Path, damage: Callable[[Path], None]) -> None:
    for file in LISTED:
        damage(content / file)
    assert named(content) == {*LISTED}


@pytest.mark.parametrize("damage", [empty, put_a_folder_there, link_to_itself])
@pytest.mark.parametrize("file", ONE_OF_EACH)
def test_a_file_that_is_empty_or_no_file_is_named(content: Path, file: str, damage: Callable[[Path], None]) -> None:
    damage(content / file)
    assert file in named(content)


@settings(max_examples=60, deadline=None)
@given(file=st.sampled_from(FILES), start=st.integers(0, 4000), noise=st.binary(min_size=1, max_size=40))
def test_whatever_stands_in_a_file_the_check_says_it_in_words(
    tmp_path_factory: pytest.TempPathFactory, file: str, start: int, noise: bytes
) -> None:
    content = tmp_path_factory.getbasetemp() / "noisy"
    shutil.copytree(RESOURCES, content, dirs_exist_ok=True)
    was = (RESOURCES / file).read_bytes()
    (content / file).write_bytes(was[:start] + noise + was[start + len(noise) :])
    for problem in check_content(content):
        assert problem.code in SENTENCES
        assert sentence(problem)


def test_a_part_of_a_country_is_missed_by_its_words_and_the_other_way_round(content: Path) -> None:
    path = content / "directory" / "GB.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex("[[service]]")], encoding="utf-8")
    assert "directory/GB.toml" in named(content)
    shutil.copyfile(RESOURCES / "directory" / "GB.toml", path)
    words = content / "en" / "directory" / "GB.toml"
    text = words.read_text(encoding="utf-8")
    words.write_text(text[: text.rindex("\n[")], encoding="utf-8")
    assert named(content) == {"en/directory/GB.toml"}


def test_a_country_without_services_is_named(content: Path) -> None:
    path = content / "directory" / "GB.toml"
    path.write_text('country = "GB"\nread_on = 2026-11-24\n', encoding="utf-8")
    assert "directory/GB.toml" in named(content)
    counts = never_rung(content)
    assert "GB" not in counts
    assert "ZZ" in counts


@pytest.mark.parametrize("name", ["Europe/Londn", "../../etc/passwd", "/etc/passwd", ""])
def test_a_time_zone_that_is_not_there_is_named(content: Path, name: str) -> None:
    path = content / "directory" / "GB.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('timezone = "Europe/London"', f'timezone = "{name}"', 1), encoding="utf-8")
    assert "directory/GB.toml" in named(content)


def test_without_any_time_zones_the_sentence_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(name: str) -> None:
        raise KeyError(name)

    monkeypatch.setattr(self_check, "ZoneInfo", nowhere)
    problems = check_content(RESOURCES)
    assert {problem.code for problem in problems} == {"zone-missing"}
    assert ("directory/GB.toml", "Europe/London") in {(problem.file, problem.about) for problem in problems}
    assert all("tzdata" in sentence(problem) for problem in problems)


def test_a_language_may_lack_files_and_may_not_have_broken_ones(content: Path) -> None:
    folder = content / "de" / "sheets"
    folder.mkdir(parents=True)
    shutil.copyfile(RESOURCES / "en" / "sheets" / "breath.md", folder / "breath.md")
    assert named(content) == set()
    scramble(folder / "breath.md")
    assert named(content) == {"de/sheets/breath.md"}
    shutil.rmtree(content / "de")


@pytest.mark.parametrize("folder", ["en", "directory", "plans", "fonts", "icons", "licences"])
def test_a_folder_that_is_gone_is_missed(tmp_path: Path, folder: str) -> None:
    content = Path(shutil.copytree(RESOURCES, tmp_path / "resources"))
    shutil.rmtree(content / folder)
    assert any(file.startswith(f"{folder}/") for file in named(content))
    (content / folder).write_bytes(GARBAGE)
    assert any(file.startswith(f"{folder}/") for file in named(content))


def test_an_empty_folder_misses_everything_by_name(tmp_path: Path) -> None:
    assert named(tmp_path) >= {
        *("sources", "pages.toml", "plans/young-person.toml", "directory/ZZ.toml", "licences/README.md"),
        *(f"en/{folder}/{name}.md" for folder, names in TEXTS.items() for name in names),
        *(f"{folder}/{SUMS}" for folder in ("fonts", "icons")),
    }
    assert never_rung(tmp_path) == {}


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_the_list_of_hashes_names_every_file_beside_it(folder: str) -> None:
    listed = re.findall(r"^[0-9a-f]{64}  (\S+)$", (RESOURCES / folder / SUMS).read_text(encoding="ascii"), re.M)
    assert listed == sorted(path.name for path in (RESOURCES / folder).iterdir() if path.name != SUMS)


def test_the_short_texts_are_those_in_the_folder() -> None:
    for folder, names in TEXTS.items():
        assert sorted(names) == sorted(path.stem for path in (RESOURCES / "en" / folder).iterdir())


def test_who_was_rung_is_counted(content: Path) -> None:
    before = never_rung(content)
    path = content / "directory" / "ZZ.toml"
    text = path.read_text(encoding="utf-8")
    assert before["ZZ"] == text.count("[[service]]")
    path.write_text(text.replace("sources = [", "rung_on = 2026-12-01\nsources = [", 1), encoding="utf-8")
    assert never_rung(content) == {**before, "ZZ": before["ZZ"] - 1}


def test_a_folder_that_can_be_made_is_no_fault_and_is_not_made(tmp_path: Path) -> None:
    assert folder_fault(tmp_path) == ""
    assert folder_fault(tmp_path / "one" / "two") == ""
    assert list(tmp_path.iterdir()) == []


def test_no_folder_at_all_and_a_drive_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert folder_fault(None) == "home-missing"
    monkeypatch.setattr(os.path, "lexists", lambda path: False)  # as E:\ says without a stick
    assert folder_fault(Path("E:", "handrail")) == "folder-nowhere"


def test_something_else_in_the_way_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to("loop")
    assert [folder_fault(tmp_path / name) for name in ("file", "file/below", "loop", "loop/below")] == [
        "folder-blocked"
    ] * 4


def test_a_folder_that_may_not_be_written_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # An administrator, as whom tests may run, may write everywhere.
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != tmp_path)
    assert folder_fault(tmp_path / "below") == "folder-read-only"
