"""Which country somebody says that they are in: not where the other side is, and not a phone number's."""

from __future__ import annotations

from desktop_app.core.own_words_chart import Chart, Span, longest, stands_alone
from desktop_app.core.own_words_rules import COUNTRY, ME, MINE, PEOPLE, THEY, Names, Rules


def place_said(chart: Chart, rules: Rules) -> str | None:
    """The alpha-2 code; None when it is not said or not clear."""
    codes = {**_mark(chart, COUNTRY, rules.countries), **_mark(chart, PEOPLE, rules.people)}
    for phrases in rules.places:
        found = {
            codes[place]
            for span in chart.find(phrases)
            if not _is_others(chart, span)
            for place in codes
            if span.start <= place.start and place.end <= span.end
        }
        found |= {codes[place] for place in codes if phrases is rules.places[-1] and stands_alone(chart, place)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _mark(chart: Chart, label: str, names: tuple[Names, ...]) -> dict[Span, str]:
    """Marks what is named, the longest name where some overlap: Northern Ireland."""
    found = {span: each.name for each in names for span in chart.find(each.phrases)}
    kept = {span: found[span] for span in longest(found)}
    for span in kept:
        chart.mark(label, span)
    return kept


def _is_others(chart: Chart, span: Span) -> bool:
    """Whether the last person before it in its clause is somebody else."""
    clauses = chart.said.clauses
    writer = {at for each in chart.marked(ME) for at in range(*each)}
    for at in range(span.start, -1, -1):
        if clauses[at] != clauses[span.start] or at in writer or chart.stands(MINE, at):
            return False
        if at < span.start and chart.stands(THEY, at):
            return True
    return False
