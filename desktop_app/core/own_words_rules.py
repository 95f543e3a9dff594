"""What people write in their own words and what they mean by it: plain data, as `own_words_file.py` reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.core.own_words_chart import Phrases

NUMBER, AMOUNT, AGE, YEAR = "NUMBER", "AMOUNT", "AGE", "YEAR"
APP, PAY, COUNTRY, PEOPLE = "APP", "PAY", "COUNTRY", "PEOPLE"
FOUND = (NUMBER, AMOUNT, AGE, YEAR, APP, PAY, COUNTRY, PEOPLE)
"""Classes that no file gives: numbers, ages, years of a school, apps, ways to pay, countries and their people."""
ME, MINE, THEY = "ME", "MINE", "THEY"
"""Classes that every file has: what the writer calls themselves ("a man"), words that stand for the writer, and those
for somebody else."""
DENIED = "denied"
"""A guard that every file has, the one of names: "not on"."""
NOBODY = "nobody"
WHOSE = ("me", "both", "they", NOBODY)
VICTIM = ("young-person", "adult")
"""The plans of a person it happens to."""


@dataclass(frozen=True)
class Guard:
    """Phrases that keep another one from counting when they stand close to it in its clause. `within`: how many words
    may stand between; those that come after it have to follow at once."""

    before: Phrases
    within: int
    after: Phrases


@dataclass(frozen=True)
class Rule:
    """Phrases that give an answer to a question, in certain plans."""

    question: str
    answer: str
    phrases: Phrases
    guards: tuple[str, ...]
    plans: frozenset[str]
    unless: frozenset[tuple[str, str]]
    """Answers beside which it does not count."""


@dataclass(frozen=True)
class PlanRule:
    """Phrases that say whom it is about: `sure` ones, and those that count only when nobody says that it is about
    themselves."""

    plan: str
    sure: Phrases
    maybe: Phrases
    guards: tuple[str, ...]


@dataclass(frozen=True)
class AgeRule:
    """Phrases with an age in them, and whose it is: one of `WHOSE`. `alone`: nothing else may stand in the clause;
    `under`: they are not that old yet."""

    whose: str
    phrases: Phrases
    alone: bool
    under: bool


@dataclass(frozen=True)
class Names:
    """What something is called: an id or code and its phrases."""

    name: str
    phrases: Phrases


@dataclass(frozen=True)
class Rules:
    """The whole file."""

    joins: frozenset[str]
    """Words that begin a clause."""
    harmless: Phrases
    """What sounds like danger and is none."""
    danger: Phrases
    """What sounds like danger, beside the words of the search."""
    common: frozenset[str]
    """Names that are common words, too: they count only after one of the words of `at`."""
    at: frozenset[str]
    mended: frozenset[str]
    """Words of which slips are forgiven, beside the names of apps and ways to pay."""
    plain: frozenset[str]
    """Words that look like slips of those and are none."""
    spelled: Mapping[str, tuple[str, ...]]
    """From a word as it is written to the words that it stands for."""
    capitals: Mapping[str, str]
    numbers: Mapping[str, int]
    years: Mapping[int, Phrases]
    """Years of a school, by the age of those who are in them."""
    classes: Mapping[str, Phrases]
    excepts: Mapping[str, Phrases]
    """Phrases right after which a class does not hold."""
    guards: Mapping[str, Guard]
    me: Phrases
    """What a person says to whom it happens."""
    plans: tuple[PlanRule, ...]
    ages: tuple[AgeRule, ...]
    countries: tuple[Names, ...]
    people: tuple[Names, ...]
    places: tuple[Phrases, ...]
    """How people say where they are, what counts most first."""
    rules: tuple[Rule, ...]
    more: Mapping[str, tuple[Names, ...]]
    """Other names for apps and ways to pay."""
