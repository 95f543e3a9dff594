"""Work that takes longer than a blink, off the thread of the windows. The only maker of threads.

Work never touches a widget; its answer comes back on the thread of the windows. If the one who asked is gone by then,
the answer is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QMetaObject, QObject, QThreadPool, Signal

T = TypeVar("T")
LEAST = 4
"""Threads, also where there are fewer processors: some only wait for a printer or a slow drive."""


@dataclass(frozen=True)
class _Asked:
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    gone: QMetaObject.Connection  # to the end of the owner


class Tasks(QObject):
    """Runs work on a few threads. One for the whole program, passed to those who need it."""

    # The signal lives here and not in the job: a job may be over, and freed, before its answer arrives.
    _answered = Signal(int, bool, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unwatched: Callable[[], AbstractContextManager[None]] = nullcontext
        """Inside, a program whose windows do not answer is not ended."""
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(max(LEAST, self._pool.maxThreadCount()))
        self._pauses: dict[int, ExitStack] = {}
        self._numbers = count(1)
        self._waiting: dict[int, _Asked] = {}
        self._answered.connect(self._deliver)

    def run(
        self,
        work: Callable[[], T],
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call `work` on another thread, then `done` with its result or `failed` with its exception on this one.

        Neither is called once `owner` is destroyed.
        """
        self._start(next(self._numbers), work, owner, done, failed)

    def run_unwatched(
        self,
        work: Callable[[], T],
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Like `run`, for work that waits for another program and may hold up the windows of some systems meanwhile."""
        number = next(self._numbers)
        # SAFETY: a slow printer must not end the program, nor leave it unwatched for good, whoever is gone by then
        # (test_the_watchdog_pauses_while_a_printer_is_asked_and_watches_again).
        self._pauses[number] = ExitStack()
        self._pauses[number].enter_context(self.unwatched())
        self._start(number, work, owner, done, failed)

    def wait(self) -> None:
        """Block until nothing runs any more. For tests: the program itself never waits."""
        self._pool.waitForDone()

    def _start(
        self,
        number: int,
        work: Callable[[], T],
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        gone = owner.destroyed.connect(partial(self._drop, number))
        self._waiting[number] = _Asked(done, failed, gone)
        self._pool.start(partial(self._work, number, work))

    def _work(self, number: int, work: Callable[[], object]) -> None:
        try:
            value = work()
        except Exception as error:  # whatever it is, `failed` hears of it
            self._answered.emit(number, False, error)
        else:
            self._answered.emit(number, True, value)

    def _deliver(self, number: int, went_well: bool, value: object) -> None:
        self._pauses.pop(number, ExitStack()).close()
        asked = self._waiting.pop(number, None)
        if asked is None:
            return
        QObject.disconnect(asked.gone)
        if went_well:
            asked.done(value)
        else:
            assert isinstance(value, Exception)
            asked.failed(value)

    def _drop(self, number: int, *_owner: object) -> None:
        self._waiting.pop(number, None)
