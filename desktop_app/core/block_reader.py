"""From the HTML that the Markdown library makes to our blocks. Loaded only when a page is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from desktop_app.core.blocks import Block, BulletList, Callout, Checklist, Heading, Paragraph, inline_text
from desktop_app.core.errors import ContentError
from desktop_app.core.links import CARDS, read_link
from desktop_app.core.span import Inline, Span
from desktop_app.core.toml_table import is_id

_DEEPEST = 12
_VOID = ("br", "hr", "img")
_SPACE = re.compile(r"[ \t\n]+")
_CHECKBOX = re.compile(r"\[[ xX]?\]")


@dataclass
class _Node:
    tag: str
    attributes: dict[str, str]
    children: list[_Node | str] = field(default_factory=list)


def read_blocks(html: str, source: str, file: str, first_line: int) -> tuple[Block, ...]:
    """The blocks of `html`. `source` is the Markdown it came from, to find lines in. Raises ContentError."""
    place = _Place(source.split("\n"), file, first_line)
    tree = _Tree(place)
    tree.feed(html)
    tree.close()
    return _Reader(place).blocks(tree.root.children, inside="")


class _Place:
    def __init__(self, lines: list[str], file: str, first_line: int) -> None:
        self._lines = lines
        self._file = file
        self._first = first_line

    def fault(self, code: str, about: str, near: str = "") -> ContentError:
        """The error, on the first line with the text `near`; without one, about the whole file."""
        words = next((part.strip() for part in near.split("\n") if part.strip()), "")[:30]
        for number, line in enumerate(self._lines, self._first):
            if words and words in line:
                return ContentError.at(code, self._file, number, about)
        return ContentError.at(code, self._file, 0, about)


class _Tree(HTMLParser):
    def __init__(self, place: _Place) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Node("", {})
        self._open = [self.root]
        self._place = place

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = _Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag in _VOID:
            return
        self._open.append(node)
        if len(self._open) > _DEEPEST:
            raise self._place.fault("nested-too-deep", tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self._open) > 1 and self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


class _Reader:
    def __init__(self, place: _Place) -> None:
        self._place = place
        self._ids: set[str] = set()

    def blocks(self, children: list[_Node | str], inside: str) -> tuple[Block, ...]:
        return tuple(self._blocks(children, inside))

    def _blocks(self, children: list[_Node | str], inside: str) -> Iterator[Block]:
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
            else:
                raise self._unsupported(child)

    def _heading(self, node: _Node) -> Heading:
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
        return Heading(int(node.tag[1]), inline, name)

    def _paragraph(self, node: _Node) -> Inline:
        self._only(node, ())
        inline = self._inline(node)
        links = {span.link for span in inline}
        if len(links) > 1:
            self._no_cards(inline)
        return inline

    def _list(self, node: _Node) -> BulletList | Checklist:
        if node.attributes.pop("start", "1") != "1":
            raise self._place.fault("list-start", _text(node).strip()[:40], _text(node))
        self._only(node, ())
        items = [self._item(child) for child in node.children if isinstance(child, _Node)]
        boxes = [_CHECKBOX.match(inline_text(item)) is not None for item in items]
        if node.tag == "ul" and any(boxes):
            return Checklist(tuple(map(self._without_box, items)))
        return BulletList(tuple(items), ordered=node.tag == "ol")

    def _item(self, node: _Node) -> Inline:
        self._only(node, ())
        children = [child for child in node.children if isinstance(child, _Node) or child.strip()]
        if len(children) == 1 and isinstance(children[0], _Node) and children[0].tag == "p":
            node = children[0]  # a list with empty lines between its items
            self._only(node, ())
        for child in node.children:
            if isinstance(child, _Node) and child.tag in ("ul", "ol"):
                raise self._place.fault("nested-too-deep", _text(child).strip()[:40], _text(child))
        inline = self._inline(node)
        if not inline:
            raise self._place.fault("list-item-empty", node.tag)
        self._no_cards(inline)
        return inline

    def _without_box(self, item: Inline) -> Inline:
        first = item[0]
        if not first.text.startswith("[ ] "):
            raise self._place.fault("checklist-shape", inline_text(item)[:40], inline_text(item))
        rest = first._replace(text=first.text.removeprefix("[ ] "))
        return (rest, *item[1:]) if rest.text else item[1:]

    def _callout(self, node: _Node, inside: str) -> Callout:
        text = _text(node)
        kind = node.attributes.get("class", "").removeprefix("admonition ")
        self._only(node, ("class",))
        if inside:
            raise self._place.fault("nested-too-deep", kind, text)
        title = ""
        children = [child for child in node.children if isinstance(child, _Node) or child.strip()]
        first = children[0] if children else ""
        if isinstance(first, _Node) and first.attributes.get("class") == "admonition-title":
            title = _SPACE.sub(" ", _text(first)).strip()
            children = children[1:]
        blocks = self.blocks(children, inside=kind)
        if not blocks:
            raise self._place.fault("callout-empty", title or kind, title or f"!!! {kind}")
        return Callout(kind, title, blocks)

    def _inline(self, node: _Node) -> Inline:
        return _tidy(list(self._spans(node, Span(""))))

    def _spans(self, node: _Node, style: Span) -> Iterator[Span]:
        for child in node.children:
            if isinstance(child, str):
                yield style._replace(text=child)
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

    def _link(self, node: _Node) -> str:
        self._only(node, ("href",))
        address = node.attributes.get("href", "")
        link = read_link(address)
        # SAFETY: no address in a text can reach the web, where a browser would remember it
        # (test_what_cannot_be_drawn_is_named_with_its_line).
        if link is None:
            raise self._place.fault("link-scheme", address, address or _text(node))
        if link.scheme not in CARDS and not _text(node).strip():
            raise self._place.fault("link-empty", address, address)
        return address

    def _no_cards(self, inline: Inline) -> None:
        for span in inline:
            link = read_link(span.link or "")
            if link is not None and link.scheme in CARDS:
                raise self._place.fault("link-not-alone", span.link or "", span.link or "")

    def _only(self, node: _Node, allowed: tuple[str, ...]) -> None:
        for name in node.attributes:
            if name not in allowed:
                raise self._place.fault("attribute-unknown", name, _text(node))

    def _unsupported(self, node: _Node) -> ContentError:
        return self._place.fault("markdown-unsupported", node.tag, _text(node) or node.attributes.get("src", ""))


def _text(node: _Node) -> str:
    return "".join(child if isinstance(child, str) else _text(child) for child in node.children)


def _tidy(spans: list[Span]) -> Inline:
    """White space as a browser would show it, neighbours of one style joined, empty ones gone (but not cards)."""
    tidy: list[Span] = []
    for span in spans:
        text = _SPACE.sub(" ", span.text)
        if text.startswith(" ") and (not tidy or tidy[-1].text.endswith(" ")):
            text = text[1:]
        if tidy and tidy[-1]._replace(text="") == span._replace(text=""):
            tidy[-1] = span._replace(text=tidy[-1].text + text)
        elif text or span.link:
            tidy.append(span._replace(text=text))
    tidy = [span for span in tidy if span.text or _is_card(span)]
    while tidy and not tidy[-1].text.rstrip(" ") and not tidy[-1].link:
        tidy.pop()
    if tidy:
        tidy[-1] = tidy[-1]._replace(text=tidy[-1].text.rstrip(" "))
    return tuple(tidy)


def _is_card(span: Span) -> bool:
    link = read_link(span.link or "")
    return link is not None and link.scheme in CARDS
