"""What somebody wrote in their own words, as words in order: which belong together, and which are somebody else's."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from desktop_app.core.query_words import plain

MOST_WORDS = 200
"""Words that are understood. Whoever pastes a whole chat is understood by how it begins."""

MONEY = "£"
"""Stands for every sign of money."""

_MONEY_SIGNS = re.compile("[£$€¥₹]")
_CAPITALS = re.compile(r"(?<![^\W_])[A-Z]+(?![^\W_])")
_NUMBER_SIGNS = re.compile(r"(?<=\d)[.,](?=\d{2,3}(?!\d))")
# What is no word ends a clause, unless it only joins words.
_PARTS = re.compile(r"[^\W_]+|£|[.!?…\n]+|[^\w\s/'&+#@*_-]+|\s-+\s")
_ENDS_SENTENCE = frozenset(".!?…\n")
_QUOTED = re.compile(
    r"(?<![^\s(:,])(?:'[^\W\d_][^'\n]{2,200}?'|\"[^\"\n]{2,200}\"|“[^”\n]{2,200}”|‘[^’\n]{2,200}’)(?![^\W_])"
)


@dataclass(frozen=True)
class Said:
    """Words in small letters; of each the number of its clause and of its sentence, and whether it stands in quotation
    marks."""

    words: tuple[str, ...]
    written: tuple[str, ...]
    """The words before they were mended; "" for all but the first of those that stand for one."""
    clauses: tuple[int, ...]
    sentences: tuple[int, ...]
    quoted: tuple[bool, ...]


def read_said(
    text: str, joins: Collection[str], capitals: Callable[[str], str], mend: Callable[[str], tuple[str, ...]]
) -> Said:
    """The words of a text. `joins` begin a clause; `capitals` gives a word for one that means something else in
    capitals ("US"), else that word; `mend` gives the words that one stands for."""
    words: list[str] = []
    written: list[str] = []
    clauses: list[int] = []
    sentences: list[int] = []
    quoted: list[bool] = []
    clause = sentence = 0
    for part, inside in _parts(text, capitals):
        if part[0] != MONEY and not part[0].isalnum():
            clause += 1
            sentence += part[0] in _ENDS_SENTENCE
            continue
        for number, word in enumerate(mend(part)):
            clause += word in joins
            words.append(word)
            written.append("" if number else part)
            clauses.append(clause)
            sentences.append(sentence)
            quoted.append(inside)
        if len(words) >= MOST_WORDS:
            break
    return Said(tuple(words), tuple(written), tuple(clauses), tuple(sentences), tuple(quoted))


def _parts(text: str, capitals: Callable[[str], str]) -> list[tuple[str, bool]]:
    """The words and signs of a text in order, each with whether somebody else is quoted."""
    shouting = text == text.upper()
    parts = []
    for piece, inside in _pieces(text):
        if not shouting:
            piece = _CAPITALS.sub(lambda found: capitals(found.group()), piece)
        piece = _NUMBER_SIGNS.sub("", _MONEY_SIGNS.sub(f" {MONEY} ", plain(piece)))
        parts += [(part.strip() or "\n", inside) for part in _PARTS.findall(piece)]
    return parts


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it stands in quotation marks."""
    pieces, done = [], 0
    for found in _QUOTED.finditer(text):
        pieces += [(text[done : found.start()], False), (found.group()[1:-1], True)]
        done = found.end()
    return [*pieces, (text[done:], False)]
