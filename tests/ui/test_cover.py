"""The cover: it tells nothing, every key and click takes it away, and the page is then where it was."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.leave_now import LeaveNow
from desktop_app.ui.theme import DARK, LIGHT, high_contrast
from tests.desktop.clock import Clock
from tests.desktop.presses import tap, tap_shift, window_of
from tests.ui.cover_room import BAR, WIDE, Room, look
from tests.ui.screens import role, settle, spoken

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SAID = "Handrail. Press a key or click to go on."


@pytest.fixture
def room(qtbot: QtBot, dressed: QApplication) -> Iterator[Room]:
    room = Room(look())
    room.window.show()
    with qtbot.waitActive(room.window):
        pass
    settle(room.window)
    yield room
    room.window.hide()
    room.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


# -- what it tells -----------------------------------------------------------------------------------------------------


def test_it_says_its_name_and_how_to_go_on_and_nothing_else(room: Room) -> None:
    room.lay_cover()
    settle(room.window)
    shown = [spoken(widget) for widget in room.window.findChildren(QWidget) if widget.isVisible() and spoken(widget)]
    assert shown == [SAID]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert (spoken(focused), role(focused)) == (SAID, QAccessible.Role.Button)


def drawn(room: Room) -> QImage:
    """The cover, without the bar over it."""
    settle(room.window)
    return room.window.grab(QRect(QPoint(0, BAR), room.cover.size())).toImage()


def box(picture: QImage, ground: str) -> QRect:
    """The smallest part with everything that is drawn on a plain ground."""

    def line(image: QImage, row: int) -> bytes:
        found: Any = image.constScanLine(row)
        return bytes(found)

    def drawn_on(image: QImage) -> list[int]:
        plain = QImage(image.width(), 1, QImage.Format.Format_RGB32)
        plain.fill(QColor(ground))
        return [row for row in range(image.height()) if line(image, row) != line(plain, 0)]

    even = picture.convertToFormat(QImage.Format.Format_RGB32)
    rows, columns = drawn_on(even), drawn_on(even.transformed(QTransform(0, 1, 1, 0, 0, 0)))
    return QRect(QPoint(columns[0], rows[0]), QPoint(columns[-1], rows[-1]))


def test_it_stands_where_our_design_has_it(room: Room) -> None:
    room.lay_cover()
    picture = drawn(room)
    mark, words = picture.copy(0, 0, 1100, 380 - BAR), picture.copy(0, 380 - BAR, 1100, 300)
    assert box(mark, LIGHT.bg) == QRect(518, 310 - BAR, 64, 64)
    assert box(words, LIGHT.bg) == QRect(QPoint(445, 398 - 380), QPoint(655, 446 - 380))


@pytest.mark.parametrize("size", [(560, 360), (640, 480), WIDE])
@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_of_it_is_cut(
    room: Room, dressed: QApplication, size: tuple[int, int], text_size: int, direction: Qt.LayoutDirection
) -> None:
    dressed.setLayoutDirection(direction)
    room.look = look(text_size=text_size)
    room.window.resize(*size)
    room.lay_cover()
    picture = drawn(room)
    found = box(picture, LIGHT.bg)
    assert picture.rect().adjusted(4, 4, -4, -4).contains(found)
    assert abs(found.center().x() - picture.width() // 2) <= 2


def test_it_has_the_colours_of_every_look(room: Room, dressed: QApplication) -> None:
    for tokens in (LIGHT, DARK, high_contrast(dressed.palette())):
        room.look = look(tokens)
        room.lay_cover()
        picture = drawn(room)
        assert picture.pixelColor(10, 10).name() == tokens.bg.lower()
        assert picture.pixelColor(550, 320 - BAR).name() == tokens.accent.lower()
        assert picture.rect().contains(box(picture, tokens.bg))


# -- how to go on ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key",
    [Key.Key_A, Key.Key_Space, Key.Key_Return, Key.Key_Tab, Key.Key_Backtab, Key.Key_Escape, Key.Key_Down, Key.Key_F1],
    ids=lambda key: key.name,
)
def test_any_key_goes_on(room: Room, key: Qt.Key) -> None:
    room.lay_cover()
    tap(room.window, key)
    assert room.passed == ["passed"]


def test_a_key_that_has_no_name_goes_on(room: Room) -> None:
    room.lay_cover()
    QTest.sendKeyEvent(QTest.KeyAction.Press, room.window, Key.Key_unknown, "", NONE)
    QCoreApplication.sendEvent(window_of(room.window), QKeyEvent(QEvent.Type.KeyPress, 0, NONE, "ü"))
    assert room.passed == ["passed"]


@pytest.mark.parametrize(
    "key",
    [Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta, Key.Key_Super_L, Key.Key_CapsLock],
    ids=lambda key: key.name,
)
def test_a_key_that_is_only_held_for_another_shows_nothing(room: Room, key: Qt.Key) -> None:
    room.lay_cover()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window_of(room.window), QKeyEvent(kind, key, NONE))
    assert room.passed == []


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier])
def test_a_key_that_switches_between_programs_shows_nothing(room: Room, held: Qt.KeyboardModifier) -> None:
    room.lay_cover()
    tap(room.window, Key.Key_Tab, held)
    assert room.passed == []


def test_a_key_that_is_still_held_down_shows_nothing(room: Room) -> None:
    room.lay_cover()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window_of(room.window), QKeyEvent(kind, Key.Key_A, NONE, "a", True))
    QTest.keyRelease(window_of(room.window), Key.Key_A)
    assert room.passed == []


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton])
def test_any_click_goes_on(room: Room, button: Qt.MouseButton) -> None:
    room.lay_cover()
    QTest.mousePress(window_of(room.window), button, NONE, QPoint(30, BAR + 30))
    assert room.passed == ["passed"]


def test_a_finger_goes_on(room: Room) -> None:
    room.lay_cover()
    finger = QTest.createTouchDevice()
    QTest.touchEvent(window_of(room.window), finger).press(1, QPoint(300, 300)).commit()
    QTest.touchEvent(window_of(room.window), finger).release(1, QPoint(300, 300)).commit()
    assert room.passed == ["passed"]


def test_a_screen_reader_goes_on(room: Room, qtbot: QtBot) -> None:
    room.lay_cover()
    settle(room.window)
    focused = QApplication.focusWidget()
    assert focused is not None
    action = QAccessible.queryAccessibleInterface(focused).actionInterface()
    assert "Press" in action.actionNames()
    action.doAction("Press")
    qtbot.waitUntil(lambda: room.passed == ["passed"])  # Qt shows the button pressed first


def test_two_presses_at_once_go_on_once(room: Room) -> None:
    room.lay_cover()
    cover = room.cover
    whole = QApplication.focusWidget()
    assert whole is not None
    for _ in range(2):
        QCoreApplication.sendEvent(whole, QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, NONE, "a"))
    assert room.passed == ["passed"]
    assert cover is not room.layers.top.widget


# -- where the page is then --------------------------------------------------------------------------------------------


def test_the_page_is_where_it_was(room: Room) -> None:
    room.page.button.setFocus()
    room.page.article.bar.setValue(700)  # the button is not even in view
    page = room.page
    room.lay_cover()
    settle(room.window)
    tap(room.window, Key.Key_A)
    settle(room.window)
    assert room.page is page
    assert room.page.isVisible()
    assert QApplication.focusWidget() is page.button
    assert page.article.bar.value() == 700


def test_a_page_that_was_made_again_meanwhile_is_read_from_its_title(room: Room) -> None:
    room.page.button.setFocus()
    room.lay_cover()
    room.layers.make_again()
    settle(room.window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tap(room.window, Key.Key_A)
    settle(room.window)
    assert room.passed == ["passed"]
    assert QApplication.focusWidget() is room.page.title


# -- the ways out ------------------------------------------------------------------------------------------------------


def test_esc_twice_leaves_from_the_cover(room: Room, clock: Clock) -> None:
    left: list[str] = []
    leave = LeaveNow(lambda: left.append("left"), clock, room.window)
    leave.watch()
    room.lay_cover()
    tap(room.window, Key.Key_Escape)
    assert room.passed == ["passed"]
    assert left == []
    tap(room.window, Key.Key_Escape)
    assert left == ["left"]


def test_shift_three_times_leaves_from_the_cover_and_shows_nothing(room: Room, clock: Clock) -> None:
    left: list[str] = []
    leave = LeaveNow(lambda: left.append("left"), clock, room.window)
    leave.watch()
    room.lay_cover()
    tap_shift(room.window, times=3)
    assert left == ["left"]
    assert room.passed == []
