"""Markdown as a list of blocks, which the window draws as native parts: headings, text, lists, call-outs and tables.

Only what can be drawn passes; all else (pictures, code, HTML, addresses on the web) is a ContentError.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain

from desktop_app.core.errors import ContentError
from desktop_app.core.resources import refuse_control_characters
from desktop_app.core.span import Inline
from desktop_app.core.table_rows import refuse_odd_tables


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 6. `## Why? {#why}` has the id "why"; without braces the id is ""."""

    level: int
    inline: Inline
    id: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Text. A paragraph that is nothing but a `help:` or `service:` link stands for cards."""

    inline: Inline


@dataclass(frozen=True)
class BulletList:
    """A list of one level, with dots, or with numbers from 1 when `ordered`."""

    items: tuple[Inline, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Checklist:
    """A list to tick off, written `- [ ] text`."""

    items: tuple[Inline, ...]


@dataclass(frozen=True)
class Callout:
    """A framed part, written `!!! note ""` or `!!! say "To a parent"` with its text indented by four spaces."""

    kind: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class TableBlock:
    """A small table: what its columns are called, and rows with a cell for each of them. Cells may be empty."""

    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]


Block = Heading | Paragraph | BulletList | Checklist | Callout | TableBlock

CALLOUTS = ("note", "say", "calm")
LONGEST_PART = 4000
"""Characters without an empty line between them. Nobody reads more, and the library's time grows with its square."""

_RAW_HTML = re.compile(r"<[A-Za-z/!?]")
_REFERENCE = re.compile(r" {0,3}\[[^\]]*\]:")
_UNDERLINE = re.compile(r"\s*(?:=+|-+)\s*")
_BRACES = re.compile(r"\{\s*[:#.][^}]*\}?")
_CALLOUT = re.compile(r"""\s*!!! ([\w-]+) "([^"]*)"\s*""")


def parse_blocks(text: str, file: str = "", first_line: int = 1, sources: Collection[str] = ()) -> tuple[Block, ...]:
    """The blocks of Markdown text. `sources` are the ids that its source marks, `[^id]`, may name.

    Raises ContentError that names `file`; the text begins there on `first_line`.
    """
    refuse_control_characters(text, file, first_line)
    length = 0
    for number, line in enumerate(text.split("\n"), first_line):
        _refuse_line(line, file, number)
        length = length + len(line) if line.strip() else 0
        if length > LONGEST_PART:
            raise ContentError.at("part-too-long", file, number, str(LONGEST_PART))
    refuse_odd_tables(text, file, first_line)

    # Inside, because nothing of this may be loaded before the first window is there.
    from markdown import Markdown
    from markdown.extensions.admonition import AdmonitionExtension
    from markdown.extensions.attr_list import AttrListExtension
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension

    from desktop_app.core.block_reader import read_blocks

    reader = Markdown(extensions=[AdmonitionExtension(), AttrListExtension(), SaneListExtension(), TableExtension()])
    # Lines with HTML are refused above. Without these two parts what looks like it stays text: "<3".
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    try:
        html = reader.convert(text)
    except RecursionError:
        raise ContentError.at("nested-too-deep", file, first_line, "Markdown") from None
    except Exception as error:
        # Whatever the library trips over is a broken page. It must not stop the program.
        raise ContentError.at("markdown-broken", file, first_line, type(error).__name__) from error
    return read_blocks(html, text, file, first_line, sources)


def plain_text(blocks: tuple[Block, ...]) -> str:
    """What a person would hear: one line for each heading, paragraph, item and call-out title."""
    return "\n".join(line for line in _lines(blocks) if line)


def inline_text(inline: Inline) -> str:
    """The text of spans without their styles."""
    return "".join(span.text for span in inline)


def inlines(blocks: tuple[Block, ...]) -> Iterator[Inline]:
    """Every run of spans in these blocks, in reading order, also inside call-outs."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.inline
            case BulletList() | Checklist():
                yield from block.items
            case Callout():
                yield from inlines(block.blocks)
            case TableBlock():
                yield from filter(None, chain(block.head, *block.rows))


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Callout):
            yield block.title
            yield from _lines(block.blocks)
        else:
            yield from map(inline_text, inlines((block,)))


def _refuse_line(line: str, file: str, number: int) -> None:
    raw = _RAW_HTML.search(line)
    if raw is not None:
        raise ContentError.at("raw-html", file, number, line[raw.start() : raw.start() + 20])
    # A row of "-" under a list item would make a heading of it; headings are written with "#" only.
    if _REFERENCE.match(line) or _UNDERLINE.fullmatch(line):
        raise ContentError.at("markdown-unsupported", file, number, line.strip()[:40])
    braces = _BRACES.search(line)
    if braces is not None and not line.startswith("#"):
        raise ContentError.at("attribute-unknown", file, number, braces.group()[:40])
    if line.lstrip().startswith("!!!"):
        callout = _CALLOUT.fullmatch(line)
        if callout is None:
            raise ContentError.at("callout-shape", file, number, line.strip()[:40])
        if callout.group(1) not in CALLOUTS:
            raise ContentError.at("callout-kind", file, number, callout.group(1))
