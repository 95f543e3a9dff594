"""What another thread has done on the thread of the windows."""

import threading
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.bench.window_thread import WindowThread


def asked_from_elsewhere(qtbot: QtBot, work: Callable[[], object]) -> object:
    """What a thread gets that asks for `work`: its answer, or the exception."""
    windows = WindowThread()
    got: list[object] = []

    def ask() -> None:
        try:
            got.append(windows.do(work))
        except LookupError as error:
            got.append(error)

    threading.Thread(target=ask).start()
    qtbot.waitUntil(lambda: bool(got))
    return got[0]


def test_work_is_done_on_the_thread_of_the_windows(qtbot: QtBot) -> None:
    assert asked_from_elsewhere(qtbot, threading.get_ident) == threading.get_ident()


def test_work_that_fails_fails_for_the_one_who_asked(qtbot: QtBot) -> None:
    def fail() -> None:
        raise LookupError("no such button")

    answer = asked_from_elsewhere(qtbot, fail)
    assert isinstance(answer, LookupError)
    assert str(answer) == str(LookupError("no such button"))
