"""Can it be read at two in the morning, by someone who is frightened: the grade and the length of sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.blocks import plain_text
from tests.content.reading_grade import measure, syllables
from tests.content.sentences import name, page_text, pages, questions, sheet_files, step_files, text, words

HARDEST_STEP = 4
HARDEST_SHEET = 6
HARDEST_PAGES = {"young": 6, "parents": 8, "school": 10, "forms": 10}
"""For the mean of an audience's pages."""
HARDER = 1.5
"""By how much one page may be harder than the mean may be."""
LONGEST_SENTENCE = 18
AVERAGE_SENTENCE = 10
"""Words."""


@pytest.mark.parametrize("path", step_files(), ids=name)
def test_a_step_reads_at_grade_four_or_below(path: Path) -> None:
    screen = words(path)
    for part in (text(path), plain_text(screen.why)):
        assert measure(part).grade <= HARDEST_STEP


@pytest.mark.parametrize("path", sheet_files(), ids=name)
def test_a_sheet_reads_at_grade_six_or_below(path: Path) -> None:
    assert measure(text(path)).grade <= HARDEST_SHEET


@pytest.mark.parametrize("audience", HARDEST_PAGES)
def test_pages_read_as_easily_as_their_readers_need(audience: str) -> None:
    grades = {page.id: measure(page_text(page)).grade for page in pages() if page.audience == audience}
    assert sum(grades.values()) / len(grades) <= HARDEST_PAGES[audience]
    assert {page: grade for page, grade in grades.items() if grade > HARDEST_PAGES[audience] + HARDER} == {}


def test_questions_read_at_grade_four_or_below() -> None:
    assert measure(questions()).grade <= HARDEST_STEP


@pytest.mark.parametrize("path", [*step_files(), *sheet_files()], ids=name)
def test_sentences_are_short(path: Path) -> None:
    reading = measure(text(path))
    assert reading.longest <= LONGEST_SENTENCE
    assert reading.average <= AVERAGE_SENTENCE


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
    assert measure(easy).grade < HARDEST_STEP < measure(hard).grade
    assert measure(easy).grade < measure(easy.replace(". ", " and ")).grade
