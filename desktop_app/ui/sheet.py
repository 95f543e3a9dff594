"""A sheet: a question or a closer look, laid over the page under the top bar. There are no dialogs.

A sheet is opaque, so that nothing shows behind it. Esc or its last button closes it; the page behind keeps its place.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.card import Card
from desktop_app.ui.flow import Flow
from desktop_app.ui.layers import Screen
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.text import Title, title_role
from desktop_app.ui.theme import Look

WIDEST = 700


class Sheet(Screen):
    """A card in the middle with a title, a column to fill, and a row of buttons that ends with the one that closes."""

    closed = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        parts: Iterable[QWidget],
        buttons: Iterable[QWidget] = (),
        close: str = strings.CLOSE,
        close_kind: str = "primary",
    ) -> None:
        super().__init__()
        scroll = ScrollColumn(look, widest=WIDEST, top=24, ground="sunken")
        card = Card(look, edge="control")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(28, 28, 28, 28)
        inner.setSpacing(12)
        self.title = Title(look, title, title_role(title))
        inner.addWidget(self.title)
        for part in parts:
            inner.addWidget(part)
        row = Flow(12, 12)
        for button in buttons:
            row.addWidget(button)
        self.close_button = Button(look, close, close_kind)
        self.close_button.clicked.connect(self.closed)
        row.addWidget(self.close_button)
        inner.addSpacing(8)
        inner.addLayout(row)
        scroll.column.addStretch(1)
        scroll.column.addWidget(card)
        scroll.column.addStretch(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def take_focus(self) -> None:
        """The title is read out."""
        self.title.setFocus()
