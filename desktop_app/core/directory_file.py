"""Reads one country's file of services, and the words that go with it.

A file can be broken in one place and good in all others. What is broken is left out and named; the rest, above all the
emergency number, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.hours import Hours, HoursError, parse_hours
from desktop_app.core.resources import name_of, parse_toml, read_text
from desktop_app.core.service import ACCESSES, CONFIDENCES, KINDS, TOPICS, WAYS, Contact, Service
from desktop_app.core.toml_table import Table

_FILE_KEYS = ("country", "timezone", "read_on", "crisis", "crisis_access", "best", "service")
_SERVICE_KEYS = (
    *("id", "name", "kinds", "topics", "subdivision", "age_min", "age_max", "confidence", "timezone"),
    *("read_on", "rung_on", "access", "languages", "sources", "contact"),
)
_CONTACT_KEYS = ("way", "to", "keyword", "hours", "cost")
_WORDS = ("line", "about", "crisis", "speak")

_HEADER = re.compile(r"\s*\[\[\s*service\s*\]\]")
_NUMBER = re.compile(r"[+#]?[0-9][0-9 #-]*")
_EMAIL = re.compile(r"[!-~]+@[!-~]+\.[!-~]+")
_ADDRESS = re.compile(r"https://[!-~]+\.[!-~]+")
_LONGEST_NUMBER = 24
_LONGEST_ADDRESS = 300
"""Letters. Far more than that does not fit into a QR code."""
_NO_LINES = [""]

_Choice = TypeVar("_Choice", bound=str)


@dataclass(frozen=True)
class CountryFile:
    """What one file holds. The three lists are ids in order, as written; `problems` is what had to be left out."""

    services: tuple[Service, ...]
    crisis: tuple[str, ...]
    crisis_access: tuple[str, ...]
    best: tuple[str, ...]
    problems: tuple[ContentProblem, ...]


@dataclass(frozen=True)
class CountryWords:
    """The words of one file: the country's name, alone and within a sentence, and those of each service by id."""

    name: str
    in_sentence: str
    services: Mapping[str, Mapping[str, str]]
    problems: tuple[ContentProblem, ...]


def read_country(path: Path, root: Path) -> CountryFile:
    """The services of one file. Raises ContentError when nothing in it can be used."""
    file, text = name_of(path, root), read_text(path, root)
    # Where a mistake stands is looked for only when there is one: that takes four times as long as all the rest.
    with suppress(ContentError):
        found = _country(text, _NO_LINES, file, path.stem)
        if not found.problems:
            return found
    return _country(text, text.split("\n"), file, path.stem)


def read_words(path: Path, root: Path) -> CountryWords:
    """The words of one file. Raises ContentError when it cannot be read; one broken entry is left out and named."""
    file, text = name_of(path, root), read_text(path, root)
    values = parse_toml(text, file)
    with suppress(ContentError):
        found = _words(Table(values, file, _NO_LINES))
        if not found.problems:
            return found
    return _words(Table(values, file, text.split("\n")))


def read_name(path: Path, root: Path) -> str:
    """The country's name alone, without reading the words of its services. Raises ContentError."""
    file = name_of(path, root)
    head = read_text(path, root).split("\n[", 1)[0]
    return Table(parse_toml(head, file), file, head.split("\n")).text("name")


def _country(text: str, lines: list[str], file: str, code: str) -> CountryFile:
    problems: list[ContentProblem] = []
    header, tables = _tables(text, lines, file, problems)
    timezone = _whole_file(header, code, problems)
    services: dict[str, Service] = {}
    for table in tables:
        try:
            service = _service(table, code, timezone)
            if service.id in services:
                raise table.fault("listed-twice", service.id, "id")
            services[service.id] = service
        except ContentError as error:
            problems.append(error.problem)
    if not services:
        raise ContentError(problems[0]) if problems else header.fault("key-missing", "service")
    lists = {key: tuple(_known_ids(header, key, services, problems)) for key in ("crisis", "crisis_access", "best")}
    return CountryFile(tuple(services.values()), problems=tuple(problems), **lists)


def _words(table: Table) -> CountryWords:
    problems: list[ContentProblem] = []
    services: dict[str, Mapping[str, str]] = {}
    for key in table.values:
        if key in ("name", "in_sentence"):
            continue
        try:
            entry = table.table(key)
            if entry is not None:
                entry.only(_WORDS)
                services[key] = {word: entry.text(word) for word in entry.values}
        except ContentError as error:
            problems.append(error.problem)
    return CountryWords(table.text("name"), table.text("in_sentence"), services, tuple(problems))


def _tables(text: str, lines: list[str], file: str, problems: list[ContentProblem]) -> tuple[Table, tuple[Table, ...]]:
    """The file's own table and those of its services."""
    try:
        header = Table(parse_toml(text, file), file, lines)
        return header, header.tables("service")
    except ContentError as error:
        problems.append(error.problem)
    # SAFETY: one slip of the pen in one entry must not take the emergency number away, so the pieces are read one by
    # one and only those with the slip are lost (test_a_slip_in_one_entry_leaves_the_emergency_number).
    starts = [number for number, line in enumerate(lines, 1) if _HEADER.match(line)]
    ends = [number - 1 for number in starts[1:]] + [len(lines)] * bool(starts)
    header = Table(_values(lines[: starts[0] - 1] if starts else lines, file), file, lines)
    pieces = []
    for start, end in zip(starts, ends, strict=True):
        services = _values(lines[start - 1 : end], file).get("service")
        if isinstance(services, list) and len(services) == 1 and isinstance(services[0], dict):
            pieces.append(Table(services[0], file, lines, "service", start, end))
    return header, tuple(pieces)


def _values(lines: list[str], file: str) -> Mapping[str, object]:
    try:
        return parse_toml("\n".join(lines), file)
    except ContentError:  # the slip itself, already named with its line
        return {}


def _whole_file(header: Table, country: str, problems: list[ContentProblem]) -> str:
    """Checks what stands above the services; the answer is their time zone, "" when it cannot be read."""
    try:
        if header.text("country") != country:
            raise header.fault("country-other", header.text("country"), "country")
        header.date("read_on")
        header.only(_FILE_KEYS)
    except ContentError as error:
        problems.append(error.problem)
    try:
        return header.text("timezone", "")
    except ContentError as error:
        problems.append(error.problem)
    return ""


def _service(table: Table, country: str, timezone: str) -> Service:
    table.only(_SERVICE_KEYS)
    contacts = tuple(_contact(part) for part in table.tables("contact"))
    kinds = _choices(table, "kinds", KINDS)
    if not contacts or not kinds:
        raise table.fault("key-missing", "kinds" if contacts else "contact")
    return Service(
        id=table.id(),
        name=table.text("name"),
        kinds=kinds,
        country=country,
        confidence=_one_of(table, "confidence", table.text("confidence"), CONFIDENCES),
        timezone=table.text("timezone", timezone),
        read_on=table.date("read_on"),
        contacts=contacts,
        sources=table.texts("sources"),
        rung_on=table.date("rung_on") if "rung_on" in table.values else None,
        subdivision=table.text("subdivision", "") or None,
        age_min=_years(table, "age_min"),
        age_max=_years(table, "age_max"),
        topics=_choices(table, "topics", TOPICS, ()),
        access=_choices(table, "access", ACCESSES, ()),
        languages=table.texts("languages", ()),
    )


def _contact(table: Table) -> Contact:
    table.only(_CONTACT_KEYS)
    way = _one_of(table, "way", table.text("way"), WAYS)
    to = table.text("to")
    shape = {"email": _EMAIL, "web": _ADDRESS, "chat": _ADDRESS}.get(way, _NUMBER)
    if not shape.fullmatch(to) or len(to) > (_LONGEST_NUMBER if shape is _NUMBER else _LONGEST_ADDRESS):
        raise table.fault("contact-shape", to, "to")
    keyword = table.text("keyword", "")
    if len(keyword) > _LONGEST_NUMBER:
        raise table.fault("contact-shape", keyword, "keyword")
    return Contact(way, to, keyword, _contact_hours(table), table.text("cost", ""))


def _contact_hours(table: Table) -> Hours | None:
    if "hours" not in table.values:
        return None
    try:
        return parse_hours(table.values["hours"])
    except HoursError as error:
        raise table.fault("hours-shape", str(error), "hours") from None


def _choices(
    table: Table, key: str, choices: tuple[_Choice, ...], default: tuple[str, ...] | None = None
) -> tuple[_Choice, ...]:
    return tuple(_one_of(table, key, value, choices) for value in table.texts(key, default))


def _one_of(table: Table, key: str, value: str, choices: tuple[_Choice, ...]) -> _Choice:
    for choice in choices:
        if choice == value:
            return choice
    raise table.fault("choice-unknown", value, key)


def _years(table: Table, key: str) -> int | None:
    value = table.values.get(key)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 120:
        raise table.fault("key-not-years", key, key)
    return value


def _known_ids(
    header: Table, key: str, services: Mapping[str, Service], problems: list[ContentProblem]
) -> Iterator[str]:
    """The ids of one list that stand for a service; the others are named."""
    try:
        listed = header.texts(key, ())
    except ContentError as error:
        problems.append(error.problem)
        return
    for name in listed:
        if name in services:
            yield name
        else:
            problems.append(header.fault("service-unknown", name, key).problem)
