"""One step of the plan as the page shows it: title, words, reasons, its questions, and what was done with it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.errors import ContentError
from desktop_app.core.links import SLOTS, THIS_HOUR, Link
from desktop_app.core.plan import Question
from desktop_app.core.slots import slot_of
from desktop_app.core.walk import Change, Mark, Walk
from desktop_app.core.words import Words
from desktop_app.ui import strings, strings_plan
from desktop_app.ui.article import Article, Reader
from desktop_app.ui.buttons import Button
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.flow import Flow
from desktop_app.ui.help_card import help_card
from desktop_app.ui.own_words_box import OwnWordsBox
from desktop_app.ui.problems import sentence
from desktop_app.ui.question_box import QuestionBox
from desktop_app.ui.session import Session
from desktop_app.ui.slot_box import SlotBox
from desktop_app.ui.text import Text, Title, at_start, clear, title_role
from desktop_app.ui.theme import Look
from desktop_app.ui.this_hour import this_hour
from desktop_app.ui.why_box import WhyBox

FITS = "fits"
"""The question about all that may fit somebody."""


class StepView(QWidget):
    """The step the walk stands on."""

    link_followed = Signal(object)
    qr_chosen = Signal(object, object)
    large_chosen = Signal(str, str)
    words_chosen = Signal(str, str)
    own_words_said = Signal(str)
    steps_changed = Signal()
    step_wanted = Signal(str)

    def __init__(self, look: Look, session: Session, walk: Walk, clipboard: Clipboard) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._walk = walk
        self._clipboard = clipboard
        self._step = walk.here
        self.why: WhyBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._place = Text(look, "", "small-strong", "accent")
        self._column.addWidget(self._place)
        self.show_place(folded=False)
        try:
            words = session.plans.page(self._step)
        except ContentError as error:
            self.title = self._add_title(strings.BROKEN_STEP)
            self._add_broken(sentence(error.problem))
        else:
            self.title = self._add_title(words.title)
            self._add_state()
            self._add_words(words)

    def show_place(self, folded: bool) -> None:
        """Which step this is of how many; where the rail is folded away, the button over it says so."""
        self._place.say(strings.STEP_OF.format(number=self._walk.number, total=self._walk.total))
        self._place.setVisible(not folded)
        self._column.setContentsMargins(0, 12 if folded else 0, 0, 0)

    def _add_title(self, words: str) -> Title:
        title = Title(self._look, words, title_role(words))
        self._column.addWidget(title)
        return title

    def _add_state(self) -> None:
        mark, back_to = self._walk.mark(self._step.id), self._walk.back_to
        if back_to is not None:
            words = strings.COME_BACK_TO.format(step=self._session.plans.short_name(back_to.id))
            button = Button(self._look, words, "secondary", before="undo-2")
            button.clicked.connect(lambda: self.step_wanted.emit(back_to.id))
            self._column.addLayout(at_start(button))
        if mark is not Mark.NONE:
            done = mark is Mark.DONE
            row = Flow(12, 0)
            row.addWidget(Text(self._look, strings.MARKED_DONE if done else strings.MARKED_LATER, "small", "ink2"))
            undo = Button(self._look, strings.UNDO_DONE if done else strings.UNDO_LATER, "link")
            undo.clicked.connect(self._undo)
            row.addWidget(undo)
            self._column.addLayout(row)

    def _add_words(self, words: Words) -> None:
        self._reader = Reader(
            follow=self.link_followed.emit,
            cards=self._alone,
            ticked=self._walk.ticks(self._step.id),
            tick=lambda line, on: self._walk.tick(self._step.id, line, on),
            show_large=self.large_chosen.emit,
            change_words=self.words_chosen.emit,
            changed=self._session.said,
            clipboard=self._clipboard,
        )
        self._words = words
        self._column.addWidget(Article(self._look, words.body, self._reader))
        if words.why:
            self.why = WhyBox(self._look, words.why, self._reader, lambda: self._session.source_names(words.sources))
            self._column.addWidget(self.why)
        in_the_text = {SLOTS[slot.scheme] for slot in map(slot_of, words.body) if slot is not None}
        for question in self._walk.questions(self._step):
            if question.listed not in in_the_text:
                self._add_question(question)
        # Where a plan asks first, and where it asks what fits, people may say it in their own words instead.
        if self._walk.number == 1 or any(question.id == FITS for question in self._walk.questions(self._step)):
            own_words = OwnWordsBox(self._look)
            own_words.said.connect(self.own_words_said)
            self._column.addSpacing(12)
            self._column.addWidget(own_words)

    def _alone(self, link: Link) -> Iterable[QWidget]:
        """What a link that stands alone in a paragraph stands for."""
        if link.scheme not in SLOTS:
            yield from self._cards(link)
            return
        for question in self._walk.questions(self._step):
            if question.listed == SLOTS[link.scheme]:
                sections = partial(self._session.plans.picked, link)
                box = SlotBox(self._look, self._question_box(question), self._reader, sections)
                box.answered.connect(lambda answer, question=question, box=box: self._picked(question, answer, box))
                yield box

    def _picked(self, question: Question, answer: str, box: SlotBox) -> None:
        self._walk.answer(question.id, answer)
        box.question.show_picked(self._walk.answers(question.id))
        box.show_sections()

    def _question_box(self, question: Question) -> QuestionBox:
        words = self._session.plans.question_words(question)
        return QuestionBox(self._look, question, words, self._walk.answers(question.id))

    def _add_question(self, question: Question) -> None:
        box = self._question_box(question)
        said = QVBoxLayout()
        said.setSpacing(6)
        box.answered.connect(lambda answer: self._answered(question, box, answer, said))
        self._column.addWidget(box)
        self._column.addLayout(said)

    def _answered(self, question: Question, box: QuestionBox, answer: str, said: QVBoxLayout) -> None:
        change = self._walk.answer(question.id, answer)
        box.show_picked(self._walk.answers(question.id))
        clear(said)
        for widget in self._say(change):
            said.addWidget(widget)
        self.steps_changed.emit()
        # SAFETY: words for somebody else must not stay on the screen (test_an_adult_is_shown_no_page_for_children).
        if self._session.plans.page(self._step) != self._words:
            self.step_wanted.emit(self._step.id)

    def _say(self, change: Change) -> Iterable[QWidget]:
        """What an answer changed, in words, each with the way there."""
        if change.handed_over:
            yield Text(self._look, strings_plan.OTHER_PLAN, "small", "ink2")
        for words, steps in (
            (strings.ADDED_STEP, change.added),
            (strings.REWORDED_STEP, change.reworded),
            (strings.REMOVED_STEP, change.removed),
        ):
            for step in steps:
                name = self._session.plans.short_name(step.id)
                yield Text(self._look, words.format(step=name), "small", "ink2")
                if step in change.added:
                    button = Button(self._look, strings.GO_TO_STEP.format(step=name), "link")
                    button.clicked.connect(lambda _=False, step=step: self.step_wanted.emit(step.id))
                    yield button

    def _cards(self, link: Link) -> Iterable[QWidget]:
        """The services that a `help:` or `service:` link stands for."""
        services = self._session.services(link)
        if link.target == THIS_HOUR:
            yield from this_hour(self._look, services, self._session.state)
            return
        for service in services:
            state = self._session.state
            yield help_card(self._look, service, state, self._clipboard, self.qr_chosen.emit, name=True)
        if not services:
            yield Text(self._look, strings.CARD_NONE, "body")

    def _add_broken(self, problem: str) -> None:
        self._column.addWidget(Text(self._look, strings.BROKEN_WHAT_NOW, "lead"))
        for card in self._cards(Link("help", "best")):
            self._column.addWidget(card)
        self._column.addWidget(Text(self._look, f"{strings.BROKEN_TELL} {problem}", "small", "ink2"))

    def _undo(self) -> None:
        self._walk.undo(self._step.id)
        self.step_wanted.emit(self._step.id)
