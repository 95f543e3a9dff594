"""Work on other threads, and what becomes of its answer."""

import gc
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.ui.tasks import Tasks


def never(error: Exception) -> None:
    raise AssertionError from error


def test_the_answer_comes_back_on_the_thread_of_the_windows(qtbot: QtBot) -> None:
    tasks, owner = Tasks(), QObject()
    threads: list[threading.Thread] = []

    def work() -> int:
        threads.append(threading.current_thread())
        return 42

    def done(answer: int) -> None:
        assert answer == 42
        threads.append(threading.current_thread())

    tasks.run(work, owner, done, never)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_a_failure_comes_back_as_the_exception_it_was(qtbot: QtBot) -> None:
    tasks, owner = Tasks(), QObject()
    errors: list[Exception] = []
    answers: list[str] = []

    def work() -> str:
        raise OSError(28, "no space left")

    tasks.run(work, owner, answers.append, errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], OSError)
    assert errors[0].errno == 28
    assert answers == []


def test_nothing_is_called_before_the_events_of_the_window(qtbot: QtBot) -> None:
    tasks, owner = Tasks(), QObject()
    answers: list[int] = []
    tasks.run(lambda: 1, owner, answers.append, never)
    tasks.wait()
    assert answers == []
    qtbot.waitUntil(lambda: answers == [1])


def test_the_answer_is_dropped_when_its_owner_is_gone(qtbot: QtBot) -> None:
    tasks, owner, other = Tasks(), QObject(), QObject()
    go = threading.Event()
    answers: list[str] = []
    tasks.run(lambda: str(go.wait()), owner, answers.append, never)
    delete(owner)
    go.set()
    tasks.wait()
    tasks.run(lambda: "to the other", other, answers.append, never)
    qtbot.waitUntil(lambda: len(answers) > 0)
    assert answers == ["to the other"]


def test_the_owner_may_go_between_the_answer_and_its_delivery(qtbot: QtBot) -> None:
    tasks, owner, other = Tasks(), QObject(), QObject()
    answers: list[str] = []
    tasks.run(lambda: "to nobody", owner, answers.append, never)
    tasks.wait()  # the answer is on its way now
    delete(owner)
    tasks.run(lambda: "to the other", other, answers.append, never)
    qtbot.waitUntil(lambda: len(answers) > 0)
    assert answers == ["to the other"]


def test_many_at_once_each_get_their_own_answer(qtbot: QtBot) -> None:
    tasks, owner = Tasks(), QObject()
    answers: dict[int, int] = {}

    def ask(number: int) -> None:
        tasks.run(lambda: number * number, owner, lambda answer: answers.__setitem__(number, answer), never)

    for number in range(200):
        ask(number)
    qtbot.waitUntil(lambda: len(answers) == 200)
    assert all(answer == number * number for number, answer in answers.items())


def test_nothing_is_kept_once_it_is_answered(qtbot: QtBot) -> None:
    class Listener:
        heard = 0

        def hear(self, answer: int) -> None:
            Listener.heard += answer

    tasks, owner, listener = Tasks(), QObject(), Listener()
    tasks.run(lambda: 1, owner, listener.hear, never)
    qtbot.waitUntil(lambda: Listener.heard == 1)
    kept = weakref.ref(listener)
    del listener
    gc.collect()
    assert kept() is None


class Watched:
    """Tasks of a program with a watchdog that writes down when it pauses."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.tasks = Tasks()
        self.tasks.unwatched = self.paused

    @contextmanager
    def paused(self) -> Iterator[None]:
        self.heard.append("paused")
        yield
        self.heard.append("watching")


def test_only_what_waits_for_another_program_pauses_the_watchdog_and_only_until_its_answer(qtbot: QtBot) -> None:
    watched, owner = Watched(), QObject()
    watched.tasks.run(lambda: 1, owner, lambda _: watched.heard.append("answer"), never)
    qtbot.waitUntil(lambda: watched.heard == ["answer"])
    watched.tasks.run_unwatched(lambda: 1, owner, lambda _: watched.heard.append("answer"), never)
    qtbot.waitUntil(lambda: watched.heard == ["answer", "paused", "watching", "answer"])


def test_the_watchdog_watches_again_after_a_failure_and_where_nobody_waits_any_more(qtbot: QtBot) -> None:
    watched, owner, gone = Watched(), QObject(), QObject()
    go = threading.Event()

    def fail() -> None:
        go.wait()
        raise OSError

    watched.tasks.run_unwatched(fail, owner, lambda _: None, lambda _: watched.heard.append("failure"))
    watched.tasks.run_unwatched(fail, gone, lambda _: None, never)
    delete(gone)
    go.set()
    qtbot.waitUntil(lambda: watched.heard.count("watching") == 2)
    assert watched.heard.count("failure") == 1


def test_some_that_wait_for_a_printer_hold_up_nobody_else(qtbot: QtBot) -> None:
    tasks, owner = Tasks(), QObject()
    go = threading.Event()
    answers: list[int] = []
    for _ in range(3):
        tasks.run_unwatched(go.wait, owner, lambda _: None, never)
    tasks.run(lambda: 1, owner, answers.append, never)
    qtbot.waitUntil(lambda: answers == [1])
    go.set()
    tasks.wait()
