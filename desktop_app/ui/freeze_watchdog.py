"""Ends the program when its windows stop answering: a frozen program cannot hear "Leave now".

The time is kept outside Python and Qt (see `freeze_clock`), so it also runs while something holds the interpreter.
Nothing is written and nothing is left anywhere.

Limits, known and accepted. Time that the computer sleeps, or on Linux that the process is stopped from outside, does
not count, unless the window was already blocked for longer than the first step of the clock (0.4 s) when it was
stopped: then it may end as it goes on. On Windows and macOS a process that was stopped for longer than the limit may
also end the moment it goes on. That is the safe side: closed, nothing shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

from desktop_app.ui.freeze_clock import FreezeClock, make_clock

BEAT = 0.25
"""Seconds between two answers of the thread of the windows. With the clock of Linux (3.4 s), a program that freezes
is gone about 3.1 to 3.4 s later."""


class FreezeWatchdog(QObject):
    """Ends the process once the thread of the windows no longer sets back the clock. The exit status is the clock's."""

    def __init__(self, clock: FreezeClock | None = None, beat: float = BEAT, parent: QObject | None = None) -> None:
        """Without a `clock`, the best one of this system. `beat` is in seconds."""
        super().__init__(parent)
        self._clock = clock or make_clock()
        self._pauses = 0
        self._timer = QTimer(self, interval=int(beat * 1000))
        self._timer.timeout.connect(self._arm)

    def start(self) -> None:
        """Begin to watch. Call it after the first paint: a slow first start is no freeze."""
        self._timer.start()
        self._arm()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Not watching inside: for waits on other programs (clipboard reads, printers, portals). May be nested."""
        self._pauses += 1
        self._clock.disarm()
        try:
            yield
        finally:
            self._pauses -= 1
            self._arm()

    def _arm(self) -> None:
        if self._timer.isActive() and not self._pauses:
            self._clock.arm()
