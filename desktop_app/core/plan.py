"""A plan: which steps there are, in which order, and which answers show, hide or reword them.

Plain data, the same for every language. It is read by `plan_file.py`, its words are in `plan_words.py`, and a person's
way through it in `walk.py`. The program has no step of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

COUNTRY = "country"
"""A question that is never asked and always answered: "GB", or "none" when the country is not known."""
RESERVED = ("unknown", "skipped")
"""Answers that every question has: "I don't know" and "Skip"."""

Answers = Mapping[str, frozenset[str]]
"""From question id to the answers picked."""


@dataclass(frozen=True)
class Condition:
    """Holds when every question named has at least one of its listed answers."""

    needs: tuple[tuple[str, frozenset[str]], ...]

    def holds(self, known: Answers) -> bool:
        """True for these answers. A question without an answer fulfils nothing."""
        return all(known.get(question, frozenset()) & wanted for question, wanted in self.needs)


class Part:
    """What has conditions: it applies when `when` holds and `unless` does not; one left out asks for nothing."""

    when: Condition | None
    unless: Condition | None
    line: int

    def applies(self, known: Answers) -> bool:
        """True for these answers."""
        return (self.when is None or self.when.holds(known)) and not (
            self.unless is not None and self.unless.holds(known)
        )

    def conditions(self) -> Iterator[Condition]:
        """The conditions that there are."""
        yield from (condition for condition in (self.when, self.unless) if condition is not None)


@dataclass(frozen=True)
class Question(Part):
    """A question, asked on one step; `many` allows more than one answer. Without conditions it is always asked there.

    `listed` names the list that its answers are from, "apps" or "pay"; "" when the plan itself gives them.
    """

    id: str
    step: str
    many: bool
    answers: tuple[str, ...]
    when: Condition | None = None
    unless: Condition | None = None
    listed: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Variant(Part):
    """Other words for a step."""

    words: str
    when: Condition | None = None
    unless: Condition | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Piece(Part):
    """More words on a step's page: after its own words, or `before` them."""

    words: str
    when: Condition | None = None
    unless: Condition | None = None
    before: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Handover(Part):
    """When it applies, the person goes on in another plan. Answers and marks of the same names are kept."""

    plan: str
    when: Condition | None = None
    unless: Condition | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Step(Part):
    """One screen of a plan. A `composed` step has no words of its own: it is there when one of its pieces is."""

    id: str
    when: Condition | None = None
    unless: Condition | None = None
    variants: tuple[Variant, ...] = ()
    ending: bool = False
    pieces: tuple[Piece, ...] = ()
    composed: bool = False
    line: int = field(default=0, compare=False)

    def page(self, known: Answers) -> tuple[str, ...]:
        """Which words stand on the page, in order; none when a composed step has nothing to show.

        In the middle the first variant that applies, else the step's own words.
        """
        pieces = [piece for piece in self.pieces if piece.applies(known)]
        before = [piece.words for piece in pieces if piece.before]
        after = [piece.words for piece in pieces if not piece.before]
        middle = next((variant.words for variant in self.variants if variant.applies(known)), self.id)
        return (*before, *(() if self.composed else (middle,)), *after)

    def parts(self) -> Iterator[Part]:
        """Everything of the step that has conditions: first itself, then variants and pieces."""
        yield self
        yield from self.variants
        yield from self.pieces

    def all_words(self) -> Iterator[str]:
        """The names of all words that the step can show."""
        if not self.composed:
            yield self.id
        yield from (variant.words for variant in self.variants)
        yield from (piece.words for piece in self.pieces)


@dataclass(frozen=True)
class Screen:
    """A step as it is shown with certain answers: `words` has at least one name."""

    step: Step
    words: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """A plan as its file gives it. `file` is for problems: relative to `resources/`."""

    id: str
    shortcut: str
    """The step where "Go there first" leads; "" when the plan has none."""
    questions: tuple[Question, ...]
    steps: tuple[Step, ...]
    handovers: tuple[Handover, ...] = ()
    like: str = ""
    """The plan that some words are taken from; "" for none."""
    borrowed: frozenset[str] = frozenset()
    """The names of those words; "plan" for how it asks its questions."""
    for_adults: bool = False
    """Whether who walks it is grown up: they are offered lines for adults."""
    file: str = field(default="", compare=False)

    def step(self, step_id: str) -> Step | None:
        """The step with this id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def question(self, question_id: str) -> Question | None:
        """The question with this id; "country" is not among them."""
        return next((question for question in self.questions if question.id == question_id), None)

    def asked_on(self, step_id: str) -> tuple[Question, ...]:
        """The questions of one step, in the file's order, also those that not everybody is asked."""
        return tuple(question for question in self.questions if question.step == step_id)

    def handover(self, known: Answers) -> str:
        """The plan to go on in with these answers; "" to stay in this one."""
        return next((each.plan for each in self.handovers if each.applies(known)), "")

    def screens(self, answers: Answers) -> tuple[Screen, ...]:
        """What is shown with these answers ("country" among them), in order, as far as the first ending."""
        return self.follow(answers)[0]

    def follow(self, answers: Answers) -> tuple[tuple[Screen, ...], Answers]:
        """The screens, and the answers that count on the way.

        An answer counts from the step that asks for it, and only while that step is shown and asks it: what a person
        once said on a step that is hidden by now changes nothing.
        """
        known = {COUNTRY: answers.get(COUNTRY, frozenset())}
        shown: list[Screen] = []
        for step in self.steps:
            if not step.applies(known):
                continue
            asked = {question.id: question for question in self.asked_on(step.id) if question.applies(known)}
            after = {**known, **{name: answers.get(name, frozenset()) for name in asked}}
            words = step.page(after)
            if not words:
                continue
            known = after
            shown.append(Screen(step, words))
            if step.ending:
                break
        return tuple(shown), known
