"""Every plan says what it must and nothing that it must not, in the right order, on every way and in every country."""

from __future__ import annotations

import pytest

from tests.content.points import FOLDER, faults, load_points, page_text
from tests.content.sheets import Set, countries_named
from tests.content.shown import COUNTRIES, NOWHERE, PLANS, entries, plan
from tests.content.way_rules import sheets

FEWEST = {"young-person": 240, "adult": 220, "parent": 90, "school": 75, "friend": 40}
"""Points: none goes missing by the way."""
LISTED = {"apps", "pay"}

each_plan = pytest.mark.parametrize("name", PLANS)


def told(name: str, country: str, picked: tuple[str, ...] = ()) -> tuple[list[str], Set]:
    """What is wrong, in words, and the sheets on which it is."""
    every, lines, wrong = sheets(name, country), [], 0
    for point, missed in faults(name, country, picked):
        wrong |= missed
        answers = {question: sorted(given) for question, given in every.example(missed).items() if given}
        lines.append(f"{point.kind} {point.id}, {country} {picked}: {point.why} {answers}")
    return lines, wrong


def test_every_plan_has_its_list() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(PLANS)


@each_plan
def test_no_point_stands_twice_or_went_missing(name: str) -> None:
    points = load_points(name)
    assert len({point.id for point in points}) == len(points) >= FEWEST[name]
    assert [point.id for point in points if not point.says and point.kind != "order"] == []


@each_plan
def test_every_way_says_what_it_must_and_nothing_that_it_must_not(name: str) -> None:
    print(f"\n{name}: {len(load_points(name))} points")
    found = []
    for country in COUNTRIES:
        lines, wrong = told(name, country)
        found += lines
        here = sheets(name, country).here
        print(f"   {country}: {(here & ~wrong).bit_count():,} of {here.bit_count():,} sheets keep every point")
    assert found[:5] == []


@each_plan
def test_what_is_said_of_apps_and_money_keeps_the_points_too(name: str) -> None:
    asked = {question.listed for question in plan(name).questions} & LISTED
    found, count = [], 0
    for country in (*countries_named(plan(name)), NOWHERE):
        for listed in sorted(asked):
            for entry in entries(listed):
                if entry.is_in(None if country == NOWHERE else country):
                    count += 1
                    found += told(name, country, (entry.id,))[0]
    print(f"\n{name}: {count} apps and ways to pay, each in each country")
    assert found[:5] == []


def test_a_point_that_is_not_kept_is_found() -> None:
    point = next(each for each in load_points("young-person") if each.id == "first-do-not-pay")
    text = page_text("young-person", "stop", ("stop",), "GB", False)
    assert any(expression.search(text) for expression in point.says)
    assert not any(
        expression.search(text.replace("Don’t pay", "").replace("Pay nothing", "")) for expression in point.says
    )
