"""A heading that a screen reader meets as a heading, not as plain text."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


class HeadingText(Text):
    """A heading of level 2 and down; a page's own title is `Title`."""

    def __init__(self, look: Look, words: str, level: int = 2) -> None:
        super().__init__(look, words, "heading" if level <= 2 else "card-title")


def heading_role(class_name: str, widget: QObject) -> QAccessibleInterface | None:
    """Qt's question for each new control: an interface with the role of a heading for ours, None for all others."""
    if class_name in ("HeadingText", "Title") and isinstance(widget, QWidget):
        return QAccessibleWidget(widget, QAccessible.Role.Heading, widget.accessibleName())
    return None
