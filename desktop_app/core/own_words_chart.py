"""Finds phrases in what somebody said. A phrase is made of words and of classes, which stand for phrases themselves.

`word` is that word, `word*` every word that begins so, `CLASS` any phrase of a class, `word?` a word or class that may
be missing, `..` up to four words of the same clause, none of which turns the meaning round (class STOP), and `...` up
to thirty words of any kind. A phrase without `...` stays in its sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop_app.core.own_words_text import Said

STOP = "STOP"
_GAP, _ANY = "..", "..."
MOST_BETWEEN = {_GAP: 4, _ANY: 30}
"""Words that a gap may take, by how it is written."""


class Item(NamedTuple):
    """One part of a phrase: a word, a class in capitals, or a gap. `begins`: the word may go on."""

    label: str
    begins: bool = False
    optional: bool = False


Phrase = tuple[Item, ...]


class Span(NamedTuple):
    """Words from `start` up to `end`, which is not among them."""

    start: int
    end: int


def read_phrase(written: str) -> Phrase:
    """A phrase as the file gives it."""
    return tuple(map(_item, written.split()))


def whole(phrase: Phrase) -> Iterator[Phrase]:
    """The phrase and what it is without the first parts that may be missing: phrases are known by how they begin."""
    first, *rest = phrase
    yield (first._replace(optional=False), *rest)
    if first.optional:
        yield from whole(tuple(rest))


def _item(part: str) -> Item:
    name = part.rstrip("*?")
    return Item(name, "*" in part[len(name) :], "?" in part[len(name) :])


def longest(spans: Iterable[Span]) -> list[Span]:
    """Those that overlap no longer one, in order; of two alike the first."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start - each.end):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept)


class Phrases:
    """Phrases to look for together, by how they begin."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.all = tuple(phrases)
        self._by_first: defaultdict[str, list[Phrase]] = defaultdict(list)
        self._by_beginning: list[Phrase] = []
        for phrase in self.all:
            if phrase[0].begins:
                self._by_beginning.append(phrase)
            else:
                self._by_first[phrase[0].label].append(phrase)

    def beginnings(self, chart: Chart) -> Iterator[tuple[int, Phrase]]:
        """Where one of them may stand, by its first part."""
        for label in chart.places:
            for phrase in self._by_first.get(label, ()):
                for at in chart.places[label]:
                    yield at, phrase
        for phrase in self._by_beginning:
            for at, word in enumerate(chart.said.words):
                if word.startswith(phrase[0].label):
                    yield at, phrase


class Chart:
    """What stands where: every word, and every class whose phrases were found."""

    def __init__(self, said: Said) -> None:
        self.said = said
        self.places: dict[str, list[int]] = {}
        """Where each word and class begins."""
        self._ends: list[dict[str, tuple[int, ...]]] = [{} for _ in said.words]
        for at, word in enumerate(said.words):
            self.mark(word, Span(at, at + 1))

    def stands(self, label: str, at: int) -> bool:
        """Whether a word or class begins there."""
        return label in self._ends[at]

    def mark(self, label: str, span: Span) -> None:
        """Says that these words are a phrase of a class."""
        there = self._ends[span.start].get(label, ())
        if not there:
            self.places.setdefault(label, []).append(span.start)
        if span.end not in there:
            self._ends[span.start][label] = (*there, span.end)

    def marked(self, label: str) -> Iterator[Span]:
        """Where a class stands."""
        for start in self.places.get(label, ()):
            yield from (Span(start, end) for end in self._ends[start][label])

    def mark_all(self, label: str, phrases: Phrases, unless_after: Phrases | None = None) -> None:
        """Marks every place where one of these phrases stands, but for those right after certain others."""
        closed = {span.end for span in self.find(unless_after)} if unless_after is not None else ()
        for span in tuple(self.find(phrases)):
            if span.start not in closed:
                self.mark(label, span)

    def find(self, phrases: Phrases) -> Iterator[Span]:
        """Every place where one of these phrases stands."""
        return (span for span, _ in self.find_each(phrases))

    def find_closest(self, phrases: Phrases) -> Iterable[Span]:
        """As `find`, and of those that end at one place the shortest: a longer one would reach over what says no."""
        starts: dict[int, int] = {}
        for span in self.find(phrases):
            starts[span.end] = max(span.start, starts.get(span.end, 0))
        return (Span(start, end) for end, start in starts.items())

    def find_each(self, phrases: Phrases) -> Iterator[tuple[Span, Phrase]]:
        """Every place where one of these phrases stands, and which of them."""
        for at, phrase in phrases.beginnings(self):
            for end in set(self._follow(phrase, 0, at, self.said.sentences[at])):
                yield Span(at, end), phrase

    def _follow(self, phrase: Phrase, number: int, at: int, sentence: int | None) -> Iterator[int]:
        """Where the rest of a phrase can end when it begins at a word. `sentence` is the one to stay in, if any."""
        if number == len(phrase):
            yield at
            return
        item = phrase[number]
        if item.label in MOST_BETWEEN:
            for start in self._after_gap(item.label, at):
                yield from self._follow(phrase, number + 1, start, None if item.label == _ANY else sentence)
            return
        if item.optional:
            yield from self._follow(phrase, number + 1, at, sentence)
        if at < len(self._ends) and (sentence is None or self.said.sentences[at] == sentence):
            for end in self._ends_of(item, at):
                yield from self._follow(phrase, number + 1, end, self.said.sentences[at])

    def _ends_of(self, item: Item, at: int) -> tuple[int, ...]:
        if item.begins:
            return (at + 1,) if self.said.words[at].startswith(item.label) else ()
        return self._ends[at].get(item.label, ())

    def _after_gap(self, gap: str, at: int) -> Iterator[int]:
        """Where a phrase can go on after a gap that begins at a word."""
        yield at
        for start in range(at, min(at + MOST_BETWEEN[gap], len(self._ends) - 1)):
            if gap == _GAP and (
                STOP in self._ends[start] or (start and self.said.clauses[start] != self.said.clauses[start - 1])
            ):
                return
            yield start + 1


def in_one_clause(chart: Chart, span: Span) -> bool:
    """Whether the words belong to one clause."""
    return chart.said.clauses[span.start] == chart.said.clauses[span.end - 1]


def stands_alone(chart: Chart, span: Span) -> bool:
    """Whether nothing else stands in the clauses of these words."""
    clauses = chart.said.clauses
    before = span.start > 0 and clauses[span.start - 1] == clauses[span.start]
    after = span.end < len(clauses) and clauses[span.end] == clauses[span.end - 1]
    return not before and not after
