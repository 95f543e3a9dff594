"""The HTML that the Markdown library makes, as a tree, and where in the Markdown something of it stood."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from desktop_app.core.errors import ContentError

_DEEPEST = 12
_VOID = ("br", "hr", "img")


@dataclass
class Node:
    """One element. `children` are elements and texts in their order."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    def text(self) -> str:
        """All text in it."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def elements(self) -> list[Node]:
        """The elements right in it."""
        return [child for child in self.children if isinstance(child, Node)]


class Place:
    """The Markdown that the HTML came from: `lines` of `file`, of which the first is line `first`."""

    def __init__(self, lines: list[str], file: str, first: int) -> None:
        self._lines = lines
        self._file = file
        self._first = first

    def fault(self, code: str, about: str, near: str = "") -> ContentError:
        """The error, on the first line with the text `near`; without one, about the whole file."""
        words = next((part.strip() for part in near.split("\n") if part.strip()), "")[:30]
        for number, line in enumerate(self._lines, self._first):
            if words and words in line:
                return ContentError.at(code, self._file, number, about)
        return ContentError.at(code, self._file, 0, about)


def read_tree(html: str, place: Place) -> Node:
    """The root, without a tag, of all elements. Raises ContentError ("nested-too-deep")."""
    tree = _Tree(place)
    tree.feed(html)
    tree.close()
    return tree.root


class _Tree(HTMLParser):
    def __init__(self, place: Place) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self._open = [self.root]
        self._place = place

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
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
