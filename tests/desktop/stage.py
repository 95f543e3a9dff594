"""A window for the tests of Leave now in one process."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMainWindow, QMenu, QPushButton
from pytestqt.qtbot import QtBot


@dataclass
class Stage:
    """A window with a guarded button, a field, a menu and a list."""

    window: QMainWindow = field(default_factory=QMainWindow)
    button: QPushButton = field(default_factory=lambda: QPushButton("Leave now"))
    text: QLineEdit = field(default_factory=QLineEdit)
    choices: QComboBox = field(default_factory=QComboBox)
    left: int = 0
    dots: list[int] = field(default_factory=list)

    def leave(self) -> None:
        self.left += 1

    def open_menu(self, qtbot: QtBot, at: QPoint | None = None) -> QMenu:
        menu = QMenu(self.window)
        for size in ("100 %", "115 %", "130 %"):
            menu.addAction(size)
        menu.popup(at if at is not None else self.text.mapToGlobal(QPoint(0, 100)))
        qtbot.waitUntil(menu.isActiveWindow)
        qtbot.waitUntil(lambda: QTest.qWaitForWindowExposed(menu))
        return menu
