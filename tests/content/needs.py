"""What each plan has in each country for each need: a card, words, or that we do not know. Prints it as tables.

python -m tests.content.needs [PLAN ...]
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache

from desktop_app.core.service import Service
from desktop_app.ui import strings
from tests.content.sentences import data
from tests.content.shown import COUNTRIES, NOW, PLANS, cards, directory, page, read_aloud
from tests.content.way_rules import FOR_A_NATION, about_an_adult, pages_in


@dataclass(frozen=True)
class Need:
    """One need of `needs.toml`."""

    id: str
    what: str
    kinds: frozenset[str]
    says: tuple[re.Pattern[str], ...]
    unknown: tuple[re.Pattern[str], ...]
    plans: tuple[str, ...]


@cache
def needs() -> tuple[Need, ...]:
    """All needs."""
    return tuple(
        Need(
            each["id"],
            each["what"],
            frozenset(each.get("kinds", ())),
            tuple(re.compile(expression, re.IGNORECASE) for expression in each.get("says", ())),
            tuple(re.compile(expression, re.IGNORECASE) for expression in each.get("unknown", ())),
            tuple(each.get("plans", PLANS)),
        )
        for each in data("needs.toml")["need"]
    )


@cache
def on_screen(plan: str, country: str) -> tuple[frozenset[Service], tuple[str, ...]]:
    """Everybody whom the pages of a plan show in a country, and the pages' words, also those of the crisis page."""
    here = directory(country)
    ages = {about_an_adult(plan, each.age) for each in pages_in(plan, country)}
    found = {*here.crisis(), *(service for adult in ages for service in here.best(NOW, adult))}
    said = {strings.EMERGENCY_ANYWHERE: None}
    for _, words, age in sorted(pages_in(plan, country)):
        if country == "GB" or FOR_A_NATION.isdisjoint(words):
            for services in cards(plan, page(plan, words), country, about_an_adult(plan, age)).values():
                found.update(services)
            said[_words(plan, words)] = None
    return frozenset(found), tuple(said)


@cache
def _words(plan: str, words: tuple[str, ...]) -> str:
    return read_aloud(page(plan, words))


@cache
def _sentence(expression: re.Pattern[str], text: str) -> str:
    found = next(filter(None, map(expression.search, text.split("\n"))), None)
    return found.group().strip() if found else ""


def cell(plan: str, country: str, need: Need) -> str:
    """Services by id, else a sentence, else what is not known; "" when the screens have nothing for the need."""
    services, pages = on_screen(plan, country)
    ids = sorted(each.id for each in services if need.kinds & set(each.kinds))
    if ids:
        return " ".join(sorted(ids, key=lambda name: name.startswith("zz-")))
    for mark, expressions in (("said", need.says), ("not known", need.unknown)):
        for expression in expressions:
            found = next(filter(None, (_sentence(expression, text) for text in pages)), "")
            if found:
                return f"{mark}: {found}"
    return ""


def table(plan: str) -> str:
    """A plan's table in Markdown: a line for each country, and for those that are alike in everything only one."""
    asked = [need for need in needs() if plan in need.plans]
    rows: dict[tuple[str, ...], list[str]] = {}
    for country in COUNTRIES:
        rows.setdefault(tuple(cell(plan, country, need) for need in asked), []).append(country)
    lines = [
        f"## {plan}",
        "",
        f"| country | {' | '.join(need.what for need in asked)} |",
        "| --- " * (len(asked) + 1) + "|",
    ]
    lines += [f"| {' '.join(alike)} | {' | '.join(cells)} |" for cells, alike in rows.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    for name in sys.argv[1:] or PLANS:
        print(table(name), end="\n\n")
