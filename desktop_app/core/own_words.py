"""Understands what somebody wrote in their own words: whom it is about, which answers that gives, where they are, and
whether they may be in danger. No model: rules and words, which are data.

Nothing is kept, and nothing is raised for any text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.entries import LISTS, Entry, load_entries
from desktop_app.core.own_words_age import age_answer, ages_said, mark_numbers
from desktop_app.core.own_words_chart import Chart, Phrases, Span
from desktop_app.core.own_words_danger import Danger
from desktop_app.core.own_words_file import load_rules
from desktop_app.core.own_words_names import EntryNames, Mentions, in_country
from desktop_app.core.own_words_place import place_said
from desktop_app.core.own_words_rules import DENIED, Rules
from desktop_app.core.own_words_spelling import Mender
from desktop_app.core.own_words_text import read_said
from desktop_app.core.search_words import SearchWords, load_search_words

YOUNG, ADULT, PARENT, FRIEND = "young-person", "adult", "parent", "friend"
IN_DANGER = ("urgent", "danger")
"""The answer that somebody else is in danger, in the plans of those who help."""
_PAID = ("urgent", "paid")


@dataclass(frozen=True)
class Understood:
    """`plan`: the id of the plan, "" when nothing says for whom; `answers`: from question to answers, as the plan has
    them; `country`: alpha-2, None when it is not said."""

    plan: str = ""
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    country: str | None = None
    danger: bool = False

    @property
    def nothing(self) -> bool:
        """Whether there is nothing that could be used."""
        return not (self.plan or self.answers or self.country)


class OwnWords:
    """Understands one language. `words` are those of its search: they say what sounds like danger."""

    def __init__(self, rules: Rules, words: SearchWords, entries: Mapping[str, Sequence[Entry]]) -> None:
        self._rules = rules
        self._names = EntryNames(entries, rules)
        self._mender = Mender(rules, self._names.words())
        self._danger = Danger(words, self._mender.known, rules)

    def understand(self, text: str, country: str | None = None) -> Understood:
        """What a text says. `country` is where the person is as far as is known: some ways to pay are only there."""
        said = read_said(text, self._rules.joins, self._capital, self._mender.mend)
        chart = Chart(said)
        apps, pays = self._names.mark(chart)
        numbers = mark_numbers(chart, self._rules)
        for name, phrases in self._rules.classes.items():
            chart.mark_all(name, phrases, self._rules.excepts.get(name))
        where = place_said(chart, self._rules)
        look = _Look(chart, self._rules)
        plan = look.plan()
        age = age_answer(plan, ages_said(chart, self._rules, numbers))
        if plan in ("", YOUNG) and age:
            plan = ADULT if age == "adult" else YOUNG
        answers = look.answers(plan or YOUNG)
        if age:
            _add(answers, "age", age)
        if plan in ("", YOUNG, ADULT, PARENT):
            for app in look.named(apps):
                _add(answers, "apps", app[0].id)
        if _PAID[1] in answers.get(_PAID[0], ()):
            for way in look.named(pays, paid=True):
                entry = in_country(way, where or country)
                if entry is not None:
                    _add(answers, "pay", entry.id)
        danger = self._danger.sounds_in(text, chart)
        if danger and plan in (PARENT, FRIEND):
            _add(answers, *IN_DANGER)
        return Understood(plan, {name: tuple(found) for name, found in answers.items()}, where, danger)

    def _capital(self, word: str) -> str:
        return self._rules.capitals.get(word, word)


class _Look:
    """Looks at one text with the rules."""

    def __init__(self, chart: Chart, rules: Rules) -> None:
        self._chart = chart
        self._rules = rules
        self._before = {name: tuple(chart.find(guard.before)) for name, guard in rules.guards.items()}
        self._after = {name: {span.start for span in chart.find(guard.after)} for name, guard in rules.guards.items()}
        self.paid_in: set[int] = set()
        """The clauses that say that something was paid."""

    def plan(self) -> str:
        """Whom it is about; "" when nothing says so, or when it is about the writer."""
        for rule in self._rules.plans:
            if self._counts(rule.sure, rule.guards):
                return rule.plan
        if self._counts(self._rules.me, ("not",)):
            return ""
        for rule in self._rules.plans:
            if self._counts(rule.maybe, rule.guards):
                return rule.plan
        return ""

    def answers(self, plan: str) -> dict[str, list[str]]:
        """The answers that phrases give, in the order of the rules."""
        answers: dict[str, list[str]] = {}
        for rule in self._rules.rules:
            if plan not in rule.plans or any(answer in answers.get(name, ()) for name, answer in rule.unless):
                continue
            found = [span for span in self._chart.find_closest(rule.phrases) if not self._guarded(span, rule.guards)]
            if found:
                _add(answers, rule.question, rule.answer)
            if (rule.question, rule.answer) == _PAID:
                self.paid_in |= {clause for span in found for clause in self._chart.said.clauses[span.start : span.end]}
        return answers

    def named(self, mentions: Mentions, paid: bool = False) -> list[Sequence[Entry]]:
        """What is named and not denied. `paid`: where a way to pay stands beside the money that was sent, only that:
        another one may be what they ask for."""
        spans = sorted(span for span in mentions if not self._guarded(span, (DENIED,), quotes=False))
        beside: list[Span] = []
        for span in spans if paid else ():
            listed = bool(beside) and span.start - beside[-1].end <= 1
            if listed or self._chart.said.clauses[span.start] in self.paid_in:
                beside.append(span)
        return [mentions[span] for span in beside or spans]

    def _counts(self, phrases: Phrases, guards: Sequence[str]) -> bool:
        return any(not self._guarded(span, guards) for span in self._chart.find(phrases))

    def _guarded(self, span: Span, guards: Sequence[str], quotes: bool = True) -> bool:
        """Whether something near the words says that they don't count."""
        said = self._chart.said
        if quotes and said.quoted[span.start]:
            return True
        return any(span.end in self._after[name] or self._is_before(name, span) for name in guards)

    def _is_before(self, name: str, span: Span) -> bool:
        within, said = self._rules.guards[name].within, self._chart.said
        return any(
            0 <= span.start - before.end <= within and said.clauses[before.start] == said.clauses[span.start]
            for before in self._before[name]
        )


def load_own_words(resources: Path, language: str) -> OwnWords:
    """What understands a language. Takes hundredths of a second: not for the window. Raises ContentError."""
    rules, words = load_rules(resources, language), load_search_words(resources, language)
    entries = {listed: load_entries(resources, listed)[0] for listed in LISTS}
    return OwnWords(rules, words, entries)


def _add(answers: dict[str, list[str]], question: str, answer: str) -> None:
    there = answers.setdefault(question, [])
    if answer not in there:
        there.append(answer)
