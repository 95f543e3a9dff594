"""What people type and what they mean by it: `resources/search/<language>.toml`.

Every phrase there is a list of words, which may stand anywhere in a query and in any order. A word that ends in `*`
stands for all that begin so; words joined by `_` have to stand side by side.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.library import AUDIENCES
from desktop_app.core.links import read_link
from desktop_app.core.query_words import query_words
from desktop_app.core.resources import is_there
from desktop_app.core.toml_table import Table, read_table
from desktop_app.core.words import FALLBACK

FOLDER = "search"
_LONGEST_BEGINNING = 20
_MOST_JOINED = 4
_SHORTEST_TOGETHER = 7

Phrase = tuple[str, ...]
"""Words, some of which are joined by `_` or end in `*`."""


@dataclass(frozen=True)
class Same:
    """Phrases that count as one word in all other phrases."""

    word: str
    typed: tuple[Phrase, ...]


@dataclass(frozen=True)
class Meaning:
    """Phrases that mean the same. `also`: words to look for, too; `to`: links, best first; `audience`: who types it."""

    typed: tuple[Phrase, ...]
    also: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    audience: str = ""


@dataclass(frozen=True)
class SearchWords:
    """`ignored`: words that say nothing about what is looked for; `danger`: phrases of a person who may be in danger,
    from others or from themselves."""

    ignored: frozenset[str] = frozenset()
    danger: tuple[Phrase, ...] = ()
    same: tuple[Same, ...] = ()
    meanings: tuple[Meaning, ...] = ()

    def known(self) -> Collection[str]:
        """Every word of the phrases, as far as it is written."""
        same, meant = (part.typed for part in self.same), (part.typed for part in self.meanings)
        groups = (self.danger, *same, *meant)
        words = (word for phrases in groups for phrase in phrases for part in phrase for word in part.split("_"))
        return {*self.ignored, *(word.rstrip("*") for word in words)}

    def sound_like_danger(self, heard: frozenset[str], typed: Sequence[str]) -> bool:
        """Whether the words typed, or what they were `heard` as, are those of a person in danger.

        Rather once too often than too seldom.
        """
        return any(heard.issuperset(phrase) or _in_one_word(phrase, typed) for phrase in self.danger)

    def meant_by(self, heard: frozenset[str]) -> dict[Meaning, int]:
        """The meanings of a query, each with the number of words of its longest phrase that is in it."""
        words = {same.word for same in self.same if any(map(heard.issuperset, same.typed))}
        heard |= words
        found = {}
        for meaning in self.meanings:
            lengths = [len(phrase) for phrase in meaning.typed if heard.issuperset(phrase)]
            if lengths:
                found[meaning] = max(lengths)
        return found


def heard(words: Collection[str], in_order: Sequence[str] = ()) -> frozenset[str]:
    """The words as phrases ask for them: each whole, with its neighbours, and each of its beginnings with a `*`."""
    joined = {"_".join(in_order[at : at + size]) for size in range(2, _MOST_JOINED + 1) for at in range(len(in_order))}
    beginnings = (f"{word[:end]}*" for word in (*words, *joined) for end in range(1, _longest(word)))
    return frozenset((*words, *joined, *beginnings))


def _in_one_word(phrase: Phrase, typed: Sequence[str]) -> bool:
    """Whether somebody left out the spaces: killmyself."""
    together = "".join(phrase).replace("_", "").replace("*", "")
    return len(together) >= _SHORTEST_TOGETHER and any(together in word for word in typed)


def _longest(word: str) -> int:
    return min(len(word), _LONGEST_BEGINNING) + 1


def load_search_words(resources: Path, language: str) -> SearchWords:
    """The words of a language, or the fallback's where it has none. Raises ContentError."""
    path = resources / FOLDER / f"{language}.toml"
    if not is_there(path):
        path = resources / FOLDER / f"{FALLBACK}.toml"
    return read_table(path, resources, _search_words)


def _search_words(table: Table) -> SearchWords:
    table.only(("ignored", "danger", "same", "meaning"))
    return SearchWords(
        frozenset(word for phrase in _phrases(table, "ignored") for word in phrase),
        _phrases(table, "danger"),
        tuple(map(_same, table.tables("same"))),
        tuple(map(_meaning, table.tables("meaning"))),
    )


def _same(table: Table) -> Same:
    table.only(("word", "typed"))
    return Same(table.id("word"), _phrases(table, "typed"))


def _meaning(table: Table) -> Meaning:
    table.only(("typed", "also", "to", "audience"))
    audience = table.text("audience", "")
    if audience and audience not in AUDIENCES:
        raise table.fault("choice-unknown", audience, "audience")
    to = table.texts("to", ())
    for address in to:
        if read_link(address) is None:
            raise table.fault("link-scheme", address, "to")
    also = _phrases(table, "also") if "also" in table.values else ()
    return Meaning(_phrases(table, "typed"), tuple(word for phrase in also for word in phrase), to, audience)


def _phrases(table: Table, key: str) -> tuple[Phrase, ...]:
    """Phrases with commas between them, on as many lines as they need. Written as a list of TOML they take too long."""
    value = table.values.get(key)
    if not isinstance(value, str):
        raise table.fault("key-missing" if value is None else "key-not-text", key, key)
    return tuple(filter(None, map(_phrase, value.split(","))))


def _phrase(written: str) -> Phrase:
    """The words of a phrase as those of a query are read."""
    parts = []
    for part in written.split():
        words = "_".join(word for joined in part.split("_") for word in query_words(joined))
        parts.append(words + "*" * part.endswith("*"))
    return tuple(parts)
