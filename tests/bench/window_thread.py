"""Lets another thread have something done on the thread of the windows, and wait for it."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
PATIENCE = 30.0  # seconds


class WindowThread(QObject):
    """Made on the thread of the windows."""

    _asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def do(self, work: Callable[[], T]) -> T:
        """Call `work` there. Gives what it gives, raises what it raises; TimeoutError when it is never called."""
        answer: Future[T] = Future()
        self._asked.emit((work, answer))
        return answer.result(PATIENCE)

    @Slot(object)
    def _do(self, asked: tuple[Callable[[], Any], Future[Any]]) -> None:
        work, answer = asked
        try:
            answer.set_result(work())
        except Exception as error:  # for the one who asked
            answer.set_exception(error)
