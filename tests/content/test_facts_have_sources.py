"""Every step gives its reason and its sources, and nobody is named without one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.blocks import inlines
from desktop_app.core.sources import load_sources
from tests.content.sentences import (
    RESOURCES,
    data,
    entry_files,
    name,
    page_text,
    pages,
    sheet_files,
    step_files,
    text,
    words,
)

TO_TYPE = re.compile(r"instagram\.com/hacked\b|@name\b")
"""What is typed into a phone to get an account back: no card of the directory has it."""
ADDRESS = re.compile(r"https?:|www\.|\b[\w-]+\.(?:org|com|uk|net|gov|live)\b|@\w+\.", re.IGNORECASE)

steps = pytest.mark.parametrize("path", step_files(), ids=name)
entries = pytest.mark.parametrize("path", entry_files(), ids=name)
screens = pytest.mark.parametrize("path", [*step_files(), *entry_files(), *sheet_files()], ids=name)


@steps
def test_a_step_says_why_and_names_its_sources(path: Path) -> None:
    assert words(path).why
    assert words(path).sources


@screens
def test_every_source_that_is_named_is_known(path: Path) -> None:
    assert set(words(path).sources) <= set(load_sources(RESOURCES))


@entries
def test_an_app_or_a_way_to_pay_has_the_same_sources_for_its_data_and_its_words(path: Path) -> None:
    data_file = RESOURCES / path.parent.name / f"{path.stem}.toml"
    assert words(path).sources
    assert tomllib.loads(data_file.read_text(encoding="utf-8"))["sources"] == list(words(path).sources)


def test_every_known_source_is_used() -> None:
    used = {source for path in (*step_files(), *entry_files(), *sheet_files()) for source in words(path).sources}
    used |= {source for page in pages() for source in page.sources}
    assert set(load_sources(RESOURCES)) - used == set()


@pytest.mark.parametrize("named", data("named.toml")["name"], ids=lambda named: str(named["word"]))
def test_whoever_is_named_in_a_step_is_backed_by_a_source(named: dict[str, Any]) -> None:
    word = re.compile(rf"(?<!\w){re.escape(named['word'])}(?!\w)")
    naming = [path for path in (*step_files(), *entry_files()) if word.search(text(path))]
    assert naming, "nothing names it any more"
    assert [name(path) for path in naming if not set(named["sources"]) & set(words(path).sources)] == []


def test_our_own_advice_is_called_so() -> None:
    assert load_sources(RESOURCES)["handrail"].name == "Handrail’s own advice"


@screens
def test_addresses_come_from_the_directory_only(path: Path) -> None:
    assert ADDRESS.search(TO_TYPE.sub("", text(path))) is None
    links = [span.link or "" for inline in inlines((*words(path).body, *words(path).why)) for span in inline]
    assert ADDRESS.search("\n".join(links)) is None


def test_addresses_on_pages_come_from_the_directory_only() -> None:
    assert [page.id for page in pages() if ADDRESS.search(page_text(page)) or ADDRESS.search(page.markdown)] == []
