"""Read and learn: all pages on one side, the page that is read on the other; one of the two where there is little room.

What is read, and how far, is kept by `core/reading.py` for as long as the program runs.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.links import Link
from desktop_app.core.reading import Stop
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.contents_list import ContentsList
from desktop_app.ui.find_bar import FindBar
from desktop_app.ui.layers import Screen
from desktop_app.ui.page import ScrollColumn, paint
from desktop_app.ui.page_view import PageView
from desktop_app.ui.reader_bar import ReaderBar
from desktop_app.ui.search_pane import SearchPane
from desktop_app.ui.session import Session
from desktop_app.ui.theme import Look

RAIL = 307
COLUMN = 560
SIDE = 60
GROWING = 100
"""Milliseconds in which a page that is whole finds its height."""
UNLIMITED = 16_777_215


class LibraryPage(Screen):
    """Announces what leads away. `reading`: somebody asked for a page; else all pages come first, in one column."""

    link_followed = Signal(object)
    qr_chosen = Signal(object, object)
    large_chosen = Signal(str, str)
    words_chosen = Signal(str, str)
    print_chosen = Signal(object)
    """The page that is open is to be printed: a `Printed`."""

    def __init__(self, look: Look, session: Session, clipboard: Clipboard, search: SearchPane, reading: bool) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._clipboard = clipboard
        self._reading = reading
        self._folded = False
        self._view: PageView | None = None
        self._stop: Stop | None = None
        self._scroll = ScrollColumn(look, widest=COLUMN, top=16, side=SIDE, centred=False)
        self._scroll.setParent(self)
        self._contents = ContentsList(look, session.library)
        self._contents.page_chosen.connect(self.open)
        self._contents.rows_changed.connect(self._order_tabs)
        self._line = QWidget()
        self._line.setFixedWidth(1)
        paint(self._line, look, "line")
        self._bar = ReaderBar(look)
        self._bar.all_pressed.connect(self._show_contents)
        self._bar.back_pressed.connect(self._back)
        self._bar.forward_pressed.connect(self._forward)
        self._find = FindBar(look, self._scroll)
        self._bar.find_pressed.connect(self._find.open_bar)
        self._bar.print_pressed.connect(self._print)
        self._find.closed.connect(self.take_focus)
        self._scroll.column.addWidget(self._bar)
        self._scroll.column.addStretch(1)
        self._add_keys()
        self._side = QVBoxLayout()
        self._side.setSpacing(0)
        self._search = search
        paint(search, look, "sunken")
        self._search.chosen.connect(self._follow)
        self._search.looked_for.connect(lambda: self._fold(self._folded))
        self._side.addWidget(self._search)
        self._side.addWidget(self._contents, 1)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self._find)
        main.addWidget(self._scroll, 1)
        outer = self._outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._side)
        outer.addWidget(self._line)
        self._main = main
        outer.addLayout(main, 1)
        self._begin()
        self._fold(True)

    def take_focus(self) -> None:
        """The page's title is read out, or that of all pages where they stand alone."""
        if self._folded and not self._reading:
            self._contents.title.setFocus()
        elif self._view is not None:
            self._view.title.setFocus()

    def go_on_from(self, before: Screen) -> None:
        """Keeps the groups that are open, the side that is seen, and the place read to."""
        if not isinstance(before, LibraryPage):
            return
        self._search.box.field.setText(before._search.box.field.text())
        for audience in before._contents.unfolded:
            self._contents.unfold(audience, True)
        self._reading = before._reading
        self._fold(self._folded)
        if self._view is not None:
            self._view.fill()
        self._scroll_to(before._scroll.bar.value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows both sides, or one where there is no room."""
        super().resizeEvent(event)
        self._fold(self._look.one_column(event.size().width()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Keeps how far the page was read: something lies over it, or it is left."""
        self._leave()
        super().hideEvent(event)

    def open(self, page_id: str) -> None:
        """Goes on to a page, from its top."""
        self._leave()
        self._session.reading.open(page_id)
        self._show()

    def _begin(self) -> None:
        """The page that was read last; on the first visit the first one there is."""
        if self._session.reading.here is None:
            first = next(iter(self._session.library), None)
            self._session.reading.open(first.id if first is not None else "")
        self._make_view()

    def _back(self) -> None:
        self._leave()
        self._session.reading.back()
        self._show()

    def _forward(self) -> None:
        self._leave()
        self._session.reading.forward()
        self._show()

    def _leave(self) -> None:
        if self._stop is not None:
            self._stop.read_to = self._scroll.bar.value()

    def _show(self) -> None:
        self._reading = True
        self._make_view()
        self._fold(self._folded)
        self.take_focus()

    def _make_view(self) -> None:
        self._stop = here = self._session.reading.here
        assert here is not None
        if self._view is not None:
            focused = self.focusWidget()
            if self._scroll.isAncestorOf(focused):
                focused.clearFocus()  # else another control would get it, and be read out, before the title
            self._view.hide()
            self._view.deleteLater()
        view = PageView(self._look, self._session, self._session.library.get(here.page), self._clipboard)
        view.link_followed.connect(self._follow)
        view.qr_chosen.connect(self.qr_chosen)
        view.large_chosen.connect(self.large_chosen)
        view.words_chosen.connect(self.words_chosen)
        view.grown.connect(self._order_tabs)
        self._view = view
        self._scroll.column.insertWidget(1, view)
        reading = self._session.reading
        if self._find.isVisible():
            view.fill()
        self._find.use(view)
        self._bar.show_place(view.place)
        self._bar.show_print(view.printed is not None)
        self._bar.show_ways(reading.can_go_back, reading.can_go_forward)
        self._contents.show_here(here.page)
        self._order_tabs()
        if here.read_to:
            view.fill()
        self._scroll_to(here.read_to)

    def _scroll_to(self, read_to: int) -> None:
        """Scrolls there now, and again each time that the page has grown while it finds its height."""
        bar = self._scroll.bar
        bar.setValue(read_to)
        if read_to:
            growing = bar.rangeChanged.connect(lambda: bar.setValue(read_to))
            QTimer.singleShot(GROWING, self, lambda: QObject.disconnect(growing))

    def _follow(self, link: Link) -> None:
        if link.scheme == "page":
            self.open(link.target)
        else:
            self.link_followed.emit(link)

    def _show_contents(self) -> None:
        self._leave()
        self._reading = False
        self._fold(self._folded)
        self._contents.take_focus()

    def _add_keys(self) -> None:
        for key, act in (
            (QKeySequence.StandardKey.Back, self._back),
            (QKeySequence.StandardKey.Forward, self._forward),
            (QKeySequence.StandardKey.Find, self._open_find),
            (QKeySequence.StandardKey.Print, self._print),
        ):
            QShortcut(key, self).activated.connect(act)

    def _open_find(self) -> None:
        if self._scroll.isVisible():
            self._find.open_bar()

    def _print(self) -> None:
        if self._scroll.isVisible() and self._view is not None and self._view.printed is not None:
            self.print_chosen.emit(self._view.printed)

    def _order_tabs(self) -> None:
        """The Tab key goes down all pages and then down the page: what is made anew would come last otherwise."""
        view = self._view.findChildren(QWidget) if self._view is not None else []
        reached = [
            part
            for part in (
                *self._search.findChildren(QWidget),
                *self._contents.rows,
                *self._find.parts,
                *self._bar.buttons,
                *view,
            )
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        for before, after in pairwise(reached):
            QWidget.setTabOrder(before, after)

    def _fold(self, folded: bool) -> None:
        self._folded = folded
        alone = folded and not self._reading
        for part in (self._search, self._contents):
            part.setMinimumWidth(0 if folded else self._look.fit(RAIL))
            part.setMaximumWidth(UNLIMITED if folded else self._look.fit(RAIL))
        self._outer.setStretchFactor(self._side, int(alone))
        self._outer.setStretchFactor(self._main, int(not alone))
        self._contents.title.setVisible(alone)
        self._search.setVisible(alone or not folded)
        searching = not self._search.results.isHidden()
        self._contents.setVisible((alone or not folded) and not searching)
        self._side.setStretchFactor(self._search, int(searching))  # else the field alone would take half the side
        self._line.setVisible(not folded)
        self._scroll.setVisible(not alone)
        if alone:
            self._find.hide()
        self._bar.show_all(folded)
