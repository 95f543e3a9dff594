"""Reads what people write in their own words, `resources/own-words/<language>.toml`, strictly.

Phrases stand between commas and are made as `own_words_chart.py` says.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.own_words_chart import MOST_BETWEEN, STOP, Phrase, Phrases, read_phrase, whole
from desktop_app.core.own_words_rules import (
    DENIED,
    FOUND,
    ME,
    MINE,
    THEY,
    VICTIM,
    WHOSE,
    AgeRule,
    Guard,
    Names,
    PlanRule,
    Rule,
    Rules,
)
from desktop_app.core.resources import is_there
from desktop_app.core.toml_table import Table, read_table
from desktop_app.core.words import FALLBACK

FOLDER = "own-words"


def load_rules(resources: Path, language: str) -> Rules:
    """The rules of a language, or the fallback's where it has none. Raises ContentError."""
    path = resources / FOLDER / f"{language}.toml"
    if not is_there(path):
        path = resources / FOLDER / f"{FALLBACK}.toml"
    return read_table(path, resources, lambda table: _Reader(table).rules())


class _Reader:
    def __init__(self, table: Table) -> None:
        self._table = table
        classes = table.table("class")
        self._known = {*FOUND, *(classes.values if classes is not None else ())}
        self._guards = set(self._below("guard").values)

    def rules(self) -> Rules:
        table = self._table
        texts = ("joins", "harmless", "danger", "common", "at", "mended", "plain", "me")
        tables = (
            "spelled",
            "capitals",
            "numbers",
            "years",
            "class",
            "except",
            "guard",
            "plan",
            "age",
            "country",
            "places",
        )
        table.only((*texts, *tables, "rule", "more"))
        classes = self._below("class")
        for name in (ME, MINE, THEY, STOP):
            if name not in classes.values:
                raise classes.fault("key-missing", name)
        if DENIED not in self._guards:
            raise self._below("guard").fault("key-missing", DENIED)
        excepts = self._below("except")
        excepts.only(classes.values)
        more = self._below("more")
        more.only(("apps", "pay"))
        places = self._below("places")
        countries = table.tables("country")
        for country in countries:
            country.only(("code", "names", "people"))
        return Rules(
            joins=_words(table, "joins"),
            harmless=self._phrases(table, "harmless"),
            danger=self._phrases(table, "danger"),
            common=_words(table, "common"),
            at=_words(table, "at"),
            mended=_words(table, "mended"),
            plain=_words(table, "plain"),
            spelled={word: tuple(meant.split()) for meant, typed in self._listed("spelled").items() for word in typed},
            capitals={word: meant for meant, typed in self._listed("capitals").items() for word in typed},
            numbers={word: self._below("numbers").number(word) for word in self._below("numbers").values},
            years={self._year(age): self._phrases(self._below("years"), age) for age in self._below("years").values},
            classes={name: self._phrases(classes, name) for name in classes.values},
            excepts={name: self._phrases(excepts, name) for name in excepts.values},
            guards={name: self._guard(name) for name in self._below("guard").values},
            me=self._phrases(table, "me"),
            plans=tuple(map(self._plan, table.tables("plan"))),
            ages=tuple(map(self._age, table.tables("age"))),
            countries=tuple(Names(each.text("code"), self._phrases(each, "names")) for each in countries),
            people=tuple(Names(each.text("code"), self._phrases(each, "people")) for each in countries),
            places=tuple(self._phrases(places, name) for name in places.values),
            rules=tuple(map(self._rule, table.tables("rule"))),
            more={
                listed: tuple(Names(name, self._phrases(below, name)) for name in below.values)
                for listed in more.values
                for below in [_needed(more, listed)]
            },
        )

    def _below(self, name: str) -> Table:
        return _needed(self._table, name)

    def _listed(self, name: str) -> dict[str, tuple[str, ...]]:
        below = self._below(name)
        return {key: _split(_written(below, key)) for key in below.values}

    def _year(self, age: str) -> int:
        if not age.isdecimal():
            raise self._below("years").fault("key-not-number", age, age)
        return int(age)

    def _guard(self, name: str) -> Guard:
        table = _needed(self._below("guard"), name)
        table.only(("before", "within", "after"))
        within = table.number("within") if "within" in table.values else 0
        return Guard(self._phrases(table, "before", ""), within, self._phrases(table, "after", ""))

    def _plan(self, table: Table) -> PlanRule:
        table.only(("plan", "sure", "maybe", "guards"))
        return PlanRule(
            table.id("plan"),
            self._phrases(table, "sure"),
            self._phrases(table, "maybe", ""),
            self._guards_of(table),
        )

    def _age(self, table: Table) -> AgeRule:
        table.only(("whose", "typed", "alone", "under"))
        return AgeRule(
            table.choice("whose", WHOSE), self._phrases(table, "typed"), table.flag("alone"), table.flag("under")
        )

    def _rule(self, table: Table) -> Rule:
        table.only(("set", "typed", "guards", "plans", "unless"))
        question, answer = _answer(table, "set", table.text("set"))
        return Rule(
            question,
            answer,
            self._phrases(table, "typed"),
            self._guards_of(table),
            frozenset(_split(table.text("plans")) if "plans" in table.values else VICTIM),
            frozenset(_answer(table, "unless", each) for each in _split(table.text("unless", " "))),
        )

    def _guards_of(self, table: Table) -> tuple[str, ...]:
        names = _split(table.text("guards")) if "guards" in table.values else ("not", "if")
        for name in names:
            if name not in self._guards:
                raise table.fault("choice-unknown", name, "guards")
        return names

    def _phrases(self, table: Table, key: str, default: str | None = None) -> Phrases:
        written = default if default is not None and key not in table.values else _written(table, key)
        return Phrases(phrase for each in _split(written) for phrase in self._whole(table, key, each))

    def _whole(self, table: Table, key: str, written: str) -> Iterator[Phrase]:
        phrase = read_phrase(written)
        unknown = any(item.label.isupper() and item.label not in self._known for item in phrase)
        # A gap at an end would take anything, and so would a phrase of which all may be missing.
        if unknown or all(item.optional for item in phrase) or phrase[-1].label in MOST_BETWEEN:
            raise table.fault("choice-unknown", written, key)
        for each in whole(phrase):
            if each[0].label in MOST_BETWEEN:
                raise table.fault("choice-unknown", written, key)
            yield each


def _needed(table: Table, key: str) -> Table:
    below = table.table(key)
    if below is None:
        raise table.fault("key-missing", key)
    return below


def _written(table: Table, key: str) -> str:
    """Text on as many lines as it needs. Written as a list of TOML it takes too long to read."""
    value = table.values.get(key)
    if not isinstance(value, str):
        raise table.fault("key-missing" if value is None else "key-not-text", key, key)
    return value


def _words(table: Table, key: str) -> frozenset[str]:
    return frozenset(_split(_written(table, key)))


def _split(written: str) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(each.split()) for each in written.split(","))))


def _answer(table: Table, key: str, written: str) -> tuple[str, str]:
    question, sign, answer = written.partition("=")
    if not (question and sign and answer):
        raise table.fault("choice-unknown", written, key)
    return question, answer
