"""What every way through the plans that ship must meet, whoever goes it and wherever they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from desktop_app.core.links import Link
from desktop_app.core.plan_rules import MOST_QUESTIONS, MOST_SCREENS
from tests.content.sheets import Set, Sheets, countries_named
from tests.content.shown import NOWHERE, PLANS, directory, links, page, plan

PERSON, CRISIS, REPORT = "a person to talk to", "a crisis route", "a way to report"
PEOPLE = ("best", "child-helpline", "crisis")
REPORTS = ("police-report", "hotline")
"""Kinds of services that take a report of the crime."""
MAIL = "mail"
"""The ending for a mail from a stranger: there is no crime to report that anybody could look into."""
ENDINGS = {"young-person": {"next", MAIL}, "adult": {"next", MAIL}}
"""Of the plans with two."""
AGE = "age"


FOR_A_NATION = {"set-country-gb", "england-gb", "wales-gb", "scotland-gb", "northern-ireland-gb"}
"""For a school whose people say that it is there, while the program was told of another country."""
ADULTS = ("adult", "adult-child")
"""Answers about the age of who is blackmailed."""


def about_an_adult(name: str, age: str) -> bool:
    """Whether the one who is blackmailed is 18 or over."""
    return name == "adult" or age in ADULTS


class Shown(NamedTuple):
    """A page as somebody sees it. `age`: what was said of it; "" for nothing."""

    step: str
    words: tuple[str, ...]
    age: str


@cache
def sheets(name: str, country: str) -> Sheets:
    """All sheets of answers to a plan in a country; those that it does not name are all like `NOWHERE`."""
    if country != NOWHERE and country not in countries_named(plan(name)):
        return sheets(name, NOWHERE)
    return Sheets(plan(name), country)


def all_sheets(name: str) -> list[Sheets]:
    """Those of every country that the plan names, and of one that it does not."""
    return [sheets(name, country) for country in (*countries_named(plan(name)), NOWHERE)]


@cache
def pages_in(name: str, country: str) -> frozenset[Shown]:
    """The pages that a plan shows in a country."""
    every = sheets(name, country)
    question = plan(name).question(AGE)
    ages = {answer: every.given(AGE, answer) for answer in (question.answers if question else ())}
    ages[""] = every.all
    for answer, given in list(ages.items()):
        ages[""] &= ~given if answer else every.all
    return frozenset(
        Shown(each.step.id, each.words, age)
        for each in every.pages
        for age, given in ages.items()
        if each.on & given & every.here
    )


@cache
def every_page(name: str) -> dict[tuple[str, ...], str]:
    """Every page that a plan can show, in any country: from the words on it to its step."""
    return {each.words: each.step for some in all_sheets(name) for each in pages_in(name, some.country)}


def broken(name: str, every: Sheets) -> Iterator[tuple[str, Set]]:
    """The rules that sheets break, with those that do."""
    here = every.here
    mail = every.ended.get(MAIL, 0)
    yield "never ends", every.lost
    for ending, some in every.ended.items():
        if ending not in ENDINGS.get(name, {"next"}):
            yield f"ends with {ending}", some
    for other, some in every.handed.items():
        # They go on in the other plan, with the same answers, and are looked at there.
        if other not in PLANS:
            yield f"goes on in {other}", some
    for mark in (PERSON, CRISIS, REPORT):
        met = 0
        for each in every.pages:
            met |= each.on if mark in marks(name, each.words) else 0
        yield f"meets no {mark}", here & ~met & ~(mail if mark == REPORT else 0)
    yield f"has more than {MOST_SCREENS} screens", here & every.at_least(MOST_SCREENS + 1)
    yield f"asks more than {MOST_QUESTIONS} questions in a row", every.in_a_row(MOST_QUESTIONS + 1)


@cache
def marks(name: str, words: tuple[str, ...]) -> frozenset[str]:
    """What a page gives to a way. That no card on it is empty is looked at country by country."""
    found = set()
    for link in links(page(name, words).body):
        if link.scheme in ("talk", "crisis") or (link.scheme == "help" and link.target in PEOPLE):
            found.add(PERSON)
        if link.scheme == "crisis":
            found.add(CRISIS)
        if _takes_reports(link):
            found.add(REPORT)
    return frozenset(found)


def _takes_reports(link: Link) -> bool:
    if link.scheme == "service":
        service = directory(link.target.partition("-")[0].upper()).get(link.target)
        return service is not None and not set(service.kinds).isdisjoint(REPORTS)
    # A friend's plan leads to the plan of whom it is about, where the report stands.
    return (link.scheme == "help" and link.target in REPORTS) or link == Link("plan")
