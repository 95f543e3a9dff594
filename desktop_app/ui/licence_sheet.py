"""The sheet with the full text of one licence, a few paragraphs at a time: the longest has over a hundred."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.core.errors import ContentError
from desktop_app.core.licences import Licence, read_licence
from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.item_layout import held
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.problems import sentence
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.text import Text, clear
from desktop_app.ui.theme import Look

AT_A_TIME = 12
"""Paragraphs. All at once would hold up the window for a third of a second."""


class LicenceSheet(Sheet):
    """One label a paragraph, so that a screen reader can go from one to the next."""

    def __init__(self, look: Look, resources: Path, licence: Licence) -> None:
        self._look = look
        self._from = 0
        try:
            self._paragraphs = read_licence(resources, licence.files)
        except ContentError as error:
            self._paragraphs = (f"{strings.BROKEN_TELL} {sentence(error.problem)}",)
        self._shown = QVBoxLayout()
        self._shown.setSpacing(8)
        self._on = Button(look, strings.READ_ON, "secondary", after="arrow-right")
        self._on.clicked.connect(self._read_on)
        super().__init__(look, licence.part, (held(self._shown),), (self._on,))
        self._show()

    def _read_on(self) -> None:
        self._from += AT_A_TIME
        self._show()
        scroll = self.findChild(ScrollColumn)
        assert isinstance(scroll, ScrollColumn)
        scroll.bar.setValue(0)
        self.take_focus()

    def _show(self) -> None:
        clear(self._shown)
        rest = self._paragraphs[self._from :]
        for words in rest[:AT_A_TIME]:
            self._shown.addWidget(Text(self._look, words, "small"))
        self._on.setVisible(len(rest) > AT_A_TIME)
