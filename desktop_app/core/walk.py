"""A person's way through a plan: where they are, what they answered, what is done. In memory only.

Never writes anything down, and never raises: an id that the plan does not have changes nothing, because a mistake in a
page must not stop a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.links import Link
from desktop_app.core.plan import COUNTRY, RESERVED, Plan, Screen, Step


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


class Walk:
    """One walk through one plan. `country` is an alpha-2 code, or None when it is not known."""

    def __init__(self, plan: Plan, country: str | None) -> None:
        self.plan = plan
        self._country = country
        self._answers: dict[str, frozenset[str]] = {}
        self._marks: dict[str, Mark] = {}
        self._ticks: dict[tuple[str, str], frozenset[int]] = {}
        self._came_from: list[str] = []
        self._screens = self._look()
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

    def words_name(self, step: Step) -> str:
        """The name of the words for a step, with the answers so far."""
        for screen in self._screens:
            if screen.step.id == step.id:
                return screen.words
        return step.id

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
        elif link.answer not in self.answers(link.target):
            for step in self.answer(link.target, link.answer).added[:1]:
                self._stand_on(step.id)

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

    def ticks(self, step_id: str) -> frozenset[int]:
        """Which checklist items of a step are ticked, from 0, for the words it has now."""
        return self._ticks.get(self._page(step_id), frozenset())

    def tick(self, step_id: str, index: int, on: bool) -> None:
        """Tick an item, or take the tick off."""
        ticked = self.ticks(step_id)
        self._ticks[self._page(step_id)] = ticked | {index} if on else ticked - {index}

    def _need(self, step_id: str) -> None:
        step = self.plan.step(step_id)
        for question, answers in step.when.needs if step is not None and step.when is not None else ():
            if not answers & self.answers(question):
                self.answer(question, sorted(answers)[0])

    def _page(self, step_id: str) -> tuple[str, str]:
        # Other words have other items: a tick belongs to the words it was set on.
        return step_id, next((screen.words for screen in self._screens if screen.step.id == step_id), step_id)

    def _ids(self) -> list[str]:
        return [screen.step.id for screen in self._screens]

    def _look(self) -> tuple[Screen, ...]:
        screens = self.plan.screens({**self._answers, COUNTRY: self.answers(COUNTRY)})
        first = self.plan.steps[0]
        return screens or (Screen(first, first.id),)

    def _mark_and_move(self, mark: Mark) -> None:
        self._marks[self._here] = mark
        if self.number < self.total:
            self._stand_on(self.steps[self.number].id)

    def _stand_on(self, step_id: str) -> None:
        self._here = step_id
        if step_id in self._came_from:
            del self._came_from[self._came_from.index(step_id) :]

    def _refresh(self) -> Change:
        before = self._screens
        self._screens = self._look()
        if self._here not in self._ids():
            self._stand_on(self._nearest_before(self._here))
        old = {screen.step.id: screen.words for screen in before}
        now = {screen.step.id: screen.words for screen in self._screens}
        return Change(
            added=tuple(screen.step for screen in self._screens if screen.step.id not in old),
            removed=tuple(screen.step for screen in before if screen.step.id not in now),
            reworded=tuple(
                screen.step for screen in self._screens if old.get(screen.step.id, screen.words) != screen.words
            ),
        )

    def _nearest_before(self, step_id: str) -> str:
        order = [step.id for step in self.plan.steps]
        shown = set(self._ids())
        before = [each for each in order[: order.index(step_id)] if each in shown]
        return before[-1] if before else self._ids()[0]
