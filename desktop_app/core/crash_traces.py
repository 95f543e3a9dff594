"""Keeps what is in memory out of what systems write down when a program crashes.

Linux and macOS: no core file, whatever the person's shell allows. Windows: its error report carries no heap. Never
`WerAddExcludedApplication`, which keeps the report away and writes our name into the registry instead. macOS has a
reporter of its own that keeps the names of functions, and nothing that was read or written.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

NO_HEAP = 1
"""WER_FAULT_REPORTING_FLAG_NOHEAP of werapi.h."""


if TYPE_CHECKING:  # each takes as long to make as an icon to draw
    from typing import Protocol

    class Limits(Protocol):
        """The part of the module `resource` that is needed."""

        RLIMIT_CORE: int

        def setrlimit(self, resource: int, limits: tuple[int, int], /) -> None: ...

    class Reporter(Protocol):
        """The part of kernel32.dll that is needed."""

        def WerSetFlags(self, flags: int, /) -> int: ...


def keep_memory_out_of_crash_reports() -> None:
    """Does what this system offers, for this process and what it starts. Never raises: help comes first."""
    # Each is imported where it is needed: neither is there on the other systems.
    if sys.platform == "win32":
        import ctypes

        carry_no_heap(ctypes.WinDLL("kernel32"))
    else:
        import resource

        write_no_core(resource)


def write_no_core(limits: Limits) -> None:
    """No core file from now on, and no way back. A system that does not let us set this is no reason to stop."""
    with suppress(OSError, ValueError):
        # SAFETY: a core file is a picture of what was read and typed (test_a_crash_leaves_no_picture_of_the_memory).
        limits.setrlimit(limits.RLIMIT_CORE, (0, 0))


def carry_no_heap(reporter: Reporter) -> None:
    """A report of a crash is about the program's own code and stacks only. Before Windows Vista there is no such."""
    with suppress(AttributeError, OSError):
        # SAFETY: the heap holds what was read and typed (test_a_report_on_windows_carries_no_heap).
        reporter.WerSetFlags(NO_HEAP)
