"""Ends the program when its windows stop answering: a frozen program cannot hear "Leave now".

The clock is `faulthandler`'s own thread, which needs neither Python nor Qt, so it also works while something holds
the interpreter. It writes its report to the null device: nothing is left anywhere.

Limits, known and accepted: the clock of Linux and Windows does not run while the computer sleeps, and the first thing
that runs after waking is arming anew. A process that was stopped for longer than the limit from outside (SIGSTOP, a
debugger) may end the moment it goes on, since its clock did run. That is the safe side: closed, nothing shown.
"""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

FROZEN_AFTER = 3.0
"""Seconds without an answer from the thread of the windows."""

_ARM_EVERY = 0.5


class FreezeWatchdog(QObject):
    """Ends the process (status 1) once the thread of the windows has not answered for `limit` seconds."""

    def __init__(
        self, limit: float = FROZEN_AFTER, arm_every: float = _ARM_EVERY, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._limit = limit
        self._pauses = 0
        self._silence = -1
        self._timer = QTimer(self, interval=int(arm_every * 1000))
        self._timer.timeout.connect(self._arm)

    def start(self) -> None:
        """Begin to watch. Call it after the first paint: a slow first start is no freeze."""
        if self._silence < 0:
            self._silence = os.open(os.devnull, os.O_WRONLY)
        self._timer.start()
        self._arm()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        faulthandler.cancel_dump_traceback_later()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Not watching inside: for waits on other programs (clipboard reads, printers, portals). May be nested."""
        self._pauses += 1
        faulthandler.cancel_dump_traceback_later()
        try:
            yield
        finally:
            self._pauses -= 1
            self._arm()

    def _arm(self) -> None:
        # SAFETY: ends a frozen program, and writes nothing (test_a_frozen_program_ends_and_leaves_no_word).
        if self._timer.isActive() and not self._pauses:
            faulthandler.dump_traceback_later(self._limit, exit=True, file=self._silence)
