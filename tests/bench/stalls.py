"""Finds every block of the window thread: how long it was, and where it was.

A thread of its own asks the window thread for a sign of life again and again, in the queue in which presses wait too.
While the answer is late, it looks where the window thread is.

What it cannot do: C code that keeps the interpreter keeps this thread from running as well. Such a block is only seen
when it is over. Its length is right; its place is where the interpreter was let go, which is the line that called, or
nothing of Python's at all when the call came from Qt. `Look.late` says so.

On a busy computer other programs keep both threads from running. Linux tells how long: the time in which the window
thread stood in line for a processor is taken off, and a block that was only seen afterwards counts if the window thread
worked meanwhile. Elsewhere all counts.
"""

import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from tests.bench.thread_times import ThreadTimes, Times

LEAST = 0.016
"""Seconds. What is shorter is not listed: a screen that shows sixty pictures a second misses none by it."""

ASK_EVERY = 0.003
LOOK_AFTER = 0.008
LOOK_EVERY = 0.004
LATE = 0.008
"""Seconds by which this thread may wake too late before it counts as kept from running."""

PROGRAM = Path(__file__).resolve().parent.parent.parent / "desktop_app"
IN_QT = "Qt, nothing of ours"


@dataclass(frozen=True)
class Frame:
    """One call on the stack."""

    file: str
    line: int
    function: str

    @property
    def ours(self) -> bool:
        """Whether it belongs to the program."""
        return Path(self.file).is_relative_to(PROGRAM)

    def __str__(self) -> str:
        path = Path(self.file)
        return f"{path.relative_to(PROGRAM.parent).as_posix() if self.ours else path.name}:{self.line} {self.function}"


@dataclass(frozen=True)
class Look:
    """Where the window thread was: the calls made by its event loop, outermost first; none when it was inside Qt."""

    stack: tuple[Frame, ...]
    late: bool = False

    @property
    def where(self) -> str:
        """The innermost function of the program's own."""
        ours = next((frame for frame in reversed(self.stack) if frame.ours), None)
        return f"{Path(ours.file).name} {ours.function}" if ours is not None else IN_QT


@dataclass(frozen=True)
class Stall:
    """One block, in seconds without the time in line. In `busy` of them the window thread had the processor."""

    place: str
    seconds: float
    busy: float
    looks: tuple[Look, ...]

    @property
    def where(self) -> str:
        """The function that most looks met."""
        return Counter(look.where for look in self.looks).most_common(1)[0][0] if self.looks else IN_QT

    @property
    def stack(self) -> tuple[Frame, ...]:
        """The stack of a look that met it, outermost first."""
        return next((look.stack for look in self.looks if look.where == self.where), ())

    @property
    def seen_after(self) -> bool:
        """Whether the interpreter was kept all the time, so that `where` is only where it was let go."""
        return all(look.late for look in self.looks)


class StallHunter:
    """Made on the window thread, which it watches from `start()` to `stop()`; only while `place` is not empty.

    `place` says what the person is doing. It may be set from any thread; a stall has the one that it began with.
    """

    def __init__(self, least: float = LEAST) -> None:
        self.place = ""
        self.stalls: list[Stall] = []
        self._least = least
        self._window_thread = threading.get_ident()
        self._times = ThreadTimes()
        self._sign = _Sign(self._times)
        self._rounds = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._hunt, name="stall hunter", daemon=True)

    def start(self) -> None:
        """Begin. The event loop need not run yet: until it does, the window thread does not answer."""
        self._thread.start()

    def stop(self) -> None:
        """End. A block that lasts until now is one too."""
        self._over.set()
        self._thread.join()
        self._times.close()

    @contextmanager
    def at(self, place: str) -> Iterator[None]:
        """For tests, on the window thread: watch what is done inside, and no more."""
        self._catch_up()
        self.place = place
        try:
            yield
        finally:
            self._catch_up()
            self.place = ""

    def over(self, seconds: float) -> list[Stall]:
        """Those that are longer."""
        return [stall for stall in self.stalls if stall.seconds > seconds]

    def _catch_up(self) -> None:
        """Answer until the hunter has asked once more, and so has noted all that was before."""
        until = self._rounds + 2
        while self._rounds < until and self._thread.is_alive():
            QCoreApplication.processEvents()

    # -- on its own thread -----------------------------------------------------------------------------------------

    def _hunt(self) -> None:
        due, times_then = time.perf_counter(), self._times()
        while not self._over.is_set():
            asked, times_now, place = time.perf_counter(), self._times(), self.place
            begin, times, looks = asked, times_now, []
            if kept_waiting(asked - due, times_now.since(times_then)):
                begin, times, looks = due, times_then, [self._look(late=True)]
            answered, answered_times = self._ask(looks)
            spent = answered_times.since(times)
            seconds = answered - begin - spent.queued
            if place and seconds >= self._least:
                self.stalls.append(Stall(place, seconds, spent.busy, tuple(looks)))
            self._rounds += 1
            due, times_then = time.perf_counter() + ASK_EVERY, self._times()
            self._over.wait(ASK_EVERY)

    def _ask(self, looks: list[Look]) -> tuple[float, Times]:
        """Ask for a sign of life and wait for it, adding what is seen meanwhile. Gives the moment of the answer."""
        self._sign.given.clear()
        self._sign.asked.emit()
        wait, before = LOOK_AFTER, time.perf_counter()
        while not self._sign.given.wait(wait):
            now = time.perf_counter()
            if self._over.is_set():
                return now, self._times()
            looks.append(self._look(late=now - before > wait + LATE))
            wait, before = LOOK_EVERY, now
        return self._sign.given_at, self._sign.given_times

    def _look(self, late: bool) -> Look:
        calls = [
            (frame.f_code, frame.f_lineno) for frame in outermost_first(sys._current_frames()[self._window_thread])
        ]
        loop = 0
        for (code, _), code_of_loop in zip(calls, self._sign.loop, strict=False):
            if code is not code_of_loop:
                break
            loop += 1
        return Look(tuple(Frame(code.co_filename, line, code.co_name) for code, line in calls[loop:]), late)


class _Sign(QObject):
    """Answers on the thread of the windows."""

    asked = Signal()

    def __init__(self, times: ThreadTimes) -> None:
        super().__init__()
        self.given = threading.Event()
        self.given_at = 0.0
        self.given_times = Times()
        self._times = times
        self.loop: list[CodeType] = []  # the calls up to the one that runs the event loop
        self.asked.connect(self._give, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _give(self) -> None:
        self.given_at, self.given_times = time.perf_counter(), self._times()
        self.loop = [frame.f_code for frame in outermost_first(sys._getframe().f_back)]
        self.given.set()


def outermost_first(frame: FrameType | None) -> list[FrameType]:
    """A call and those that led to it."""
    frames = []
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back
    return frames[::-1]


def kept_waiting(overslept: float, spent: Times) -> bool:
    """Whether it was the window thread that kept this one from waking in time, and not the computer. In seconds.

    It can only have if it worked, or wanted to, for most of the time: a thread that waits keeps nobody.
    """
    return overslept > LATE and (not ThreadTimes.known or spent.busy + spent.queued > overslept / 2)
