"""The ways out and what is no way out, with a clock that we move and a `leave` that only counts."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.desktop.clock import Clock
from tests.desktop.presses import LEFT, NONE, press, repeat, tap, window_of
from tests.desktop.stage import Stage

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key

# What the offscreen platform says about each menu. Real screens do not.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


# -- Esc ---------------------------------------------------------------------------------------------------------------


def test_esc_twice_leaves(stage: Stage) -> None:
    tap(stage.text, Key.Key_Escape)
    assert stage.left == 0
    tap(stage.text, Key.Key_Escape)
    assert stage.left == 1


@pytest.mark.parametrize(("apart", "left"), [(1.0, 1), (1.01, 0)])
def test_the_second_esc_counts_within_a_second(stage: Stage, clock: Clock, apart: float, left: int) -> None:
    tap(stage.text, Key.Key_Escape)
    clock.move(apart)
    tap(stage.text, Key.Key_Escape)
    assert stage.left == left


def test_an_esc_that_came_too_late_is_the_first_of_the_next_two(stage: Stage, clock: Clock) -> None:
    tap(stage.text, Key.Key_Escape)
    clock.move(1.5)
    tap(stage.text, Key.Key_Escape)
    clock.move(0.5)
    tap(stage.text, Key.Key_Escape)
    assert stage.left == 1


def test_another_key_between_two_esc_does_not_hold_a_person_back(stage: Stage) -> None:
    for key in (Key.Key_Escape, Key.Key_F1, Key.Key_Escape):
        tap(stage.text, key)
    assert stage.left == 1


def test_a_click_between_two_esc_begins_anew(stage: Stage) -> None:
    tap(stage.text, Key.Key_Escape)
    QTest.mouseClick(window_of(stage.text), LEFT, NONE, stage.text.geometry().center())
    tap(stage.text, Key.Key_Escape)
    assert stage.left == 0


def test_esc_held_down_is_one_press(stage: Stage) -> None:
    QTest.keyPress(window_of(stage.text), Key.Key_Escape)
    for _ in range(5):
        repeat(stage.text, Key.Key_Escape)
    QTest.keyRelease(window_of(stage.text), Key.Key_Escape)
    assert stage.left == 0


def test_esc_with_control_or_alt_belongs_to_the_system(stage: Stage) -> None:
    tap(stage.text, Key.Key_Escape, CONTROL)
    tap(stage.text, Key.Key_Escape, ALT)
    assert stage.left == 0


def test_the_first_esc_still_closes_a_menu(stage: Stage, qtbot: QtBot) -> None:
    menu = stage.open_menu(qtbot)
    tap(menu, Key.Key_Escape)
    assert not menu.isVisible()
    assert stage.left == 0
    tap(stage.text, Key.Key_Escape)
    assert stage.left == 1


def test_esc_counts_also_where_a_shortcut_takes_it(stage: Stage) -> None:
    shortcut = QShortcut(QKeySequence(Key.Key_Escape), stage.window)
    taken: list[bool] = []
    shortcut.activated.connect(lambda: taken.append(True))
    tap(stage.text, Key.Key_Escape)
    tap(stage.text, Key.Key_Escape)
    assert taken
    assert stage.left == 1


def test_esc_belongs_to_an_input_method_while_it_composes(stage: Stage) -> None:
    QCoreApplication.sendEvent(stage.text, QInputMethodEvent("ni", []))
    tap(stage.text, Key.Key_Escape)
    tap(stage.text, Key.Key_Escape)
    assert stage.left == 0
    QCoreApplication.sendEvent(stage.text, QInputMethodEvent("", []))
    tap(stage.text, Key.Key_Escape)
    tap(stage.text, Key.Key_Escape)
    assert stage.left == 1


def test_a_word_that_was_given_up_silently_costs_one_esc(stage: Stage) -> None:
    QCoreApplication.sendEvent(stage.text, QInputMethodEvent("ni", []))
    for _ in range(3):
        assert stage.left == 0
        tap(stage.text, Key.Key_Escape)
    assert stage.left == 1


def test_esc_belongs_to_an_input_method_for_as_long_as_it_goes_on_with_the_word(stage: Stage) -> None:
    for part in ("nihao", "nih", "ni"):
        QCoreApplication.sendEvent(stage.text, QInputMethodEvent(part, []))
        tap(stage.text, Key.Key_Escape)
    assert stage.left == 0


def test_esc_is_free_again_when_a_composing_field_loses_the_keyboard(stage: Stage) -> None:
    QCoreApplication.sendEvent(stage.text, QInputMethodEvent("ni", []))
    stage.button.setFocus()
    tap(stage.text, Key.Key_Escape)
    tap(stage.text, Key.Key_Escape)
    assert stage.left == 1


# -- other keys --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Key.Key_F12, NONE), (Key.Key_W, CONTROL), (Key.Key_Q, CONTROL), (Key.Key_F4, ALT)],
    ids=["F12", "Ctrl+W", "Ctrl+Q", "Alt+F4"],
)
def test_one_press_leaves(stage: Stage, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyPress(window_of(stage.text), key, modifiers)
    assert stage.left == 1


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Key.Key_Q, CONTROL | ALT), (Key.Key_Q, NONE), (Key.Key_W, NONE), (Key.Key_F4, NONE), (Key.Key_F12, CONTROL)],
    ids=["AltGr+Q types @", "Q", "W", "F4", "Ctrl+F12"],
)
def test_one_press_stays(stage: Stage, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    tap(stage.text, key, modifiers)
    assert stage.left == 0


# -- the button --------------------------------------------------------------------------------------------------------


def test_a_press_on_the_button_leaves_before_the_mouse_is_let_go(stage: Stage) -> None:
    press(stage.window, stage.button)
    assert stage.left == 1


def test_a_press_beside_the_button_stays(stage: Stage) -> None:
    press(stage.window, stage.button, QPoint(stage.button.width() + 3, 10))
    assert stage.left == 0


def test_the_button_leaves_by_space_too(stage: Stage) -> None:
    stage.button.setFocus()
    tap(stage.button, Key.Key_Space)
    assert stage.left == 1


def test_the_button_leaves_with_a_menu_open(stage: Stage, qtbot: QtBot) -> None:
    press(stage.open_menu(qtbot), stage.button)
    assert stage.left == 1


def test_the_button_leaves_with_a_list_open(stage: Stage, qtbot: QtBot) -> None:
    press(stage.window, stage.choices)
    view = stage.choices.view()
    qtbot.waitUntil(view.isVisible)
    QCoreApplication.processEvents()
    press(view, stage.button)
    assert stage.left == 1
    stage.choices.hidePopup()


def test_the_button_leaves_with_a_menu_open_that_the_system_gave_no_focus(stage: Stage, qtbot: QtBot) -> None:
    app = QCoreApplication.instance()
    assert app is not None
    menu = QMenu(stage.window)
    menu.addAction("100 %")
    stage.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    stage.text.customContextMenuRequested.connect(lambda at: menu.popup(stage.text.mapToGlobal(at)))
    app.blockSignals(True)  # so nothing says that the focus went to the menu
    try:
        QTest.mouseClick(window_of(stage.text), Qt.MouseButton.RightButton, NONE, stage.text.geometry().center())
        qtbot.waitUntil(lambda: QTest.qWaitForWindowExposed(menu))
    finally:
        app.blockSignals(False)
    press(menu, stage.button)
    assert stage.left == 1


def test_a_press_elsewhere_only_closes_the_menu(stage: Stage, qtbot: QtBot) -> None:
    menu = stage.open_menu(qtbot)
    press(menu, stage.text, QPoint(5, 5))
    assert not menu.isVisible()
    assert stage.left == 0


def test_a_choice_in_a_menu_that_lies_over_the_button_stays(stage: Stage, qtbot: QtBot) -> None:
    menu = stage.open_menu(qtbot, stage.button.mapToGlobal(QPoint(0, 0)))
    press(menu, menu, QPoint(10, 10))
    assert stage.left == 0
    menu.hide()


def test_a_button_that_is_not_shown_is_no_way_out(stage: Stage) -> None:
    spot = stage.button.mapToGlobal(stage.button.rect().center())
    stage.button.setVisible(False)
    QTest.mousePress(window_of(stage.text), LEFT, NONE, window_of(stage.text).mapFromGlobal(spot))
    assert stage.left == 0


def test_a_button_that_is_gone_is_forgotten(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.button.destroyed):
        stage.button.deleteLater()
    press(stage.window, stage.text)
    assert stage.left == 0


# -- closing -----------------------------------------------------------------------------------------------------------


def test_closing_the_window_leaves(stage: Stage) -> None:
    stage.window.close()
    assert stage.left == 1


def test_closing_a_menu_stays(stage: Stage, qtbot: QtBot) -> None:
    stage.open_menu(qtbot).close()
    assert stage.left == 0
