"""What was understood of somebody's own words, line by line, before anything of it is used; or that nothing was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop_app.ui import strings_own_words
from desktop_app.ui.buttons import Button
from desktop_app.ui.checklist import CheckCard
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


class UnderstoodSheet(Sheet):
    """Asks. `wrong` are the lines of which the tick was taken off; it is kept up to date."""

    used = Signal()
    refused = Signal()

    def __init__(self, look: Look, lines: Sequence[str], wrong: set[str]) -> None:
        self._wrong = wrong
        card = CheckCard(look, lines, set(lines) - wrong)
        card.ticked.connect(self._tick)
        yes = Button(look, strings_own_words.YES_USE_IT, "primary")
        super().__init__(
            look,
            strings_own_words.IS_IT_RIGHT,
            (Text(look, strings_own_words.UNDERSTOOD), card),
            (yes,),
            strings_own_words.NO_PICK,
            "secondary",
        )
        yes.clicked.connect(self.used)
        self.close_button.clicked.connect(self.refused)

    def _tick(self, line: str, on: bool) -> None:
        if on:
            self._wrong.discard(line)
        else:
            self._wrong.add(line)


class NothingSheet(Sheet):
    """Says kindly that nothing was understood. `danger`: somebody may be in danger, and saw first who helps then."""

    questions_pressed = Signal()
    talk_pressed = Signal()

    def __init__(self, look: Look, danger: bool) -> None:
        questions = Button(look, strings_own_words.SHOW_QUESTIONS, "primary")
        talk = Button(look, strings_own_words.TALK, "secondary", before="message-circle")
        title = strings_own_words.HEARD_DANGER if danger else strings_own_words.NOT_UNDERSTOOD
        what = strings_own_words.HEARD_DANGER_WHAT if danger else strings_own_words.NOT_UNDERSTOOD_WHAT
        super().__init__(look, title, (Text(look, what),), (questions, talk), close_kind="secondary")
        questions.clicked.connect(self.questions_pressed)
        talk.clicked.connect(self.talk_pressed)
