"""Where the facts come from: `resources/sources/*.toml`, one table a source. Words name sources by these ids."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop_app.core.errors import ContentError
from desktop_app.core.toml_table import Table, is_id, read_table

FOLDER = "sources"
GRADES = ("A", "B")
"""A: seen by us at the source. B: the source says so in a text we read. Nothing weaker may carry advice."""


@dataclass(frozen=True)
class Source:
    """One source."""

    id: str
    name: str
    """What people are shown."""
    address: str
    """As we read it, without "https://" where the facts have none."""
    grade: str
    facts: tuple[str, ...]
    """Paragraph numbers of our facts, or "help_directory:..." or "platforms:..."."""
    read_on: dt.date
    show: bool
    """False for a kind of page we do not send people to (press, commercial): then only `name` is shown."""


def load_sources(resources: Path) -> Mapping[str, Source]:
    """All sources by id. Raises ContentError."""
    sources: dict[str, Source] = {}
    for path in _files(resources):
        sources |= read_table(path, resources, partial(_sources, known=sources.keys()))
    return sources


def _files(resources: Path) -> list[Path]:
    folder = resources / FOLDER
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError:
        found = []
    if not found:
        raise ContentError.at("file-missing", FOLDER, 0, FOLDER)
    return found


def _sources(table: Table, known: Collection[str]) -> Mapping[str, Source]:
    if not table.values:
        raise ContentError.at("file-empty", table.file, 0, table.file)
    sources = {}
    for key in table.values:
        if key in known:
            raise table.fault("source-twice", key, key)
        below = table.table(key)
        if below is None or not is_id(key):
            raise table.fault("id-shape", key, key)
        sources[key] = _source(key, below)
    return sources


def _source(key: str, table: Table) -> Source:
    table.only(("name", "address", "grade", "facts", "read_on", "show"))
    grade = table.text("grade")
    if grade not in GRADES:
        raise table.fault("source-grade", grade, "grade")
    return Source(
        id=key,
        name=table.text("name"),
        address=table.text("address"),
        grade=grade,
        facts=table.texts("facts"),
        read_on=table.date("read_on"),
        show=table.flag("show", default=True),
    )
