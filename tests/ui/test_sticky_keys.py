"""Sticky Keys on Windows: what we ask the system, and what its answer means. X11's are tried in the journeys."""

import ctypes
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.ui import shift_presses
from tests.desktop.presses import tap_shift
from tests.desktop.stage import Stage

OFFERED, ON = 0x0004, 0x0001
"""The shortcut "Shift five times" is there on every Windows; only the other bit says that Shift is being held."""


class Windows:
    """Stands for user32."""

    def __init__(self, flags: int, answers: bool = True) -> None:
        self.flags = flags
        self.answers = answers
        self.asked: list[tuple[int, int]] = []

    def SystemParametersInfoW(self, what: int, size: int, place: Any, how: int) -> int:
        self.asked.append((what, size))
        place._obj.flags = self.flags
        return int(self.answers)


def pretend(monkeypatch: pytest.MonkeyPatch, windows: Windows) -> None:
    monkeypatch.setattr(shift_presses, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=windows), raising=False)


@pytest.mark.parametrize(("flags", "left"), [(OFFERED, 1), (OFFERED | ON, 0)])
def test_on_windows_shift_leaves_only_while_sticky_keys_are_off(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, flags: int, left: int
) -> None:
    windows = Windows(flags)
    pretend(monkeypatch, windows)
    tap_shift(stage.text, 3)
    assert stage.left == left
    assert set(windows.asked) == {(0x003A, 8)}  # SPI_GETSTICKYKEYS, and the size that its structure must name


def test_where_windows_gives_no_answer_shift_leaves(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, Windows(ON, answers=False))
    tap_shift(stage.text, 3)
    assert stage.left == 1
