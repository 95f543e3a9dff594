"""What is left of the directory when a file is broken: always somebody to reach, and the reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.directory import load_directory
from desktop_app.core.resources import find_resources
from tests.core.generated_plans import modest
from tests.core.small_directory import (
    ALL,
    DAY,
    EMERGENCY,
    HEADER,
    NIGHT,
    NIGHT_TIME,
    NOON,
    WORDS,
    codes,
    folder,
    ids,
)

RESOURCES = find_resources()


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ('to = "0800 1"', "to = 08001111", "toml-syntax"),
        ('to = "0800 1"', "to = 999", "key-not-text"),
        ('to = "0800 1"', 'to = "call me"', "contact-shape"),
        ('to = "0800 1"', 'to = "0"' + 'to = "1"', "toml-syntax"),
        ('to = "0800 1"', f'to = "{"1" * 25}"', "contact-shape"),
        ('way = "phone"\nto = "0800 1"', 'way = "web"\nto = "http://example.org"', "contact-shape"),
        ('way = "phone"\nto = "0800 1"', f'way = "web"\nto = "https://a.b/{"c" * 3000}"', "contact-shape"),
        ('to = "0800 1"', f'to = "0800 1"\nkeyword = "{"c" * 3000}"', "contact-shape"),
        ('way = "phone"\nto = "0800 1"', 'way = "email"\nto = "nobody"', "contact-shape"),
        ('way = "phone"\nto = "0800 1"', 'way = "fax"\nto = "0800 1"', "choice-unknown"),
        ('hours = ["Mon-Fri 10:00-16:00"]', 'hours = ["Mon-Fri 10-16"]', "hours-shape"),
        ('hours = ["Mon-Fri 10:00-16:00"]', 'hours = "sometimes"', "hours-shape"),
        ('kinds = ["crisis"]', 'kinds = ["magic"]', "choice-unknown"),
        ('kinds = ["crisis"]', "kinds = []", "key-missing"),
        ("read_on = 2026-11-24\nsources", 'access = ["smoke"]\nread_on = 2026-11-24\nsources', "choice-unknown"),
        ("read_on = 2026-11-24\nsources", 'topics = ["any"]\nread_on = 2026-11-24\nsources', "choice-unknown"),
        ("read_on = 2026-11-24\nsources", "access = 7\nread_on = 2026-11-24\nsources", "key-not-list"),
        ('kinds = ["crisis"]', 'kinds = "crisis"', "key-not-list"),
        ('confidence = "confirmed"', 'confidence = "doubtful"', "choice-unknown"),
        ("read_on = 2026-11-24\nsources", 'read_on = "today"\nsources', "key-not-date"),
        ("read_on = 2026-11-24\nsources", "age_min = 18.5\nread_on = 2026-11-24\nsources", "key-not-years"),
        ("read_on = 2026-11-24\nsources", "age_max = 900\nread_on = 2026-11-24\nsources", "key-not-years"),
        ('name = "Day line"', 'name = "Day line"\ncolour = "red"', "key-unknown"),
        ('name = "Day line"\n', "", "key-missing"),
        ('id = "gb-day"', 'id = "Day Line"', "id-shape"),
        ('id = "gb-day"', 'id = "gb-emergency"', "listed-twice"),
        ('[[service.contact]]\nway = "phone"\nto = "0800 1"', "[service.contact]", "key-not-tables"),
    ],
)
def test_a_slip_in_one_entry_leaves_the_emergency_number(tmp_path: Path, wrong: str, right: str, code: str) -> None:
    broken = DAY.replace(wrong, right)
    assert broken != DAY
    directory = load_directory(folder(tmp_path, HEADER + EMERGENCY + broken + NIGHT), "en", "GB")
    assert directory.has_file
    assert ids(directory.crisis()) == ["gb-emergency", "gb-night", "zz-list"]
    assert directory.crisis()[0].contacts[0].to == "999"
    assert ids(directory.best(NOON, adult=False)) == ["gb-night", "zz-list"]
    first = HEADER.count("\n") + EMERGENCY.count("\n") + 1
    named = [line for found, file, line in codes(directory) if found == code and file == "directory/GB.toml"]
    assert named
    assert first <= named[0] <= first + broken.count("\n")


def test_a_list_that_names_nobody_is_named_and_passed_over(tmp_path: Path) -> None:
    directory = load_directory(
        folder(tmp_path, ALL.replace('"gb-night", "gb-day"]', '"gb-nigth", "gb-day"]')), "en", "GB"
    )
    assert ids(directory.crisis()) == ["gb-emergency", "gb-day", "zz-list"]
    assert codes(directory) == [("service-unknown", "directory/GB.toml", 4)]


@pytest.mark.parametrize(
    "header", ["", "crisis = 7\nbest = [1]\n", "crisis = [\n", 'country = "FR"\ntimezone = 3\nread_on = 1\n']
)
def test_without_its_lists_the_emergency_number_still_comes_first(tmp_path: Path, header: str) -> None:
    directory = load_directory(folder(tmp_path, header + EMERGENCY + DAY + NIGHT), "en", "GB")
    assert ids(directory.crisis()) == ["gb-emergency", "gb-day", "gb-night"]
    assert set(ids(directory.best(NIGHT_TIME, adult=False))) == {"gb-day", "gb-night"}
    assert directory.problems


@pytest.mark.parametrize(
    "words", [b"", b"\xff\xfe", b"[[[", b"name = 1\n", b"\0", b"x" * 300_000, b"[gb-night]\nline = 3\n"]
)
def test_broken_words_leave_names_and_numbers(tmp_path: Path, words: bytes) -> None:
    directory = load_directory(folder(tmp_path, words=words), "en", "GB")
    assert [(row.name, row.contacts[0].to, row.crisis) for row in directory.crisis()] == [
        ("Emergency", "999", "Emergency"),
        ("Night line", "85258", "Night line"),
        ("Day line", "0800 1", "Day line"),
    ]
    assert directory.name == "GB"
    assert "en/directory/GB.toml" in {problem.file for problem in directory.problems}


def test_one_broken_entry_of_words_leaves_the_others(tmp_path: Path) -> None:
    words = WORDS.replace('line = "By day"', "line = 4")
    directory = load_directory(folder(tmp_path, words=words), "en", "GB")
    assert {service.id: service.line for service in directory.services}["gb-night"] == "By night"
    assert codes(directory) == [("key-not-text", "en/directory/GB.toml", 5)]


@pytest.mark.parametrize(
    "garbage", [b"", b"\xff\xfe\0", b"[[[[", b"service = 3\n", b"[[service]]\n", b"a" * 300_000, b"\0" * 9]
)
def test_a_broken_country_file_falls_back_to_the_world_and_says_so(tmp_path: Path, garbage: bytes) -> None:
    directory = load_directory(folder(tmp_path, data=garbage), "en", "GB")
    assert not directory.has_file
    assert directory.country == "GB"
    assert ids(directory.crisis()) == ["zz-list"]
    assert directory.problems[0].file == "directory/GB.toml"


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "directory" / "GB.toml").unlink()
    (tmp_path / "directory" / "GB.toml").mkdir()
    directory = load_directory(tmp_path, "en", "GB")
    assert codes(directory) == [("file-folder", "directory/GB.toml", 0)]
    assert ids(directory.crisis()) == ["zz-list"]


def test_when_the_worldwide_file_is_broken_the_country_still_works(tmp_path: Path) -> None:
    directory = load_directory(folder(tmp_path, world=b"[["), "en", "GB")
    assert ids(directory.crisis()) == ["gb-emergency", "gb-night", "gb-day"]
    assert directory.problems[0].file == "directory/ZZ.toml"


def test_when_everything_is_broken_there_is_an_empty_directory_and_its_reasons(tmp_path: Path) -> None:
    for directory in (
        load_directory(folder(tmp_path, b"[", b"[", b"["), "en", "GB"),
        load_directory(tmp_path / "nowhere", "en", "GB"),
        load_directory(tmp_path / "nowhere", "en", None),
    ):
        assert directory.services == ()
        assert directory.problems
        assert directory.read_on is None
        assert directory.crisis() == directory.crisis_access() == directory.best(NOON, adult=False) == ()
        assert directory.of_kind("crisis", adult=True, now=NOON) == ()


@modest
@given(st.data())
def test_damage_anywhere_never_stops_it(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    root = tmp_path_factory.mktemp("damaged")
    for place in ("directory", "en/directory"):
        shutil.copytree(RESOURCES / place, root / place)
    path = root / data.draw(st.sampled_from(["directory/GB.toml", "directory/ZZ.toml", "en/directory/GB.toml"]))
    content = path.read_bytes()
    at = data.draw(st.integers(0, len(content)))
    path.write_bytes(content[:at] + data.draw(st.binary(max_size=8)) + content[at + data.draw(st.integers(0, 40)) :])
    directory = load_directory(root, "en", "GB")
    assert directory.crisis()
    if directory.has_file and directory.get("gb-999") is not None and "gb-999" in directory.crisis_ids:
        assert directory.crisis()[0].id == "gb-999"
    directory.best(NIGHT_TIME, adult=True)
