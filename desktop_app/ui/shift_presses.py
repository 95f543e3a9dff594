"""Counts presses of Shift that are nothing but presses of Shift."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

PRESSES = 3

_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ShiftPresses(QObject):
    """Says when Shift was pressed three times, each time within `within` seconds, with nothing in between.

    A press that is held longer than that does not count. `clock` gives seconds and never goes backwards.
    """

    counted = Signal(int)
    """How many presses count so far, 0 to 2."""

    def __init__(self, clock: Callable[[], float], within: float, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._within = within
        self._presses = 0
        self._counted_at = 0.0
        self._down_at: float | None = None  # None while Shift is up, or held for something else
        self._is_down = False
        self._latched_is_told = QGuiApplication.platformName() in ("xcb", "wayland")
        self._too_late = QTimer(self, singleShot=True)
        self._too_late.timeout.connect(self.forget)

    def use(self, within: float) -> None:
        """Another limit, in seconds, from now on."""
        self._within = within
        self.forget()

    def down(self, event: QKeyEvent) -> None:
        """Shift went down."""
        # SAFETY: with the other Shift down, or with Sticky Keys holding it, this press is typing and no way out
        # (test_both_shift_keys_together_stay, test_shift_held_by_sticky_keys_stays).
        held = self._is_down or (self._latched_is_told and event.nativeModifiers() & 1)
        self._is_down = True
        if held or event.modifiers() & _OTHERS or sticky_keys_on():
            self.forget()
        else:
            self._down_at = self._clock()

    def up(self) -> bool:
        """Shift was let go of. Whether that was the third time."""
        self._is_down = False
        down_at, self._down_at = self._down_at, None
        now = self._clock()
        # SAFETY: a capital letter, Shift with an arrow or a click, and a Shift held down are all typing: each of
        # them has emptied `_down_at` or comes too late (test_typing_capitals_stays and its neighbours).
        if down_at is None or now - down_at > self._within:
            self.forget()
            return False
        if now - self._counted_at > self._within:
            self._presses = 0
        self._presses += 1
        self._counted_at = now
        if self._presses >= PRESSES:
            return True
        self.counted.emit(self._presses)
        self._too_late.start(int(self._within * 1000))
        return False

    def forget(self) -> None:
        """Something else came in between: the next press is the first."""
        self._down_at = None
        if self._presses:
            self._presses = 0
            self._too_late.stop()
            self.counted.emit(0)

    def lose(self) -> None:
        """Shift may be let go of elsewhere: another program has the keyboard now."""
        self.forget()
        self._is_down = False


def sticky_keys_on() -> bool:
    """Whether the system itself presses Shift for the person. X11 and Wayland tell it in the key event instead."""
    if sys.platform == "win32":
        import ctypes

        class StickyKeys(ctypes.Structure):
            _fields_ = (("size", ctypes.c_uint), ("flags", ctypes.c_uint))

        get_sticky_keys, is_on = 0x003A, 0x0001
        keys = StickyKeys(ctypes.sizeof(StickyKeys), 0)
        told = ctypes.windll.user32.SystemParametersInfoW(get_sticky_keys, keys.size, ctypes.byref(keys), 0)
        return bool(told and keys.flags & is_on)
    else:  # noqa: RET505 (the type checker reads the branch of this system only)
        return False
