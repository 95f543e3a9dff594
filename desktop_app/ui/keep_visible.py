"""The strip under the bar that lets a person read on while they use another program. Seen once a cover was met."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.flow import Flow
from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.page import paint
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


class KeepVisible(QFrame):
    """Announces whether the page is to stay visible. `kept` is whether it does now."""

    chosen = Signal(bool)

    def __init__(self, look: Look, kept: bool) -> None:
        super().__init__()
        paint(self, look, "sunken")
        flow = Flow(16, 4)
        flow.setContentsMargins(24, 6, 24, 6)
        flow.addWidget(Text(look, strings.PAGE_STAYS if kept else strings.PAGE_WAS_COVERED, "small", "ink2"))
        self._change = Button(look, strings.COVER_AGAIN if kept else strings.KEEP_VISIBLE, "link")
        self._change.clicked.connect(lambda: self.chosen.emit(not kept))
        flow.addWidget(self._change)
        self.setLayout(flow)
        self.setSizePolicy(wrapping())

    def take_focus(self) -> None:
        """The choice has the keyboard, also where it was just made and says something else now."""
        self._change.setFocus()
