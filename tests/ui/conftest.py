"""What tests of the windows share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.leave_now import LeaveNow
from tests.desktop.clock import Clock
from tests.desktop.stage import Stage


@pytest.fixture
def stage(qtbot: QtBot, clock: Clock) -> Iterator[Stage]:
    stage = Stage()
    body = QWidget()
    column = QVBoxLayout(body)
    stage.button.setFixedSize(160, 44)
    stage.choices.addItems(["one", "two", "three"])
    for control in (stage.button, stage.text, stage.choices):
        column.addWidget(control)
    column.addStretch()
    stage.window.setCentralWidget(body)
    stage.window.setGeometry(100, 100, 500, 400)
    stage.window.show()
    leave = LeaveNow(stage.leave, clock, stage.window)
    leave.shift_counted.connect(stage.dots.append)
    leave.guard(stage.button)
    leave.watch()
    stage.text.setFocus()
    with qtbot.waitActive(stage.window):
        pass
    yield stage
    stage.window.hide()
    stage.window.deleteLater()
