"""Opens the sheets that print something or save it as a file. Made when the first of them is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject

from desktop_app.ui.print_desk import PrintDesk
from desktop_app.ui.print_document import Known, Printed, as_html, as_words
from desktop_app.ui.print_pages import Paper, paper_for
from desktop_app.ui.print_sheet import PrintSheet
from desktop_app.ui.print_system import Printers, printers_of_this_system
from desktop_app.ui.save_desk import SaveDesk
from desktop_app.ui.save_sheet import SaveSheet
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.theme import Look


class _Ready(NamedTuple):
    """What is printed, as it will stand on paper and as words to show large."""

    title: str
    html: str
    paper: Paper
    words: str


class PrintOpener(QObject):
    """`open_sheet` lays a sheet over what is there; `show_large` shows a title and words to copy by hand."""

    def __init__(
        self,
        session: Session,
        look: Callable[[], Look],
        tasks: Tasks,
        open_sheet: Callable[[Callable[[], Sheet]], None],
        show_large: Callable[[str, str], None],
        parent: QObject,
        printers: Printers | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._tasks = tasks
        self._open_sheet = open_sheet
        self._show_large = show_large
        self._desk = PrintDesk(printers or printers_of_this_system(), tasks, self)
        self._saving: SaveDesk | None = None

    def show_print(self, printed: Printed) -> None:
        """Printing it; from there it can also be saved."""
        ready = self._ready(printed)
        self._desk.open(ready.html, ready.paper)

        def make() -> Sheet:
            sheet = PrintSheet(self._look(), ready.title, self._desk)
            sheet.save_pressed.connect(lambda: self._save(ready))
            sheet.large_pressed.connect(lambda: self._show_large(ready.title, ready.words))
            return sheet

        self._open_sheet(make)

    def show_save(self, printed: Printed) -> None:
        """Saving it as a file."""
        self._save(self._ready(printed))

    def _save(self, ready: _Ready) -> None:
        if self._saving is not None:
            self._saving.deleteLater()
        desk = self._saving = SaveDesk(ready.html, ready.paper, self._tasks, self)

        def make() -> Sheet:
            sheet = SaveSheet(self._look(), desk)
            sheet.large_pressed.connect(lambda: self._show_large(ready.title, ready.words))
            return sheet

        self._open_sheet(make)

    def _ready(self, printed: Printed) -> _Ready:
        session = self._session
        known = Known(session.services, session.state, session.sources, session.language)
        paper = paper_for(session.place.code, session.settings.text_size)
        return _Ready(printed.title, as_html(printed, known), paper, as_words(printed, known))
