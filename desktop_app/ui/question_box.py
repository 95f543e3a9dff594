"""One question with its answers, "I don't know" and "Skip". It never has to be answered."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.plan import RESERVED, Question
from desktop_app.core.plan_words import QuestionWords
from desktop_app.ui import strings, strings_plan
from desktop_app.ui.buttons import Button
from desktop_app.ui.columns import Columns
from desktop_app.ui.flow import Flow
from desktop_app.ui.heading import HeadingText
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

LEAST = 200
SHORT = 28
"""Letters of an answer that three columns can hold in two lines."""
FEW = 8
"""Answers of a list that are seen at once."""


class QuestionBox(QWidget):
    """Announces the answer that was picked; picking one that is picked takes it back where many may be picked."""

    answered = Signal(str)

    def __init__(self, look: Look, question: Question, words: QuestionWords, picked: Set[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addWidget(HeadingText(look, words.ask))
        if words.hint:
            column.addWidget(Text(look, words.hint, "small", "ink2"))
        answers = [answer for answer in words.answers if answer not in RESERVED]
        longest = max((len(words.answers[answer]) for answer in answers), default=0)
        chips = Columns(3 if longest <= SHORT else 2, look.px(LEAST), 12)
        quiet = Flow(12, 0)
        self._buttons: dict[str, Button] = {}
        few = FEW if question.listed and len(answers) > FEW + 1 else len(answers)
        for answer in answers:
            self._add(chips, answer, Button(look, words.answers[answer], "chip"))
        self._rest = [self._buttons[answer] for answer in answers[few:]]
        if self._rest:
            self._more = Button(look, strings_plan.MORE_ANSWERS, "quiet")
            self._more.clicked.connect(self._show_rest)
            quiet.addWidget(self._more)
            if picked.isdisjoint(answers[few:]):
                for button in self._rest:
                    button.hide()
            else:
                self._more.hide()
        for answer, usual in zip(RESERVED, (strings.DONT_KNOW, strings.SKIP_QUESTION), strict=True):
            said = words.answers.get(answer, usual)
            button = Button(look, said, "quiet")
            button.setAccessibleName(strings_plan.ANSWER_NAME.format(answer=said, question=words.ask))
            self._add(quiet, answer, button)
        column.addLayout(chips)
        column.addLayout(quiet)
        self.show_picked(picked)

    def show_picked(self, picked: Set[str]) -> None:
        """Shows which answers hold."""
        for answer, button in self._buttons.items():
            button.show_picked(answer in picked)

    def _show_rest(self) -> None:
        for button in self._rest:
            button.show()
        self._rest[0].setFocus()
        self._more.hide()

    def _add(self, where: Columns | Flow, answer: str, button: Button) -> None:
        button.setCheckable(True)
        button.toggled.connect(lambda _on: self.answered.emit(answer))
        self._buttons[answer] = button
        where.addWidget(button)
