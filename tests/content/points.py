"""Scores the plans by the lists in `points/`: what must be said, what must not, and in which order.

`points/README.md` says how, rule by rule. A point is looked for on every sheet of answers at once (`sheets.py`); only
the words of a page have to be searched, once for each page.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.core.blocks import plain_text
from desktop_app.core.directory import countries
from desktop_app.core.plan import COUNTRY
from tests.content.sentences import RESOURCES
from tests.content.sheets import Page, Set, Sheets
from tests.content.shown import cards, entries, page, plan, plan_words, read_aloud
from tests.content.way_rules import ADULTS, AGE, MAIL, about_an_adult, sheets

FOLDER = Path(__file__).parent / "points"
LISTS = ("apps", "pay")
"""Questions whose answers are from the list of the same name."""
KEYS = {"id", "when", "unless", "facts", "why"}
OTHER_KEYS = {"must": {"says", "step", "within"}, "must_not": {"says", "step", "within"}, "order": {"first", "then"}}

Answered = tuple[tuple[str, tuple[str, ...]], ...]
"""From questions to answers."""


@dataclass(frozen=True)
class Point:
    """One point of a list. `kind` is "must", "must_not" or "order"; `within` is 0 for any screen."""

    kind: str
    id: str
    why: str
    when: Answered = ()
    unless: Answered = ()
    says: tuple[re.Pattern[str], ...] = ()
    step: str = ""
    within: int = 0
    first: str = ""
    then: str = ""

    def about_lists(self) -> bool:
        """Whether it is for those who picked a certain app or way to pay."""
        return any(question in LISTS for question, _ in self.when)


@cache
def load_points(name: str) -> tuple[Point, ...]:
    """The points of a plan. Raises ValueError for what no plan and no registry knows."""
    table = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return tuple(_point(kind, each, name) for kind in OTHER_KEYS for each in table.get(kind, ()))


def _point(kind: str, table: dict[str, Any], name: str) -> Point:
    unknown = set(table) - KEYS - OTHER_KEYS[kind]
    steps = {each.id for each in plan(name).steps}
    unknown |= {table[key] for key in ("step", "first", "then") if key in table and table[key] not in steps}
    for conditions in (table.get("when", {}), table.get("unless", {})):
        unknown |= {answer for question, answers in conditions.items() for answer in set(answers) - _known(question)}
    if unknown or not table["facts"]:
        raise ValueError(f"{name}, {table['id']}: {sorted(unknown)}")
    return Point(
        kind,
        table["id"],
        table["why"],
        tuple((question, tuple(answers)) for question, answers in table.get("when", {}).items()),
        tuple((question, tuple(answers)) for question, answers in table.get("unless", {}).items()),
        tuple(re.compile(each, re.IGNORECASE) for each in table.get("says", ())),
        table.get("step", ""),
        table.get("within", 0),
        table.get("first", ""),
        table.get("then", ""),
    )


@cache
def _known(question: str) -> frozenset[str]:
    if question == COUNTRY:
        return frozenset(countries(RESOURCES))
    if question in LISTS:
        return frozenset(entry.id for entry in entries(question))
    every = (plan(path.stem).question(question) for path in FOLDER.glob("*.toml"))
    return frozenset(answer for each in every if each is not None for answer in each.answers)


class Reader:
    """Reads a plan in one country, with these apps and ways to pay picked wherever it asks for them."""

    def __init__(self, name: str, country: str, picked: Sequence[str] = ()) -> None:
        self.sheets = sheets(name, country)
        self._name = name
        self._country = country
        self._picked = frozenset(picked)
        self._seen = _pages_by_age(self.sheets)

    def faults(self, point: Point) -> Set:
        """The sheets on whose way a point is not kept."""
        concerned = self._concerned(point)
        if not concerned:
            return 0
        if point.kind == "order":
            return concerned & ~self._in_order(point)
        found = 0
        for each, adult, on in self._seen:
            if point.step in ("", each.step.id):
                early = on & self.sheets.place(each.step.id, point.within) if point.within else on
                if early & concerned & ~found and _found(point, self._text(point, each, adult)):
                    found |= early
        return concerned & found if point.kind == "must_not" else concerned & ~found

    def adds(self, point: Point) -> bool:
        """Whether what is picked says what the point is about, on any page."""
        added = {added_text(self._name, each.words, self._picked) for each in self.sheets.pages}
        return any(_found(point, text) for text in added)

    def _concerned(self, point: Point) -> Set:
        some = self.sheets.here
        for question, answers in point.when:
            for answer in answers:
                some &= self._given(question, answer)
        for question, answers in point.unless:
            for answer in answers:
                some &= ~self._given(question, answer)
        return some

    def _given(self, question: str, answer: str) -> Set:
        if question == COUNTRY:
            return self.sheets.all if answer == self._country else 0
        if question in LISTS:
            return self.sheets.asked.get(question, 0) if answer in self._picked else 0
        if answer == MAIL:
            # Beside answers that speak against a mail to thousands it counts for nothing: the whole plan is shown.
            return self.sheets.ended[MAIL]
        return self.sheets.given(question, answer)

    def _in_order(self, point: Point) -> Set:
        on = dict.fromkeys((point.first, point.then), 0)
        for each in self.sheets.pages:
            if each.step.id in on:
                on[each.step.id] |= each.on
        ids = [step.id for step in self.sheets.plan.steps]
        return on[point.first] & on[point.then] if ids.index(point.first) < ids.index(point.then) else 0

    def _text(self, point: Point, shown: Page, adult: bool) -> str:
        if self._picked and point.kind == "must_not":
            # All else on the page is as it is without (test_apps_and_money), and was looked at then.
            return added_text(self._name, shown.words, self._picked)
        return page_text(self._name, shown.step.id, shown.words, self._country, adult, self._picked)


@cache
def _pages_by_age(every: Sheets) -> tuple[tuple[Page, bool, Set], ...]:
    """Each page for each of the two ages that it can be about, and the sheets with which it then is shown."""
    adults = every.all if about_an_adult(every.plan.id, "") else 0
    for age in ADULTS:
        adults |= every.given(AGE, age)
    pages = ((each, adult, each.on & (adults if adult else ~adults)) for each in every.pages for adult in (False, True))
    return tuple(page for page in pages if page[2])


@cache
def _found(point: Point, text: str) -> bool:
    return any(expression.search(text) for expression in point.says)


@cache
def page_text(
    name: str, step_id: str, words: tuple[str, ...], country: str, adult: bool, picked: frozenset[str] = frozenset()
) -> str:
    """All that stands on a page: words, questions with their answers, and who is on its cards."""
    shown = page(name, words, picked)
    lines = [shown.short, read_aloud(shown)]
    for question in plan(name).asked_on(step_id):
        asked = plan_words(name).question(question.id)
        lines += [asked.ask, asked.hint, *asked.answers.values()]
    lines += [service.name for found in cards(name, shown, country, adult).values() for service in found]
    return " ".join(" ".join(lines).split())


@cache
def added_text(name: str, words: tuple[str, ...], picked: frozenset[str]) -> str:
    """What these apps and ways to pay add to a page."""
    own = page(name, words).body
    return " ".join(plain_text(tuple(each for each in page(name, words, picked).body if each not in own)).split())


def faults(name: str, country: str, picked: Sequence[str] = ()) -> Iterator[tuple[Point, Set]]:
    """The points that a plan does not keep there, with the sheets on which it doesn't.

    With something picked only those are looked at that this can change.
    """
    reader = Reader(name, country, picked)
    for point in load_points(name):
        if not picked or point.about_lists() or (point.kind == "must_not" and reader.adds(point)):
            missed = reader.faults(point)
            if missed:
                yield point, missed
