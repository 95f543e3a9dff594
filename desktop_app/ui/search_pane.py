"""A search while somebody types: the field, and what was found under it. Nothing is found, and nothing shown, for "".

All that can be found is read on another thread when the field is first gone into; what was typed by then is looked for
as soon as it is there. From then on only this thread asks.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.search import Search
from desktop_app.ui.result_list import SIDE, ResultList
from desktop_app.ui.search_box import SearchBox
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.theme import Look

TOP = 20


class SearchPane(QWidget):
    """Announces the link of what was chosen, and whether there is something to look for: then the results are shown.

    `make` gives the search; it runs on another thread, and may raise whatever it likes.
    """

    chosen = Signal(object)
    looked_for = Signal(bool)

    def __init__(self, look: Look, tasks: Tasks, make: Callable[[], Search]) -> None:
        super().__init__()
        self.tasks = tasks
        self._make = make
        self._search: Search | None = None
        self._asked = False
        self._broken = False
        self.box = SearchBox(look)
        self.results = ResultList(look)
        self.results.hide()
        above = QVBoxLayout()
        above.setContentsMargins(SIDE, TOP, SIDE, 8)
        above.addWidget(self.box)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(above)
        outer.addWidget(self.results, 1)
        self.box.changed.connect(self._look_for)
        self.box.down_pressed.connect(self.results.enter)
        self.box.enter_pressed.connect(self.results.choose_first)
        self.results.left.connect(self.box.field.setFocus)
        self.results.cleared.connect(self.box.clear)
        self.results.chosen.connect(self.chosen)
        self.box.field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begins to read when the field is gone into: by the first key it is mostly done."""
        if event.type() is QEvent.Type.FocusIn:
            self._ask()
        return False

    def _ask(self) -> None:
        if not self._asked:
            self._asked = True
            self.tasks.run(self._make, self, self._made, self._failed)

    def _made(self, search: Search) -> None:
        self._search = search
        self._look_for(self.box.field.text())

    def _failed(self, error: Exception) -> None:
        self._broken = True
        self._look_for(self.box.field.text())

    def _look_for(self, text: str) -> None:
        self._ask()
        wanted = bool(text.strip())
        if wanted and self._search is not None:
            self.results.show_hits(self._search.find(text))
        elif wanted and self._broken:
            self.results.show_no_search()
        elif not wanted:
            self.results.show_hits(())
        if self.results.isHidden() is wanted:
            self.results.setVisible(wanted)
            self.looked_for.emit(wanted)
