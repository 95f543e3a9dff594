"""Reads words as they were meant: other ways to write them, and slips of the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.core.own_words_chart import Phrases
from desktop_app.core.own_words_rules import Rules
from desktop_app.core.query_words import without_repeats
from desktop_app.core.spelling import Vocabulary, slips, slips_allowed

_PARTS = re.compile(r"[^\W\d]+|\d+")
"""Letters and digits that are written together: 13f, yr9."""
_SHORTEST = 4
"""Letters of a word that may be a slip."""
_SURE = 5
"""Letters from which one may be another; in a shorter word it is only missing, or stands in the wrong place."""


class Mender:
    """`names` are words of which slips are forgiven, beside those of the rules."""

    def __init__(self, rules: Rules, names: Iterable[str]) -> None:
        parts = {item for phrases in _all(rules) for phrase in phrases.all for item in phrase}
        words = {item.label for item in parts if not item.begins and not item.label.isupper()}
        meant = rules.mended | {name for name in names if len(name) >= _SHORTEST}
        self.known = frozenset({*words, *meant, *rules.spelled, *rules.numbers, *rules.plain, *rules.joins})
        self._beginnings = tuple(item.label for item in parts if item.begins)
        self._vocabulary = Vocabulary(dict.fromkeys(meant - rules.plain, 1))
        self._spelled = rules.spelled

    def mend(self, word: str) -> tuple[str, ...]:
        """The words that one stands for; itself when it is a word, or like none."""
        parts = [word] if word in self._spelled else _PARTS.findall(word) or [word]
        return tuple(meant for part in parts for meant in self._as_spelled(self._meant(part)))

    def _as_spelled(self, word: str) -> tuple[str, ...]:
        return self._spelled.get(word, (word,))

    def _meant(self, word: str) -> str:
        if len(word) < _SHORTEST or word in self.known or not word.isalpha():
            return word
        short = without_repeats(word)
        if short in self.known or short.startswith(self._beginnings):
            return short
        return next((other for other in self._vocabulary.meant_by(short) if _is_slip(short, other)), short)


def _is_slip(typed: str, word: str) -> bool:
    """Whether it is only a slip, and no other word that begins alike."""
    most = slips_allowed(typed)
    if typed[0] != word[0] or slips(typed, word, most)[0] > most:
        return False
    return len(typed) >= _SURE or len(word) > len(typed) or sorted(word) == sorted(typed)


def _all(rules: Rules) -> Iterable[Phrases]:
    yield from (rules.harmless, rules.me, *rules.years.values(), *rules.classes.values(), *rules.places)
    for guard in rules.guards.values():
        yield from (guard.before, guard.after)
    for plan in rules.plans:
        yield from (plan.sure, plan.maybe)
    yield from (age.phrases for age in rules.ages)
    yield from (rule.phrases for rule in rules.rules)
    for names in (rules.countries, rules.people, *rules.more.values()):
        yield from (name.phrases for name in names)
