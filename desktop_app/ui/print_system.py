"""Printing as the program knows it, whoever does the work: printers that can be found, and pages that go to one."""

from __future__ import annotations

import sys
from typing import Literal, NamedTuple, Protocol

from desktop_app.ui.print_pages import Paper

PrintProblem = Literal[
    "none",  # no printer, or nothing on this computer that prints
    "gone",  # the printer that was chosen is not there any more
    "refused",  # it takes no pages now, or not from this person
    "failed",
]


class PrintError(Exception):
    """The printers were not found, or the pages not handed over. `code` says which and why."""

    def __init__(self, code: PrintProblem) -> None:
        super().__init__(code)
        self.code: PrintProblem = code


class Printer(NamedTuple):
    """One printer: how the system calls it, how people do, where it is ("" where nobody wrote that down)."""

    id: str
    name: str
    place: str
    usual: bool
    """Whether the computer takes it where nobody says which."""


class Job(NamedTuple):
    """What is handed over: the document, and the same as a file."""

    html: str
    paper: Paper
    pdf: bytes


class Printers(Protocol):
    """A system's way to print. Both may take long, and belong on another thread than the windows'."""

    def find(self) -> tuple[Printer, ...]:
        """The printers there are, at least one. Raises PrintError."""
        ...

    def send(self, printer_id: str, job: Job) -> None:
        """Hands the pages over, under the program's own name. Raises PrintError."""
        ...


def printers_of_this_system() -> Printers:
    """How this system prints. Nothing is asked of it yet."""
    if sys.platform == "win32":
        from desktop_app.ui.print_windows import WindowsPrinters

        return WindowsPrinters()
    from desktop_app.ui.print_cups import CupsPrinters

    return CupsPrinters()
