"""What this program puts on the clipboard, and how it gets off again.

Nothing is copied but by a button. Clipboard histories are asked to look away, in the way each system has for it, and
what is still ours after half a minute, or when the program leaves, is taken back. PRIMARY, which X11 fills from any
selection, is never touched.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT_FOR = 30.0
"""Seconds that copied words stay."""

# SAFETY: without these a clipboard history keeps the words for good (test_histories_are_asked_to_look_away).
# A format that a system does not know is harmless there. Windows reads the "Can..." values as a 32-bit number.
# macOS: Qt can name a type only in its own way, so a history must know this spelling; org.nspasteboard's own name
# cannot be reached from Python.
LOOK_AWAY = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"\x01\x00\x00\x00",
    "CanIncludeInClipboardHistory": b"\x00\x00\x00\x00",
    "CanUploadToCloudClipboard": b"\x00\x00\x00\x00",
    "application/x-nspasteboard-concealed-type": b"",
}


class Clipboard(QObject):
    """Copies for the person, and takes back what it copied. Makes no connection to the system before the first copy."""

    def __init__(self, kept_for: float = KEPT_FOR, parent: QObject | None = None) -> None:
        """`kept_for` is in seconds."""
        super().__init__(parent)
        self._clipboard: QClipboard | None = None
        self._is_ours = False
        self._timer = QTimer(self, singleShot=True, interval=int(kept_for * 1000))
        self._timer.timeout.connect(self.clear_if_ours)

    def copy(self, text: str) -> None:
        """Put `text` on the clipboard, for a while."""
        if self._clipboard is None:
            self._clipboard = QGuiApplication.clipboard()
            self._clipboard.dataChanged.connect(self._changed)
        data = QMimeData()
        data.setText(text)
        for name, value in LOOK_AWAY.items():
            data.setData(name, value)
        self._clipboard.setMimeData(data)
        self._is_ours = True
        self._timer.start()

    def clear_if_ours(self) -> None:
        """Take back what was copied, unless another program has put something there since."""
        self._timer.stop()
        if self._clipboard is not None and self._is_ours:
            self._is_ours = False
            self._clipboard.clear()

    def _changed(self) -> None:
        assert self._clipboard is not None
        self._is_ours = self._clipboard.ownsClipboard()
