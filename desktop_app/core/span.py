"""A run of text in one style: what headings, paragraphs and items are made of."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A run of text in one style. `link` is one of `links.SCHEMES`, never an address on the web.

    A source mark is a span of its own: `source` is an id of `resources/sources.toml`, and there is no text.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    source: str | None = None


Inline = tuple[Span, ...]
