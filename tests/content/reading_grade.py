"""How hard a text is to read: the Flesch-Kincaid grade, from the length of sentences and the syllables of words.

Flesch-Kincaid, because it measures just what our rule asks for: short sentences, common words. `text_standard` of
textstat is a vote of many formulas in whole grades, so that one more word can move it by two.

It is measured twice. `textstat_grade` is the number that others get, too. It is kind to us: it takes the places where a
word may be hyphenated for its syllables ("any", "open" and "idea" have none, so one), and it does not count a sentence
of two words. `measure` counts syllables as they are spoken, by rule, with the exceptions that occur; it is half a grade
stricter, and it knows which sentence is the longest.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

with warnings.catch_warnings():
    # Its last version without a network still asks setuptools for its own files.
    warnings.filterwarnings("ignore", "pkg_resources is deprecated", UserWarning)
    from textstat import textstat  # type: ignore[import-untyped]

textstat.set_rounding(False)

EXCEPTIONS = {
    "anyone": 3,
    "anywhere": 3,
    "centre": 2,
    "ceop": 2,
    "deactivate": 4,
    "esc": 2,
    "everyone": 3,
    "evening": 2,
    "fbi": 3,
    "homework": 2,
    "lgbt": 4,
    "naked": 2,
    "quiet": 2,
    "quieter": 3,
    "ruined": 2,
    "safety": 2,
    "someone": 2,
    "something": 2,
    "sometimes": 2,
    "somewhere": 2,
    "stopncii": 6,
    "tired": 2,
    "uk": 2,
}
"""What the rule gets wrong, as the Carnegie Mellon dictionary or a person says it."""
EASY = "Ann"
"""Stands for a name: who looks for it knows it, or sees it as a picture."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d+")
_SENTENCE_END = re.compile(r"(?<=[.?!:])[”’]?\s+|\n")


@dataclass(frozen=True)
class Reading:
    """What was measured. `longest`: words of the longest sentence; `average`: words a sentence."""

    grade: float
    average: float
    longest: int


def measure(text: str) -> Reading:
    """Measures text. Each line is a sentence at least: titles and items of a list need no full stop."""
    sentences = [words for part in _SENTENCE_END.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    average = len(words) / len(sentences)
    grade = 0.39 * average + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return Reading(grade, average, max(map(len, sentences)))


def syllables(word: str) -> int:
    """The syllables of one word as it is spoken; a number is read digit by digit."""
    if word.isdigit():
        return len(word)
    word = word.lower().replace("’", "'").removesuffix("'s")
    if word in EXCEPTIONS:
        return EXCEPTIONS[word]
    count = len(re.findall(r"[aeiouy]+", word))
    count += bool(re.search(r"[aeouy]ing|n't$", word)) - bool(re.fullmatch(r"(don|won|can|aren|weren)'t", word))
    silent = re.search(r"[^aeiouyl]e$|[aeiouy]le$|[^aeioutdy]ed$|[^aeiouyscxzhg]es$|re's$", word)
    return max(1, count - (silent is not None))


def textstat_grade(text: str) -> float:
    """The grade as textstat 0.7.3 has it. Lines get the full stop that it needs to see where a sentence ends."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    sentences = (line if re.search(r"[.?!][”’]?$", line) else f"{line}." for line in lines)
    return float(textstat.flesch_kincaid_grade(" ".join(sentences)))


@cache
def _names(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first))


def without_names(text: str, names: Iterable[str]) -> str:
    """The text with an easy word for each name of a service, an app or a way to pay."""
    return _names(frozenset(names)).sub(EASY, text)
