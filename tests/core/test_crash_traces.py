"""What a crash may leave: no picture of the memory. That a real crash leaves none is seen by the torture."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.crash_traces import NO_HEAP, carry_no_heap, write_no_core
from tests.desktop.program import ROOT


class FakeLimits:
    RLIMIT_CORE = 4

    def __init__(self, error: Exception | None = None) -> None:
        self.set: list[tuple[int, tuple[int, int]]] = []
        self._error = error

    def setrlimit(self, resource: int, limits: tuple[int, int], /) -> None:
        if self._error:
            raise self._error
        self.set.append((resource, limits))


class FakeReporter:
    def __init__(self) -> None:
        self.flags: list[int] = []

    def WerSetFlags(self, flags: int, /) -> int:
        self.flags.append(flags)
        return 0


class OldReporter:
    @property
    def WerSetFlags(self) -> Callable[[int], int]:
        raise AttributeError("function 'WerSetFlags' not found")  # as ctypes says it


def test_no_core_is_allowed_now_and_none_can_be_allowed_again() -> None:
    limits = FakeLimits()
    write_no_core(limits)
    assert limits.set == [(4, (0, 0))]


@pytest.mark.parametrize("error", [OSError("not permitted"), ValueError("not allowed to raise maximum limit")])
def test_a_limit_that_cannot_be_set_stops_nobody(error: Exception) -> None:
    write_no_core(FakeLimits(error))


def test_a_report_on_windows_carries_no_heap() -> None:
    reporter = FakeReporter()
    carry_no_heap(reporter)
    assert reporter.flags == [NO_HEAP] == [1]


def test_a_windows_that_knows_no_such_report_stops_nobody() -> None:
    carry_no_heap(OldReporter())


CRASHING = """
import os, resource
from desktop_app.core.crash_traces import keep_memory_out_of_crash_reports
keep_memory_out_of_crash_reports()
print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)
os.abort()
"""

if sys.platform != "win32":

    def test_a_crash_leaves_no_picture_of_the_memory(tmp_path: Path) -> None:
        shell = 'ulimit -S -c "$(ulimit -H -c)"; exec "$0" "$@"'  # as much as may be, whatever this shell allows
        command = ["sh", "-c", shell, sys.executable, "-c", CRASHING]
        paths = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
        done = subprocess.run(command, cwd=tmp_path, env=paths, capture_output=True, text=True, check=False)
        assert done.stdout == "(0, 0)\n"
        assert done.returncode < 0
        assert list(tmp_path.iterdir()) == []
