"""What no screen says, and how what it says is set: words, figures, quotes and numbers that are out of date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.sources import load_sources
from tests.content.sentences import RESOURCES, data, entry_files, everything, name, plain, said, step_files, text

PEOPLE = "people|children|teens|boys|girls|cases|reports"
FIGURES = re.compile(rf"\d\s*%|\b\d+ (?:in|out of) \d+|\b\d[\d,.]* (?:young )?(?:{PEOPLE})\b")
ASKED_FOR = re.compile(r"send us|upload it here|(?:screenshot|save) the picture|send the picture to")
TOLD_NOT_TO = re.compile(r"send the picture to no one|\b(?:don’t|do not|never|nobody|no one)\b[^.?!:]*")
STRAIGHT = re.compile(r"""["'`´]|\.\.\.| - |--(?![a-z])""")
"""Two hyphens before a letter are how an option of the command line is typed."""


def without(line: str, allowed: Iterable[str]) -> str:
    line = plain(line)
    for phrase in allowed:
        line = line.replace(plain(phrase), "")
    return line


@pytest.mark.parametrize("word", data("forbidden.toml")["word"], ids=lambda word: str(word["phrase"]))
def test_no_screen_says_what_hurts_or_promises(word: dict[str, Any]) -> None:
    found = [
        (file, line) for file, line in everything() if said(word["phrase"], without(line, word.get("allowed_in", ())))
    ]
    assert found == [], word["reason"]


def test_no_screen_raises_its_voice() -> None:
    assert [(file, line) for file, line in everything() if "!" in line] == []


def test_no_screen_gives_numbers_of_people() -> None:
    assert [(file, line) for file, line in everything() if FIGURES.search(line)] == []


def test_quotes_and_apostrophes_are_typographic() -> None:
    assert [(file, line) for file, line in everything() if " " in line and STRAIGHT.search(line)] == []


def test_what_sources_are_called_keeps_the_rules_too() -> None:
    shown = [(source.id, source.name) for source in load_sources(RESOURCES).values()]
    for word in data("forbidden.toml")["word"]:
        found = [each for each in shown if said(word["phrase"], without(each[1], word.get("allowed_in", ())))]
        assert found == [], word["reason"]
    assert [each for each in shown if STRAIGHT.search(each[1])] == []


@pytest.mark.parametrize("old", data("old_numbers.toml")["old"], ids=lambda old: str(old["number"]))
def test_a_number_that_is_out_of_date_stands_nowhere(old: dict[str, str]) -> None:
    digits = r"[\s().-]*".join(re.findall(r"\d", old["number"]))
    number = re.compile(rf"(?<!\d)(?<!\d[ -]){digits}(?![ -]?\d)")
    files = sorted(path for ending in ("*.md", "*.toml") for path in RESOURCES.rglob(ending))
    found = [name(path) for path in files if number.search(path.read_text(encoding="utf-8"))]
    assert found == [], old["why"]


@pytest.mark.parametrize("path", [*step_files(), *entry_files()], ids=name)
def test_pictures_are_never_asked_for(path: Path) -> None:
    assert ASKED_FOR.findall(TOLD_NOT_TO.sub("", plain(text(path)))) == []


def test_no_one_is_told_to_pay_or_answer() -> None:
    wrong = re.compile(r"\b(pay|answer) (them|him|her|it)\b")
    for path in (*step_files(), *entry_files()):
        assert wrong.findall(TOLD_NOT_TO.sub("", plain(text(path)))) == [], name(path)


def test_what_asks_for_a_picture_is_found() -> None:
    for asked in ("send the picture to us", "save the picture first", "now upload it here"):
        assert ASKED_FOR.search(TOLD_NOT_TO.sub("", asked))
    for told in ("send the picture to no one", "don’t open or save the picture", "never send us a picture"):
        assert not ASKED_FOR.search(TOLD_NOT_TO.sub("", told))
