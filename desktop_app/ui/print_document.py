"""Guidance as it stands on paper: its blocks, the numbers to ring, its sources with their days. Nothing of the person.

Ticks are not printed, nor is anything that was picked or typed. What is a button on the screen is words on paper.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QDate, QLocale

from desktop_app.core.blocks import (
    Block,
    BulletList,
    Callout,
    Checklist,
    Heading,
    Paragraph,
    TableBlock,
    plain_text,
)
from desktop_app.core.hours import OpenState
from desktop_app.core.library import Page
from desktop_app.core.links import CARDS, Link, read_link
from desktop_app.core.service import Contact, Service
from desktop_app.core.sources import Source
from desktop_app.core.span import Inline, Span
from desktop_app.ui import strings, strings_directory, strings_print
from desktop_app.ui.directory_words import hours_words, shown_line
from desktop_app.ui.help_card import shown
from desktop_app.ui.text import html

TALK = (Link("help", "emergency"), Link("help", "best"))
"""Who is named at the end of everything that is printed."""
EMPTY_BOX = ' class="unchecked"'
"""A mark of Qt's own for an item to tick off, here by hand."""
BOX = 'border="1" cellpadding="10" cellspacing="0" width="100%"'
GRID = 'border="1" cellpadding="6" cellspacing="0" width="100%"'
LINES = "border-collapse:collapse; border-style:solid; border-color:#000000; margin-top:6px; margin-bottom:12px"


@dataclass(frozen=True)
class Printed:
    """What is to be printed: a title, one sentence of `lead` or "", and blocks.

    `sources` are the ids that source marks in the blocks may name, in order; `checked` is the day of the last check.
    """

    title: str
    blocks: tuple[Block, ...]
    lead: str = ""
    sources: tuple[str, ...] = ()
    checked: dt.date | None = None


@dataclass(frozen=True)
class Known:
    """What the paper needs to know around the words: services behind links, whether they are open, and all sources."""

    services: Callable[[Link], Sequence[Service]]
    state: Callable[[Service, Contact], OpenState]
    sources: Mapping[str, Source]
    language: str


def printed_page(page: Page) -> Printed:
    """A page to read. Raises ContentError where its text is broken."""
    return Printed(page.title, page.body, page.summary, page.sources, page.checked)


def as_words(printed: Printed, known: Known) -> str:
    """All of it as plain lines, to show large and copy by hand; sources are left out."""
    lines = [printed.lead] if printed.lead else []
    for block in printed.blocks:
        cards = _cards(block)
        if cards is None:
            lines.append(plain_text((block,)))
        else:
            lines += [_in_one_line(service, known) for service in known.services(cards)]
    lines += [_in_one_line(service, known) for service in _talk(known)]
    return "\n".join(lines)


def as_html(printed: Printed, known: Known) -> str:
    """All of it as the HTML that Qt's documents read; `print_pages.py` gives it its fonts."""
    numbers = {source: str(number) for number, source in enumerate(printed.sources, 1)}
    parts = [f"<h1>{escape(printed.title)}</h1>"]
    if printed.lead:
        parts.append(f'<p class="lead">{escape(printed.lead)}</p>')
    parts += [part for block in printed.blocks for part in _block(block, numbers, known)]
    talk = [part for service in _talk(known) for part in _service(service, known)]
    if talk:
        parts += [f"<h2>{escape(strings.TALK_NOW)}</h2>", *talk, _paragraph(escape(strings.TRY_NEXT))]
    parts += _sources(printed, known)
    return "".join(parts)


def _block(block: Block, numbers: Mapping[str, str], known: Known) -> Iterator[str]:
    match block:
        case Heading():
            level = min(block.level, 3)
            yield f"<h{level}>{_inline(block.inline, numbers)}</h{level}>"
        case Paragraph():
            cards = _cards(block)
            if cards is None:
                yield _paragraph(_inline(block.inline, numbers))
            else:
                for service in known.services(cards):
                    yield from _service(service, known)
        case BulletList():
            tag = "ol" if block.ordered else "ul"
            yield f"<{tag}>{_items(block.items, numbers)}</{tag}>"
        case Checklist():
            yield f"<ul>{_items(block.items, numbers, EMPTY_BOX)}</ul>"
        case Callout():
            title = _paragraph(f"<b>{escape(block.title)}</b>") if block.title else ""
            inner = "".join(part for each in block.blocks for part in _block(each, numbers, known))
            yield f'<table {BOX} style="{LINES}"><tr><td>{title}{inner}</td></tr></table>'
        case TableBlock():
            head = "".join(f'<th align="left">{_inline(cell, numbers)}</th>' for cell in block.head)
            rows = "".join(f"<tr>{_cells(row, numbers)}</tr>" for row in block.rows)
            yield f'<table {GRID} style="{LINES}"><thead><tr>{head}</tr></thead>{rows}</table>'


def _items(items: Iterable[Inline], numbers: Mapping[str, str], kind: str = "") -> str:
    return "".join(f"<li{kind}>{_inline(item, numbers)}</li>" for item in items)


def _cells(row: Iterable[Inline], numbers: Mapping[str, str]) -> str:
    return "".join(f"<td>{_inline(cell, numbers)}</td>" for cell in row)


def _paragraph(inner: str) -> str:
    return f"<p>{inner}</p>"


def _inline(inline: Inline, numbers: Mapping[str, str]) -> str:
    return html(_on_paper(span, numbers) for span in inline)


def _on_paper(span: Span, numbers: Mapping[str, str]) -> Span:
    """A span as it stands on paper: a source mark as its number, and a link as words that say where that is."""
    if span.source:
        return span._replace(text=numbers.get(span.source, ""))
    link = read_link(span.link or "")
    if link is None:
        return span
    where = strings_print.AT_THE_END if link.scheme in ("talk", "crisis") else strings_print.IN_HANDRAIL
    return span._replace(text=where.format(words=span.text))


def _cards(block: Block) -> Link | None:
    """The link of a paragraph that stands for cards of services; None for every other block."""
    if not isinstance(block, Paragraph) or len(block.inline) != 1:
        return None
    link = read_link(block.inline[0].link or "")
    return link if link is not None and link.scheme in CARDS else None


def _talk(known: Known) -> Iterator[Service]:
    """Whom to ring, each once."""
    yield from dict.fromkeys(service for link in TALK for service in known.services(link))


def _service(service: Service, known: Known) -> Iterator[str]:
    name, *lines = map(escape, _service_lines(service, known))
    yield _paragraph("<br/>".join((f"<b>{name}</b>", *lines)))


def _in_one_line(service: Service, known: Known) -> str:
    return " ".join(f"{line.removesuffix('.')}." for line in _service_lines(service, known))


def _service_lines(service: Service, known: Known) -> Iterator[str]:
    """Its name, and how to reach it, with the day on which that was read or tried."""
    yield service.name
    line = shown_line(service)
    *first, last = (_contact(service, contact, known) for contact in service.contacts)
    yield from filter(None, (line, *first))
    words = strings_print.READ_ON_DAY if service.rung_on is None else strings_directory.RUNG
    yield f"{last} {words.format(day=_day(service.checked_on, known.language))}"


def _contact(service: Service, contact: Contact, known: Known) -> str:
    said = [strings_print.CONTACT.format(way=strings_directory.WAYS[contact.way], to=shown(contact)) + "."]
    if contact.keyword:
        said.append(strings.TEXT_THE_WORD.format(keyword=contact.keyword))
    if contact.hours is not None and known.state(service, contact).why != "old":
        said += [f"{words}." for words in hours_words(contact.hours, known.language)]
    return " ".join(said)


def _sources(printed: Printed, known: Known) -> Iterator[str]:
    if printed.sources:
        yield f"<h2>{escape(strings.SOURCES)}</h2>"
    for number, name in enumerate(printed.sources, 1):
        yield f'<p class="source">{number}. {escape(" ".join(_source(known.sources.get(name), known.language)))}</p>'
    if printed.checked is not None:
        day = _day(printed.checked, known.language)
        yield f'<p class="source">{escape(strings.CHECKED_ON.format(day=day))}</p>'


def _source(source: Source | None, language: str) -> Iterator[str]:
    if source is None:
        yield strings.SOURCE_NOT_FOUND
        return
    yield f"{source.name}."
    yield strings_print.READ_ON_DAY.format(day=_day(source.read_on, language))
    if source.show:
        yield source.address


def _day(day: dt.date, language: str) -> str:
    return QLocale(language).toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
