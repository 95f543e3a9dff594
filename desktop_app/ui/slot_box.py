"""Which apps, or how you paid, and right under the answers what is known about each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.blocks import Block
from desktop_app.ui.article import Article, Quoted, Reader
from desktop_app.ui.question_box import QuestionBox
from desktop_app.ui.theme import Look


class SlotBox(QWidget):
    """Announces the answer; call `show_sections` once it counts. What stands under the answers grows downwards, so
    that nothing moves away under a finger.
    """

    answered = Signal(str)

    def __init__(
        self, look: Look, question: QuestionBox, reader: Reader, sections: Callable[[], Iterable[Block]]
    ) -> None:
        super().__init__()
        self._look = look
        self.question = question
        self._reader = reader
        self._sections = sections
        self._known: Quoted | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(question)
        question.answered.connect(self.answered)
        self.show_sections()

    def show_sections(self) -> None:
        """Shows what is known about each that is picked now, set apart: what comes after it is about all of them."""
        if self._known is not None:
            self._known.hide()
            self._known.deleteLater()
            self._known = None
        sections = tuple(self._sections())
        if sections:
            self._known = Quoted(self._look, Article(self._look, sections, self._reader, lead=False))
            self._column.addWidget(self._known)
