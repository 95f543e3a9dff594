"""Finding and reading content files: whatever lies there instead of a page is named, and a huge file is not read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import ContentError
from desktop_app.core.resources import LARGEST_FILE, find_resources, name_of, parse_toml, read_text
from tests.core.generated_plans import modest, problem_in


def code_of(path: Path, root: Path) -> str:
    with pytest.raises(ContentError) as caught:
        read_text(path, root)
    return caught.value.problem.code


def test_the_content_is_found_beside_the_package_in_a_checkout() -> None:
    assert (find_resources() / "plans").is_dir()


def test_the_content_is_found_inside_the_package_in_a_wheel(tmp_path: Path) -> None:
    package = tmp_path / "desktop_app"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    assert find_resources(package) == package / "resources"


def test_content_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        find_resources(tmp_path / "desktop_app")
    assert caught.value.problem.code == "resources-missing"


def test_a_file_is_named_from_the_content_folder_on(tmp_path: Path) -> None:
    assert name_of(tmp_path / "en" / "plans" / "a.md", tmp_path) == "en/plans/a.md"
    assert name_of(Path("elsewhere") / "a.md", tmp_path) == "a.md"


def test_a_missing_file_and_a_folder_in_its_place_are_two_things(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    assert code_of(tmp_path / "missing.md", tmp_path) == "file-missing"
    assert code_of(tmp_path / "missing" / "missing.md", tmp_path) == "file-missing"
    assert code_of(tmp_path / "folder.md", tmp_path) == "file-folder"


def test_a_name_that_no_file_can_have_is_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    assert code_of(tmp_path / "a\x00b", tmp_path) == "file-unreadable"
    assert code_of(tmp_path / ("a" * 5000), tmp_path) == "file-unreadable"


def test_a_file_below_another_file_is_not_there_or_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("text", "utf-8")
    assert code_of(tmp_path / "page.md" / "more.md", tmp_path) in ("file-missing", "file-unreadable")


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.md"
    huge.touch()
    os.truncate(huge, 10 * 1024 * 1024)
    assert code_of(huge, tmp_path) == "file-too-big"
    huge.write_bytes(b"a" * LARGEST_FILE)
    assert len(read_text(huge, tmp_path)) == LARGEST_FILE


def test_line_ends_of_every_system_are_one(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes("\ufeffone\r\ntwo\rthree\n’".encode())
    assert read_text(page, tmp_path) == "one\ntwo\nthree\n’"


@pytest.mark.parametrize(
    ("text", "line"), [("a = ", 7), ("a = 1\nb =", 8), ("a = 1\na = 2\n\n", 8), ('a = "\nb = 1', 7), ("[a]\n[a]", 8)]
)
def test_a_mistake_in_toml_is_named_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ContentError) as caught:
        parse_toml(text, "a.toml", first_line=7)
    assert (caught.value.problem.code, caught.value.problem.line) == ("toml-syntax", line)


@modest
@given(st.one_of(st.text(), st.text(alphabet='ab=[]{}",.\n1-:#')))
def test_only_a_content_error_comes_out_of_any_toml(text: str) -> None:
    problem = problem_in(lambda: parse_toml(text, "a.toml"))
    assert problem is None or 1 <= problem.line <= text.count("\n") + 1
