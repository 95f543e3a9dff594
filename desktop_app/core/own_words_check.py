"""What is wrong with the words that people use, beyond how they are written: answers and names that nothing has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.entries import LISTS, entry_ids
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.own_words_file import FOLDER, load_rules
from desktop_app.core.own_words_rules import Rules
from desktop_app.core.plan import Plan
from desktop_app.core.plan_file import load_plan, plan_names
from desktop_app.core.words import FALLBACK


def own_words_problems(resources: Path) -> Iterator[ContentProblem]:
    """Everything, in every language that has such a file. A plan that cannot be read is named elsewhere."""
    plans = dict(_plans(resources))
    for language in sorted({FALLBACK, *_languages(resources)}):
        try:
            rules = load_rules(resources, language)
        except ContentError as error:
            yield error.problem
            continue
        yield from _lost(rules, f"{FOLDER}/{language}.toml", plans, resources)


def _lost(rules: Rules, file: str, plans: dict[str, Plan], resources: Path) -> Iterator[ContentProblem]:
    for rule in rules.rules:
        for name in sorted(rule.plans):
            plan = plans.get(name)
            question = plan.question(rule.question) if plan is not None else None
            if plan is None:
                yield ContentProblem("file-missing", file, 0, name)
            elif question is None:
                yield ContentProblem("question-unknown", file, 0, rule.question)
            elif rule.answer not in question.answers:
                yield ContentProblem("answer-unknown", file, 0, rule.answer)
    for rule_of_plan in rules.plans:
        if rule_of_plan.plan not in plans:
            yield ContentProblem("file-missing", file, 0, rule_of_plan.plan)
    for listed in LISTS:
        known = entry_ids(resources, listed)
        for names in rules.more.get(listed, ()):
            if names.name not in known:
                yield ContentProblem("answer-unknown", file, 0, names.name)


def _plans(resources: Path) -> Iterator[tuple[str, Plan]]:
    for name in plan_names(resources):
        try:
            yield name, load_plan(resources, name)
        except ContentError:
            continue


def _languages(resources: Path) -> Iterator[str]:
    try:
        yield from (path.stem for path in (resources / FOLDER).iterdir() if path.suffix == ".toml")
    except OSError:
        return
