"""A plan: which steps there are, in which order, and which answers show, hide or reword them.

Plain data, the same for every language; the words are in `plan_words.py`, a person's way through it in `walk.py`.
The program has no step of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.resources import name_of, parse_toml, read_text
from desktop_app.core.toml_table import Table, is_id

COUNTRY = "country"
"""A question that is never asked and always answered: "GB", or "none" when the country is not known."""
RESERVED = ("unknown", "skipped")
"""Answers that every question has: "I don't know" and "Skip"."""

_COUNTRY_ANSWER = re.compile("[A-Z]{2}|none")

Answers = Mapping[str, frozenset[str]]
"""From question id to the answers picked."""


@dataclass(frozen=True)
class Condition:
    """Holds when every question named has at least one of its listed answers."""

    needs: tuple[tuple[str, frozenset[str]], ...]

    def holds(self, known: Answers) -> bool:
        """True for these answers. A question without an answer fulfils nothing."""
        return all(known.get(question, frozenset()) & wanted for question, wanted in self.needs)


def applies(when: Condition | None, unless: Condition | None, known: Answers) -> bool:
    """True when `when` holds and `unless` does not; one that is left out asks for nothing."""
    return (when is None or when.holds(known)) and not (unless is not None and unless.holds(known))


@dataclass(frozen=True)
class Question:
    """A question, asked on one step; `many` allows more than one answer."""

    id: str
    step: str
    many: bool
    answers: tuple[str, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Variant:
    """Other words for a step."""

    words: str
    when: Condition | None = None
    unless: Condition | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Step:
    """One screen of a plan."""

    id: str
    when: Condition | None = None
    unless: Condition | None = None
    variants: tuple[Variant, ...] = ()
    ending: bool = False
    line: int = field(default=0, compare=False)

    def words_name(self, known: Answers) -> str:
        """Which words to show: the first variant that applies, else the step's own."""
        for variant in self.variants:
            if applies(variant.when, variant.unless, known):
                return variant.words
        return self.id

    def conditions(self) -> Iterator[Condition]:
        """All conditions: its own first, then its variants'."""
        parts: tuple[Step | Variant, ...] = (self, *self.variants)
        for part in parts:
            yield from (condition for condition in (part.when, part.unless) if condition is not None)


@dataclass(frozen=True)
class Screen:
    """A step as it is shown with certain answers."""

    step: Step
    words: str


@dataclass(frozen=True)
class Plan:
    """A plan as its file gives it. `file` is for problems: relative to `resources/`."""

    id: str
    shortcut: str
    """The step where "Go there first" leads; "" when the plan has none."""
    questions: tuple[Question, ...]
    steps: tuple[Step, ...]
    file: str = field(default="", compare=False)

    def step(self, step_id: str) -> Step | None:
        """The step with this id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def question(self, question_id: str) -> Question | None:
        """The question with this id; "country" is not among them."""
        return next((question for question in self.questions if question.id == question_id), None)

    def asked_on(self, step_id: str) -> tuple[Question, ...]:
        """The questions of one step, in the file's order."""
        return tuple(question for question in self.questions if question.step == step_id)

    def screens(self, answers: Answers) -> tuple[Screen, ...]:
        """What is shown with these answers ("country" among them), in order.

        An answer counts from the step that asks for it, and only while that step is shown: what a person once said on
        a step that is hidden by now changes nothing.
        """
        known = {COUNTRY: answers.get(COUNTRY, frozenset())}
        shown = []
        for step in self.steps:
            if applies(step.when, step.unless, known):
                known |= {question.id: answers.get(question.id, frozenset()) for question in self.asked_on(step.id)}
                shown.append(Screen(step, step.words_name(known)))
        return tuple(shown)


def load_plan(resources: Path, name: str) -> Plan:
    """The plan in `resources/plans/<name>.toml`. Raises ContentError."""
    path = resources / "plans" / f"{name}.toml"
    file = name_of(path, resources)
    if not is_id(name):
        raise ContentError.at("file-missing", file, 0, name)
    text = read_text(path, resources)
    table = Table(parse_toml(text, file), file, text.split("\n"))
    table.only(("id", "shortcut", "question", "step"))
    if table.id() != name:
        raise table.fault("plan-id", table.id(), "id")
    plan = Plan(
        id=name,
        shortcut=table.id("shortcut") if "shortcut" in table.values else "",
        questions=tuple(map(_question, table.tables("question"))),
        steps=tuple(map(_step, table.tables("step"))),
        file=file,
    )
    for problem in structure_problems(plan):
        raise ContentError(problem)
    return plan


def structure_problems(plan: Plan) -> Iterator[ContentProblem]:
    """What is wrong with the plan's parts and names, before anybody walks it."""
    if not plan.steps:
        yield ContentProblem("plan-empty", plan.file, 0, plan.id)
    seen: set[str] = set()
    for step in plan.steps:
        if step.id in seen or step.id == "plan":
            yield ContentProblem("step-id", plan.file, step.line, step.id)
        seen.add(step.id)
    if plan.steps and (plan.steps[0].when or plan.steps[0].unless):
        yield ContentProblem("first-step-hidden", plan.file, plan.steps[0].line, plan.steps[0].id)
    if plan.shortcut and plan.shortcut not in seen:
        yield ContentProblem("step-unknown", plan.file, 0, plan.shortcut)
    asked: set[str] = set()
    for question in plan.questions:
        if question.id in asked or question.id == COUNTRY:
            yield ContentProblem("question-id", plan.file, question.line, question.id)
        asked.add(question.id)
        if question.step not in seen:
            yield ContentProblem("step-unknown", plan.file, question.line, question.step)
        if not question.answers:
            yield ContentProblem("question-without-answers", plan.file, question.line, question.id)
        for answer in set(question.answers) & set(RESERVED):
            yield ContentProblem("answer-reserved", plan.file, question.line, answer)
    for step in plan.steps:
        yield from _condition_problems(plan, step)


def _condition_problems(plan: Plan, step: Step) -> Iterator[ContentProblem]:
    order = {each.id: number for number, each in enumerate(plan.steps)}
    parts: tuple[Step | Variant, ...] = (step, *step.variants)
    for part in parts:
        for condition in (part.when, part.unless):
            for name, wanted in condition.needs if condition is not None else ():
                bad: Set[str]
                question = plan.question(name)
                if name == COUNTRY:
                    bad = {answer for answer in wanted if not _COUNTRY_ANSWER.fullmatch(answer)}
                elif question is None:
                    yield ContentProblem("question-unknown", plan.file, part.line, name)
                    continue
                else:
                    bad = wanted - set(question.answers) - set(RESERVED)
                    asked, used = order.get(question.step, -1), order[step.id]
                    # A step's own question can reword it; it cannot decide whether the step is there to ask it.
                    if asked > used or (asked == used and part is step):
                        yield ContentProblem("asked-too-late", plan.file, part.line, name)
                for answer in sorted(bad):
                    yield ContentProblem("answer-unknown", plan.file, part.line, answer)


def _question(table: Table) -> Question:
    table.only(("id", "step", "many", "answers"))
    answers = table.texts("answers")
    for answer in answers:
        if not is_id(answer):
            raise table.fault("id-shape", answer, "answers")
    return Question(table.id(), table.id("step"), table.flag("many"), answers, table.start)


def _step(table: Table) -> Step:
    table.only(("id", "when", "unless", "variant", "ending"))
    return Step(
        id=table.id(),
        when=_condition(table, "when"),
        unless=_condition(table, "unless"),
        variants=tuple(map(_variant, table.tables("variant"))),
        ending=table.flag("ending"),
        line=table.start,
    )


def _variant(table: Table) -> Variant:
    table.only(("words", "when", "unless"))
    when, unless = _condition(table, "when"), _condition(table, "unless")
    if when is None and unless is None:
        raise table.fault("variant-always", table.id("words"), "words")
    return Variant(table.id("words"), when, unless, table.start)


def _condition(table: Table, key: str) -> Condition | None:
    below = table.table(key)
    if below is None:
        return None
    if not below.values:
        raise table.fault("condition-empty", key, key)
    needs = []
    for question in below.values:
        wanted = below.texts(question)
        if not wanted:
            raise table.fault("condition-empty", question, key)
        needs.append((question, frozenset(wanted)))
    return Condition(tuple(needs))
