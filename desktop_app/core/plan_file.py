"""Reads a plan's file, strictly: a typo in a step must be found here, and not by the person who needs the step."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from pathlib import Path

from desktop_app.core.entries import LISTS, entry_ids
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.plan import COUNTRY, RESERVED, Condition, Handover, Part, Piece, Plan, Question, Step, Variant
from desktop_app.core.resources import name_of, parse_toml, read_text
from desktop_app.core.toml_table import Table, is_id

_COUNTRY_ANSWER = re.compile("[A-Z]{2}|none")
_CONDITIONS = ("when", "unless")


def load_plan(resources: Path, name: str) -> Plan:
    """The plan in `resources/plans/<name>.toml`. Raises ContentError."""
    path = resources / "plans" / f"{name}.toml"
    file = name_of(path, resources)
    if not is_id(name):
        raise ContentError.at("file-missing", file, 0, name)
    text = read_text(path, resources)
    table = Table(parse_toml(text, file), file, text.split("\n"))
    table.only(("id", "shortcut", "like", "borrowed", "for_adults", "handover", "question", "step"))
    if table.id() != name:
        raise table.fault("plan-id", table.id(), "id")
    plan = Plan(
        id=name,
        shortcut=table.id("shortcut") if "shortcut" in table.values else "",
        questions=tuple(_question(each, resources) for each in table.tables("question")),
        steps=tuple(map(_step, table.tables("step"))),
        handovers=tuple(map(_handover, table.tables("handover"))),
        like=table.id("like") if "like" in table.values else "",
        borrowed=frozenset(table.texts("borrowed", ())),
        for_adults=table.flag("for_adults"),
        file=file,
    )
    for problem in structure_problems(plan):
        raise ContentError(problem)
    return plan


def plan_names(resources: Path) -> tuple[str, ...]:
    """The plans that there are, by name."""
    try:
        return tuple(sorted(path.stem for path in (resources / "plans").iterdir() if path.suffix == ".toml"))
    except OSError:
        return ()


def structure_problems(plan: Plan) -> Iterator[ContentProblem]:
    """What is wrong with the plan's parts and names, before anybody walks it."""
    if not plan.steps:
        yield ContentProblem("plan-empty", plan.file, 0, plan.id)
    seen: set[str] = set()
    for step in plan.steps:
        if step.id in seen or step.id == "plan":
            yield ContentProblem("step-id", plan.file, step.line, step.id)
        if step.composed and not step.pieces:
            yield ContentProblem("step-without-words", plan.file, step.line, step.id)
        seen.add(step.id)
    if plan.steps and (plan.steps[0].when or plan.steps[0].unless or plan.steps[0].composed):
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
    yield from _order_problems(plan)


def _order_problems(plan: Plan) -> Iterator[ContentProblem]:
    order = {step.id: number for number, step in enumerate(plan.steps)}
    for step in plan.steps:
        for part in step.parts():
            # A step's own question can reword it; it cannot decide whether the step is there to ask it.
            decides = part is step or (step.composed and isinstance(part, Piece))
            yield from _condition_problems(plan, part, order[step.id] - decides)
    for question in plan.questions:
        yield from _condition_problems(plan, question, order.get(question.step, 0) - 1)
    for handover in plan.handovers:
        yield from _condition_problems(plan, handover, len(order))


def _condition_problems(plan: Plan, part: Part, latest: int) -> Iterator[ContentProblem]:
    """`latest`: the number of the last step whose questions the part may look at."""
    order = {step.id: number for number, step in enumerate(plan.steps)}
    for condition in part.conditions():
        for name, wanted in condition.needs:
            bad: Set[str]
            question = plan.question(name)
            if name == COUNTRY:
                bad = {answer for answer in wanted if not _COUNTRY_ANSWER.fullmatch(answer)}
            elif question is None:
                yield ContentProblem("question-unknown", plan.file, part.line, name)
                continue
            else:
                bad = wanted - set(question.answers) - set(RESERVED)
                if order.get(question.step, -1) > latest:
                    yield ContentProblem("asked-too-late", plan.file, part.line, name)
            for answer in sorted(bad):
                yield ContentProblem("answer-unknown", plan.file, part.line, answer)


def _question(table: Table, resources: Path) -> Question:
    table.only(("id", "step", "many", "answers", "from", *_CONDITIONS))
    listed = table.id("from") if "from" in table.values else ""
    if listed and listed not in LISTS:
        raise table.fault("choice-unknown", listed, "from")
    answers = entry_ids(resources, listed) if listed else table.texts("answers")
    for answer in answers:
        if not is_id(answer):
            raise table.fault("id-shape", answer, "answers")
    when, unless = _conditions(table)
    return Question(
        id=table.id(),
        step=table.id("step"),
        many=table.flag("many"),
        answers=answers,
        when=when,
        unless=unless,
        listed=listed,
        line=table.start,
    )


def _step(table: Table) -> Step:
    table.only(("id", "variant", "piece", "composed", "ending", *_CONDITIONS))
    when, unless = _conditions(table)
    return Step(
        id=table.id(),
        when=when,
        unless=unless,
        variants=tuple(map(_variant, table.tables("variant"))),
        pieces=tuple(map(_piece, table.tables("piece"))),
        composed=table.flag("composed"),
        ending=table.flag("ending"),
        line=table.start,
    )


def _variant(table: Table) -> Variant:
    table.only(("words", *_CONDITIONS))
    return Variant(table.id("words"), *_needed_conditions(table, "words"), line=table.start)


def _piece(table: Table) -> Piece:
    table.only(("words", "before", *_CONDITIONS))
    when, unless = _needed_conditions(table, "words")
    return Piece(table.id("words"), when, unless, table.flag("before"), line=table.start)


def _handover(table: Table) -> Handover:
    table.only(("plan", *_CONDITIONS))
    return Handover(table.id("plan"), *_needed_conditions(table, "plan"), line=table.start)


def _needed_conditions(table: Table, key: str) -> tuple[Condition | None, Condition | None]:
    when, unless = _conditions(table)
    if when is None and unless is None:
        raise table.fault("variant-always", table.id(key), key)
    return when, unless


def _conditions(table: Table) -> tuple[Condition | None, Condition | None]:
    return _condition(table, "when"), _condition(table, "unless")


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
