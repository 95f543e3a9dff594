"""What somebody typed, as words: small letters without accents, apostrophes and whatever cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import chain

LONGEST_QUERY = 20_000
"""Letters that are looked at. Whoever pastes more than that is not searching."""

_WORD = re.compile(r"[^\W_]+")
_WRITTEN = re.compile(r"[\w'’]+")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})
_LOOKALIKES = str.maketrans("013457@$!|", "oieastasil")
_IN_A_WORD = re.compile(r"[\w@$!|]+")
_SPELLED_OUT = re.compile(r"\b[a-z](?:[ .-][a-z]\b){3,}")
_REPEATED = re.compile(r"(.)\1{2,}")


def query_words(text: str) -> tuple[str, ...]:
    """The words of a query, in order. Never raises; nothing that means something to a search engine is left in them."""
    return tuple(_WORD.findall(_SPELLED_OUT.sub(_joined, plain(text))))


def disguised_words(text: str) -> tuple[str, ...]:
    """The words of a query with digits and signs read as the letters that they stand for: su1c!de."""
    written = (found for found in _IN_A_WORD.findall(plain(text)) if any(letter.isalpha() for letter in found))
    return tuple(word for found in written for word in _WORD.findall(found.translate(_LOOKALIKES)))


def without_repeats(word: str) -> str:
    """The word without letters that were held down: pleaseeee."""
    return _REPEATED.sub(r"\1", word)


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in these texts. Each word is read once only: a library has many, and few of them."""
    counts: Counter[str] = Counter()
    for written, count in Counter(chain.from_iterable(map(_WRITTEN.findall, texts))).items():
        counts.update(dict.fromkeys(query_words(written), count))
    return counts


def plain(text: str) -> str:
    """The text in small letters, without accents, apostrophes and what cannot be seen; no longer than a query."""
    text = _APOSTROPHES.sub("", text[:LONGEST_QUERY])
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in apart if unicodedata.category(letter) not in _INVISIBLE)


def _joined(found: re.Match[str]) -> str:
    """Letters set apart are one word: k i l l."""
    return re.sub("[ .-]", "", found.group())
