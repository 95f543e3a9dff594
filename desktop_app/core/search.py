"""Search over pages, steps and services: finds while somebody types, forgives slips, and keeps no query.

A `Search` may be made on one thread and used on another, but never on two at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import sqrt
from typing import NamedTuple

from desktop_app.core.links import Link, read_link
from desktop_app.core.query_words import count_words, disguised_words, query_words
from desktop_app.core.search_index import Document
from desktop_app.core.search_table import Marked, Piece, SearchTable
from desktop_app.core.search_words import Meaning, SearchWords, heard
from desktop_app.core.spelling import Vocabulary

CRISIS = "crisis"
"""The group of the crisis page, which is no document: its words are the window's."""
MOST_HITS = 12
BEST = 3
"""Hits that come before all others, of whatever group."""

_MOST_WORDS = 12
"""Words of a query that are looked up. Whoever pastes a whole chat is answered by its first words."""
_MOST_BEGUN = 30
_FEWEST_HITS = 6
_FADES = 0.15
"""After so many, a hit that is worth less than this part of the best one is left out."""

_EXACT, _BEGUN, _MEANT, _ALSO = 1.0, 0.7, 0.8, 0.5
_LED_TO, _LED_TO_LESS, _LED_TO_LONGER = 1.2, 0.15, 0.25
_AUDIENCE = 1.7
_GROUPS = {"young": 1.0, "step": 1.0, "service": 0.9, "parents": 0.8, "school": 0.7, "forms": 0.7}
"""Most who search are young and in a hurry; adults say so by what they type."""

_MOST_LOOKED_AT = 40
"""Words of a query that may be slips."""
_BEGUN_FROM = 4
_FEW = 3


class Hit(NamedTuple):
    """One result. `group`: as in `Document`, or `CRISIS`, which has no words of its own."""

    link: Link
    group: str
    title: tuple[Piece, ...] = ()
    snippet: tuple[Piece, ...] = ()


class Search:
    """Finds documents. Raises SearchMissingError where it cannot be made."""

    def __init__(self, documents: Sequence[Document], words: SearchWords) -> None:
        self._documents = tuple(documents)
        self._words = words
        self._places: dict[Link | None, int] = {
            document.link: number for number, document in enumerate(self._documents)
        }
        counts = count_words(text for document in self._documents for text in document[2:])
        self._vocabulary = Vocabulary(counts | Counter(words.known()))
        self._table = SearchTable(self._documents)

    def find(self, text: str) -> tuple[Hit, ...]:
        """What fits `text`, best first: the best three, then the others by group. Nothing for nothing."""
        typed = query_words(text)
        words = tuple(dict.fromkeys((*typed, *disguised_words(text))))
        unfinished = typed[-1] if text[-1:].isalnum() and typed else ""
        meant = {word: self._meant(word, word == unfinished) for word in words[:_MOST_LOOKED_AT]}
        mended = [next(iter(meant.get(word, ())), word) for word in typed]
        listened = heard({*words, *chain.from_iterable(meant.values())}, mended[:_MOST_LOOKED_AT])
        meanings = self._words.meant_by(listened)
        asked = [word for word, other in zip(typed, mended, strict=True) if other not in self._words.ignored]
        terms = [self._term(word, meant.get(word, ())) for word in dict.fromkeys((asked or typed)[:_MOST_WORDS])]
        hits = self._hits(self._worth(terms, meanings), terms, meanings)
        # SAFETY: who may hurt themselves sees first where somebody answers, whatever else fits
        # (test_a_query_of_somebody_in_danger_puts_the_crisis_page_first).
        if self._words.sound_like_danger(listened, typed):
            return Hit(Link("crisis"), CRISIS), *hits
        return hits

    def has(self, link: Link | None) -> bool:
        """Whether that is something that can be found."""
        return link in self._places

    def _meant(self, word: str, unfinished: bool) -> tuple[str, ...]:
        """The words that stand for one: those it may become while it is typed, or those it may be a slip of."""
        if word in self._vocabulary:
            return ()
        begun = self._vocabulary.beginning_with(word) if unfinished and len(word) >= _BEGUN_FROM else ()
        if begun:
            return begun if len(begun) <= _FEW else ()
        return self._vocabulary.meant_by(word, unfinished)

    def _term(self, word: str, meant: tuple[str, ...]) -> _Term:
        longer = self._vocabulary.beginning_with(word)[:_MOST_BEGUN]
        return _Term((word,), tuple(other for other in longer if other != word), () if longer else meant)

    def _worth(self, terms: Sequence[_Term], meanings: Mapping[Meaning, int]) -> dict[int, float]:
        """What each document is worth, by its number."""
        worth: defaultdict[int, float] = defaultdict(float)
        for term in terms:
            best: dict[int, float] = {}
            for words, weight in zip(term, (_EXACT, _BEGUN, _MEANT), strict=True):
                for number, score in self._table.scores(words).items():
                    best[number] = max(best.get(number, 0.0), weight * score)
            for number, score in best.items():
                worth[number] += score / sqrt(len(terms))
        for meaning, length in meanings.items():
            for number, score in self._table.scores(meaning.also).items():
                worth[number] += _ALSO * score
            for place, link in enumerate(map(read_link, meaning.to)):
                if link in self._places:
                    worth[self._places[link]] += (_LED_TO - place * _LED_TO_LESS) * (1 + (length - 1) * _LED_TO_LONGER)
        audiences = {meaning.audience for meaning in meanings if meaning.audience}
        for number in worth:
            group = self._documents[number].group
            worth[number] *= _AUDIENCE if group in audiences else _GROUPS[group]
        return worth

    def _hits(self, worth: Mapping[int, float], terms: Iterable[_Term], meanings: Iterable[Meaning]) -> tuple[Hit, ...]:
        ranked = sorted(worth, key=lambda number: (-worth[number], number))
        faint = [number for number in ranked[_FEWEST_HITS:] if worth[number] < _FADES * worth[ranked[0]]]
        ranked = ranked[: min(MOST_HITS, len(ranked) - len(faint))]
        groups = list(dict.fromkeys(self._documents[number].group for number in ranked))
        ranked[BEST:] = sorted(ranked[BEST:], key=lambda number: groups.index(self._documents[number].group))
        words = [word for term in terms for part in term for word in part]
        words += [word for meaning in meanings for word in meaning.also]
        marked = self._table.marked(ranked, words)
        return tuple(self._hit(self._documents[number], marked.get(number)) for number in ranked)

    def _hit(self, document: Document, marked: Marked | None) -> Hit:
        title, snippet = marked or ((Piece(document.title),), (Piece(document.summary or document.body),))
        return Hit(document.link, document.group, title, snippet)


class _Term(NamedTuple):
    """The words that are looked for in place of one that was typed."""

    exact: tuple[str, ...]
    begun: tuple[str, ...]
    meant: tuple[str, ...]
