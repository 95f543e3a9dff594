"""Printing on Windows, by Qt: the pages are drawn for the printer, and the system's spooler takes them from there."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop_app.ui import strings
from desktop_app.ui.print_pages import page_layout, paint
from desktop_app.ui.print_system import Job, Printer, PrintError

NO_PAPER = ("Microsoft Print to PDF", "Microsoft XPS Document Writer", "OneNote", "Send To OneNote", "Fax")
"""They ask where to in a window of their own, which would lie over "Leave now", or keep the page for good."""


class WindowsPrinters:
    """The printers that Windows knows."""

    def find(self) -> tuple[Printer, ...]:
        """The printers that print on paper, the usual one first. Raises PrintError."""
        usual = QPrinterInfo.defaultPrinterName()
        # SAFETY: what opens a window of its own swallows the keys of "Leave now"
        # (test_what_is_no_printer_of_paper_is_left_out).
        names = [name for name in QPrinterInfo.availablePrinterNames() if not name.startswith(NO_PAPER)]
        if not names:
            raise PrintError("none")
        return tuple(
            Printer(name, name, "", name == usual)
            for name in sorted(names, key=lambda name: (name != usual, name.casefold()))
        )

    def send(self, printer_id: str, job: Job) -> None:
        """Draws the pages for that printer. Raises PrintError."""
        info = QPrinterInfo.printerInfo(printer_id)
        if info.isNull():
            raise PrintError("gone")
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(strings.APP)
        printer.setCreator(strings.APP)
        printer.setPageLayout(page_layout(job.paper))
        if not printer.isValid() or not paint(job.html, printer, job.paper.body):
            raise PrintError("failed")
        if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
            raise PrintError("failed")
