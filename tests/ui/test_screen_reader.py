"""What a screen reader can do with single controls."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QWidget

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qr_code import QrCode
from desktop_app.ui.theme import Theme
from tests.ui.every_screen import ONE_OF_EACH_KIND, SCREENS
from tests.ui.opening import OpenWindow
from tests.ui.screens import LEAVE, NOT_SAFE, SMALL, WIDE, boxes, find, press, role, says, seen, settle, spoken
from tests.ui.visits import FINGER, Role

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


def press_as_a_screen_reader(window: MainWindow, name: str) -> None:
    """By the first action that the control offers."""
    actions = QAccessible.queryAccessibleInterface(find(window, name)).actionInterface()
    actions.doAction(next(action for action in actions.actionNames() if action in ("Press", "Toggle")))
    QTest.qWait(150)  # Qt shows a button down for a moment before it acts
    settle(window)


class Watcher(QObject):
    """Notes every window that is shown, menus left out."""

    def __init__(self) -> None:
        super().__init__()
        self.others: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.others.append(repr(watched))
        return False


def test_the_rail_is_a_list_whose_rows_say_their_place(window: MainWindow) -> None:
    for name in ("I’m being blackmailed", "Done, next step", "Skip for now"):
        press(window, name)
    rail = next(widget for widget in seen(window) if isinstance(widget, QListView))
    rows = QAccessible.queryAccessibleInterface(rail)
    names = [rows.child(row).text(QAccessible.Text.Name) for row in range(rows.childCount())]
    assert rows.text(QAccessible.Text.Name) == "Your plan"
    assert len(names) == 9
    assert names[0] == "Step 1 of 9: Stop, done"
    assert names[1].endswith(", left for later")
    assert names[2].startswith("Step 3 of 9: ")
    assert [row for row in range(9) if rows.child(row).state().selected] == [2]


def test_an_answer_says_whether_it_is_picked(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    answer = find(window, "I already paid")
    assert role(answer) is Role.CheckBox
    assert not QAccessible.queryAccessibleInterface(answer).state().checked
    answer.click()
    assert QAccessible.queryAccessibleInterface(answer).state().checked


def test_a_screen_reader_can_answer_and_take_the_answer_back(window: MainWindow) -> None:
    for name in ("I’m being blackmailed", "I already paid"):
        press_as_a_screen_reader(window, name)
    assert says(window, "We added a step")
    assert find(window, "I already paid").isChecked()
    press_as_a_screen_reader(window, "I already paid")
    assert says(window, "We took out the step")
    assert not find(window, "I already paid").isChecked()
    press_as_a_screen_reader(window, "I don’t know")
    assert find(window, "I don’t know").isChecked()


def test_a_screen_reader_can_tick(window: MainWindow) -> None:
    press_as_a_screen_reader(window, "I’m being blackmailed")
    press_as_a_screen_reader(window, spoken(boxes(window)[0]))
    for name in ("Done, next step", "Back"):
        press_as_a_screen_reader(window, name)
    assert boxes(window)[0].isChecked()


def test_a_screen_reader_can_choose_a_code_and_a_country(window: MainWindow) -> None:
    for name in (NOT_SAFE, "Show a QR code for Samaritans"):
        press_as_a_screen_reader(window, name)
    assert [spoken(part) for part in seen(window) if isinstance(part, QrCode)] == ["QR code: Samaritans, 116 123"]
    for name in ("Somewhere else?", "Another country"):
        press_as_a_screen_reader(window, name)
    assert says(window, "Help from anywhere in the world.")


def test_a_screen_reader_can_leave(window: MainWindow, left: list[str]) -> None:
    press_as_a_screen_reader(window, LEAVE)
    assert left == ["left"]


def test_no_row_of_the_rail_is_lower_than_a_finger_is_wide(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    rail = next(widget for widget in seen(window) if isinstance(widget, QListView))
    rows = [rail.visualRect(rail.model().index(row, 0)) for row in range(rail.model().rowCount())]
    assert min(row.height() for row in rows) >= FINGER


@pytest.mark.parametrize("way", [("Text size",), ("Settings", "Text size")], ids=["Home", "settings"])
def test_no_choice_in_a_menu_is_lower_than_a_finger_is_wide(window: MainWindow, way: tuple[str, ...]) -> None:
    for name in way:
        press(window, name)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    heights = [menu.actionGeometry(action).height() for action in menu.actions()]
    menu.close()
    assert min(heights) >= FINGER


@pytest.mark.parametrize("name", ONE_OF_EACH_KIND)
def test_no_other_window_is_ever_opened(open_window: OpenWindow, dressed: QApplication, name: str) -> None:
    window = open_window(SCREENS[name].place, size=SMALL if SCREENS[name].folded else WIDE)
    watcher = Watcher()
    dressed.installEventFilter(watcher)
    try:
        SCREENS[name].go(window)
        window.use_look(150, Theme.DARK)
        settle(window)
    finally:
        dressed.removeEventFilter(watcher)
    assert watcher.others == []
    assert window.isActiveWindow()
