"""Guidance as native parts: one label a heading, paragraph or item, so that a screen reader meets each as what it is.

Draws the blocks of `core/blocks.py`. It knows no page: where a link leads and which cards stand for it is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.blocks import (
    Block,
    BulletList,
    Callout,
    Checklist,
    Heading,
    Paragraph,
    TableBlock,
    inline_text,
    plain_text,
)
from desktop_app.core.links import STANDING_ALONE, Link, read_link
from desktop_app.core.span import Inline
from desktop_app.ui.buttons import Button
from desktop_app.ui.callout import SayBox, note_box
from desktop_app.ui.checklist import CheckCard
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.flow import Flow
from desktop_app.ui.heading import HeadingText
from desktop_app.ui.item_layout import held, wrapping
from desktop_app.ui.table_block import TableCard
from desktop_app.ui.text import Text, at_start, capped
from desktop_app.ui.theme import Look

BODY_WIDTH = 520
LEAD_WIDTH = 550


@dataclass(frozen=True)
class Reader:
    """What drawing needs from its page: where links go, which widgets stand for cards, and what is ticked."""

    follow: Callable[[Link], None]
    cards: Callable[[Link], Iterable[QWidget]]
    ticked: frozenset[str]
    tick: Callable[[str, bool], None]
    show_large: Callable[[str, str], None]
    change_words: Callable[[str, str], None]
    changed: Mapping[str, str]
    """From words to say as they are written to what the person made of them."""
    clipboard: Clipboard


class Article(QWidget):
    """A column of blocks. With `lead` the first paragraph is set larger.

    `sources` are the ids that source marks in the blocks may name: the first one is number 1.
    """

    def __init__(
        self,
        look: Look,
        blocks: Iterable[Block],
        reader: Reader,
        lead: bool = True,
        token: str = "ink",
        sources: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._look = look
        self._reader = reader
        self._token = token
        self._numbers = {source: str(number) for number, source in enumerate(sources, 1)}
        self._says = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for place, block in enumerate(blocks):
            self._add(block, lead=lead and place == 0)

    def add(self, blocks: Iterable[Block]) -> None:
        """More blocks, at the end."""
        for block in blocks:
            self._add(block)

    def _add(self, block: Block, lead: bool = False) -> None:
        match block:
            case Heading():
                if self._column.count():
                    self._column.addSpacing(10)
                self._column.addWidget(HeadingText(self._look, inline_text(block.inline), block.level))
            case Paragraph():
                self._paragraph(block.inline, lead)
            case BulletList():
                for number, item in enumerate(block.items, 1):
                    self._item(item, f"{number}." if block.ordered else "•")
            case Checklist():
                card = CheckCard(self._look, [inline_text(item) for item in block.items], self._reader.ticked)
                card.ticked.connect(self._reader.tick)
                self._column.addWidget(card)
            case Callout(kind="say"):
                written = plain_text(block.blocks)
                words = self._reader.changed.get(written, written)
                box = SayBox(self._look, block.title, words, self._reader.clipboard, self._says == 0)
                self._says += 1
                box.large_pressed.connect(lambda: self._reader.show_large(block.title, words))
                box.change_pressed.connect(lambda: self._reader.change_words(block.title, written))
                self._column.addWidget(box)
            case Callout():
                self._column.addWidget(note_box(self._look, block, self._words))
            case TableBlock():
                table = TableCard(self._look, block, lambda cell: self._words(cell, "body", self._token))
                self._column.addLayout(capped(table, self._look.px(LEAD_WIDTH)))

    def _paragraph(self, inline: Inline, lead: bool) -> None:
        alone = read_link(inline[0].link or "") if len(inline) == 1 else None
        if alone is not None and alone.scheme in STANDING_ALONE:
            for card in self._reader.cards(alone):
                self._column.addWidget(card)
        elif alone is not None:
            button = Button(self._look, inline_text(inline), "secondary", after="arrow-right")
            button.setSizePolicy(wrapping(QSizePolicy.Policy.Maximum))
            button.clicked.connect(lambda: self._reader.follow(alone))
            self._column.addLayout(at_start(button))
        else:
            words = self._words(inline, "lead" if lead else "body", self._token)
            self._column.addLayout(capped(words, self._look.px(LEAD_WIDTH if lead else BODY_WIDTH)))

    def _words(self, inline: Inline, role: str, token: str) -> QWidget:
        """The words, and after them a button for each link in them; a link at their end is the button alone."""
        links = [span for span in inline if span.link]
        if not links:
            return Text(self._look, self._numbered(inline), role, token)
        flow = Flow(8, 0)
        plain = inline[:-1] if inline[-1].link else inline
        if plain:
            flow.addWidget(Text(self._look, self._numbered(plain), role, token))
        for span in links:
            button = Button(self._look, span.text, "link")
            button.setAccessibleDescription(inline_text(plain))
            button.clicked.connect(lambda _=False, span=span: self._follow(span.link))
            flow.addWidget(button)
        return held(flow)

    def _numbered(self, inline: Inline) -> Inline:
        """The spans with each source mark as its number."""
        return tuple(span._replace(text=self._numbers[span.source]) if span.source else span for span in inline)

    def _follow(self, address: str) -> None:
        link = read_link(address)
        if link is not None:
            self._reader.follow(link)

    def _item(self, item: Inline, mark: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        dot = Text(self._look, mark, "body", self._token, wrap=False)
        dot.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words(item, "body", self._token), 1)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(capped(holder, self._look.px(BODY_WIDTH)))


class Quoted(QWidget):
    """Something set beside a soft line: the reasons under "Why?"."""

    def __init__(self, look: Look, inner: QWidget) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(19, 0, 19, 0)
        column.addWidget(inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line at the start of reading."""
        painter = QPainter(self)
        at = 0 if self.isLeftToRight() else self.width() - 3
        painter.fillRect(at, 0, 3, self.height(), self._look.color("soft_line"))
