"""How old somebody is, and who that is: the writer, a child, a friend, or somebody who doesn't count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.core.own_words_chart import STOP, Chart, Span, in_one_clause, stands_alone
from desktop_app.core.own_words_rules import AGE, AMOUNT, NOBODY, NUMBER, THEY, YEAR, AgeRule, Rules

_YOUNGEST, _OLDEST = 5, 99
_GROWN_UP, _TEEN = 18, 13
_LAST_BARE = 19
"""A higher number that stands alone may be money."""
_BEGINNING = 3
"""Words that may stand before such a number."""
_LEAST_TENS = 20
_LEAST_AMOUNT = 10
"""A smaller number without a sign of money is rather one of pictures."""


class Aged(NamedTuple):
    """An age in years, and whose it is: one of `WHOSE`, or "" when nothing says so."""

    whose: str
    years: int


def mark_numbers(chart: Chart, rules: Rules) -> Mapping[Span, int]:
    """Marks numbers, ages and years of a school, and gives their values: of a school year the age in it."""
    values: dict[Span, int] = {}
    said = chart.said.words
    for at, word in enumerate(said):
        value = int(word[:9]) if word.isdecimal() else rules.numbers.get(word)
        if value is None:
            continue
        end = at + 1
        after = rules.numbers.get(said[end]) if end < len(said) else None
        if not word.isdecimal() and value >= _LEAST_TENS and after is not None and 0 < after < 10:
            value, end = value + after, end + 1
        span = Span(at, end)
        values[span] = value
        chart.mark(NUMBER, span)
        if value >= _LEAST_AMOUNT:
            chart.mark(AMOUNT, span)
        if _YOUNGEST <= value <= _OLDEST:
            chart.mark(AGE, span)
    for age, phrases in rules.years.items():
        for span in tuple(chart.find(phrases)):
            values[span] = age
            chart.mark(YEAR, span)
    return values


def ages_said(chart: Chart, rules: Rules, values: Mapping[Span, int]) -> Sequence[Aged]:
    """All ages, each once: the first of the rules that speaks of it says whose it is."""
    places = [*chart.marked(YEAR), *chart.marked(AGE)]
    taken: set[Span] = set()
    ages = []
    for rule in rules.ages:
        for span in chart.find(rule.phrases):
            inside = [place for place in places if span.start <= place.start and place.end <= span.end]
            if not inside or not _counts(chart, rule, span, values):
                continue
            place = max(inside, key=lambda each: (each.end, -each.start))
            if any(place.start < other.end and other.start < place.end for other in taken):
                continue
            taken.add(place)
            ages.append(Aged("" if rule.alone else rule.whose, values[place] - rule.under))
    return ages


def age_answer(plan: str, ages: Sequence[Aged]) -> str:
    """The answer to the age question of a plan; "" when it is not said or not clear."""
    said = {whose: [each.years for each in ages if each.whose == whose] for whose in ("me", "both", "they", "")}
    if plan == "parent":
        return _one_band(said["they"] or said[""], "adult-child")
    if plan == "friend":
        everybody = [years for each in said.values() for years in each]
        if any(years < _GROWN_UP for years in everybody):
            return "under-18"
        return "adult" if said["both"] or (said["me"] and said["they"]) else ""
    if plan == "school":
        return ""
    return _one_band([*said["me"], *said["both"], *said[""]], "adult")


def _one_band(years: Sequence[int], grown_up: str) -> str:
    bands = {grown_up if each >= _GROWN_UP else "teen" if each >= _TEEN else "under-13" for each in years}
    return bands.pop() if len(bands) == 1 else ""


def _counts(chart: Chart, rule: AgeRule, span: Span, values: Mapping[Span, int]) -> bool:
    if chart.said.quoted[span.start] or (rule.alone and not _is_alone(chart, span, values)):
        return False
    return rule.whose != NOBODY or in_one_clause(chart, span)


def _is_alone(chart: Chart, span: Span, values: Mapping[Span, int]) -> bool:
    """Whether the clause is only this. A bare number may be money: a high one is an age only where the text begins with
    it, or almost, and says of nobody before that they want it."""
    if not stands_alone(chart, span):
        return False
    bare = span.end - span.start == 1 and values.get(span, 0) > _LAST_BARE
    others = any(chart.stands(label, at) for at in range(span.start) for label in (THEY, STOP))
    early = span.start <= _BEGINNING and not others
    return early or not bare
