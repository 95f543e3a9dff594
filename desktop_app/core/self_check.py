"""What `handrail check` looks at: whether the content is whole, whether settings could be kept, what nobody has rung.

How it knows what must be there, in a checkout, a wheel and a bundle alike, without a step at build time:

- Fonts and icons are other people's files, taken over byte for byte and rarely changed. `SHA256SUMS` in their folders
  names each with its hash, as `sha256sum *.svg > SHA256SUMS` writes it.
- Plans, words and directories change with every mend, and a list of them would be one more thing to keep. They name
  each other: a plan names its words and words name their plan, a country's services name its words and the other way
  round. So one file that is gone is always missed by another one. A country or language of which every file is gone
  is not missed: that is how one is taken out.
- An app or way to pay and its words name each other in the same way.
- Pages stand alone, so a list names them: `pages.toml`.
- The licences are named by their README.
- What only the program's code names stands below, and tests hold it against the code.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop_app.core import search_words, sources
from desktop_app.core.directory_file import read_country, read_words
from desktop_app.core.entries import entry_problems
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.library_check import library_problems
from desktop_app.core.licences import load_licences, read_licence
from desktop_app.core.own_words_check import own_words_problems
from desktop_app.core.place import WORLDWIDE
from desktop_app.core.plan_file import load_plan
from desktop_app.core.plan_rules import check_plan
from desktop_app.core.plan_words import load_plan_words
from desktop_app.core.resources import is_there, name_of, read_text
from desktop_app.core.service import Service
from desktop_app.core.words import FALLBACK, load_words

PLANS = ("young-person", "adult", "parent", "school", "friend")
"""The plans that the program opens."""
TEXTS = {"sheets": ("breath", "cannot", "try-it"), "about": ("limits", "untried", "what")}
"""The short texts that the program opens, by their folder in `resources/<language>/`."""

SUMS = "SHA256SUMS"
_SUM = re.compile(r"([0-9a-f]{64}) [ *]([\w.-]+)")


def check_content(resources: Path) -> tuple[ContentProblem, ...]:
    """Everything that is missing or broken in the content, each once. Never raises for what the files hold."""
    languages = _languages(resources)
    return tuple(
        dict.fromkeys(
            (
                *_source_problems(resources),
                *_plan_problems(resources, languages),
                *(problem for language in languages for problem in entry_problems(resources, language)),
                *_text_problems(resources, languages),
                *library_problems(resources, languages, PLANS[0]),
                *_directory_problems(resources, languages),
                *_search_problems(resources),
                *own_words_problems(resources),
                *_sum_problems(resources / "fonts", resources),
                *_sum_problems(resources / "icons", resources),
                *_licence_problems(resources),
            )
        )
    )


def never_rung(resources: Path) -> Mapping[str, int]:
    """How many services nobody has rung or opened yet, by country; one whose file cannot be read is left out."""
    counts = {}
    for code in _stems(resources / "directory", ".toml"):
        try:
            services = read_country(_country_path(resources, code), resources).services
        except ContentError:
            continue
        counts[code] = sum(service.rung_on is None for service in services)
    return counts


def folder_fault(folder: Path | None) -> str:
    """Why nothing could be kept in `folder`, "" when it could.

    "home-missing": no folder is known at all; "folder-blocked": something else is in its place; "folder-read-only";
    "folder-nowhere": it is on a drive that is not there.

    Only looks, and makes nothing. On Windows the system does not say beforehand whether a folder may be written.
    """
    if folder is None:
        return "home-missing"
    for place in (folder, *folder.parents):
        if os.path.lexists(place):
            if not _is_folder(place):
                return "folder-blocked"
            return "" if os.access(place, os.W_OK | os.X_OK) else "folder-read-only"
    return "folder-nowhere"


def _source_problems(resources: Path) -> Iterator[ContentProblem]:
    try:
        sources.load_sources(resources)
    except ContentError as error:
        yield error.problem


def _plan_problems(resources: Path, languages: Iterable[str]) -> Iterator[ContentProblem]:
    worded = {path.name for language in languages for path in _folders(resources / language / "plans")}
    for name in sorted({*PLANS, *_stems(resources / "plans", ".toml"), *worded}):
        try:
            plan = load_plan(resources, name)
        except ContentError as error:
            yield error.problem
            continue
        for language in languages:
            try:
                words = load_plan_words(resources, language, plan)
            except ContentError as error:
                yield error.problem
                continue
            yield from check_plan(plan, words)


def _text_problems(resources: Path, languages: Iterable[str]) -> Iterator[ContentProblem]:
    for folder, language in product(TEXTS, languages):
        texts = resources / language / folder
        for name in sorted({*_stems(texts, ".md"), *(TEXTS[folder] if language == FALLBACK else ())}):
            path = texts / f"{name}.md"
            try:
                if not load_words(path, resources).body:
                    yield ContentProblem("words-empty", name_of(path, resources), 0, name)
            except ContentError as error:
                yield error.problem


def _directory_problems(resources: Path, languages: Iterable[str]) -> Iterator[ContentProblem]:
    worded = {code for language in languages for code in _stems(resources / language / "directory", ".toml")}
    for code in sorted({WORLDWIDE, *_stems(resources / "directory", ".toml"), *worded}):
        path = _country_path(resources, code)
        try:
            country = read_country(path, resources)
        except ContentError as error:
            yield error.problem
            continue
        yield from country.problems
        yield from _zone_problems(country.services, name_of(path, resources))
        for language in languages:
            words = resources / language / "directory" / f"{code}.toml"
            if language == FALLBACK or is_there(words):
                yield from _country_words_problems(words, path, country.services, resources)


def _country_words_problems(
    path: Path, country: Path, services: Iterable[Service], resources: Path
) -> Iterator[ContentProblem]:
    try:
        words = read_words(path, resources)
    except ContentError as error:
        yield error.problem
        return
    yield from words.problems
    ids = {service.id for service in services}
    for name in sorted(words.services.keys() - ids):
        yield ContentProblem("service-unknown", name_of(country, resources), 0, name)
    for name in sorted(ids - words.services.keys()):
        yield ContentProblem("key-missing", name_of(path, resources), 0, name)


def _search_problems(resources: Path) -> Iterator[ContentProblem]:
    for language in sorted({FALLBACK, *_stems(resources / search_words.FOLDER, ".toml")}):
        try:
            search_words.load_search_words(resources, language)
        except ContentError as error:
            yield error.problem


def _zone_problems(services: Iterable[Service], file: str) -> Iterator[ContentProblem]:
    hours = ((service.timezone, contact.hours) for service in services for contact in service.contacts)
    for zone in sorted({zone for zone, week in hours if week is not None and not week.always}):
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError):
            yield ContentProblem("zone-missing", file, 0, zone)


def _sum_problems(folder: Path, resources: Path) -> Iterator[ContentProblem]:
    """What differs from the folder's SHA256SUMS. A file more than it names harms nobody."""
    path = folder / SUMS
    file = name_of(path, resources)
    try:
        lines = read_text(path, resources).splitlines()
    except ContentError as error:
        yield error.problem
        return
    if not lines:
        yield ContentProblem("file-empty", file, 0, SUMS)
    for number, line in enumerate(lines, 1):
        found = _SUM.fullmatch(line)
        if found is None:
            yield ContentProblem("file-changed", file, number, SUMS)
            continue
        try:
            if hashlib.sha256(_bytes(folder / found[2], resources)).hexdigest() != found[1]:
                yield ContentProblem("file-changed", name_of(folder / found[2], resources), 0, found[2])
        except ContentError as error:
            yield error.problem


def _licence_problems(resources: Path) -> Iterator[ContentProblem]:
    try:
        licences = load_licences(resources)
    except ContentError as error:
        yield error.problem
        return
    for file in sorted({file for licence in licences for file in licence.files}):
        try:
            read_licence(resources, (file,))
        except ContentError as error:
            yield error.problem


def _bytes(path: Path, resources: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ContentError.at("file-missing", name_of(path, resources), 0, path.name) from None
    except OSError as error:
        code = "file-folder" if _is_folder(path) else "file-unreadable"
        raise ContentError.at(code, name_of(path, resources), 0, error.strerror or path.name) from None


def _languages(resources: Path) -> tuple[str, ...]:
    """The languages that have any words; English always, since all others fall back on it."""
    parts = ("plans", "directory", "pages", *TEXTS)
    found = {path.name for path in _folders(resources) if any(_is_folder(path / part) for part in parts)}
    return tuple(sorted({FALLBACK, *found}))


def _country_path(resources: Path, code: str) -> Path:
    return resources / "directory" / f"{code}.toml"


def _folders(folder: Path) -> list[Path]:
    return [path for path in _inside(folder) if _is_folder(path)]


def _stems(folder: Path, ending: str) -> list[str]:
    return sorted(path.stem for path in _inside(folder) if path.suffix == ending)


def _is_folder(path: Path) -> bool:
    return is_there(path) and path.is_dir()


def _inside(folder: Path) -> list[Path]:
    """What is in a folder; nothing when it cannot be read: what must be in it is then missed by name."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []
