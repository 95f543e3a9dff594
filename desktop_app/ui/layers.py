"""The page and what lies over it. Only the topmost is seen; what is under it keeps its place.

Every screen comes with the function that makes it, so that all of them can be made again in another look.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget


class Screen(QWidget):
    """A page or sheet as the layers know it: something that can take the focus where reading begins."""

    def take_focus(self) -> None:
        """Gives the focus to what a screen reader should read first."""
        self.setFocus()

    def go_on_from(self, before: Screen) -> None:
        """Takes over what was open and how far it was read from the same screen in another look."""

    def fill(self) -> None:
        """Adds what the first picture did not need; most screens are whole from the start."""


class Layer:
    """One screen, made at once. `name` says what it is, for the bar on top."""

    def __init__(self, name: str, make: Callable[[], Screen]) -> None:
        self.name = name
        self.make = make
        self.widget = make()


class Layers(QStackedWidget):
    """The page at the bottom and any sheets over it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._layers: list[Layer] = []

    @property
    def top(self) -> Layer:
        """What is seen."""
        return self._layers[-1]

    @property
    def page(self) -> Layer:
        """What lies under everything else."""
        return self._layers[0]

    @property
    def covered(self) -> bool:
        """Whether something lies over the page."""
        return len(self._layers) > 1

    def holds(self, name: str) -> bool:
        """Whether a screen of this name is there, seen or covered."""
        return any(layer.name == name for layer in self._layers)

    def show_page(self, name: str, make: Callable[[], Screen]) -> None:
        """Another page, with nothing over it."""
        old, self._layers = self._layers, []
        self._add(name, make)
        for layer in old:
            self._drop(layer.widget)
        self.changed.emit()

    def lay_over(self, name: str, make: Callable[[], Screen]) -> None:
        """One more screen on top."""
        self._add(name, make)
        self.changed.emit()

    def close_top(self) -> None:
        """Takes the topmost away; the page itself stays."""
        if self.covered:
            layer = self._layers.pop()
            self.setCurrentWidget(self.top.widget)
            self._drop(layer.widget)
            self.changed.emit()

    def close_down_to(self, name: str) -> None:
        """Takes away what lies over the screen of that name."""
        while self.covered and self.top.name != name:
            self.close_top()

    def make_again(self) -> None:
        """Every screen anew."""
        old = [layer.widget for layer in self._layers]
        for layer in self._layers:
            layer.widget = layer.make()
            self.addWidget(layer.widget)
        self.setCurrentWidget(self.top.widget)
        for widget in old:
            self._drop(widget)
        self.changed.emit()
        for widget, layer in zip(old, self._layers, strict=True):
            layer.widget.go_on_from(widget)

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Shows another screen. First nothing has the focus: else the bar would get it, and a screen reader would say
        "Leave now" before every title.
        """
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        super().setCurrentWidget(widget)

    def _add(self, name: str, make: Callable[[], Screen]) -> None:
        layer = Layer(name, make)
        self._layers.append(layer)
        self.addWidget(layer.widget)
        self.setCurrentWidget(layer.widget)

    def _drop(self, widget: QWidget) -> None:
        self.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
