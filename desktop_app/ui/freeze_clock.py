"""Clocks that end the process unless they are set back in time. None of them needs Python or Qt to be alive.

On Linux the kernel keeps the time. When its timer runs out it sends the process a signal whose handler is the C
library's own `alarm`; `alarm` takes a number of seconds, a handler gets the number of its signal, and SIGQUIT is number
3: so three more seconds begin, and after these the handler of SIGALRM, which is `_exit`, ends the process. Both are
allowed in handlers, and neither waits for a lock.

Why two steps: a process that is stopped from outside (SIGSTOP, a frozen control group, a debugger) gets no signals
until it goes on. Its time runs out, but the last three seconds begin only then, and within these it sets the clock
back. `faulthandler`, which the other systems use, ends such a process the moment it goes on.

Why `_exit` and not the signal's own end: shells write "Alarm clock" and the program's name for that one.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from typing import Protocol


class FreezeClock(Protocol):
    """Ends the process some time after `arm`, unless `arm` or `disarm` is called before."""

    def arm(self) -> None: ...

    def disarm(self) -> None: ...


class ReportClock:
    """Ends the process (status 1) `seconds` after it was armed, by a thread of `faulthandler`, without Python."""

    def __init__(self, seconds: float = 3.0) -> None:
        self._seconds = seconds
        self._silence = os.open(os.devnull, os.O_WRONLY)

    def arm(self) -> None:
        # SAFETY: ends a frozen program, and writes nothing (test_a_frozen_program_ends_and_leaves_no_word).
        faulthandler.dump_traceback_later(self._seconds, exit=True, file=self._silence)

    def disarm(self) -> None:
        faulthandler.cancel_dump_traceback_later()


if sys.platform == "linux":
    import ctypes  # not at the start of the program: this whole file waits for the first paint
    import time

    class _Event(ctypes.Structure):
        """`struct sigevent`, 64 bytes long."""

        _fields_ = (
            ("value", ctypes.c_void_p),
            ("signal", ctypes.c_int),
            ("notify", ctypes.c_int),
            ("rest", ctypes.c_byte * 48),
        )

    class _Times(ctypes.Structure):
        """`struct itimerspec`: how often again, and when first."""

        _fields_ = (
            ("again", ctypes.c_long),
            ("again_ns", ctypes.c_long),
            ("first", ctypes.c_long),
            ("first_ns", ctypes.c_long),
        )

    class KernelClock:
        """Ends the process (status 14) `notice` and then 3 seconds after it was armed; stopped time does not count.

        Only once in a process. Raises OSError when the kernel gives no timer.
        """

        def __init__(self, notice: float = 0.4) -> None:
            self._after = _Times(0, 0, 0, int(notice * 1e9))
            self._never = _Times()
            self._timer = ctypes.c_void_p()
            self._c = ctypes.CDLL(None, use_errno=True)
            self._c.signal.argtypes = (ctypes.c_int, ctypes.c_void_p)
            event = _Event(signal=signal.SIGQUIT)
            if self._c.timer_create(time.CLOCK_MONOTONIC, ctypes.byref(event), ctypes.byref(self._timer)):
                raise OSError(ctypes.get_errno(), "no timer")
            # SAFETY: ends a frozen program, and one that was only stopped it does not (test_a_frozen_program_is_gone,
            # test_a_program_that_was_stopped_for_long_goes_on).
            self._c.signal(signal.SIGQUIT, ctypes.cast(self._c.alarm, ctypes.c_void_p))
            self._c.signal(signal.SIGALRM, ctypes.cast(self._c._exit, ctypes.c_void_p))
            # Whoever started us may have had them held back.
            signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGQUIT, signal.SIGALRM))

        def arm(self) -> None:
            self._set(self._after)

        def disarm(self) -> None:
            self._set(self._never)

        def _set(self, times: _Times) -> None:
            # In this order: were the timer to run out in between, the three seconds it began would go on.
            self._c.timer_settime(self._timer, 0, ctypes.byref(times), None)
            self._c.alarm(0)


def make_clock() -> FreezeClock:
    """The best clock that this system has."""
    if sys.platform == "linux":
        try:
            return KernelClock()
        except OSError:
            pass  # as many signals wait for this person's programs as may; the other clock needs none
    return ReportClock()
