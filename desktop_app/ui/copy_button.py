"""Copying is by button only; the button itself says that it was done."""

from PySide6.QtCore import QTimer

from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.theme import Look

COPIED_FOR = 3000
"""Milliseconds."""


class CopyButton(Button):
    """Copies one text, and says so in itself for three seconds, to a screen reader too."""

    def __init__(
        self, look: Look, clipboard: Clipboard, text: str, spoken: str, words: str = strings.COPY, kind: str = "compact"
    ) -> None:
        super().__init__(look, words, kind, before="copy")
        self._resting = words
        self._spoken = spoken
        self._text = text
        self.setAccessibleName(spoken)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COPIED_FOR)
        self._timer.timeout.connect(self._rest)
        self.clicked.connect(lambda: self._copy(clipboard))

    def use_text(self, text: str) -> None:
        """It copies this from now on."""
        self._text = text

    def _copy(self, clipboard: Clipboard) -> None:
        clipboard.copy(self._text)
        self.say(strings.COPIED, before="check")
        self.setAccessibleName(strings.COPIED)
        self._timer.start()

    def _rest(self) -> None:
        self.say(self._resting, before="copy")
        self.setAccessibleName(self._spoken)
