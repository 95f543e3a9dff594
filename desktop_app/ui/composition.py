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
        self.is_open = False

    def follow(self, focused: QObject | None) -> None:
        self.is_open = False
        if isinstance(focused, QWidget) and focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self.is_open = bool(event.preeditString())
        return False
