"""What people really type leads where it should, and the file of their words leads nowhere else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from desktop_app.core.links import read_link
from desktop_app.core.resources import find_resources
from desktop_app.core.search_words import load_search_words
from tests.core.small_search import addresses, shipped_search

RESOURCES = find_resources()
QUERIES = tomllib.loads((Path(__file__).parent.parent / "data" / "queries.toml").read_text(encoding="utf-8"))["query"]
SEARCH = shipped_search()


def test_nineteen_in_twenty_queries_find_what_they_look_for_among_the_first_three() -> None:
    missed = [
        (query["typed"], addresses(found)[:3])
        for query in QUERIES
        for found in (SEARCH.find(query["typed"]),)
        if not set(addresses(found)[:3]) & set(query["want"])
    ]
    print(f"{len(QUERIES) - len(missed)} of {len(QUERIES)} queries; missed: {missed}")
    assert len(QUERIES) >= 60
    assert len(missed) <= len(QUERIES) // 20


@pytest.mark.parametrize("query", QUERIES, ids=[query["typed"] for query in QUERIES])
def test_whoever_is_in_danger_is_never_missed(query: dict[str, object]) -> None:
    if query["want"] == ["crisis:"]:
        assert addresses(SEARCH.find(str(query["typed"])))[0] == "crisis:"


def test_every_link_of_what_people_type_leads_somewhere() -> None:
    for meaning in load_search_words(RESOURCES, "en").meanings:
        for address in meaning.to:
            assert SEARCH.has(read_link(address)), address


def test_every_word_that_phrases_stand_for_is_in_a_phrase() -> None:
    words = load_search_words(RESOURCES, "en")
    used = {part for meaning in words.meanings for phrase in meaning.typed for part in phrase}
    assert {same.word for same in words.same} - used == set()
