"""Stands in for the plan when its files cannot be read: the first rule, and who to call."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.ui import strings
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.help_card import help_card
from desktop_app.ui.layers import Screen
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.problems import sentence
from desktop_app.ui.session import Session
from desktop_app.ui.text import Text, Title
from desktop_app.ui.theme import Look


class BrokenPlan(Screen):
    """Announces the wish for a line's code."""

    qr_chosen = Signal(object, object)

    def __init__(self, look: Look, session: Session, clipboard: Clipboard) -> None:
        super().__init__()
        self._title = Title(look, strings.BROKEN_PLAN)
        scroll = ScrollColumn(look)
        scroll.column.setSpacing(12)
        scroll.column.addWidget(self._title)
        scroll.column.addWidget(Text(look, strings.BROKEN_WHAT_NOW, "lead"))
        for service in session.best():
            card = help_card(look, service, session.state, clipboard, self.qr_chosen.emit, name=True)
            scroll.column.addWidget(card)
        problems = " ".join(sentence(problem) for problem in session.problems)
        scroll.column.addWidget(Text(look, f"{strings.BROKEN_TELL} {problems}", "small", "ink2"))
        scroll.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def take_focus(self) -> None:
        """The title is read out."""
        self._title.setFocus()
