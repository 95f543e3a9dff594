"""The line on a sheet that says how far something is that takes a while."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


class Said(Text):
    """What is said now. A screen reader hears of it, and the keyboard never stands on a button that went."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", "body-strong")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()

    def tell(self, words: str, going: Iterable[QWidget] = ()) -> None:
        """Says `words`, "" for nothing. `going` are buttons that are taken away next."""
        going = tuple(going)
        focused = QApplication.focusWidget()
        if words == self.accessibleName() and focused not in going:
            return
        self.say(words)
        self.setVisible(bool(words))
        if not words or not self.isVisible():
            return
        if focused in going:
            self.setFocus()
        else:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        QTimer.singleShot(0, self, self._come_into_view)

    def _come_into_view(self) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, ScrollColumn):
            parent = parent.parentWidget()
        if parent is not None:
            parent.ensureWidgetVisible(self)
