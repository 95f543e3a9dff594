"""Keys and clicks for tests in one process: they enter at the window (`QWindow`), as the system's own do."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
SOME_KEY = 50
"""The number that a key has on a real keyboard; tests have none."""


def window_of(widget: QWidget) -> QWindow:
    # Not by windowHandle(): its Python object dies with that of the widget, and a list's outer one is short-lived.
    number = widget.window().winId()
    return next(window for window in QGuiApplication.allWindows() if window.winId() == number)


def tap(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key and let go of it."""
    QTest.keyPress(window_of(widget), key, modifiers)
    QTest.keyRelease(window_of(widget), key, modifiers)


def shift_down(widget: QWidget) -> None:
    # Without the modifier: with it, Qt's test library presses Shift once more, by itself.
    QTest.keyPress(window_of(widget), Qt.Key.Key_Shift)


def shift_up(widget: QWidget) -> None:
    QTest.keyRelease(window_of(widget), Qt.Key.Key_Shift)


def tap_shift(widget: QWidget, times: int = 1) -> None:
    for _ in range(times):
        shift_down(widget)
        shift_up(widget)


def repeat(widget: QWidget, key: Qt.Key) -> None:
    """What a key that is held down sends again and again."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window_of(widget), QKeyEvent(kind, key, NONE, "", True))


def real(widget: QWidget, kind: QEvent.Type, key: Qt.Key, when: int) -> None:
    """What X11 makes of a key. `when` in ms; 0 for one that came by way of a screen reader, without its time."""
    event = QKeyEvent(kind, key, NONE, SOME_KEY, key, 0)
    event.setTimestamp(when)
    QCoreApplication.sendEvent(window_of(widget), event)


def press(widget: QWidget, on: QWidget, at: QPoint | None = None) -> None:
    """Press the left button of the mouse where `on` is (its middle), in the window of `widget`."""
    spot = on.mapToGlobal(at if at is not None else on.rect().center())
    window = window_of(widget)
    QTest.mousePress(window, LEFT, NONE, window.mapFromGlobal(spot))
