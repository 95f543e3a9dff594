"""The right words for the person who reads them: their country, their age, and something to do on every step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_app.core.blocks import Callout, Checklist, Paragraph, inline_text, inlines, plain_text
from desktop_app.core.links import Link
from desktop_app.core.plan import Plan
from desktop_app.core.words import Words
from tests.content import shown
from tests.content.sentences import data, name, step_files, text, words

NEXT = "next"
STOP = "stop"
COUNTRY = re.compile(r"-(gb|ie|us|ca|au|nz)(?=-|$)")
PLACES = {
    "GB": r"\b(?:UK|England|Scotland|Wales|Northern Ireland)\b",
    "IE": r"(?<!Northern )\b(?:Ireland|Irish)\b",
    "CA": r"\bCanad",
    "NZ": r"\bNew Zealand\b",
}
"""What only words for this country speak of. What the police of another country said may be told anywhere."""

FOR_CHILDREN = re.compile(r"\b(your parents?|teachers?|grown-?ups?|CEOP|Report Remove|for under-18s)\b", re.IGNORECASE)
FOR_ADULTS = re.compile(r"\b(StopNCII|Revenge Porn Helpline|partner)\b", re.IGNORECASE)
ASKS_THE_AGE = "fits"
"""It says why it asks, and to whoever it asks."""
ADULT = "-18"
"""In the name of words about somebody of 18 or over, in plans that have both."""

steps = pytest.mark.parametrize("path", step_files(), ids=name)


def country_of(path: Path) -> str:
    """The country that words are for; "" for any."""
    found = COUNTRY.search(path.stem)
    return found[1].upper() if found else ""


def links(screen: Words) -> list[Link]:
    return list(shown.links((*screen.body, *screen.why)))


@steps
def test_words_name_what_there_is_in_their_country(path: Path) -> None:
    country = country_of(path)
    named = [each for each in data("named.toml")["name"] if country not in each.get("countries", [country])]
    found = [each["word"] for each in named if re.search(rf"(?<!\w){re.escape(each['word'])}(?!\w)", text(path))]
    found += [place for code, place in PLACES.items() if code != country and re.search(place, text(path))]
    assert found == []
    owners = {link.target.partition("-")[0].upper() for link in links(words(path)) if link.scheme == "service"}
    assert owners <= {country, "ZZ"}


def files_of(plan: Plan) -> set[Path]:
    """All words that a plan can show, also those it takes from the plan that it is like."""
    return {shown.plan_words(plan.id).path(each) for step in plan.steps for each in step.all_words()}


def test_adults_are_sent_to_places_for_adults() -> None:
    files = {path for path in files_of(shown.plan("adult")) if path.stem != ASKS_THE_AGE}
    files |= {path for path in step_files() if ADULT in path.stem and path.parent.name == "friend"}
    assert {name(path): FOR_CHILDREN.findall(text(path)) for path in files if FOR_CHILDREN.search(text(path))} == {}


def test_children_are_sent_to_places_for_children() -> None:
    files = files_of(shown.plan("young-person"))
    files |= {path for each in ("parent", "friend") for path in files_of(shown.plan(each)) if ADULT not in path.stem}
    assert {name(path): FOR_ADULTS.findall(text(path)) for path in files if FOR_ADULTS.search(text(path))} == {}


@steps
def test_what_is_set_off_alone_can_be_drawn(path: Path) -> None:
    for block in words(path).body:
        if isinstance(block, Checklist):
            assert not [span for item in block.items for span in item if span.link or span.strong]
        if isinstance(block, Callout) and block.kind == "say":
            assert block.title
            assert not [span for inline in inlines(block.blocks) for span in inline if span.link]


@steps
def test_a_checklist_is_two_to_four_things(path: Path) -> None:
    counts = [len(block.items) for block in words(path).body if isinstance(block, Checklist)]
    assert len(counts) <= 1
    assert all(2 <= count <= 4 for count in counts)


def test_the_first_step_leads_to_safety_to_a_person_and_to_the_picture() -> None:
    first = words(next(path for path in step_files() if path.stem == STOP))
    assert {Link("crisis"), Link("talk"), Link("step", "picture")} <= set(links(first))
    assert "It is not your fault" in plain_text(first.body)
    assert "crime" in plain_text(first.body)
    assert "Esc twice" in plain_text(first.body)


@pytest.mark.parametrize("path", [path for path in step_files() if path.stem.startswith(NEXT)], ids=name)
def test_the_last_step_has_three_things_for_now_and_a_person_near_its_end(path: Path) -> None:
    last = words(path)
    assert [len(block.items) for block in last.body if isinstance(block, Checklist)] == [3]
    person, kind_word = last.body[-2:]
    assert isinstance(person, Paragraph)
    assert isinstance(kind_word, Paragraph)
    assert [span.link for span in person.inline] == ["talk:"]
    assert inline_text(kind_word.inline)
