"""Where printing stands: counting pages, looking for printers, handing over. Sheets show it, and come and go.

It outlives the sheets, because another text size makes them anew in the middle of all this.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.print_pages import Paper, Pdf, make_pdf
from desktop_app.ui.print_system import Job, Printer, PrintError, Printers
from desktop_app.ui.tasks import Tasks

T = TypeVar("T")
SEEN = 60
"""Milliseconds in which the sheet comes on the screen; making the pages meanwhile would hold it up."""
PATIENCE = 8_000
"""Milliseconds after which a person is told that the printers do not answer."""


class PrintDesk(QObject):
    """Prints one document at a time. `patience` is in milliseconds.

    `state` is "ready", "looking", "found", "sending", "sent" or a key of `strings_print.PRINT_PROBLEMS`.
    """

    changed = Signal()

    def __init__(
        self, printers: Printers, tasks: Tasks, parent: QObject | None = None, patience: int = PATIENCE
    ) -> None:
        super().__init__(parent)
        self._printers = printers
        self._tasks = tasks
        self._patience = QTimer(self, singleShot=True, interval=patience)
        self._patience.timeout.connect(self._tell_to_wait)
        self._visit = 0
        self._html = ""
        self._paper = Paper(letter=False, text_size=100)
        self._pdf: Pdf | None = None
        self.state = "ready"
        self.pages = 0
        """How many pages it fills; 0 while that is not known."""
        self.printers: tuple[Printer, ...] = ()
        self.chosen = ""
        """The id of the printer to take; "" while there is none."""

    def open(self, html: str, paper: Paper) -> None:
        """Another document, from the start. Only its pages are made and counted; no printer is asked for."""
        self._visit += 1
        visit = self._visit
        self._html, self._paper, self._pdf, self.pages = html, paper, None, 0
        self.printers, self.chosen = (), ""
        self._go("ready")
        QTimer.singleShot(SEEN, self, lambda: self._count(html, paper, visit))

    def look(self) -> None:
        """Ask the system for its printers."""
        self.printers, self.chosen = (), ""
        self._go("looking")
        self._ask(self._printers.find, self._found)

    def choose(self, printer_id: str) -> None:
        """That printer is the one to take."""
        self.chosen = printer_id

    def send(self) -> None:
        """Hand the document to the printer that was chosen."""
        if self._pdf is None or not self.chosen:
            return
        job, printer_id = Job(self._html, self._paper, self._pdf.data), self.chosen
        self._go("sending")
        self._ask(lambda: self._printers.send(printer_id, job), lambda _: self._go("sent"))

    def _go(self, state: str) -> None:
        self.state = state
        if state in ("looking", "sending"):
            self._patience.start()
        else:
            self._patience.stop()
        self.changed.emit()

    def _ask(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Ask something of the printers, and answer only while the same document is there."""
        visit = self._visit

        def answer(value: T) -> None:
            if visit == self._visit:
                done(value)

        def fail(error: Exception) -> None:
            if visit == self._visit:
                self._go(error.code if isinstance(error, PrintError) else "failed")

        self._tasks.run_unwatched(work, self, answer, fail)

    def _count(self, html: str, paper: Paper, visit: int) -> None:
        self._tasks.run(
            lambda: make_pdf(html, paper),
            self,
            lambda pdf: self._counted(pdf, visit),
            lambda _: self._counted(None, visit),
        )

    def _counted(self, pdf: Pdf | None, visit: int) -> None:
        if visit != self._visit:
            return
        if pdf is None or not pdf.pages:
            self._go("not-made")
            return
        self._pdf, self.pages = pdf, pdf.pages
        self.changed.emit()

    def _found(self, printers: tuple[Printer, ...]) -> None:
        self.printers = printers
        self.chosen = printers[0].id if len(printers) == 1 else ""
        self._go("found")

    def _tell_to_wait(self) -> None:
        self._go("slow-look" if self.state == "looking" else "slow-send")
