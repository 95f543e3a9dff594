"""Every plan that ships keeps every rule, on every way through it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.core.blocks import inlines
from desktop_app.core.directory import Directory, load_directory
from desktop_app.core.links import CARDS, Link, read_link
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
NOW = dt.datetime(2026, 12, 1, 3, tzinfo=dt.UTC)  # at night, when most lines are closed
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


def services(directory: Directory, link: Link, adult: bool) -> list[str]:
    if link.scheme == "service":
        service = directory.get(link.target)
        return [service.id] if service is not None else []
    if link.target == "best":
        return [service.id for service in directory.best(NOW, adult)]
    return [service.id for service in directory.of_kind(link.target, adult)]


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("name", NAMES)
def test_no_card_is_empty_for_those_who_see_it(name: str, country: str) -> None:
    plan = load_plan(RESOURCES, name)
    words = load_plan_words(RESOURCES, "en", plan)
    directory = load_directory(RESOURCES, "en", None if country == "none" else country)
    seen = set()
    for answers in every_answer(plan, (country,)):
        adult = any("adult" in picked for picked in answers.values())
        seen |= {(screen.words, adult) for screen in plan.screens(answers)}
    empty = []
    for words_name, adult in sorted(seen):
        page = words.step(words_name)
        links = {span.link for inline in inlines((*page.body, *page.why)) for span in inline if span.link}
        for address in sorted(links):
            link = read_link(address)
            if link is not None and link.scheme in CARDS and not services(directory, link, adult):
                empty.append((words_name, address, adult))
    assert empty == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_no_words_lie_about_that_no_step_shows(name: str, language: str) -> None:
    folder = RESOURCES / language / "plans" / name
    files = {path.stem for path in folder.glob("*.md")}
    assert files - words_names(load_plan(RESOURCES, name)) - {"plan"} == set()
    assert [path.name for path in Path(folder).iterdir() if path.suffix != ".md"] == []
