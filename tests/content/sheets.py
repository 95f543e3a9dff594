"""Every sheet of answers that a plan can be given in one country, all walked at once.

There are more than a hundred thousand sheets a country, so that they are not walked one by one here: a set of sheets is
one whole number, with a bit for each, and "shown when this is picked" is an `and` of two such numbers. Nothing is left
out by that. `tests/torture/every_plan.py` walks every sheet by itself, and must find the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import prod

from desktop_app.core.plan import COUNTRY, Answers, Condition, Part, Plan, Question, Step

Set = int
"""A set of sheets: bit n is the sheet with the number n."""


@dataclass(frozen=True)
class Page:
    """A page, and the sheets that it is shown with."""

    step: Step
    words: tuple[str, ...]
    on: Set


def choices(question: Question) -> list[frozenset[str]]:
    """What can be answered: nothing, one, or some. From a list nothing is picked: no condition looks at it."""
    if question.listed:
        return [frozenset()]
    sizes = range(len(question.answers) + 1 if question.many else 2)
    return [frozenset(picked) for size in sizes for picked in combinations(question.answers, size)]


def parts_of(plan: Plan) -> Iterator[Part]:
    """All that has conditions in a plan."""
    for step in plan.steps:
        yield from step.parts()
    yield from plan.questions
    yield from plan.handovers


def answers_of(parts: Iterable[Part]) -> dict[str, frozenset[str]]:
    """The answers that these parts look at, by question."""
    found: dict[str, frozenset[str]] = {}
    for part in parts:
        for name, wanted in (need for condition in part.conditions() for need in condition.needs):
            found[name] = found.get(name, frozenset()) | wanted
    return found


def countries_named(plan: Plan) -> tuple[str, ...]:
    """The countries that a condition names. In all others the plan is the same, down to the name of every page."""
    return tuple(sorted(answers_of(parts_of(plan)).get(COUNTRY, ())))


class Sheets:
    """All sheets of a plan in a country, and where each leads.

    `pages` in the plan's order; `ended`: from the ids of endings to the sheets that end there; `handed`: from other
    plans to the sheets that go on in them, which have no pages after that here; `lost`: those that never end.
    `asked`: from questions to the sheets on whose way they are asked.
    """

    def __init__(self, plan: Plan, country: str) -> None:
        self.plan = plan
        self.country = country
        self._choices = [choices(question) for question in plan.questions]
        self.count = prod(map(len, self._choices))
        self.all: Set = (1 << self.count) - 1
        self.picked: dict[tuple[str, str], Set] = {}
        self._lay_out()
        self.asked: dict[str, Set] = dict.fromkeys((question.id for question in plan.questions), 0)
        self.pages: list[Page] = []
        self.ended: dict[str, Set] = {}
        self.handed: dict[str, Set] = {}
        self.lost = self._walk()

    def answers(self, number: int) -> Answers:
        """The answers on one sheet, "country" among them."""
        found = {COUNTRY: frozenset({self.country})}
        for question, options in zip(self.plan.questions, self._choices, strict=True):
            number, place = divmod(number, len(options))
            found[question.id] = options[place]
        return found

    def example(self, some: Set) -> Answers:
        """The answers on the first sheet of a set that is not empty."""
        return self.answers((some & -some).bit_length() - 1)

    def given(self, question: str, answer: str) -> Set:
        """The sheets on whose way the question is asked, and answered with this."""
        if question == COUNTRY:
            return self.all if answer == self.country else 0
        return self.asked.get(question, 0) & self.picked.get((question, answer), 0)

    @cached_property
    def here(self) -> Set:
        """The sheets that end in this plan."""
        return self.all & ~self._any(self.handed.values())

    def at_least(self, screens: int) -> Set:
        """The sheets with that many screens or more."""
        reached = [self.all, *[0] * screens]
        for _, on in self._steps():
            for count in range(screens, 0, -1):
                reached[count] |= reached[count - 1] & on
        return reached[screens]

    def place(self, step_id: str, first: int) -> Set:
        """The sheets on which a step is among the first so many screens."""
        before = [self.all, *[0] * first]
        for each, on in self._steps():
            if each == step_id:
                return on & ~before[first]
            for count in range(first, 0, -1):
                before[count] |= before[count - 1] & on
        return 0

    def in_a_row(self, questions: int) -> Set:
        """The sheets that are asked so many questions on screens one after another."""
        found = 0
        row = [self.all, *[0] * questions]
        for step_id, on in self._steps():
            asked = [self.asked[question.id] & on for question in self.plan.asked_on(step_id)]
            none = on & ~self._any(asked)
            for each in asked:
                for count in range(questions, 0, -1):
                    row[count] |= row[count - 1] & each
            found |= row[questions]
            row = [self.all, *(some & ~none for some in row[1:])]
        return found

    def _steps(self) -> Iterator[tuple[str, Set]]:
        for step in self.plan.steps:
            yield step.id, self._any(page.on for page in self.pages if page.step is step)

    def _lay_out(self) -> None:
        stride = 1
        for question, options in zip(self.plan.questions, self._choices, strict=True):
            period = stride * len(options)
            every_period = self.all // ((1 << period) - 1)
            for place, answers in enumerate(options):
                some = (((1 << stride) - 1) << (place * stride)) * every_period
                for answer in answers:
                    self.picked[question.id, answer] = self.picked.get((question.id, answer), 0) | some
            stride = period

    def _walk(self) -> Set:
        """As `Plan.follow` does it for one."""
        on_way = self.all
        for step in self.plan.steps:
            shown = on_way & self._applies(step)
            before = dict(self.asked)
            for question in self.plan.asked_on(step.id):
                asks = self._applies(question, before)
                self.asked[question.id] = before[question.id] | (shown & asks)
            pages = [(self._names(names, step), on) for names, on in self._pages(step, shown)]
            empty = self._any(on for names, on in pages if not names)
            for question in self.plan.asked_on(step.id):
                self.asked[question.id] &= ~empty | before[question.id]
            self.pages += [Page(step, names, on) for names, on in pages if names]
            shown &= ~empty
            for handover in self.plan.handovers:
                away = shown & on_way & self._applies(handover)
                self.handed[handover.plan] = self.handed.get(handover.plan, 0) | away
                on_way &= ~away
            if step.ending:
                self.ended[step.id] = shown & on_way
                on_way &= ~shown
        return on_way

    def _pages(self, step: Step, shown: Set) -> list[tuple[tuple[str, ...], Set]]:
        """The names of own words or variant and of pieces, as the file has them, and the sheets that show these."""
        found: list[tuple[tuple[str, ...], Set]] = []
        rest = shown
        for variant in () if step.composed else step.variants:
            wanted = self._applies(variant)
            found.append(((variant.words,), rest & wanted))
            rest &= ~wanted
        found.append((() if step.composed else (step.id,), rest))
        for piece in step.pieces:
            wanted = self._applies(piece)
            found = [
                each for names, on in found for each in (((*names, piece.words), on & wanted), (names, on & ~wanted))
            ]
        return [(names, on) for names, on in found if on]

    def _names(self, names: tuple[str, ...], step: Step) -> tuple[str, ...]:
        first = {piece.words for piece in step.pieces if piece.before}
        return (*(name for name in names if name in first), *(name for name in names if name not in first))

    def _applies(self, part: Part, asked: dict[str, Set] | None = None) -> Set:
        when = self.all if part.when is None else self._holds(part.when, asked)
        return when if part.unless is None else when & ~self._holds(part.unless, asked)

    def _holds(self, condition: Condition, asked: dict[str, Set] | None) -> Set:
        found = self.all
        for question, wanted in condition.needs:
            if question == COUNTRY:
                found &= self.all if self.country in wanted else 0
            else:
                known = (asked or self.asked)[question]
                found &= known & self._any(self.picked.get((question, answer), 0) for answer in wanted)
        return found

    def _any(self, sets: Iterable[Set]) -> Set:
        found = 0
        for each in sets:
            found |= each
        return found
