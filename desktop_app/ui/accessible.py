"""How a screen reader meets the few controls of ours that Qt's own description does not fit."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def accessible(class_name: str, widget: QObject) -> QAccessibleInterface | None:
    """Qt's question for each new control: our interface for those that Qt's own does not fit, None for all others."""
    if not isinstance(widget, QWidget):
        return None
    if class_name in ("HeadingText", "Title"):
        return QAccessibleWidget(widget, QAccessible.Role.Heading, widget.accessibleName())
    if class_name == "ScrollColumn":
        # SAFETY: Qt's own for scrolled pages does not check which child it is asked for, and some go with the bar:
        # a screen reader that asks a moment late ends the program
        # (test_asking_for_a_part_that_is_no_longer_there_ends_nothing).
        return QAccessibleWidget(widget, QAccessible.Role.Pane, "")
    return None
