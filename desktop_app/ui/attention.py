"""Notices when the person turns to another program, so that nobody reads the page over their shoulder or in a preview.

What it cannot do: a page that is minimised by the system itself is in the window manager's last picture already, before
any program is told. Whatever is looked at after that shows the cover.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

BLINK = 60
"""Milliseconds. A menu of ours or a window of the system's own can have the keyboard for a moment on its way."""
WAITS_BY_ITSELF = frozenset({"xcb"})
"""Platforms on which Qt waits before it says that we lost the keyboard: on X11 100 ms, half of the time we have."""


class Attention(QObject):
    """Says `lost` when the page is to be covered.

    `stays` says whether the page stays as it is all the same: because the person wants that, or has a screen reader, a
    magnifier or an on-screen keyboard in use, which take the keyboard or read the page without anybody looking
    elsewhere. It is asked each time, and never before the person left.
    """

    lost = Signal()

    def __init__(self, app: QGuiApplication, stays: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stays = stays
        # Asked for by name here: PySide cannot hand the state to `notice` before it has met its type once.
        self._was_here = app.applicationState() is Qt.ApplicationState.ApplicationActive
        blink = 0 if app.platformName() in WAITS_BY_ITSELF else BLINK
        self._blink = QTimer(self, singleShot=True, interval=blink)
        self._blink.timeout.connect(self._decide)
        app.applicationStateChanged.connect(self.notice)

    def notice(self, state: Qt.ApplicationState) -> None:
        """The program has, or no longer has, the keyboard."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._was_here = True
            self._blink.stop()
        elif self._was_here and not self._blink.isActive():
            # SAFETY: a window that opens behind another has not been seen yet, and a cover there would tell that there
            # is something to hide (test_a_window_that_never_had_the_keyboard_is_not_covered).
            self._blink.start()

    def _decide(self) -> None:
        # SAFETY: who hears or enlarges the page would lose it with every message that comes up
        # (test_who_uses_a_screen_reader_keeps_the_page_on_the_screen).
        if self._stays():
            return
        # SAFETY: an open menu would lie over the cover and tell what is under it (test_an_open_menu_goes_too).
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        self.lost.emit()
