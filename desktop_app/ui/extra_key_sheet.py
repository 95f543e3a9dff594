"""The sheet on which one more key for Leave now is picked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.core.settings import EXTRA_EXIT_KEYS
from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.columns import Columns
from desktop_app.ui.item_layout import held
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


def key_name(key: str) -> str:
    """How people call one of `EXTRA_EXIT_KEYS`; "" is none of them."""
    return strings.KEY_NAMES.get(key, key)


def extra_key_sheet(look: Look, holds: str, choose: Callable[[str], None]) -> Sheet:
    """`choose` gets one of `EXTRA_EXIT_KEYS`, or "" for none."""
    keys = Columns(3, look.px(150), 12)
    for key in ("", *EXTRA_EXIT_KEYS):
        button = Button(look, key_name(key), "row")
        button.setCheckable(True)
        button.show_picked(key == holds)
        button.toggled.connect(lambda _on, key=key: choose(key))
        keys.addWidget(button)
    parts: tuple[QWidget, ...] = (Text(look, strings.EXTRA_KEY_LEAD, "body", "ink2"), held(keys))
    return Sheet(look, strings.EXTRA_KEY, parts)
