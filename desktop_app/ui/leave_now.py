"""Leave now: every way out of the program, and what happens on the way.

A person who is being watched presses something and the program is gone: the button, Esc twice, Shift three times,
F12, and every normal close. All of them end here. This module never asks, never saves, never waits for anything
without a limit, and never writes a word anywhere.

One filter sits on every window (`QWindow`), not on the application: a Python filter on the application is called
for each event of each widget and costs a third of the start. What it counts belongs to one `LeaveNow`, so two
presses count wherever they land: the first Esc may close a menu and the second one reach the window behind it.
"""

from __future__ import annotations

import faulthandler
import os
import time
from collections.abc import Callable
from typing import NoReturn

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from desktop_app.ui.composition import Composition
from desktop_app.ui.shift_presses import ShiftPresses

ESC_WITHIN = 1.0
"""Seconds between the two presses of Esc."""

SHIFT_WITHIN = 2.0
"""Seconds from one press of Shift to the next."""

SLOW_ESC_WITHIN = 3.0
SLOW_SHIFT_WITHIN = 5.0
"""The same for a person whose hands need longer."""

_HIDE_AT_MOST = 0.5
_CLIPBOARD_AT_MOST = 0.1

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
_POINTER = _PRESSES | {QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel, QEvent.Type.TouchBegin}
_KEYS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_SEEN = _POINTER | _KEYS | {QEvent.Type.Close, QEvent.Type.FocusOut}


class LeaveNow(QObject):
    """Watches all windows of the program for the ways out and calls `leave` on the first one it sees.

    `leave` is not expected to come back (see `leave_at_once`); a test's may. `clock` gives seconds and never goes
    backwards.
    """

    shift_counted = Signal(int)
    """How many presses of Shift count so far, 0 to 2, for the three dots in the button."""

    def __init__(
        self, leave: Callable[[], None], clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._leave = leave
        self._clock = clock
        self._guarded: list[QWidget] = []
        self._composition = Composition(self)
        self._esc_at: float | None = None
        self._esc_within = ESC_WITHIN
        self._shift = ShiftPresses(clock, SHIFT_WITHIN, self)
        self._shift.counted.connect(self.shift_counted)
        self._extra_key: int | None = None
        self._override_for: int | None = None
        self._released = (0, 0)  # which key was let go of last, and when (ms)
        # A menu or list opens on a key or a click, and not every system gives it the focus: look once that is handled.
        self._after_input = QTimer(self, singleShot=True, interval=0)
        self._after_input.timeout.connect(self._watch_windows)

    def watch(self) -> None:
        """Watch every window there is and every one that comes, menus and lists too. Call it once, after `show()`."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch_windows)
        app.focusObjectChanged.connect(self._composition.follow)
        self._composition.follow(app.focusObject())
        self._watch_windows()

    def use(self, slow: bool, extra_key: str) -> None:
        """What the person chose, from now on: more time between presses, and one more key that leaves.

        `extra_key` is a name of `Qt.Key` without "Key_" ("F9", "Pause"), "" for none. It leaves only when it is
        pressed without Shift, Control, Alt and the like.
        """
        self._esc_within = SLOW_ESC_WITHIN if slow else ESC_WITHIN
        self._shift.use(SLOW_SHIFT_WITHIN if slow else SHIFT_WITHIN)
        self._extra_key = Qt.Key[f"Key_{extra_key}"] if extra_key else None

    def guard(self, button: QWidget) -> None:
        """Let `button` leave: on a press of the mouse inside it, and on `clicked`, which keys and screen readers make.

        The press is seen by the window, so it also works while an open menu or list would swallow it.
        """
        self._guarded.append(button)
        if isinstance(button, QAbstractButton):
            button.clicked.connect(self._go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what reaches a window; keep nothing from it, except what made us leave."""
        kind = event.type()
        if kind not in _SEEN or not isinstance(watched, QWindow):
            return False
        if not self._after_input.isActive():
            self._after_input.start()
        if kind in _KEYS:
            return isinstance(event, QKeyEvent) and self._key(kind, event)
        if kind in _POINTER:
            self._esc_at = None
            self._shift.forget()
            if kind in _PRESSES and isinstance(event, QMouseEvent) and self._is_on_guarded(watched, event):
                return self._go()
        elif kind == QEvent.Type.FocusOut:
            self._shift.lose()
        elif watched.type() == Qt.WindowType.Window:
            # SAFETY: closing a menu is no way out, closing the window is (test_closing_the_window_leaves).
            return self._go()
        return False

    def _go(self) -> bool:
        self._esc_at = None
        self._shift.forget()
        self._leave()
        return True

    def _watch_windows(self) -> None:
        # A window that has this filter already keeps one: Qt moves it to the front.
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)

    def _is_on_guarded(self, window: QWindow, event: QMouseEvent) -> bool:
        inside = QRect(0, 0, window.width(), window.height()).contains(event.position().toPoint())
        if inside and window.type() == Qt.WindowType.Popup:
            return False  # a choice in a menu that happens to lie over the button
        spot = event.globalPosition().toPoint()
        self._guarded = [button for button in self._guarded if isValid(button)]
        return any(b.isVisible() and b.rect().contains(b.mapFromGlobal(spot)) for b in self._guarded)

    # -- keys ------------------------------------------------------------------------------------------------------

    def _key(self, kind: QEvent.Type, event: QKeyEvent) -> bool:
        key = event.key()
        if event.isAutoRepeat():
            self._shift.forget()
            return False
        if kind == QEvent.Type.KeyRelease:
            self._released = (key, event.timestamp())
            self._override_for = None
            return key == Qt.Key.Key_Shift and self._shift.up() and self._go()
        if self._is_repeat(event):
            self._shift.forget()
            return False
        if key == Qt.Key.Key_Shift:
            # SAFETY: only the press itself. It is always in order with the release, which what asks for shortcuts is
            # not (test_shift_leaves_also_where_a_screen_reader_passes_the_keys_on).
            if kind == QEvent.Type.KeyPress:
                self._shift.down(event)
            return False
        # One press comes twice: as a shortcut's override, then as a press, unless a shortcut took it in between.
        if kind == QEvent.Type.ShortcutOverride:
            self._override_for = key
        elif self._override_for == key or _is_late(event):
            self._override_for = None
            self._shift.forget()
            return False
        return self._pressed(key, event)

    def _is_repeat(self, press: QKeyEvent) -> bool:
        # SAFETY: Qt does not always know that a key is held down. On X11 a held key is let go of and pressed again in
        # the same millisecond, which no hand can do
        # (test_esc_held_down_is_one_press_also_where_qt_takes_it_for_many). Under a screen reader that millisecond is
        # not known; there, and only there, holding Esc down for long may leave.
        is_real = press.nativeScanCode() != 0 and not _is_late(press)  # and not made by a test
        return is_real and self._released == (press.key(), press.timestamp())

    def _pressed(self, key: int, event: QKeyEvent) -> bool:
        self._shift.forget()
        if key == Qt.Key.Key_Escape:
            return self._esc(event)
        command = event.modifiers() & _COMMAND
        if key == Qt.Key.Key_F12 and not command:
            return self._go()
        if key == self._extra_key and not event.modifiers() & (_COMMAND | _SHIFT):
            return self._go()
        # Control alone: with Alt it is AltGr, which types "@" on many keyboards. On a Mac it is the Command key.
        if key in (Qt.Key.Key_W, Qt.Key.Key_Q) and command == Qt.KeyboardModifier.ControlModifier:
            return self._go()
        if key == Qt.Key.Key_F4 and command == Qt.KeyboardModifier.AltModifier:
            return self._go()
        return False

    def _esc(self, event: QKeyEvent) -> bool:
        # Esc belongs to an input method while it is composing: there it only takes back half a word.
        if event.modifiers() & _COMMAND or self._composition.takes_esc():
            return False
        now = self._clock()
        first, self._esc_at = self._esc_at, now
        if first is not None and now - first <= self._esc_within:
            return self._go()
        return False  # the first Esc still does what it always does: it closes a menu or a sheet


def _is_late(event: QKeyEvent) -> bool:
    """Whether a screen reader was asked about this key before it came to us: Qt then passes it on without its time.

    What asks for shortcuts has been here before it, at once and with its time.
    """
    return bool(event.nativeScanCode()) and not event.timestamp()


def leave_at_once(clear_clipboard: Callable[[], None]) -> NoReturn:
    """Hide every window, empty the clipboard if it is ours, end the process. Exit status 0.

    Each of the first two has a limit that holds even if the thread of the windows hangs in it (then the status
    is 1): the process ends all the same.
    """
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        faulthandler.dump_traceback_later(_HIDE_AT_MOST, exit=True, file=silence)
        # SAFETY: windows first, all of them, before anything that could take time (test_all_windows_are_hidden_first).
        for window in QApplication.topLevelWidgets():
            window.hide()
        faulthandler.dump_traceback_later(_CLIPBOARD_AT_MOST, exit=True, file=silence)
        clear_clipboard()
    finally:
        # SAFETY: no clean-up code of Python or Qt runs: it could ask, wait or save (test_nothing_runs_after_leaving).
        os._exit(0)
