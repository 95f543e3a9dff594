"""Whether somebody may be in danger: heard as the search hears it, but for manners of speech."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from desktop_app.core.own_words_chart import Chart
from desktop_app.core.own_words_rules import Rules
from desktop_app.core.own_words_text import MOST_WORDS
from desktop_app.core.query_words import disguised_words, query_words, without_repeats
from desktop_app.core.search_words import SearchWords, heard
from desktop_app.core.spelling import Vocabulary, slips, slips_allowed

_SHORTEST = 4
"""Letters of a word that may be a slip: in a shorter one they stand in the wrong place."""
_SURE = 6
"""Letters from which one may be wrong, missing or too many."""
_TOGETHER, _STEP = 14, 5
"""A long text has every word somewhere, so the words of a phrase have to stand close. So many are looked at together,
and then again so many further on."""
_LONG = 150
"""Words from which it is not asked how close they stand."""


class Danger:
    """Listens with the search's `words` and those of the `rules`. `plain` are words that are no slips of others."""

    def __init__(self, words: SearchWords, plain: Collection[str], rules: Rules) -> None:
        self._words = words
        self._rules = rules
        self._known = frozenset((*words.known(), *plain))
        parts = {part for phrase in words.danger for whole in phrase for part in whole.rstrip("*").split("_")}
        self._vocabulary = Vocabulary(dict.fromkeys((part for part in parts if len(part) >= _SHORTEST), 1))

    def sounds_in(self, text: str, chart: Chart) -> bool:
        """Whether a text, of which `chart` has the words as they were meant, sounds like danger.

        Rather once too often than too seldom.
        """
        said = chart.said
        meant, written = list(said.words), list(said.written)
        if any(chart.find(self._rules.danger)):
            return True
        for span in chart.find(self._rules.harmless):
            for at in range(span.start, span.end):
                meant[at] = written[at] = ""
        written = [self._mended(word) for word in written]
        typed = query_words(text)
        # What the chart does not have: letters set apart, signs in the place of letters, and all after its last word.
        more = {*typed, *disguised_words(text)} - {*said.written}
        rest = typed[MOST_WORDS:]
        in_all = _heard(meant, written) | heard({*more, *rest}, rest)
        strange = {word for word in (*written, *more, *rest) if word not in self._known}
        if strange and self._words.sound_like_danger(frozenset(), tuple(strange)):  # somebody left out the spaces
            return True
        near = SearchWords(danger=tuple(phrase for phrase in self._words.danger if in_all.issuperset(phrase)))
        if len(typed) > _LONG:
            return bool(near.danger)
        return any(near.sound_like_danger(part | heard(more), ()) for part in _parts(meant, written))

    def _mended(self, word: str) -> str:
        """A word of danger in place of a slip of it."""
        if len(word) < _SHORTEST or word in self._known:
            return word
        short = without_repeats(word)
        return next((other for other in self._vocabulary.meant_by(short) if _is_slip(short, other)), short)


def _is_slip(typed: str, word: str) -> bool:
    if sorted(typed) == sorted(word):
        return True
    most = slips_allowed(typed)
    return len(typed) >= _SURE and typed[0] == word[0] and slips(typed, word, most)[0] <= most


def _parts(meant: Sequence[str], written: Sequence[str]) -> Iterator[frozenset[str]]:
    for start in range(0, max(1, len(meant) - _TOGETHER + _STEP), _STEP):
        part = slice(start, start + _TOGETHER)
        yield _heard(meant[part], written[part])


def _heard(meant: Sequence[str], written: Sequence[str]) -> frozenset[str]:
    return heard({*meant, *written}, meant) | heard((), written)
