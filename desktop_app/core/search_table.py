"""All documents in SQLite's full text search, in memory.

What was typed never reaches it as it is: only words, each in quotes, so that none of them is an operator.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterable, Sequence
from math import log
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.core.search_index import Document

if TYPE_CHECKING:
    from sqlite3 import Connection

_EMPTY_ROWS = 1000
_SNIPPET = 14
"""Words."""
_FROM, _TO = "\x02", "\x03"
_MARKS = re.compile(f"[{_FROM}{_TO}]")


class SearchMissingError(Exception):
    """This computer's Python has no SQLite with full text search."""


class Piece(NamedTuple):
    """A run of text; `found`: it is what was looked for."""

    text: str
    found: bool = False


Pieces = tuple[Piece, ...]
Marked = tuple[Pieces, Pieces]
"""A title, and the line that shows why it was found."""


class SearchTable:
    """Documents by their number, from 0. Raises SearchMissingError where there can be no such table.

    To be used by one thread at a time.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        self._size = len(documents)
        self._connection = _filled(documents)
        weakref.finalize(self, self._connection.close)

    def scores(self, words: Sequence[str]) -> dict[int, float]:
        """How well each document fits any of these words, from 0 to 1; less where most documents do.

        A title counts more than a summary, that more than a heading, and that more than the text.
        """
        if not words:
            return {}
        rows = self._connection.execute(
            "SELECT rowid, -bm25(found, 10, 6, 4, 1) FROM found WHERE found MATCH ?", (_any_of(words),)
        ).fetchall()
        if not rows:
            return {}
        most = max(score for _, score in rows)
        rarity = log(1 + self._size / len(rows)) / log(1 + self._size)
        return {number: rarity * score / most for number, score in rows}

    def marked(self, numbers: Sequence[int], words: Sequence[str]) -> dict[int, Marked]:
        """Those of these documents in which one of the words stands, with the words marked."""
        if not words or not numbers:
            return {}
        places = ", ".join("?" * len(numbers))
        rows = self._connection.execute(
            "SELECT rowid, highlight(found, 0, ?1, ?2), highlight(found, 1, ?1, ?2), snippet(found, 3, ?1, ?2, '…', ?3)"
            f" FROM found WHERE found MATCH ?4 AND rowid IN ({places})",
            (_FROM, _TO, _SNIPPET, _any_of(words), *numbers),
        )
        return {number: (_pieces(title), _pieces(_shown(summary, text))) for number, title, summary, text in rows}


def _filled(documents: Sequence[Document]) -> Connection:
    try:
        # Inside: nobody searches before the first picture of Home, and few do at all.
        import sqlite3
    except ImportError as error:
        raise SearchMissingError from error
    # Made on one thread, used on another.
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(
            "CREATE VIRTUAL TABLE found USING fts5(title, summary, headings, body,"
            " tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        connection.executemany(
            "INSERT INTO found (rowid, title, summary, headings, body) VALUES (?, ?, ?, ?, ?)",
            ((number, *document[2:]) for number, document in enumerate(documents)),
        )
        # A word that stands in half of all rows is worth nothing to SQLite. With rows that hold nothing none does, and
        # "picture" is still looked for in titles first.
        connection.executemany("INSERT INTO found (body) VALUES (?)", (("",) for _ in range(_EMPTY_ROWS)))
    except sqlite3.Error as error:
        connection.close()
        raise SearchMissingError from error
    return connection


def _any_of(words: Iterable[str]) -> str:
    return " OR ".join(f'"{word}"' for word in dict.fromkeys(words))


def _shown(summary: str, text: str) -> str:
    """The summary, unless only the text holds what was looked for."""
    return text if _FROM in text and _FROM not in summary else summary or text


def _pieces(text: str) -> Pieces:
    """The text in runs, those between the marks being found."""
    return tuple(Piece(part, bool(place % 2)) for place, part in enumerate(_MARKS.split(text)) if part)
