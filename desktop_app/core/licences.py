"""Whose work Handrail carries, and under which licence: read from the table that stands beside the licences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.errors import ContentError
from desktop_app.core.resources import name_of, read_text

FOLDER = "licences"
INDEX = "README.md"
_FILE = re.compile(r"`([\w.-]+\.txt)`")


class Licence(NamedTuple):
    """One part by other people. `licence`: its name; `files`: those in the folder with its full text, in order."""

    part: str
    licence: str
    files: tuple[str, ...]


def load_licences(resources: Path) -> tuple[Licence, ...]:
    """All parts, in the order of the table. Raises ContentError."""
    index = resources / FOLDER / INDEX
    found = []
    for line in read_text(index, resources).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        files = tuple(_FILE.findall(cells[-1]))
        if line.startswith("|") and len(cells) > 2 and files:
            found.append(Licence(cells[0], cells[-2], files))
    if not found:
        raise ContentError.at("file-empty", name_of(index, resources), 0, INDEX)
    return tuple(found)


def read_licence(resources: Path, files: Iterable[str]) -> tuple[str, ...]:
    """The full text in these files, paragraph by paragraph, each in one line. Raises ContentError; also for no text."""
    found: list[str] = []
    for file in files:
        path = resources / FOLDER / file
        paragraphs = [
            " ".join(part.split()) for part in re.split(r"\n\s*\n", read_text(path, resources)) if part.strip()
        ]
        if not paragraphs:
            raise ContentError.at("file-empty", name_of(path, resources), 0, file)
        found += paragraphs
    return tuple(found)
