"""Finds the apps and ways to pay that somebody names, by what the registries call them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from desktop_app.core.entries import Entry
from desktop_app.core.own_words_chart import Chart, Item, Phrase, Phrases, Span, longest
from desktop_app.core.own_words_rules import APP, PAY, Rules
from desktop_app.core.query_words import query_words

Mentions = Mapping[Span, Sequence[Entry]]
"""Where something is named; more than one entry where they share the name."""

_IN_BRACKETS = re.compile(r"\([^)]*\)")


class EntryNames:
    """The names of all apps and ways to pay."""

    def __init__(self, entries: Mapping[str, Sequence[Entry]], rules: Rules) -> None:
        self._named: dict[Phrase, list[Entry]] = {}
        self._pay = frozenset(entry.id for entry in entries["pay"])
        for listed, each in entries.items():
            more = {names.name: names.phrases.all for names in rules.more.get(listed, ())}
            for entry in each:
                for phrase in (*_phrases(entry, rules), *more.get(entry.id, ())):
                    there = self._named.setdefault(phrase, [])
                    if entry not in there:
                        there.append(entry)
        self._phrases = Phrases(self._named)

    def words(self) -> Iterator[str]:
        """The names that are one word."""
        return (phrase[0].label for phrase in self._named if len(phrase) == 1)

    def mark(self, chart: Chart) -> tuple[Mentions, Mentions]:
        """The apps and the ways to pay that are named. Of two that overlap the longer name counts, and a way to pay
        before an app: "on steam" is an app, "on steam cards" is none."""
        found: dict[Span, Sequence[Entry]] = {}
        for span, phrase in chart.find_each(self._phrases):
            if not self._is_pay(found.get(span, ())):
                found[span] = self._named[phrase]
        pays = sorted(found, key=lambda span: not self._is_pay(found[span]))
        mentions: tuple[dict[Span, Sequence[Entry]], dict[Span, Sequence[Entry]]] = {}, {}
        for span in longest(pays):
            pay = self._is_pay(found[span])
            mentions[pay][span] = found[span]
            chart.mark(PAY if pay else APP, span)
        return mentions

    def _is_pay(self, entries: Sequence[Entry]) -> bool:
        return any(entry.id in self._pay for entry in entries)


def in_country(entries: Sequence[Entry], country: str | None) -> Entry | None:
    """The one that a name means: it can be picked there, and is the one for most countries. None when none can."""
    there = [entry for entry in entries if entry.is_in(country)]
    return max(there, key=lambda entry: len(entry.countries) or 1_000, default=None)


def _phrases(entry: Entry, rules: Rules) -> Iterator[Phrase]:
    """How people name it, also as if there were many. What is a common word counts only after "on" and the like."""
    for name in dict.fromkeys((_IN_BRACKETS.sub("", entry.name), *entry.aka)):
        words = query_words(name)
        ends = (words[-1],) if words[-1].endswith("s") else (words[-1], words[-1] + "s")
        for end in ends:
            phrase = tuple(Item(word) for word in (*words[:-1], end))
            if " ".join(words) in rules.common:
                yield from ((Item(at), *phrase) for at in sorted(rules.at))
            else:
                yield phrase
