"""The right words for the person who reads them: their country, their age, and something to do on every step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_app.core.blocks import Callout, Checklist, Paragraph, inline_text, inlines, plain_text
from desktop_app.core.links import Link, read_link
from desktop_app.core.words import Words
from tests.content.sentences import name, step_files, text, words

NEXT = "next"
STOP = "stop"

BRITISH = re.compile(
    r"\b(999|101|159|CEOP|Childline|Report Remove|Report Fraud|Revenge Porn Helpline|Galop|UK|England|Scotland|Wales)\b"
)
FOR_CHILDREN = re.compile(r"\b(parents?|teachers?|grown-?ups?|CEOP|Report Remove|for under-18s)\b", re.IGNORECASE)
FOR_ADULTS = re.compile(r"\b(StopNCII|Revenge Porn Helpline|partner)\b", re.IGNORECASE)

steps = pytest.mark.parametrize("path", step_files(), ids=name)


def links(screen: Words) -> list[Link]:
    found = [span.link or "" for inline in inlines((*screen.body, *screen.why)) for span in inline]
    return [link for address in found if (link := read_link(address)) is not None]


@steps
def test_words_without_a_country_are_true_anywhere(path: Path) -> None:
    if path.stem.endswith("-gb"):
        return
    assert BRITISH.findall(text(path)) == []
    assert [link for link in links(words(path)) if link.scheme == "service" and not link.target.startswith("zz-")] == []


@steps
def test_adults_and_children_are_sent_to_their_own_places(path: Path) -> None:
    has_adult_words = path.with_name(f"{path.stem.removesuffix('-gb')}-adult.md").exists()
    if "-adult" in path.stem:
        assert FOR_CHILDREN.findall(text(path)) == []
    elif has_adult_words:
        assert FOR_ADULTS.findall(text(path)) == []


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


def test_the_last_step_has_three_things_for_now_and_a_person_near_its_end() -> None:
    last = words(next(path for path in step_files() if path.stem == NEXT))
    assert [len(block.items) for block in last.body if isinstance(block, Checklist)] == [3]
    person, kind_word = last.body[-2:]
    assert isinstance(person, Paragraph)
    assert isinstance(kind_word, Paragraph)
    assert [span.link for span in person.inline] == ["talk:"]
    assert inline_text(kind_word.inline)
