"""Can it be read at two in the morning, by someone who is frightened: the grade and the length of sentences."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from statistics import mean

import pytest

from desktop_app.core.blocks import plain_text
from desktop_app.core.directory_file import read_country
from tests.content.reading_grade import EASY, measure, syllables, textstat_grade, without_names
from tests.content.sentences import (
    RESOURCES,
    data,
    entry_files,
    name,
    page_text,
    pages,
    questions,
    sheet_files,
    step_files,
    text,
    words,
)
from tests.content.shown import PLANS, entries

HARDEST_STEPS = {"young-person": 4, "adult": 4, "friend": 4, "parent": 8, "school": 10}
HARDEST_ENTRY = 4
HARDEST_SHEET = 6
HARDEST_PAGES = {"young": 6, "parents": 8, "school": 10, "forms": 10}
"""For the mean of an audience's pages."""
HARDER = 1.5
"""By how much one page may be harder than the mean may be."""
LONGEST_SENTENCE = 18
AVERAGE_SENTENCE = 10
"""Words."""


@cache
def names() -> frozenset[str]:
    """What services, apps and ways to pay are called."""
    found = {entry.name for listed in ("apps", "pay") for entry in entries(listed)}
    found |= {word["word"] for word in data("named.toml")["name"] if word["word"][0].isupper()}
    for path in (RESOURCES / "directory").glob("*.toml"):
        found |= {service.name for service in read_country(path, RESOURCES).services if service.name[0].isupper()}
    return frozenset(found)


def grade(of: str) -> float:
    return measure(without_names(of, names())).grade


@pytest.mark.parametrize("path", step_files(), ids=name)
def test_a_step_is_as_easy_as_its_reader_needs(path: Path) -> None:
    screen = words(path)
    for part in (text(path), plain_text(screen.why)):
        assert grade(part) <= HARDEST_STEPS[path.parent.name]


@pytest.mark.parametrize("path", entry_files(), ids=name)
def test_what_is_said_of_an_app_or_a_payment_is_as_easy_as_the_step_it_stands_in(path: Path) -> None:
    assert grade(text(path)) <= HARDEST_ENTRY


@pytest.mark.parametrize("path", sheet_files(), ids=name)
def test_a_sheet_reads_at_grade_six_or_below(path: Path) -> None:
    assert measure(text(path)).grade <= HARDEST_SHEET


@pytest.mark.parametrize("audience", HARDEST_PAGES)
def test_pages_read_as_easily_as_their_readers_need(audience: str) -> None:
    grades = {page.id: measure(page_text(page)).grade for page in pages() if page.audience == audience}
    assert mean(grades.values()) <= HARDEST_PAGES[audience]
    assert {page: found for page, found in grades.items() if found > HARDEST_PAGES[audience] + HARDER} == {}


def test_textstat_finds_the_same() -> None:
    limits: dict[str, float] = {**HARDEST_STEPS, **HARDEST_PAGES}
    texts: dict[str, list[str]] = {key: [] for key in limits}
    for path in step_files():
        texts[path.parent.name].append(text(path))
    for page in pages():
        texts[page.audience].append(page_text(page))
    for key, limit in limits.items():
        grades = [textstat_grade(each) for each in texts[key]]
        print(f"{key}: {len(grades)} texts, mean grade {mean(grades):.1f}, hardest {max(grades):.1f}; at most {limit}")
        assert mean(grades) <= limit
        assert max(grades) <= limit + HARDER


def test_every_plan_has_its_grade() -> None:
    assert set(PLANS) == set(HARDEST_STEPS)


def test_questions_read_at_grade_four_or_below() -> None:
    assert measure(questions()).grade <= HARDEST_ENTRY


@pytest.mark.parametrize("path", [*step_files(), *entry_files(), *sheet_files()], ids=name)
def test_sentences_are_short(path: Path) -> None:
    reading = measure(without_names(text(path), names()))
    assert reading.longest <= LONGEST_SENTENCE
    assert reading.average <= AVERAGE_SENTENCE


def test_a_name_is_one_easy_word() -> None:
    said = "Report it to the Revenge Porn Helpline, to CEOP or on Instagram."
    assert without_names(said, names()) == f"Report it to the {EASY}, to {EASY} or on {EASY}."


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("pay", 1), ("send", 1), ("blame", 1), ("asked", 1), ("wanted", 2), ("scared", 1), ("names", 1),
        ("pages", 2), ("picture", 2), ("little", 2), ("table", 2), ("police", 2), ("paying", 2), ("going", 2),
        ("being", 2), ("don’t", 1), ("can’t", 1), ("doesn’t", 2), ("didn’t", 2), ("they’re", 1), ("deadline", 2),
        ("someone", 2), ("telephone", 3), ("emergency", 4), ("blackmailing", 3), ("account", 2), ("fingerprint", 3),
        ("confidential", 4), ("country", 2), ("Childline’s", 2), ("999", 3), ("18", 2),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_hard_words_and_long_sentences_raise_the_grade() -> None:
    easy = "Pay no more. Tell one person. You can do this step by step."
    hard = "Notwithstanding any remuneration already transferred, immediately discontinue additional communication."
    assert measure(easy).grade < HARDEST_ENTRY < measure(hard).grade
    assert measure(easy).grade < measure(easy.replace(". ", " and ")).grade
