"""When the watchdog sets its clock and when not, tried on real processes with a short one. Nothing measures time.

The clock of Linux, which cannot be short, is in test_freeze_clock.py.
"""

from tests.ui.test_leave_at_once import run

WATCH = """
from desktop_app.ui.freeze_clock import ReportClock
watchdog = FreezeWatchdog(ReportClock(0.3), beat=0.05)
watchdog.start()
"""


def test_a_frozen_program_ends_and_leaves_no_word() -> None:
    assert run(f"""{WATCH}
QTimer.singleShot(200, lambda: hold_the_interpreter(30))
app.exec()
""") == (1, "", "")


def test_a_program_that_answers_goes_on() -> None:
    assert run(f"""{WATCH}
QTimer.singleShot(1200, app.quit)
app.exec()
print("still here")
""") == (0, "still here\n", "")


def test_a_pause_lets_a_slow_call_finish() -> None:
    assert run(f"""{WATCH}
def wait_for_a_printer():
    with watchdog.paused():
        with watchdog.paused():
            time.sleep(0.5)
        time.sleep(0.5)
    print("done")
    app.quit()
QTimer.singleShot(0, wait_for_a_printer)
app.exec()
""") == (0, "done\n", "")


def test_it_watches_again_after_a_pause() -> None:
    assert run(f"""{WATCH}
def freeze_after_a_pause():
    with watchdog.paused():
        pass
    hold_the_interpreter(30)
QTimer.singleShot(0, freeze_after_a_pause)
app.exec()
""") == (1, "", "")


def test_a_pause_that_ends_in_an_error_still_ends() -> None:
    assert run(f"""{WATCH}
try:
    with watchdog.paused():
        raise OSError
except OSError:
    pass
hold_the_interpreter(30)
""") == (1, "", "")


def test_before_the_first_paint_nothing_is_watched() -> None:
    assert run("""
from desktop_app.ui.freeze_clock import ReportClock
watchdog = FreezeWatchdog(ReportClock(0.1), beat=0.05)
with watchdog.paused():
    pass
time.sleep(0.4)
print("still here")
""") == (0, "still here\n", "")
