"""From somebody's own words to the plan that fits them: what was understood is shown first, and used only when asked.

What was typed is kept nowhere; of what was understood the answers are, once they are used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop_app.core.directory import load_directory
from desktop_app.core.errors import ContentError
from desktop_app.core.links import Link
from desktop_app.core.own_words import OwnWords, Understood, load_own_words
from desktop_app.core.own_words_use import give, plan_to_open, used
from desktop_app.ui import strings_own_words
from desktop_app.ui.own_words_sheet import NothingSheet, UnderstoodSheet
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.theme import Look


class Line(NamedTuple):
    """What a line stands for: an answer, or for the question "" the plan or the country."""

    question: str
    value: str


PLAN, COUNTRY = "", "country"


class OwnWordsOpener(QObject):
    """`open_sheet` lays a sheet over what is there; `show_talk` shows the lines to talk to."""

    crisis_wanted = Signal()
    country_chosen = Signal(str)
    plan_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        look: Callable[[], Look],
        tasks: Tasks,
        open_sheet: Callable[[Callable[[], Sheet]], None],
        show_talk: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._tasks = tasks
        self._open_sheet = open_sheet
        self._show_talk = show_talk
        self._own_words: OwnWords | None = None
        self._reading = False

    def hear(self, text: str, in_plan: bool) -> None:
        """Shows what a text says. `in_plan`: it was written in a plan, so that who refuses stays there.

        What understands it is read on another thread, the first time.
        """
        if self._own_words is not None:
            self._show(self._own_words, text, in_plan)
        elif not self._reading:
            self._reading = True
            session = self._session
            load = partial(load_own_words, session.resources, session.language)
            self._tasks.run(load, self, partial(self._made, text, in_plan), partial(self._failed, in_plan))

    def _made(self, text: str, in_plan: bool, own_words: OwnWords) -> None:
        self._reading = False
        self._own_words = own_words
        self._show(own_words, text, in_plan)

    def _failed(self, in_plan: bool, error: Exception) -> None:
        self._reading = False
        if isinstance(error, ContentError) and error.problem not in self._session.problems:
            self._session.problems.append(error.problem)
        self._show_nothing(Understood(), in_plan)

    def _show(self, own_words: OwnWords, text: str, in_plan: bool) -> None:
        understood = own_words.understand(text, self._session.directory.country)
        lines = self._lines(understood)
        if lines:
            self._ask(understood, lines, in_plan)
        else:
            self._show_nothing(understood, in_plan)
        # SAFETY: who may be in danger sees first who answers; what was understood waits under it
        # (test_words_of_danger_open_the_crisis_page_and_the_answers_wait).
        if understood.danger:
            self.crisis_wanted.emit()

    def _ask(self, understood: Understood, lines: Mapping[str, Line], in_plan: bool) -> None:
        wrong: set[str] = set()

        def make() -> Sheet:
            sheet = UnderstoodSheet(self._look(), tuple(lines), wrong)
            sheet.used.connect(lambda: self._use(understood, lines, wrong))
            sheet.refused.connect(lambda: self._show_questions(self._plan(understood, lines, wrong), in_plan))
            return sheet

        self._open_sheet(make)

    def _show_nothing(self, understood: Understood, in_plan: bool) -> None:
        def make() -> Sheet:
            sheet = NothingSheet(self._look(), understood.danger)
            sheet.talk_pressed.connect(self._show_talk)
            sheet.questions_pressed.connect(sheet.closed)
            sheet.questions_pressed.connect(lambda: self._show_questions("", in_plan))
            return sheet

        self._open_sheet(make)

    def _show_questions(self, plan: str, in_plan: bool) -> None:
        if not in_plan:
            self.plan_wanted.emit(Link("plan", plan_to_open(plan)))

    def _use(self, understood: Understood, lines: Mapping[str, Line], wrong: set[str]) -> None:
        left_out = frozenset(lines[line] for line in wrong)
        if understood.country is not None and Line(COUNTRY, understood.country) in set(lines.values()) - left_out:
            self.country_chosen.emit(understood.country)
        plan = plan_to_open(self._plan(understood, lines, wrong))
        walk = self._session.open_plan(plan)
        if walk is not None:
            give(walk, used(understood, left_out))
        self.plan_wanted.emit(Link("plan", plan))

    def _plan(self, understood: Understood, lines: Mapping[str, Line], wrong: set[str]) -> str:
        """The plan it is about, unless the person says that this is wrong."""
        return "" if any(lines[line].question == PLAN for line in wrong) else understood.plan

    def _lines(self, understood: Understood) -> dict[str, Line]:
        """Everything that was understood and is not known already, in the words of the plan."""
        lines: dict[str, Line] = {}
        if understood.plan in strings_own_words.ABOUT_WHOM:
            lines[strings_own_words.ABOUT_WHOM[understood.plan]] = Line(PLAN, understood.plan)
        plan = plan_to_open(understood.plan)
        words = self._session.plans.all_answers(plan) if understood.answers else {}
        forms = {**strings_own_words.NAMED, "age": strings_own_words.AGED.get(plan, "{answer}")}
        for question, answers in understood.answers.items():
            for answer in answers:
                if (question, answer) in words:
                    said = forms.get(question, "{answer}").format(answer=words[question, answer])
                    lines[said] = Line(question, answer)
        session, code = self._session, understood.country
        if code is not None and (code != session.place.code or session.place.guessed):
            where = load_directory(session.resources, session.language, code).in_sentence
            lines[strings_own_words.IN_COUNTRY.format(country=where)] = Line(COUNTRY, code)
        return lines
