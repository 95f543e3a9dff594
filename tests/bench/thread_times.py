"""How long one thread had the processor, and how long it stood in line for it because others had it. Linux only."""

import os
import sys
import threading
import time
from typing import NamedTuple


class Times(NamedTuple):
    """Seconds since the thread began; differences of two are what is asked for. Where nobody tells, all is zero."""

    busy: float = 0.0
    queued: float = 0.0

    def since(self, before: "Times") -> "Times":
        return Times(self.busy - before.busy, self.queued - before.queued)


class ThreadTimes:
    """Of the thread that makes it; called, from any thread, it gives its `Times` so far."""

    known = sys.platform == "linux"

    def __init__(self) -> None:
        if sys.platform == "linux":
            self._clock = time.pthread_getcpuclockid(threading.get_ident())
            self._file = os.open(f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY)

    def __call__(self) -> Times:
        if sys.platform == "linux":
            # Two numbers and a count, in nanoseconds. The first one is behind by up to a tick while the thread runs.
            queued = int(os.pread(self._file, 100, 0).split()[1]) / 1e9
            return Times(time.clock_gettime(self._clock), queued)
        else:  # noqa: RET505  (mypy: without it the rest could never be reached)
            return Times()

    def close(self) -> None:
        """Let go of the system's file."""
        if sys.platform == "linux":
            os.close(self._file)
