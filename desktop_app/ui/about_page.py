"""What this program is, what it can't do, what nobody has tried yet, and whose work it carries."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.ui.layers import Screen
from desktop_app.ui.session import Session
from desktop_app.ui.theme import Look


class AboutPage(Screen):
    """Announces where to go on, and whose licence is to be read."""

    settings_chosen = Signal(str)
    talk_chosen = Signal()
    licence_chosen = Signal(object)

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
