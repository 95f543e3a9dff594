"""The apps and the ways to pay that a plan can ask about: data, one file each, so that a new one touches no code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.blocks import Block, Heading, parse_blocks
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.resources import is_there, name_of, parse_toml, read_text
from desktop_app.core.toml_table import Table, is_id
from desktop_app.core.words import FALLBACK, split_front_matter

LISTS = ("apps", "pay")
SECTIONS = {"apps": ("keep", "block", "picture", "accounts", "inside"), "pay": ("do",)}
"""The parts that the words of an entry may have, each for one place in a plan."""
NEEDED = {"apps": ("keep", "block"), "pay": ("do",)}

STATUSES = ("open", "closed", "changed")
SCREENSHOTS = ("tells", "some", "silent", "unknown")
SPEEDS = ("minutes", "hours", "days", "never", "unknown")


@dataclass(frozen=True)
class Entry:
    """One app or one way to pay, as its file gives it."""

    id: str
    name: str
    aka: tuple[str, ...]
    """What people type for it, in small letters."""
    order: int
    countries: tuple[str, ...]
    """Alpha-2 codes where it can be picked; none: everywhere."""
    sources: tuple[str, ...]

    def is_in(self, country: str | None) -> bool:
        """Whether people in that country can pick it; when the country is not known, they can."""
        return country is None or not self.countries or country in self.countries


@dataclass(frozen=True)
class EntryWords:
    """An entry's sections in one language. Each begins with its heading."""

    sections: dict[str, tuple[Block, ...]]
    sources: tuple[str, ...]


def entry_ids(resources: Path, listed: str) -> tuple[str, ...]:
    """The ids of a list, in no order that means anything. An unreadable folder has none."""
    return tuple(sorted(_stems(resources / listed, ".toml")))


def load_entries(resources: Path, listed: str) -> tuple[tuple[Entry, ...], tuple[ContentProblem, ...]]:
    """The entries of a list in the order to offer them, and what is wrong with those that cannot be read."""
    entries, problems = [], []
    for name in entry_ids(resources, listed):
        try:
            entries.append(_entry(resources, listed, name))
        except ContentError as error:
            problems.append(error.problem)
    return tuple(sorted(entries, key=lambda entry: (entry.order, entry.name))), tuple(problems)


def load_entry_words(resources: Path, language: str, listed: str, name: str) -> EntryWords:
    """The words of one entry: this language's, else the fallback's. Raises ContentError."""
    path = entry_path(resources, language, listed, name)
    file = name_of(path, resources)
    front, body, body_line = split_front_matter(read_text(path, resources), file)
    front.only(("title", "sources"))
    sections: dict[str, list[Block]] = {}
    for block in parse_blocks(body, file, body_line):
        if isinstance(block, Heading) and block.id:
            sections[block.id] = []
        if not sections:
            raise ContentError.at("entry-section", file, body_line, name)
        sections[list(sections)[-1]].append(block)
    for section in (*(each for each in sections if each not in SECTIONS[listed]), *NEEDED[listed]):
        if section not in SECTIONS[listed] or section not in sections:
            raise ContentError.at("entry-section", file, body_line, section)
    return EntryWords({key: tuple(blocks) for key, blocks in sections.items()}, front.texts("sources", ()))


def entry_path(resources: Path, language: str, listed: str, name: str) -> Path:
    """The file with an entry's words: this language's, else the fallback's."""
    path = resources / language / listed / f"{name}.md"
    if language != FALLBACK and not is_there(path):
        path = resources / FALLBACK / listed / f"{name}.md"
    return path


def entry_problems(resources: Path, language: str) -> Iterator[ContentProblem]:
    """Everything that is wrong with the entries and their words in one language."""
    for listed in LISTS:
        entries, problems = load_entries(resources, listed)
        yield from problems
        worded = _stems(resources / language / listed, ".md")
        for name in sorted(worded - set(entry_ids(resources, listed))):
            yield ContentProblem("file-missing", f"{listed}/{name}.toml", 0, name)
        for entry in entries:
            try:
                load_entry_words(resources, language, listed, entry.id)
            except ContentError as error:
                yield error.problem


def _stems(folder: Path, ending: str) -> set[str]:
    try:
        return {path.stem for path in folder.iterdir() if path.suffix == ending}
    except OSError:
        return set()


def _entry(resources: Path, listed: str, name: str) -> Entry:
    path = resources / listed / f"{name}.toml"
    file = name_of(path, resources)
    text = read_text(path, resources)
    table = Table(parse_toml(text, file), file, text.split("\n"))
    if not is_id(name):
        raise table.fault("id-shape", name)
    if listed == "apps":
        table.only(("name", "aka", "order", "status", "screenshot", "sequence", "tools", "not_on", "sources"))
        table.choice("status", STATUSES)
        table.choice("screenshot", SCREENSHOTS)
        for key in ("sequence", "tools", "not_on"):
            table.texts(key, ())
    else:
        table.only(("name", "aka", "order", "countries", "speed", "sources"))
        table.choice("speed", SPEEDS)
    return Entry(
        id=name,
        name=table.text("name"),
        aka=table.texts("aka", ()),
        order=table.number("order"),
        countries=table.texts("countries", ()) if listed == "pay" else (),
        sources=table.texts("sources"),
    )
