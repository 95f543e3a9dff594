"""Every plan that ships keeps every rule of a plan, and has its words."""

from __future__ import annotations

import pytest

from desktop_app.core.plan import Plan
from desktop_app.core.plan_rules import check_plan
from desktop_app.core.plan_words import load_plan_words
from desktop_app.ui.problems import sentence
from tests.content.sentences import RESOURCES
from tests.content.shown import LANGUAGES, PLANS, plan

each_plan = pytest.mark.parametrize("name", PLANS)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def words_names(the_plan: Plan) -> set[str]:
    return {name for step in the_plan.steps for name in step.all_words()}


def test_there_is_a_plan_for_each_of_five() -> None:
    assert PLANS == ("adult", "friend", "parent", "school", "young-person")


@each_language
@each_plan
def test_the_plan_keeps_every_rule(name: str, language: str) -> None:
    problems = check_plan(plan(name), load_plan_words(RESOURCES, language, plan(name)))
    assert [sentence(problem) for problem in problems] == []


@each_language
@each_plan
def test_no_words_lie_about_that_no_step_shows(name: str, language: str) -> None:
    folder = RESOURCES / language / "plans" / name
    used = words_names(plan(name)).union(*(words_names(plan(each)) for each in PLANS if plan(each).like == name))
    assert {path.stem for path in folder.glob("*.md")} - used - {"plan"} == set()
    assert [path.name for path in folder.iterdir() if path.suffix != ".md"] == []


@each_plan
def test_a_plan_that_is_like_another_has_the_same_steps_and_questions(name: str) -> None:
    # Who is handed over keeps marks and answers by these names.
    if plan(name).like:
        other = plan(plan(name).like)
        assert [step.id for step in plan(name).steps] == [step.id for step in other.steps]
        asked = [(each.id, each.step, each.answers) for each in plan(name).questions]
        assert asked == [(each.id, each.step, each.answers) for each in other.questions]
