"""The smallest program that has Leave now: one window with everything that could swallow a key or a click.

Started by the journeys as a program of its own, so that what they find out about Leave now does not depend on a page.
`python plain_window.py [OPTION...]`:
  --freeze   it stops answering half a second after its start
  --compose  the field holds a word that an input method has not finished
  --beside X a second window, X px from the left edge of the screens
  --slow     more time between the presses, and F9 leaves too

Each row of the window is 44 px high, in the order LEAVE, COPY, OPENER, CHOICES, TEXT.
"""

import os
import sys
import time

os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")  # as the real program does, before Qt is imported

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.freeze_watchdog import FreezeWatchdog
from desktop_app.ui.leave_now import LeaveNow, leave_at_once

LEAVE, COPY, OPENER, CHOICES, TEXT = 32, 82, 132, 182, 300
"""Where the rows are: px from the top to their middle."""


def main() -> int:
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    clipboard = Clipboard()
    leave = LeaveNow(lambda: leave_at_once(clipboard.clear_if_ours))
    window = QMainWindow()
    window.setWindowTitle("plain window")
    button = QPushButton("Leave now")
    button.setFixedWidth(160)
    button.setToolTip("words that lie over the button")
    copy = QPushButton("Copy")
    copy.clicked.connect(lambda: clipboard.copy("words to tell someone"))
    opener = QPushButton("Text size")
    menu = QMenu(opener)
    for percent in (100, 115, 130):
        menu.addAction(f"{percent} %")
    opener.setMenu(menu)
    choices = QComboBox()
    choices.addItems(["one", "two", "three"])
    text = QPlainTextEdit()
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(10, 10, 10, 10)
    column.setSpacing(6)
    for control in (button, copy, opener, choices):
        control.setFixedHeight(44)
        column.addWidget(control, alignment=Qt.AlignmentFlag.AlignRight)
    column.addWidget(text)
    window.setCentralWidget(body)
    window.resize(700, 500)
    window.show()
    text.setFocus()
    leave.guard(button)
    leave.watch()
    watchdog = FreezeWatchdog()
    watchdog.start()
    if "--freeze" in sys.argv:

        def freeze() -> None:
            while True:
                time.sleep(60)

        QTimer.singleShot(500, freeze)
    if "--compose" in sys.argv:

        def compose() -> None:
            if app.focusObject() is text:
                QCoreApplication.sendEvent(text, QInputMethodEvent("ni", []))

        # With the keyboard comes the first word; later, so that everybody has noticed the keyboard.
        app.focusObjectChanged.connect(lambda: QTimer.singleShot(0, compose), Qt.ConnectionType.SingleShotConnection)
    if "--slow" in sys.argv:
        leave.use(slow=True, extra_key="F9")
    beside = QPlainTextEdit()
    if "--beside" in sys.argv:
        beside.setWindowTitle("beside it")
        beside.setGeometry(int(sys.argv[sys.argv.index("--beside") + 1]) + 50, 100, 300, 200)
        beside.show()
        window.activateWindow()
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
