"""Why Qt is pinned: on Python 3.11, PySide6 6.12.0 loses a reference of None with every call and aborts after 5,000."""

import sys

import PySide6
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_qt_is_the_version_we_pinned() -> None:
    assert PySide6.__version__ == "6.11.3"


def test_twenty_thousand_calls_that_return_nothing_cost_no_reference_of_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm up")
    before = sys.getrefcount(None)
    for number in range(20_000):
        label.setText(str(number))
    # The broken version loses one for every call. A few come and go by themselves.
    assert abs(sys.getrefcount(None) - before) < 200
