"""One table of a TOML file, read strictly: every mistake is named with its line.

tomllib forgets where a value stood, so the line is found again by looking for the table's header and then the key.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from desktop_app.core.errors import ContentError
from desktop_app.core.resources import name_of, parse_toml, read_text

T = TypeVar("T")

_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_HEADER = re.compile(r"""\s*\[\[?([\w\s.'"-]+)\]\]?\s*(?:#.*)?$""")
_LONGEST_ID = 60


def is_id(text: str) -> bool:
    """True for what we use as an id: small letters, digits, single hyphens."""
    return len(text) <= _LONGEST_ID and _ID.fullmatch(text) is not None


def _sets(line: str, key: str) -> bool:
    """True for a line such as `key = 1`, `"key" = 1` or `key.more = 1`. Without a pattern: start-up has many keys."""
    words = line.replace('"', "").replace("'", "").lstrip()
    return words.startswith(key) and words[len(key) :].lstrip()[:1] in ("=", ".")


def read_table(path: Path, resources: Path, read: Callable[[Table], T]) -> T:
    """What `read` makes of a TOML file. Raises ContentError."""
    file, text = name_of(path, resources), read_text(path, resources)
    values = parse_toml(text, file)
    # Where a mistake stands is looked for only when there is one: that takes ten times as long as all the rest.
    with suppress(ContentError):
        return read(Table(values, file, [""]))
    return read(Table(values, file, text.split("\n")))


class Table:
    """A table, its path in the file ("step.variant") and the lines it stands on."""

    def __init__(
        self, values: Mapping[str, Any], file: str, lines: list[str], path: str = "", start: int = 1, end: int = 0
    ) -> None:
        """`lines` is the whole file; `start` and `end` are counted from 1, `end` 0 means the last line."""
        self.values = values
        self.file = file
        self.start = start
        self._lines = lines
        self._path = path
        self._end = end or len(lines)

    def line(self, key: str = "") -> int:
        """The line of a key or of the table under it; of this table's own header when neither can be found."""
        if key:
            path = self._below_path(key)
            inside = True  # further down, the same key belongs to another table
            for number in range(self.start, self._end + 1):
                header = self._header(number)
                if header is not None and number > self.start:
                    inside = False
                if header is not None and (header == path or header.startswith(path + ".")):
                    return number
                if inside and _sets(self._lines[number - 1], key):
                    return number
        return self.start if self._path else 0

    def fault(self, code: str, about: str, key: str = "") -> ContentError:
        """The error for a mistake in this table, at that key's line."""
        return ContentError.at(code, self.file, self.line(key), about)

    def only(self, keys: Collection[str]) -> None:
        """Raise ContentError ("key-unknown") for a key not listed: a typo must not pass silently."""
        for key in self.values:
            if key not in keys:
                raise self.fault("key-unknown", key, key)

    def text(self, key: str, default: str | None = None) -> str:
        """A sentence on one line, never empty. Without a default the key is needed."""
        if key not in self.values and default is not None:
            return default
        value = self._needed(key)
        if not isinstance(value, str):
            raise self.fault("key-not-text", key, key)
        value = value.strip()
        if not value or "\n" in value:
            raise self.fault("key-not-one-line", key, key)
        return value

    def id(self, key: str = "id") -> str:
        """An id: small letters, digits, hyphens."""
        value = self.text(key)
        if not is_id(value):
            raise self.fault("id-shape", value, key)
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """true or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.fault("key-not-flag", key, key)
        return value

    def number(self, key: str) -> int:
        """A whole number."""
        value = self._needed(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fault("key-not-number", key, key)
        return value

    def choice(self, key: str, among: Collection[str]) -> str:
        """One of these words."""
        value = self.text(key)
        if value not in among:
            raise self.fault("choice-unknown", value, key)
        return value

    def date(self, key: str) -> dt.date:
        """A day, written 2026-11-24 without quotes."""
        value = self._needed(key)
        if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
            raise self.fault("key-not-date", key, key)
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts, none of them empty or there twice."""
        if key not in self.values and default is not None:
            return default
        value = self._needed(key)
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.fault("key-not-list", key, key)
        for item in value:
            if value.count(item) > 1:
                raise self.fault("listed-twice", item, key)
        return tuple(value)

    def table(self, key: str) -> Table | None:
        """The table under a key; None when there is none."""
        if key not in self.values:
            return None
        value = self.values[key]
        if not isinstance(value, dict):
            raise self.fault("key-not-table", key, key)
        return self._below(value, key, 0, 1)

    def tables(self, key: str) -> tuple[Table, ...]:
        """The tables of a list, `[[key]]`; none when the key is not there."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fault("key-not-tables", key, key)
        return tuple(self._below(item, key, index, len(value)) for index, item in enumerate(value))

    def _needed(self, key: str) -> Any:
        if key not in self.values:
            raise self.fault("key-missing", key)
        return self.values[key]

    def _below_path(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def _header(self, number: int) -> str | None:
        """The path in a header such as `[[step.variant]]`; None on any other line."""
        found = _HEADER.match(self._lines[number - 1])
        return re.sub(r"""[\s"']""", "", found.group(1)) if found is not None else None

    def _below(self, values: Mapping[str, Any], key: str, index: int, count: int) -> Table:
        path = self._below_path(key)
        headers = [(number, self._header(number)) for number in range(self.start, self._end + 1)]
        starts = [number for number, header in headers if header == path]
        if not starts and count == 1:  # `[question]` itself may be left out above `[question.fits]`
            starts = [number for number, header in headers if header is not None and header.startswith(path + ".")][:1]
        if len(starts) != count:  # written inside a line: `step = [{...}]`
            line = self.line(key) or self.start
            return Table(values, self.file, self._lines, path, line, line)
        start = starts[index]
        ends = [
            number for number, header in headers if number > start and not (header or path + ".").startswith(path + ".")
        ]
        return Table(values, self.file, self._lines, path, start, ends[0] - 1 if ends else self._end)
