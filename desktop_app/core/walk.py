"""A person's way through a plan: where they are, what they answered, what is done. In memory only.

Never writes anything down, and never raises: an id that the plan does not have changes nothing, because a mistake in a
page must not stop a person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.links import Link
from desktop_app.core.plan import COUNTRY, RESERVED, Answers, Plan, Question, Screen, Step


class Mark(StrEnum):
    """What a person did with a step."""

    NONE = "none"
    DONE = "done"
    LATER = "later"


@dataclass(frozen=True)
class Change:
    """What an answer did to the steps, so that the screen can say so."""

    added: tuple[Step, ...] = ()
    removed: tuple[Step, ...] = ()
    reworded: tuple[Step, ...] = ()
    handed_over: bool = False
    """The person is in another plan now: all words may be others, and nothing else is listed."""


class Walk:
    """One walk, through one plan or from one into another. `country` is an alpha-2 code, or None when it is not known.

    `find_plan` gives a plan to go on in; None when that one cannot be had, and the walk then stays where it is.
    """

    def __init__(
        self, plan: Plan, country: str | None, find_plan: Callable[[str], Plan | None] = lambda _name: None
    ) -> None:
        self.plan = plan
        self._country = country
        self._find_plan = find_plan
        self._answers: dict[str, frozenset[str]] = {}
        self._marks: dict[str, Mark] = {}
        self._ticks: dict[str, frozenset[str]] = {}
        self._came_from: list[str] = []
        self._screens, self._known = self._look()
        self._here = self._screens[0].step.id

    @property
    def here(self) -> Step:
        """The step on the screen; always one of `steps`."""
        return self.steps[self.number - 1]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps shown with the answers so far, in order; never empty."""
        return tuple(screen.step for screen in self._screens)

    @property
    def number(self) -> int:
        """The place of `here` among the shown steps, from 1."""
        return self._ids().index(self._here) + 1

    @property
    def total(self) -> int:
        """How many steps are shown."""
        return len(self._screens)

    @property
    def country(self) -> str | None:
        """An alpha-2 code, or None. Setting it shows, hides and rewords steps as an answer does."""
        return self._country

    @country.setter
    def country(self, code: str | None) -> None:
        self._country = code
        self._refresh()

    def words(self, step: Step) -> tuple[str, ...]:
        """The names of the words on a step's page, with the answers so far; those it could have when it is hidden."""
        for screen in self._screens:
            if screen.step.id == step.id:
                return screen.words
        return tuple(step.all_words())[:1]

    def questions(self, step: Step) -> tuple[Question, ...]:
        """What a step asks with the answers so far."""
        return tuple(question for question in self.plan.asked_on(step.id) if question.applies(self._known))

    def mark(self, step_id: str) -> Mark:
        """What was done with a step; kept while it is hidden."""
        return self._marks.get(step_id, Mark.NONE)

    def done(self) -> None:
        """Mark `here` as done and go to the next step, if there is one."""
        self._mark_and_move(Mark.DONE)

    def later(self) -> None:
        """Leave `here` for later and go to the next step, if there is one."""
        self._mark_and_move(Mark.LATER)

    def undo(self, step_id: str) -> None:
        """Take the mark off a step. Stays where it is."""
        self._marks.pop(step_id, None)

    def go(self, step_id: str) -> bool:
        """Go to a shown step; False, and no move, when it is not shown."""
        if step_id not in self._ids():
            return False
        self._stand_on(step_id)
        return True

    def jump(self, step_id: str) -> bool:
        """Go to a shown step and remember this one to come back to; False, and no move, when it is not shown."""
        if step_id not in self._ids() or step_id == self._here:
            return False
        self._came_from.append(self._here)
        self._stand_on(step_id)
        return True

    def follow(self, link: Link) -> None:
        """Go where a `step:` or `answer:` link leads.

        Who wants a step that only some people need says with it that they need it: its answers are given. An answer
        that is picked already changes nothing: answering a second time would take it back.
        """
        if link.scheme == "step":
            self._need(link.target)
            self.jump(link.target)
        elif link.scheme == "answer" and link.answer not in self.answers(link.target):
            change = self.answer(link.target, link.answer)
            asking = self.plan.question(link.target)
            places = [step.id for step in (*change.added, *change.reworded)] + ([asking.step] if asking else [])
            for step_id in [each for each in places if each in self._ids()][:1]:
                self._stand_on(step_id)

    @property
    def back_to(self) -> Step | None:
        """Where the last jump came from; None when there was none, or when one stands there again."""
        shown = self._ids()
        for step_id in reversed(self._came_from):
            if step_id in shown and step_id != self._here:
                return self.plan.step(step_id)
        return None

    def come_back(self) -> None:
        """Go to `back_to`, if there is one."""
        step = self.back_to
        if step is not None:
            self._stand_on(step.id)

    def back(self) -> bool:
        """Go to the shown step before this one; False on the first."""
        if self.number == 1:
            return False
        self._stand_on(self.steps[self.number - 2].id)
        return True

    def answers(self, question_id: str) -> frozenset[str]:
        """What is picked for a question; empty while nothing is."""
        if question_id == COUNTRY:
            return frozenset({self._country or "none"})
        return self._answers.get(question_id, frozenset())

    def answer(self, question_id: str, answer: str) -> Change:
        """Pick an answer. Where many are allowed it is put on or taken off; "unknown" and "skipped" replace all."""
        question = self.plan.question(question_id)
        # SAFETY: a link with a typo does nothing; it must not end the program under somebody's hands
        # (test_what_the_plan_does_not_have_changes_nothing).
        if question is None or answer not in (*question.answers, *RESERVED):
            return Change()
        picked = self.answers(question_id)
        if not question.many:
            picked = frozenset({answer})
        elif answer in RESERVED:
            picked = frozenset({answer}) - picked
        else:
            picked = (picked ^ {answer}) - set(RESERVED)
        self._answers[question_id] = picked
        return self._refresh()

    def clear(self, question_id: str) -> Change:
        """Take back every answer to a question, as if it had not been asked."""
        self._answers.pop(question_id, None)
        return self._refresh()

    def ticks(self, step_id: str) -> frozenset[str]:
        """Which lines of a step's lists are ticked. Kept while its words are others: the same line stays ticked."""
        return self._ticks.get(step_id, frozenset())

    def tick(self, step_id: str, line: str, on: bool) -> None:
        """Tick a line, or take the tick off."""
        ticked = self.ticks(step_id)
        self._ticks[step_id] = ticked | {line} if on else ticked - {line}

    def _need(self, step_id: str) -> None:
        step = self.plan.step(step_id)
        if step is None or step_id in self._ids():
            return
        ending = self.steps[-1]
        for question, answers in ending.when.needs if ending.when is not None else ():
            # Who wants a step that comes after this ending takes back what led here.
            self._answers[question] = self.answers(question) - answers
        self._refresh()
        # A composed step needs what its first piece needs.
        parts = (step, *step.pieces[:1]) if step.composed else (step,)
        for part in parts:
            for question, answers in part.when.needs if part.when is not None else ():
                if not answers & self.answers(question):
                    self.answer(question, sorted(answers)[0])

    def _ids(self) -> list[str]:
        return [screen.step.id for screen in self._screens]

    def _look(self) -> tuple[tuple[Screen, ...], Answers]:
        screens, known = self.plan.follow({**self._answers, COUNTRY: self.answers(COUNTRY)})
        first = self.plan.steps[0]
        return screens or (Screen(first, (first.id,)),), known

    def _mark_and_move(self, mark: Mark) -> None:
        self._marks[self._here] = mark
        if self.number < self.total:
            self._stand_on(self.steps[self.number].id)

    def _stand_on(self, step_id: str) -> None:
        self._here = step_id
        if step_id in self._came_from:
            del self._came_from[self._came_from.index(step_id) :]

    def _refresh(self) -> Change:
        before, place = self._screens, [screen.step.id for screen in self._screens]
        self._screens, self._known = self._look()
        handed_over = self._hand_over()
        if self._here not in self._ids():
            self._stand_on(self._nearest(place))
        if handed_over:
            return Change(handed_over=True)
        old = {screen.step.id: screen.words for screen in before}
        now = {screen.step.id: screen.words for screen in self._screens}
        return Change(
            added=tuple(screen.step for screen in self._screens if screen.step.id not in old),
            removed=tuple(screen.step for screen in before if screen.step.id not in now),
            reworded=tuple(
                screen.step for screen in self._screens if old.get(screen.step.id, screen.words) != screen.words
            ),
        )

    def _hand_over(self) -> bool:
        name = self.plan.handover(self._known)
        plan = self._find_plan(name) if name else None
        if plan is None:
            return False
        self.plan = plan
        self._screens, self._known = self._look()
        return True

    def _nearest(self, place: list[str]) -> str:
        """The last step that is still shown of those up to here, as they were shown before."""
        shown = set(self._ids())
        before = [each for each in place[: place.index(self._here)] if each in shown]
        return before[-1] if before else self._ids()[0]
