"""From the HTML that the Markdown library makes to our blocks. Loaded only when a page is opened."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from desktop_app.core.blocks import (
    Block,
    BulletList,
    Callout,
    Checklist,
    Heading,
    Paragraph,
    TableBlock,
    inline_text,
    inlines,
)
from desktop_app.core.errors import ContentError
from desktop_app.core.links import STANDING_ALONE, read_link
from desktop_app.core.markup_tree import Node, Place, read_tree
from desktop_app.core.span import Inline, Span
from desktop_app.core.toml_table import is_id

_SPACE = re.compile(r"[ \t\n]+")
_MARK = re.compile(r"((?:(?!\[\^).)*)(\[\^[^\]\n]*\]?)?", re.DOTALL)
_CHECKBOX = re.compile(r"\[[ xX]?\]")


def read_blocks(html: str, source: str, file: str, first_line: int, marks: Collection[str] = ()) -> tuple[Block, ...]:
    """The blocks of `html`. `source`: the Markdown it came from, to find lines in; `marks`: the sources it may name.

    Raises ContentError.
    """
    place = Place(source.split("\n"), file, first_line)
    return _Reader(place, marks).blocks(read_tree(html, place).children, inside="")


class _Reader:
    def __init__(self, place: Place, marks: Collection[str]) -> None:
        self._place = place
        self._marks = marks
        self._ids: set[str] = set()

    def blocks(self, children: list[Node | str], inside: str) -> tuple[Block, ...]:
        return tuple(self._blocks(children, inside))

    def _blocks(self, children: list[Node | str], inside: str) -> Iterator[Block]:
        for child in children:
            if isinstance(child, str):
                if child.strip():
                    raise self._place.fault("markdown-unsupported", child.strip()[:40], child)
            elif re.fullmatch("h[1-6]", child.tag):
                yield self._heading(child)
            elif child.tag == "p":
                inline = self._paragraph(child)
                if inline:
                    yield Paragraph(inline)
            elif child.tag in ("ul", "ol"):
                yield self._list(child)
            elif child.tag == "div":
                yield self._callout(child, inside)
            elif child.tag == "table":
                yield self._table(child, inside)
            else:
                raise self._unsupported(child)

    def _heading(self, node: Node) -> Heading:
        self._only(node, ("id",))
        inline = self._inline(node)
        name = node.attributes.get("id", "")
        text = inline_text(inline)
        if not text or "{#" in text or "{:" in text:
            raise self._place.fault("heading-shape", text or name, text or name)
        if name and (not is_id(name) or name in self._ids):
            raise self._place.fault("heading-id", name, f"#{name}")
        self._ids.add(name)
        self._no_cards(inline)
        self._no_marks(inline)
        return Heading(int(node.tag[1]), inline, name)

    def _paragraph(self, node: Node) -> Inline:
        self._only(node, ())
        inline = self._inline(node)
        links = {span.link for span in inline}
        if len(links) > 1:
            self._no_cards(inline)
        return inline

    def _list(self, node: Node) -> BulletList | Checklist:
        if node.attributes.pop("start", "1") != "1":
            raise self._place.fault("list-start", node.text().strip()[:40], node.text())
        self._only(node, ())
        items = [self._item(child) for child in node.children if isinstance(child, Node)]
        boxes = [_CHECKBOX.match(inline_text(item)) is not None for item in items]
        if node.tag == "ul" and any(boxes):
            return Checklist(tuple(map(self._without_box, items)))
        return BulletList(tuple(items), ordered=node.tag == "ol")

    def _item(self, node: Node) -> Inline:
        self._only(node, ())
        children = [child for child in node.children if isinstance(child, Node) or child.strip()]
        if len(children) == 1 and isinstance(children[0], Node) and children[0].tag == "p":
            node = children[0]  # a list with empty lines between its items
            self._only(node, ())
        for child in node.children:
            if isinstance(child, Node) and child.tag in ("ul", "ol"):
                raise self._place.fault("nested-too-deep", child.text().strip()[:40], child.text())
        inline = self._inline(node)
        if not inline:
            raise self._place.fault("list-item-empty", node.tag)
        self._no_cards(inline)
        return inline

    def _without_box(self, item: Inline) -> Inline:
        self._no_marks(item)
        first = item[0]
        if not first.text.startswith("[ ] "):
            raise self._place.fault("checklist-shape", inline_text(item)[:40], inline_text(item))
        rest = first._replace(text=first.text.removeprefix("[ ] "))
        return (rest, *item[1:]) if rest.text else item[1:]

    def _callout(self, node: Node, inside: str) -> Callout:
        text = node.text()
        kind = node.attributes.get("class", "").removeprefix("admonition ")
        self._only(node, ("class",))
        if inside:
            raise self._place.fault("nested-too-deep", kind, text)
        title = ""
        children = [child for child in node.children if isinstance(child, Node) or child.strip()]
        first = children[0] if children else ""
        if isinstance(first, Node) and first.attributes.get("class") == "admonition-title":
            title = _SPACE.sub(" ", first.text()).strip()
            children = children[1:]
        blocks = self.blocks(children, inside=kind)
        if not blocks:
            raise self._place.fault("callout-empty", title or kind, title or f"!!! {kind}")
        if kind == "say":
            for inline in inlines(blocks):
                self._no_marks(inline)
        return Callout(kind, title, blocks)

    def _table(self, node: Node, inside: str) -> TableBlock:
        if inside:
            raise self._place.fault("nested-too-deep", inside, f"!!! {inside}")
        head, *rows = (self._row(row) for part in node.elements() for row in part.elements())
        if not all(head):
            raise self._place.fault("table-shape", inline_text(head[0]) if head[0] else "|", "|")
        return TableBlock(head, tuple(rows))

    def _row(self, node: Node) -> tuple[Inline, ...]:
        cells = tuple(self._inline(cell) for cell in node.elements())
        for cell in cells:
            self._no_cards(cell)
        return cells

    def _inline(self, node: Node) -> Inline:
        inline = _tidy(list(self._spans(node, Span(""))))
        if inline and inline[0].source:
            self._no_marks(inline)
        return inline

    def _spans(self, node: Node, style: Span) -> Iterator[Span]:
        for child in node.children:
            if isinstance(child, str):
                yield from self._marked(child, style)
            elif child.tag == "br":
                yield style._replace(text=" ")
            elif child.tag == "strong":
                self._only(child, ())
                yield from self._spans(child, style._replace(strong=True))
            elif child.tag == "em":
                self._only(child, ())
                yield from self._spans(child, style._replace(emphasis=True))
            elif child.tag == "a":
                link = self._link(child)
                yield style._replace(link=link)  # cards may have no words of their own
                yield from self._spans(child, style._replace(link=link))
            else:
                raise self._unsupported(child)

    def _link(self, node: Node) -> str:
        self._only(node, ("href",))
        address = node.attributes.get("href", "")
        link = read_link(address)
        # SAFETY: no address in a text can reach the web, where a browser would remember it
        # (test_what_cannot_be_drawn_is_named_with_its_line).
        if link is None:
            raise self._place.fault("link-scheme", address, address or node.text())
        if link.scheme not in STANDING_ALONE and not node.text().strip():
            raise self._place.fault("link-empty", address, address)
        return address

    def _marked(self, text: str, style: Span) -> Iterator[Span]:
        """Text with its source marks, which mean nothing to the Markdown library, as spans of their own."""
        for words, mark in _MARK.findall(text):
            yield style._replace(text=words)
            if mark:
                yield self._mark(mark, style)

    def _mark(self, mark: str, style: Span) -> Span:
        source = mark.removeprefix("[^").removesuffix("]")
        if style.link:
            raise self._place.fault("mark-place", mark, mark)
        if not is_id(source) or not mark.endswith("]"):
            raise self._place.fault("mark-shape", mark, mark)
        if source not in self._marks:
            raise self._place.fault("mark-unlisted", source, mark)
        return Span("", source=source)

    def _no_marks(self, inline: Inline) -> None:
        for span in inline:
            if span.source:
                mark = f"[^{span.source}]"
                raise self._place.fault("mark-place", mark, mark)

    def _no_cards(self, inline: Inline) -> None:
        for span in inline:
            link = read_link(span.link or "")
            if link is not None and link.scheme in STANDING_ALONE:
                raise self._place.fault("link-not-alone", span.link or "", span.link or "")

    def _only(self, node: Node, allowed: tuple[str, ...]) -> None:
        for name in node.attributes:
            if name not in allowed:
                raise self._place.fault("attribute-unknown", name, node.text())

    def _unsupported(self, node: Node) -> ContentError:
        return self._place.fault("markdown-unsupported", node.tag, node.text() or node.attributes.get("src", ""))


def _tidy(spans: list[Span]) -> Inline:
    """White space as a browser would show it, neighbours of one style joined, empty ones gone (but cards and marks).

    A source mark stands right after the word before it.
    """
    tidy: list[Span] = []
    for span in spans:
        text = _SPACE.sub(" ", span.text)
        if span.source and tidy:
            tidy[-1] = tidy[-1]._replace(text=tidy[-1].text.rstrip(" "))
        if text.startswith(" ") and (not tidy or tidy[-1].text.endswith(" ")):
            text = text[1:]
        if tidy and not span.source and tidy[-1]._replace(text="") == span._replace(text=""):
            tidy[-1] = span._replace(text=tidy[-1].text + text)
        elif text or span.link or span.source:
            tidy.append(span._replace(text=text))
    tidy = [span for span in tidy if span.text or span.source or _is_card(span)]
    while tidy and not tidy[-1].text.rstrip(" ") and not tidy[-1].link and not tidy[-1].source:
        tidy.pop()
    if tidy:
        tidy[-1] = tidy[-1]._replace(text=tidy[-1].text.rstrip(" "))
    return tuple(tidy)


def _is_card(span: Span) -> bool:
    link = read_link(span.link or "")
    return link is not None and link.scheme in STANDING_ALONE
