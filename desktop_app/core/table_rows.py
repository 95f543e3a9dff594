"""How the rows of a table have to be written. The Markdown library fills up and cuts off what does not fit, and says
nothing: words would be lost.
"""

from __future__ import annotations

import re

from desktop_app.core.errors import ContentError

MOST_COLUMNS = 3
_RULE = re.compile(r"\s*\|(?:\s*-{3,}\s*\|)+\s*")
_SIGN = re.compile(r"\\.|\|")


def refuse_odd_tables(text: str, file: str, first_line: int) -> None:
    """Raise ContentError for a table that is not a row, a row of `| --- |`, and rows of as many cells, alone."""
    part: list[tuple[int, str]] = []
    for number, line in enumerate([*text.split("\n"), ""], first_line):
        if line.strip():
            part.append((number, line.strip()))
            continue
        if any(words.startswith("|") or (_is_rule(words) and "|" in words) for _, words in part):
            _refuse_table(part, file)
        part = []


def _refuse_table(part: list[tuple[int, str]], file: str) -> None:
    for number, line in part:
        if not (line.startswith("|") and line.endswith("|")):
            raise ContentError.at("table-shape", file, number, line[:40])
    number, head = part[0]
    if len(part) < 3 or _RULE.fullmatch(part[1][1]) is None:
        raise ContentError.at("table-shape", file, number, head[:40])
    columns = _cells(head)
    if not 2 <= columns <= MOST_COLUMNS:
        raise ContentError.at("table-columns", file, number, str(MOST_COLUMNS))
    for number, line in part[1:]:
        if _cells(line) != columns:
            raise ContentError.at("table-row", file, number, line[:40])


def _cells(line: str) -> int:
    return _SIGN.findall(line).count("|") - 1


def _is_rule(line: str) -> bool:
    return not line.strip("|-: ")
