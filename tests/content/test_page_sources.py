"""No number, date, law or named service stands on a page without a source in the same paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from desktop_app.core.blocks import Block, BulletList, Callout, Checklist, Paragraph, TableBlock, inline_text, inlines
from desktop_app.core.directory_file import read_country
from desktop_app.core.library import Page
from desktop_app.core.links import CARDS, read_link
from desktop_app.core.span import Inline
from tests.content.sentences import RESOURCES, data, pages

LAW = re.compile(r"\b(laws?|legal(?:ly)?|illegal|Acts?|offences?|statutory|prosecut\w*|convicted)\b")
NO_FACT = re.compile(r"not legal advice|Laws differ from place to place")
NOBODY = ("Police", "Emergency services", "Ambulance", "Fire")
"""What directories call somebody who has no name of their own."""
APPS: tuple[str, ...] = (
    "Instagram",
    "Snapchat",
    "TikTok",
    "WhatsApp",
    "Telegram",
    "Discord",
    "Roblox",
    "Facebook",
    "Google",
    "Apple",
)
APPS += ("Meta", "Microsoft", "YouTube", "Reddit", "Wizz", "Xbox", "PlayStation", "Messenger")
AUTHORITIES = ("FBI", "NCMEC", "eSafety", "Europol", "Interpol", "Thorn", "NSPCC", "Netsafe", "CyberTipline", "Ofcom")

each_page = pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.id))


def named() -> re.Pattern[str]:
    """Everybody who is in a directory, is named in a step, or is an app or authority."""
    found = {word["word"] for word in data("named.toml")["name"]}
    for path in (RESOURCES / "directory").glob("*.toml"):
        found |= {service.name for service in read_country(path, RESOURCES).services}
    found -= {*NOBODY}
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted({*found, *APPS, *AUTHORITIES})))


NAMED = named()


def parts(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    """What a mark speaks for: a paragraph, an item, a row of a table. Words to say to somebody are nobody's facts."""
    for block in blocks:
        match block:
            case Paragraph():
                yield (block.inline,)
            case BulletList() | Checklist():
                yield from ((item,) for item in block.items)
            case TableBlock():
                yield from block.rows
            case Callout() if block.kind != "say":
                yield from parts(block.blocks)


def is_card(part: tuple[Inline, ...]) -> bool:
    """A card says itself where it comes from."""
    links = [read_link(span.link or "") for inline in part for span in inline]
    return all(link is not None and link.scheme in CARDS for link in links)


@each_page
def test_a_number_a_date_a_law_or_a_name_has_its_source_in_its_paragraph(page: Page) -> None:
    bare = []
    for part in parts(page.body):
        text = NO_FACT.sub("", " ".join(map(inline_text, part)))
        marked = any(span.source for inline in part for span in inline)
        if not marked and not is_card(part) and (re.search(r"\d", text) or LAW.search(text) or NAMED.search(text)):
            bare.append(text)
    assert bare == []


@each_page
def test_sources_stand_in_the_order_of_their_marks(page: Page) -> None:
    used = dict.fromkeys(span.source for inline in inlines(page.body) for span in inline if span.source)
    assert list(page.sources) == list(used)


@each_page
def test_every_page_has_a_source(page: Page) -> None:
    assert page.sources


@pytest.mark.parametrize(
    "text",
    ["In 2024 it was so.", "Childline listens.", "It is against the law.", "Snapchat says so.", "The FBI says so."],
)
def test_what_needs_a_source_is_found(text: str) -> None:
    assert re.search(r"\d", text) or LAW.search(text) or NAMED.search(text)
