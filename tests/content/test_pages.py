"""Every page of "Read and learn" is short, stands in its place, leads somewhere, and ends with something to do."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from desktop_app.core.blocks import BulletList, Paragraph, inlines, plain_text
from desktop_app.core.directory import load_directory
from desktop_app.core.library import AUDIENCES, Page, load_library
from desktop_app.core.library_check import library_problems
from desktop_app.core.links import CARDS, Link, read_link
from desktop_app.ui.problems import sentence
from tests.content.sentences import ENGLISH, RESOURCES, name, page_text, pages, said, sheet_files, step_files, words

FEWEST_WORDS, MOST_WORDS = 150, 600
LONGEST_TITLE = 70
LONGEST_SUMMARY = 120
"""Letters."""
FIRST_CHECK = dt.date(2026, 11, 24)
COUNTRY_OF_FORM = {"form-cybertipline": "US", "form-esafety": "AU"}
NUMBER = re.compile(r"(?<!\d)\d(?: ?\d){2,}(?!\d)")
NOT_DIALLED = re.compile(r"(?:19|20)\d\d|paragraphs? [\d.]+(?: and \d+)?|\d+ such reports")
"""Years, paragraphs of guidance, and counts."""

each_page = pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.id))


def links(page: Page) -> list[Link]:
    found = [span.link or "" for inline in inlines(page.body) for span in inline]
    return [link for address in found if (link := read_link(address)) is not None]


def test_the_library_is_whole() -> None:
    assert [sentence(problem) for problem in library_problems(RESOURCES, ("en",), "young-person")] == []
    assert [sentence(problem) for problem in load_library(RESOURCES, "en").problems] == []


def test_every_audience_has_pages_in_steps_of_ten() -> None:
    for audience in AUDIENCES:
        orders = [page.order for page in pages() if page.audience == audience]
        assert orders == list(range(10, 10 * len(orders) + 1, 10)), audience


def test_nothing_but_pages_lies_in_their_folders() -> None:
    assert sorted(path.name for path in (ENGLISH / "pages").iterdir()) == sorted(AUDIENCES)
    assert [name(path) for path in ENGLISH.glob("pages/*/*") if path.suffix != ".md"] == []


@each_page
def test_a_page_can_be_read_in_minutes(page: Page) -> None:
    assert FEWEST_WORDS <= len(plain_text(page.body).split()) <= MOST_WORDS


@each_page
def test_a_page_ends_with_something_to_do(page: Page) -> None:
    last = page.body[-1]
    assert isinstance(last, Paragraph | BulletList)
    assert [span for inline in inlines((last,)) for span in inline if span.link]


@each_page
def test_a_page_says_in_one_line_what_it_answers(page: Page) -> None:
    assert len(page.title) <= LONGEST_TITLE
    assert len(page.summary) <= LONGEST_SUMMARY
    assert page.summary.endswith((".", "?"))
    assert page.title.endswith(".") == (". " in page.title), "a full stop where there are two sentences, and only there"
    assert page.checked >= FIRST_CHECK


@each_page
def test_no_title_and_no_heading_says_the_word_that_few_know(page: Page) -> None:
    body = plain_text(tuple(block for block in page.body if not isinstance(block, Paragraph)))
    assert not said("sextortion", f"{page.title} {page.summary} {body}")


@each_page
def test_a_page_for_young_people_never_says_it_at_all(page: Page) -> None:
    if page.audience == "young":
        assert not said("sextortion", page_text(page))


@each_page
def test_numbers_to_dial_stand_on_cards_only(page: Page) -> None:
    assert NUMBER.findall(NOT_DIALLED.sub("", page_text(page))) == []


@each_page
def test_cards_are_there_for_those_who_see_them(page: Page) -> None:
    directory = load_directory(RESOURCES, "en", COUNTRY_OF_FORM.get(page.id, "GB"))
    empty = []
    for link in links(page):
        if link.scheme == "service":
            found = directory.get(link.target) is not None
        elif link.scheme == "help" and link.target != "best":
            found = all(directory.of_kind(link.target, adult) for adult in (False, True))
        else:
            continue
        if not found:
            empty.append(link)
    assert empty == []


@each_page
def test_a_page_shows_each_card_once(page: Page) -> None:
    cards = [link for link in links(page) if link.scheme in CARDS]
    assert len(set(cards)) == len(cards)


def test_links_to_pages_from_steps_and_sheets_lead_somewhere() -> None:
    known = {page.id for page in pages()}
    for path in (*step_files(), *sheet_files()):
        found = [span.link or "" for inline in inlines((*words(path).body, *words(path).why)) for span in inline]
        wanted = {link.target for address in found if (link := read_link(address)) and link.scheme == "page"}
        assert wanted <= known, name(path)
