"""Whether a person is in the middle of a word that an input method puts together, as for Chinese or Japanese."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


class Composition(QObject):
    """Knows whether an input method holds an unfinished word in the field that has the keyboard.

    Most input methods keep Esc to themselves while they compose. This is for those that pass it on.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_open = False

    def follow(self, focused: QObject | None) -> None:
        """Another field has the keyboard; one that takes no input method, or none, is never in a word."""
        self._is_open = False
        if isinstance(focused, QWidget) and focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            focused.installEventFilter(self)

    def takes_esc(self) -> bool:
        """Whether this press of Esc belongs to the input method, and not to who is counting."""
        # SAFETY: it ends the word, or shows it anew and says so. Not every one says that it gave a word up; then only
        # this one press is lost (test_a_word_that_was_given_up_silently_costs_one_esc).
        takes, self._is_open = self._is_open, False
        return takes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what the input method has to say."""
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._is_open = bool(event.preeditString())
        return False
