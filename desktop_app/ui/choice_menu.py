"""A menu of choices of which one holds, opened above or below the button that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.theme import Look


def open_menu(
    look: Look, button: QWidget, choices: Mapping[str, str], chosen: str, pick: Callable[[str], None]
) -> QMenu:
    """Opens a menu at `button`. `choices` goes from a value to its words; `pick` gets the value that was picked."""
    menu = QMenu(button)
    menu.setFont(look.font("label-plain"))
    tokens = look.tokens
    pad, start = look.px(12), look.px(34)
    menu.setStyleSheet(
        f"QMenu {{ background: {tokens.surface}; color: {tokens.ink}; border: 1px solid {tokens.control}; }}"
        f"QMenu::item {{ padding: {pad}px {look.px(20)}px {pad}px {start}px; border-radius: 8px; }}"
        f"QMenu::item:selected {{ background: {tokens.soft}; color: {tokens.accent}; }}"
        f"QMenu::indicator {{ width: {look.px(14)}px; height: {look.px(14)}px; left: {pad}px; }}"
    )
    group = QActionGroup(menu)
    for value, words in choices.items():
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(lambda _checked, value=value: pick(value))
        group.addAction(action)
        if value == chosen:
            menu.setActiveAction(action)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(_place(menu, button))
    return menu


def _place(menu: QMenu, button: QWidget) -> QPoint:
    """Under the button where the window has room, so that the menu lies over no bar, else above it."""
    window, high = button.window(), menu.sizeHint().height()
    under = button.mapTo(window, QPoint(0, button.height()))
    return button.mapToGlobal(QPoint(0, button.height() if under.y() + high <= window.height() else -high))
