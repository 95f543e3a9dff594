"""Every plan that ships keeps every rule, on every way through it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.plan import Plan, load_plan
from desktop_app.core.plan_rules import check_plan
from desktop_app.core.plan_words import load_plan_words
from desktop_app.core.resources import find_resources
from desktop_app.core.walk import Walk
from desktop_app.ui.problems import sentence
from tests.core.generated_plans import every_answer

RESOURCES = find_resources()
NAMES = sorted(path.stem for path in (RESOURCES / "plans").glob("*.toml"))
LANGUAGES = sorted(path.parent.name for path in RESOURCES.glob("*/plans") if path.parent.name != "plans")
COUNTRIES = tuple(sorted({*(path.stem for path in (RESOURCES / "directory").glob("*.toml")), "GB", "DE", "none"}))


def words_names(plan: Plan) -> set[str]:
    return {name for step in plan.steps for name in (step.id, *(variant.words for variant in step.variants))}


def test_there_is_a_plan_for_a_young_person() -> None:
    assert "young-person" in NAMES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_plan_keeps_every_rule(name: str, language: str) -> None:
    plan = load_plan(RESOURCES, name)
    problems = check_plan(plan, load_plan_words(RESOURCES, language, plan))
    assert [sentence(problem) for problem in problems] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_combination_of_answers_and_countries_walks_to_the_end_and_back(name: str) -> None:
    plan = load_plan(RESOURCES, name)
    walked = set()
    for answers in every_answer(plan, COUNTRIES):
        walk = Walk(plan, None if answers["country"] == {"none"} else next(iter(answers["country"])))
        for question in plan.questions:
            for answer in answers[question.id]:
                walk.answer(question.id, answer)
        screens = tuple(walk.words_name(step) for step in walk.steps)
        if screens in walked:
            continue
        walked.add(screens)
        met = [walk.here.id]
        while not walk.here.ending:
            walk.done()
            met.append(walk.here.id)
            assert len(met) <= walk.total
        assert met == [step.id for step in walk.steps]
        while walk.back():
            met.pop()
        assert met == [walk.here.id] == [plan.steps[0].id]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_no_words_lie_about_that_no_step_shows(name: str, language: str) -> None:
    folder = RESOURCES / language / "plans" / name
    files = {path.stem for path in folder.glob("*.md")}
    assert files - words_names(load_plan(RESOURCES, name)) - {"plan"} == set()
    assert [path.name for path in Path(folder).iterdir() if path.suffix != ".md"] == []
