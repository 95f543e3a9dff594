"""Finds the words that somebody meant: by how they begin, and by how few letters they are off."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import takewhile

from desktop_app.core.query_words import without_repeats

_MOST_MEANT = 3
"""Words offered for one that nobody knows."""
_LONG_BEGINNING = 5
"""Letters that two words have to begin with to count as kin."""


class Vocabulary:
    """All words that can be found. `counts` says how often each of them stands somewhere."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._sorted = sorted(counts)
        self._letters = [(word, len(word), _letters(word)) for word in self._sorted]

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def beginning_with(self, part: str) -> tuple[str, ...]:
        """Every word that begins so, in the order of the alphabet."""
        start = bisect_left(self._sorted, part)
        return tuple(takewhile(lambda word: word.startswith(part), self._sorted[start:]))

    def meant_by(self, word: str, unfinished: bool = False) -> tuple[str, ...]:
        """The nearest words to one that is not here, best first, at most three. `unfinished`: it may go on."""
        short = without_repeats(word)
        if short in self._counts:
            return (short,)
        return self._near(short, unfinished) or self._slipped(short) or self._kin(short)

    def _near(self, word: str, unfinished: bool) -> tuple[str, ...]:
        most, length, letters = slips_allowed(word), len(word), _letters(word)
        found = []
        for other, size, others in self._letters:
            if not most or size < length - most or (size > length + most and not unfinished):
                continue
            # Each slip adds at most one letter that is not in the other word: a quick look before the slow one.
            if (letters & ~others).bit_count() <= most:
                whole, begun = slips(word, other, most)
                away = min(whole, begun + 0.5) if unfinished and length > _LONG_BEGINNING else whole
                if away <= most:
                    found.append((away, other[0] != word[0], -self._counts[other], other))
        best = sorted(found)[:_MOST_MEANT]
        return tuple(other for away, _, _, other in best if away < best[0][0] + 1)

    def _slipped(self, word: str) -> tuple[str, ...]:
        """What a word of three letters is with two of them the other way round, or with one more: lfe."""
        if len(word) != 3:
            return ()
        swaps = (word[1] + word[0] + word[2], word[0] + word[2] + word[1])
        longer = (other for other in self.beginning_with(word[0]) if len(other) == 4 and slips(word, other, 1)[0] == 1)
        return tuple(other for other in (*swaps, *longer) if other in self._counts)[:_MOST_MEANT]

    def _kin(self, word: str) -> tuple[str, ...]:
        """Words with the same long beginning: an ending that is here with other endings only, or two slips in it."""
        shared = max(_LONG_BEGINNING, round(len(word) * 0.6))
        kin = self.beginning_with(word[:shared]) if len(word) >= shared else ()
        return tuple(sorted(kin, key=lambda other: (-_shared(word, other), len(other))))[:_MOST_MEANT]


def _shared(word: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), min(len(word), len(other))
    )


def slips_allowed(word: str) -> int:
    """How many letters may be wrong in a word of that length."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def slips(typed: str, word: str, most: int) -> tuple[int, int]:
    """Letters that are wrong, missing, too many or swapped: against the whole word, and against how it begins.

    Anything above `most` is only known to be above.
    """
    before: list[int] = []
    row = list(range(len(word) + 1))
    for number, letter in enumerate(typed, 1):
        before, last, row = row, before, [number]
        for at, other in enumerate(word, 1):
            cost = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != other))
            if number > 1 and at > 1 and letter == word[at - 2] and typed[number - 2] == other:
                cost = min(cost, last[at - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1, most + 1
    return row[-1], min(row)


def _letters(word: str) -> int:
    """The letters of a word as bits; letters far apart may share one."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits
