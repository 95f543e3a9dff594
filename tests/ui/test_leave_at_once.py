"""The end of the process, tried on real ones without a screen. No test here measures time."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

BEFORE = """
import atexit, ctypes, os, sys, threading, time
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget
from desktop_app.ui.freeze_watchdog import FreezeWatchdog
from desktop_app.ui.leave_now import leave_at_once

app = QApplication([])
hold_the_interpreter = ctypes.PyDLL(None).sleep
"""


def environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false", "PYTHONPATH": str(ROOT)}


def run(script: str) -> tuple[int, str, str]:
    """Run a script in a process of its own, without a screen. Gives its exit status, output and complaints."""
    result = subprocess.run(
        [sys.executable, "-c", BEFORE + script],
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return result.returncode, result.stdout, result.stderr


def test_all_windows_are_hidden_first() -> None:
    status, output, complaints = run("""
one, two, menu = QMainWindow(), QWidget(), QMenu()
menu.addAction("100 %")
one.show(); two.show(); menu.popup(QPoint(10, 10))
def clear():
    os.write(1, str([window.isVisible() for window in QApplication.topLevelWidgets()]).encode())
QTimer.singleShot(0, lambda: leave_at_once(clear))
app.exec()
""")
    assert (status, complaints) == (0, "")
    assert output == "[False, False, False]"


def test_nothing_runs_after_leaving() -> None:
    assert run("""
class Slow(QWidget):
    def __del__(self):
        print("an object was cleaned up")
    def closeEvent(self, event):
        print("a window was asked whether it may close")
window = Slow()
window.show()
atexit.register(print, "an exit handler ran")
app.aboutToQuit.connect(lambda: print("the application said good-bye"))
threading.Thread(target=time.sleep, args=(30,)).start()
leave_at_once(lambda: None)
""") == (0, "", "")


def test_a_clipboard_that_hangs_holds_nobody() -> None:
    assert run("leave_at_once(lambda: hold_the_interpreter(30))") == (1, "", "")


def test_a_window_that_hangs_while_hiding_holds_nobody() -> None:
    assert run("""
class Slow(QWidget):
    def hideEvent(self, event):
        hold_the_interpreter(30)
window = Slow()
window.show()
leave_at_once(lambda: None)
""") == (1, "", "")


def test_a_clipboard_that_fails_holds_nobody() -> None:
    assert run("leave_at_once(lambda: 1 / 0)") == (0, "", "")


def test_leaving_works_while_the_program_is_frozen_in_its_own_code() -> None:
    # The watchdog's clock and the limits of leaving do not hold each other back, also where they share one.
    assert run("""
from desktop_app.ui.freeze_clock import ReportClock
watchdog = FreezeWatchdog(ReportClock(20))
watchdog.start()
leave_at_once(lambda: hold_the_interpreter(30))
""") == (1, "", "")
