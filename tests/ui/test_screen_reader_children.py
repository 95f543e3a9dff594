"""A screen reader counts parts and asks for one when the page has changed already. That must not end anything."""

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea

from desktop_app.ui.main_window import MainWindow
from tests.desktop.program import ROOT
from tests.ui.screens import SMALL, WIDE, press, seen, settle

ASK = """
import datetime as dt
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from desktop_app.app import make_application, meet_screen_readers, make_window
from desktop_app.core.resources import find_resources
from tests.ui.screens import has, press, settle
qInstallMessageHandler(lambda kind, context, message: None)
app = make_application(find_resources())
meet_screen_readers()
noon = dt.datetime(2026, 11, 24, 12, tzinfo=dt.timezone.utc)
window, leave = make_window(app, find_resources(), lambda: noon, end=lambda clear: None)
window.show()
while not has(window, "Try it"):
    settle(window)
for name in ("I’m being blackmailed", "I don’t feel safe"):
    press(window, name)
    for widget in (window, *window.findChildren(QWidget)):
        interface = QAccessible.queryAccessibleInterface(widget)
        for place in (interface.childCount(), 99, -1):
            interface.child(place)
print("still here")
"""


def test_asking_for_a_part_that_is_no_longer_there_ends_nothing() -> None:
    # In a process of its own: where it goes wrong, that is gone without a word.
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "still here\n", (done.returncode, done.stderr)


@pytest.mark.parametrize("name", ["I’m being blackmailed", "I don’t feel safe"])
def test_a_page_has_as_many_parts_whether_it_scrolls_or_not(window: MainWindow, name: str) -> None:
    press(window, name)
    counted = []
    for size in ((WIDE[0], 3000), WIDE, (WIDE[0], SMALL[1])):
        window.resize(*size)
        settle(window)
        areas = [area for area in seen(window) if isinstance(area, QAbstractScrollArea)]
        counted.append([QAccessible.queryAccessibleInterface(area).childCount() for area in areas])
    assert counted[0] == counted[1] == counted[2]
