"""Ten people, each as a new user: the right action is reached within three screens of the plan."""

from __future__ import annotations

import re
from typing import Any

import pytest

from desktop_app.core.walk import Walk
from tests.content.points import page_text
from tests.content.sentences import data
from tests.content.shown import NOW, directory, entries, plan
from tests.content.way_rules import about_an_adult

SITUATIONS = data("situations.toml")["situation"]
SCREENS = 3
FIRST_PLAN = {"adult": "young-person"}
"""Where people begin who end up in another plan."""

each_situation = pytest.mark.parametrize("situation", SITUATIONS, ids=lambda each: str(each["id"]))


def walked(situation: dict[str, Any]) -> Walk:
    """Answers what is asked, screen by screen, and goes on; then stands in the plan where it led."""
    name = situation["plan"]
    walk = Walk(plan(FIRST_PLAN.get(name, name)), situation["country"], plan)
    for _ in range(SCREENS):
        for question in walk.questions(walk.here):
            for answer in set(situation["answers"].get(question.id, ())) - walk.answers(question.id):
                walk.answer(question.id, answer)
        walk.done()
    return walk


def read(situation: dict[str, Any]) -> str:
    """All that stands on the first three screens, and the two lines beside them."""
    walk = walked(situation)
    picked = frozenset(
        entry.id for kind in ("apps", "pay") for entry in entries(kind) if entry.id in walk.answers(kind)
    )
    (age,) = walk.answers("age") or {""}
    adult = about_an_adult(walk.plan.id, age)
    beside = directory(situation["country"]).best(NOW, adult)
    pages = [
        page_text(walk.plan.id, step.id, walk.words(step), situation["country"], adult, picked)
        for step in walk.steps[:SCREENS]
    ]
    return " ".join([*pages, *(service.name for service in beside)])


def test_there_are_ten() -> None:
    assert len(SITUATIONS) == len({each["id"] for each in SITUATIONS}) == 10


@each_situation
def test_what_they_answer_leads_into_their_plan(situation: dict[str, Any]) -> None:
    walk = walked(situation)
    assert walk.plan.id == situation["plan"]
    for question, answers in situation["answers"].items():
        asked = walk.plan.question(question)
        assert asked is not None
        assert set(answers) <= set(asked.answers)


@each_situation
def test_the_right_action_is_within_three_screens(situation: dict[str, Any]) -> None:
    said = read(situation)
    assert [line for line in situation["reaches"] if not re.search(line, said, re.IGNORECASE)] == []
    assert [line for line in situation.get("never", ()) if re.search(line, said, re.IGNORECASE)] == []
