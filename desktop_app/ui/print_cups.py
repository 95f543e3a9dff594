"""Printing on Linux and macOS: the file is handed to CUPS, the system's own printing, by the system's own library.

Not by Qt: its way there first writes the whole document into the folder for temporary files, where it stays when the
program is ended in the middle (`QPrinter`, seen with 6.11.3). This way nothing is written, nothing but the library
speaks to anybody, and Python is free to hear "Leave now" while it waits.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import POINTER, Structure, byref, c_char_p, c_double, c_int, c_size_t, c_void_p

from desktop_app.ui import strings
from desktop_app.ui.print_system import Job, Printer, PrintError, PrintProblem

LIBRARY = "libcups.2.dylib" if sys.platform == "darwin" else "libcups.so.2"
CONNECTING = 3000
"""Milliseconds until a printing system that does not take the call counts as none."""
ANSWERING = 10.0
"""Seconds until one that says nothing to a question counts as gone; finding printers takes three questions."""
AT_A_TIME = 65_536
"""Bytes."""

ANY_FAMILY = 0
BLOCKING = 1
LAST = 1
GO_ON = 100
"""What HTTP says where it wants more."""
FIRST_FAILURE = 0x100
"""Of the answers of IPP; smaller ones are "done"."""
REASONS: dict[int, PrintProblem] = {
    0x0401: "refused",  # forbidden, not known who, not allowed
    0x0402: "refused",
    0x0403: "refused",
    0x0406: "gone",  # not found, gone
    0x0407: "gone",
    0x0506: "refused",  # takes no jobs
    0x0507: "refused",  # busy
}
OPTIONS = ((b"print-scaling", b"auto-fit"),)
"""A4 on a printer with other paper gets smaller and is not cut."""


class Option(Structure):
    """`cups_option_t`."""

    _fields_ = (("name", c_char_p), ("value", c_char_p))


class Dest(Structure):
    """`cups_dest_t`: a printer."""

    _fields_ = (
        ("name", c_char_p),
        ("instance", c_char_p),
        ("is_default", c_int),
        ("num_options", c_int),
        ("options", POINTER(Option)),
    )


AskPassword = ctypes.CFUNCTYPE(c_char_p, c_char_p, c_void_p, c_char_p, c_char_p, c_void_p)


NO_PASSWORD = AskPassword(lambda *_: None)
"""CUPS would ask for one in the terminal."""


class CupsPrinters:
    """The printers that CUPS knows. `library` is where it lies; nothing is loaded before the first question."""

    def __init__(self, library: str = LIBRARY) -> None:
        self._library = library
        self._cups: ctypes.CDLL | None = None

    def find(self) -> tuple[Printer, ...]:
        """The printers there are, the usual one first. Raises PrintError."""
        with self._call() as (cups, server):
            found = _printers(cups, server)
        if not found:
            raise PrintError("none")
        return tuple(sorted(found, key=lambda printer: (not printer.usual, printer.name.casefold())))

    def send(self, printer_id: str, job: Job) -> None:
        """Hands the file over as it is. Raises PrintError."""
        name, title = printer_id.encode(), strings.APP.encode()
        options = (Option * len(OPTIONS))(*(Option(*option) for option in OPTIONS))
        with self._call() as (cups, server):
            # Asked again, because CUPS itself waits for two minutes and then says that something went wrong.
            if printer_id not in (printer.id for printer in _printers(cups, server)):
                raise PrintError("gone")
            # SAFETY: lists of what was printed are read by others: it is called after the program, never after the
            # page (test_the_printer_gets_the_whole_file_and_only_the_name_of_the_program).
            number = cups.cupsCreateJob(server, name, title, len(OPTIONS), options)
            _check(cups, number != 0)
            try:
                _check(cups, cups.cupsStartDocument(server, name, number, title, b"application/pdf", LAST) == GO_ON)
                for at in range(0, len(job.pdf), AT_A_TIME):
                    part = job.pdf[at : at + AT_A_TIME]
                    _check(cups, cups.cupsWriteRequestData(server, part, len(part)) == GO_ON)
                _check(cups, cups.cupsFinishDocument(server, name) < FIRST_FAILURE)
            except PrintError:
                cups.cupsCancelJob2(server, name, number, 1)  # else an empty one would wait in the list
                raise

    @contextmanager
    def _call(self) -> Iterator[tuple[ctypes.CDLL, int]]:
        """The library, and a line to CUPS; for the thread that calls. Raises PrintError."""
        cups = self._loaded()
        cups.cupsSetServer(None)  # as the system says now
        cups.cupsSetPasswordCB2(NO_PASSWORD, None)
        server = cups.httpConnect2(
            cups.cupsServer(), cups.ippPort(), None, ANY_FAMILY, cups.cupsEncryption(), BLOCKING, CONNECTING, None
        )
        if not server:
            raise PrintError("none")
        try:
            cups.httpSetTimeout(server, ANSWERING, None, None)
            yield cups, server
        finally:
            cups.httpClose(server)

    def _loaded(self) -> ctypes.CDLL:
        if self._cups is None:
            try:
                cups = ctypes.CDLL(self._library)
                for name, (gives, takes) in FUNCTIONS.items():
                    function = getattr(cups, name)
                    function.restype, function.argtypes = gives, takes
            except (AttributeError, OSError):
                raise PrintError("none") from None
            self._cups = cups
        return self._cups


def _printers(cups: ctypes.CDLL, server: int) -> list[Printer]:
    dests = POINTER(Dest)()
    count = cups.cupsGetDests2(server, byref(dests))
    try:
        return [_printer(cups, dests[number]) for number in range(count) if not dests[number].instance]
    finally:
        cups.cupsFreeDests(count, dests)


def _printer(cups: ctypes.CDLL, dest: Dest) -> Printer:
    def said(name: bytes) -> str:
        return (cups.cupsGetOption(name, dest.num_options, dest.options) or b"").decode("utf-8", "replace").strip()

    name = dest.name.decode("utf-8", "replace")
    return Printer(name, said(b"printer-info") or name, said(b"printer-location"), bool(dest.is_default))


def _check(cups: ctypes.CDLL, done: bool) -> None:
    if not done:
        raise PrintError(REASONS.get(cups.cupsLastError(), "failed"))


FUNCTIONS: dict[str, tuple[type | None, tuple[Callable[..., object] | type, ...]]] = {
    "cupsServer": (c_char_p, ()),
    "cupsSetServer": (None, (c_char_p,)),
    "ippPort": (c_int, ()),
    "cupsEncryption": (c_int, ()),
    "cupsSetPasswordCB2": (None, (AskPassword, c_void_p)),
    "httpConnect2": (c_void_p, (c_char_p, c_int, c_void_p, c_int, c_int, c_int, c_int, c_void_p)),
    "httpSetTimeout": (None, (c_void_p, c_double, c_void_p, c_void_p)),
    "httpClose": (None, (c_void_p,)),
    "cupsGetDests2": (c_int, (c_void_p, POINTER(POINTER(Dest)))),
    "cupsFreeDests": (None, (c_int, POINTER(Dest))),
    "cupsGetOption": (c_char_p, (c_char_p, c_int, POINTER(Option))),
    "cupsCreateJob": (c_int, (c_void_p, c_char_p, c_char_p, c_int, POINTER(Option))),
    "cupsStartDocument": (c_int, (c_void_p, c_char_p, c_int, c_char_p, c_char_p, c_int)),
    "cupsWriteRequestData": (c_int, (c_void_p, c_char_p, c_size_t)),
    "cupsFinishDocument": (c_int, (c_void_p, c_char_p)),
    "cupsCancelJob2": (c_int, (c_void_p, c_char_p, c_int, c_int)),
    "cupsLastError": (c_int, ()),
}
"""What each function of the library gives and takes."""
