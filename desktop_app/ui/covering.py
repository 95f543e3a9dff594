"""Lays the cover over what is shown, takes it away when the person comes back, and lets them keep a page visible."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.layers import Layers
from desktop_app.ui.session import Session
from desktop_app.ui.theme import Look

if TYPE_CHECKING:
    from desktop_app.ui.cover import Cover
    from desktop_app.ui.keep_visible import KeepVisible

COVER = "cover"


class Covering(QObject):
    """Covers the layers of one window. `look` gives the look of now; `room` is where the strip under the bar stands."""

    def __init__(self, window: QWidget, layers: Layers, session: Session, look: Callable[[], Look]) -> None:
        super().__init__(window)
        self.room = QVBoxLayout()
        self._window = window
        self._layers = layers
        self._session = session
        self._look = look
        self._looked_elsewhere = False
        self._met = False
        self._page = ""
        self._kept = False
        self._strip: KeepVisible | None = None
        layers.changed.connect(self._follow_page)

    def is_wanted(self) -> bool:
        """Whether the page is to be covered when the person turns to another program."""
        return self._session.covers and not self._kept

    def cover(self) -> None:
        """Covers what is shown, because somebody may look who is not to see it."""
        if not self._layers.holds(COVER):
            self._layers.lay_over(COVER, self._make)

    def cover_for_now(self) -> None:
        """Covers what is shown while the person looks elsewhere."""
        self._looked_elsewhere = True
        self.cover()

    def _make(self) -> Cover:
        from desktop_app.ui.cover import Cover

        cover = Cover(self._look(), self._window)
        cover.passed.connect(lambda: self._go_on(cover))
        return cover

    def _go_on(self, cover: Cover) -> None:
        # Who came back from a cover knows by now what it is, and may rather do without.
        self._met = self._met or self._looked_elsewhere
        self._looked_elsewhere = False
        self._layers.close_top()
        cover.give_back()

    def _follow_page(self) -> None:
        if self._layers.page.name != self._page:
            self._page = self._layers.page.name
            self._kept = False
        self.show_strip()

    def show_strip(self) -> None:
        """Shows the way to keep the page visible, where a cover was met and may come again."""
        old, self._strip = self._strip, None
        if old is not None:
            old.hide()
            old.deleteLater()
        if not self._met or not self._session.covers or self._layers.top.name == COVER:
            return
        from desktop_app.ui.keep_visible import KeepVisible

        self._strip = KeepVisible(self._look(), self._kept)
        self._strip.chosen.connect(self._keep)
        self.room.addWidget(self._strip)

    def _keep(self, on: bool) -> None:
        self._kept = on
        self.show_strip()
        if self._strip is not None:
            self._strip.take_focus()
