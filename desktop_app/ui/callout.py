"""Framed parts of guidance: a note, and words to say, which can be shown large, copied or read out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.blocks import Callout, inlines
from desktop_app.core.span import Inline
from desktop_app.ui import strings, strings_plan
from desktop_app.ui.buttons import Button
from desktop_app.ui.card import Card
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.copy_button import CopyButton
from desktop_app.ui.flow import Flow
from desktop_app.ui.picture import Picture
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


class SayBox(QWidget):
    """Words to say to somebody, folded unless `unfolded`. Announces the wish to see them large or to change them."""

    large_pressed = Signal()
    change_pressed = Signal()

    def __init__(self, look: Look, title: str, words: str, clipboard: Clipboard, unfolded: bool) -> None:
        super().__init__()
        self._look = look
        self._inner = inner = QWidget()
        self._title = Button(look, title, "quiet-start", before="chevron-right")
        self._title.clicked.connect(lambda: self.unfold(inner.isHidden()))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        for line in words.split("\n"):
            column.addWidget(Text(look, line, "body"))
        row = Flow(8, 8)
        large = Button(look, strings.SHOW_LARGE, "compact", before="eye")
        large.setAccessibleName(f"{strings.SHOW_LARGE}: {title}")
        large.clicked.connect(self.large_pressed)
        row.addWidget(large)
        row.addWidget(CopyButton(look, clipboard, words, f"{strings.COPY_WORDS}: {title}", strings.COPY_WORDS))
        change = Button(look, strings_plan.CHANGE_WORDS, "compact", before="pencil")
        change.setAccessibleName(f"{strings_plan.CHANGE_WORDS}: {title}")
        change.clicked.connect(self.change_pressed)
        row.addWidget(change)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 4, 20, 4)
        outer.setSpacing(0)
        outer.addWidget(self._title)
        outer.addWidget(inner)
        self.unfold(unfolded)

    def unfold(self, yes: bool) -> None:
        """Shows the words or folds them away, and says which to a screen reader."""
        self._inner.setVisible(yes)
        self._title.say(self._title.words(), before="chevron-down" if yes else "chevron-right")
        self._title.setAccessibleDescription(strings.UNFOLDED if yes else strings.FOLDED)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the soft ground and the line at the start of reading."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("soft"))
        at = 0 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - 4
        painter.fillRect(at, 0, 4, self.height(), self._look.color("accent"))


def note_box(look: Look, callout: Callout, words: Callable[[Inline, str, str], QWidget]) -> Card:
    """A note: amber with an icon, or soft for a calm one. `words` draws spans, a role and a colour token."""
    calm = callout.kind == "calm"
    card = Card(look, "soft" if calm else "note", "soft_line" if calm else "note_line", radius=12)
    row = QHBoxLayout(card)
    row.setContentsMargins(16, 12, 16, 12)
    row.setSpacing(12)
    ink = "ink" if calm else "note_ink"
    row.addWidget(Picture(look, "wind" if calm else "info", ink), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(4)
    if callout.title:
        column.addWidget(Text(look, callout.title, "label", ink))
    for inline in inlines(callout.blocks):
        column.addWidget(words(inline, "small" if not calm else "body", ink))
    row.addLayout(column, 1)
    return card
