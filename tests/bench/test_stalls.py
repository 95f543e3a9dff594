"""The stall hunter. What blocks here blocks for so long that a busy computer is not taken for it."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.bench.stalls import IN_QT, LEAST, PROGRAM, Frame, Look, Stall, StallHunter, kept_waiting
from tests.bench.thread_times import ThreadTimes, Times

LONG = 0.4
NEAR = 0.1  # seconds by which a busy computer may blur it


def wait_in_the_window_thread() -> None:
    time.sleep(LONG)


def keep_the_interpreter() -> None:
    sum(range(60_000_000))


def longest(qtbot: QtBot, hunter: StallHunter, work: Callable[[], None]) -> Stall:
    """The longest block while `work` runs; it lasts as long as `work` did, without its time in line."""
    took: list[float] = []
    times = ThreadTimes()

    def timed() -> None:
        begin, before = time.perf_counter(), times()
        work()
        took.append(time.perf_counter() - begin - times().since(before).queued)

    with hunter.at("here"):
        QTimer.singleShot(50, timed)
        # The hunter looks from a thread of its own, and may write down what it saw a little later.
        qtbot.waitUntil(lambda: bool(took) and any(stall.seconds > took[0] / 2 for stall in hunter.stalls))
    times.close()
    found = max(hunter.stalls, key=lambda stall: stall.seconds)
    assert found.seconds == pytest.approx(took[0], abs=NEAR)
    return found


def test_a_block_is_listed_with_what_was_done_and_its_stack(qtbot: QtBot, stalls: StallHunter) -> None:
    found = longest(qtbot, stalls, wait_in_the_window_thread)
    assert found.place == "here"
    assert [frame.function for frame in found.stack] == ["timed", "wait_in_the_window_thread"]
    assert not found.seen_after
    assert len(found.looks) > 10


def test_a_block_that_keeps_the_interpreter_is_found_afterwards(qtbot: QtBot, stalls: StallHunter) -> None:
    found = longest(qtbot, stalls, keep_the_interpreter)
    assert found.seen_after
    assert found.stack[-1].function == "keep_the_interpreter"


def test_a_block_after_a_loop_within_the_loop_is_found(qtbot: QtBot, stalls: StallHunter) -> None:
    def wait_twice() -> None:
        qtbot.wait(10)
        wait_in_the_window_thread()

    found = longest(qtbot, stalls, wait_twice)
    assert found.stack[-1].function == "wait_in_the_window_thread"


def test_outside_of_what_is_watched_nothing_is_listed(qtbot: QtBot, stalls: StallHunter) -> None:
    wait_in_the_window_thread()
    with stalls.at("here"):
        pass
    wait_in_the_window_thread()
    qtbot.wait(50)
    assert [stall for stall in stalls.stalls if stall.seconds > LONG / 2] == []


def test_a_block_that_is_not_over_when_the_hunter_stops_is_listed(qapp: object) -> None:
    hunter = StallHunter()
    hunter.place = "the start"
    hunter.start()
    wait_in_the_window_thread()
    hunter.stop()
    assert [stall.place for stall in hunter.over(LONG / 2)] == ["the start"]


def test_only_what_is_long_enough_is_listed(qtbot: QtBot, stalls: StallHunter) -> None:
    with stalls.at("here"):
        qtbot.wait(200)
    assert all(stall.seconds >= LEAST for stall in stalls.stalls)


@pytest.mark.parametrize(
    ("overslept", "spent", "kept"),
    [
        (0.002, Times(0.002, 0), False),
        (0.05, Times(0.05, 0), True),
        (0.05, Times(0.01, 0.03), True),
        (0.05, Times(0.01, 0), False),
    ],
)
def test_a_hunter_that_overslept_blames_the_window_thread_only_if_it_worked_or_wanted_to(
    overslept: float, spent: Times, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ThreadTimes, "known", True)
    assert kept_waiting(overslept, spent) is kept


def test_where_the_system_tells_no_times_the_window_thread_is_blamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ThreadTimes, "known", False)
    assert kept_waiting(0.05, Times())


PAGE = Frame(str(PROGRAM / "ui" / "page.py"), 7, "fill")
TEXT = Frame(str(PROGRAM / "ui" / "text.py"), 9, "measure")
JSON = Frame("/usr/lib/python3/json/decoder.py", 3, "decode")


def test_a_stall_is_where_most_looks_met_the_innermost_function_of_ours() -> None:
    looks = (Look((PAGE,)), Look((PAGE, TEXT, JSON)), Look((PAGE, TEXT)), Look(()))
    stall = Stall("a page", 0.1, 0.1, looks)
    assert stall.where == "text.py measure"
    assert [str(frame) for frame in stall.stack] == [
        "desktop_app/ui/page.py:7 fill",
        "desktop_app/ui/text.py:9 measure",
        "decoder.py:3 decode",
    ]


def test_where_nothing_of_ours_runs_it_is_qt() -> None:
    assert Stall("a page", 0.1, 0.1, (Look((JSON,)),)).where == IN_QT
    assert Stall("a page", 0.1, 0.1, ()).where == IN_QT
