"""The small row over a page: for whom it is, all pages where they are not beside it, back, forward, find and print."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui import strings, strings_print
from desktop_app.ui.buttons import Button
from desktop_app.ui.flow import Flow
from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


class ReaderBar(QWidget):
    """Announces what was pressed. What leads nowhere now is not there."""

    all_pressed = Signal()
    back_pressed = Signal()
    forward_pressed = Signal()
    find_pressed = Signal()
    print_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._all = Button(look, strings.ALL_PAGES, "quiet", before="book-open")
        self._back = Button(look, strings.PAGE_BACK, "quiet", before="arrow-left")
        self._forward = Button(look, strings.PAGE_FORWARD, "quiet", after="arrow-right")
        self._find = Button(look, strings.FIND, "quiet", before="search")
        self._print = Button(look, strings_print.PRINT, "quiet", before="printer")
        self.buttons = (self._all, self._back, self._forward, self._find, self._print)
        self._place = Text(look, "", "small", "ink2")
        flow = Flow(16, 0)
        flow.addWidget(self._all)
        flow.addWidget(self._place)
        signals = (self.all_pressed, self.back_pressed, self.forward_pressed, self.find_pressed, self.print_pressed)
        for button, signal in zip(self.buttons, signals, strict=True):
            button.clicked.connect(signal)
            if button is not self._all:
                flow.addWidget(button)
        self.setLayout(flow)
        self.setSizePolicy(wrapping())

    def show_place(self, words: str) -> None:
        """For whom the page is, and how long it takes; "" where that is not known."""
        self._place.say(words)
        self._place.setVisible(bool(words))

    def show_ways(self, back: bool, forward: bool) -> None:
        """Which ways there are."""
        self._back.setVisible(back)
        self._forward.setVisible(forward)

    def show_print(self, yes: bool) -> None:
        """Whether there is something to print."""
        self._print.setVisible(yes)

    def show_all(self, yes: bool) -> None:
        """Whether the contents are elsewhere."""
        self._all.setVisible(yes)
