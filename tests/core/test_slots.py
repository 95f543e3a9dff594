"""What is known about the picked apps and payments, where a page leaves room for it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop_app.core.blocks import Block, Paragraph, parse_blocks, plain_text
from desktop_app.core.entries import EntryWords
from desktop_app.core.links import Link
from desktop_app.core.slots import fill_slots, slot_of
from desktop_app.core.words import Words

PAGE = Words(
    title="A title",
    short="Short",
    sources=("page", "both"),
    body=parse_blocks("Before.\n\n[Apps](app:keep)\n\nBetween.\n\n[Payment](pay:do)\n\nAfter."),
    why=(),
)
SNAPCHAT = EntryWords({"keep": parse_blocks("Snapchat one.\n\nSnapchat two.")}, ("snapchat", "both"))
KIK = EntryWords({"keep": parse_blocks("Kik."), "block": parse_blocks("Block on Kik.")}, ("kik",))
BLOCK_ONLY = EntryWords({"block": parse_blocks("Block.")}, ("block-only",))
CARD = EntryWords({"do": parse_blocks("Card.")}, ("card",))


def said(blocks: Sequence[Block]) -> list[str]:
    return plain_text(tuple(blocks)).split("\n")


def test_an_empty_slot_leaves_nothing() -> None:
    page = fill_slots(PAGE, lambda listed: ())
    assert said(page.body) == ["Before.", "Between.", "After."]
    assert page.sources == PAGE.sources


def test_each_picked_entry_stands_where_the_slot_was_in_the_order_it_is_given() -> None:
    chosen = {"apps": [SNAPCHAT, KIK], "pay": [CARD]}
    page = fill_slots(PAGE, lambda listed: chosen[listed])
    assert said(page.body) == ["Before.", "Snapchat one.", "Snapchat two.", "Kik.", "Between.", "Card.", "After."]


def test_the_sources_of_what_is_shown_join_those_of_the_page_once() -> None:
    chosen = {"apps": [SNAPCHAT, BLOCK_ONLY], "pay": []}
    page = fill_slots(PAGE, lambda listed: chosen[listed])
    assert page.sources == ("page", "both", "snapchat")


def test_an_entry_without_that_section_leaves_nothing_there() -> None:
    chosen = {"apps": [BLOCK_ONLY], "pay": []}
    assert said(fill_slots(PAGE, lambda listed: chosen[listed]).body) == ["Before.", "Between.", "After."]


def test_where_the_page_itself_asks_the_slot_stays() -> None:
    chosen = {"apps": [SNAPCHAT], "pay": [CARD]}
    page = fill_slots(PAGE, lambda listed: chosen[listed], but=("apps",))
    assert [slot_of(block) for block in page.body if slot_of(block)] == [Link("app", "keep")]
    assert "Snapchat one." not in said(page.body)
    assert "Card." in said(page.body)
    assert page.sources == ("page", "both", "snapchat", "card")


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("[Apps](app:keep)", Link("app", "keep")),
        ("[Payment](pay:do)", Link("pay", "do")),
        ("See [the page](page:keep-words)", None),
        ("[Childline](service:gb-childline)", None),
        ("[Talk](talk:)", None),
        ("Text.", None),
    ],
)
def test_only_a_paragraph_that_is_the_link_alone_is_a_slot(text: str, slot: Link | None) -> None:
    (block,) = parse_blocks(text)
    assert isinstance(block, Paragraph)
    assert slot_of(block) == slot
