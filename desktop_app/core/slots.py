"""Puts what is known about the picked apps and payments into a page, where its words leave room for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from desktop_app.core.blocks import Block, Paragraph
from desktop_app.core.entries import EntryWords
from desktop_app.core.links import SLOTS, Link, read_link
from desktop_app.core.words import Words

Picked = Callable[[str], Sequence[EntryWords]]
"""From a list, "apps" or "pay", to the words of what was picked of it, in the list's order."""


def fill_slots(words: Words, picked: Picked, but: Collection[str] = ()) -> Words:
    """The page with each slot replaced; an empty slot leaves nothing. Their sources join the page's.

    The slots of the lists in `but` stay as they are: there the page itself asks, and shows what was picked.
    """
    body: list[Block] = []
    sources = dict.fromkeys(words.sources)
    for block in words.body:
        slot = slot_of(block)
        if slot is None:
            body.append(block)
            continue
        listed = SLOTS[slot.scheme]
        body += [block] if listed in but else []
        for entry in picked(listed):
            section = entry.sections.get(slot.target, ())
            body += section if listed not in but else ()
            sources |= dict.fromkeys(entry.sources if section else ())
    return replace(words, body=tuple(body), sources=tuple(sources))


def slot_of(block: Block) -> Link | None:
    """The link of a paragraph that is a slot; None for everything else."""
    if not isinstance(block, Paragraph) or len(block.inline) != 1:
        return None
    link = read_link(block.inline[0].link or "")
    return link if link is not None and link.scheme in SLOTS else None
