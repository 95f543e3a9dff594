"""The help directory of one country: who can be reached, and who first.

Never raises for bad content: a person in danger gets what could be read, and `problems` says what could not.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.directory_file import CountryFile, CountryWords, read_country, read_name, read_words
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.freshness import freshness
from desktop_app.core.hours import OpenState, open_state
from desktop_app.core.place import WORLDWIDE, country_code
from desktop_app.core.service import TALK_WAYS, Contact, Service

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*")
_FIRST_LANGUAGE = "en"
_FOR_CHILDREN = "child-helpline"
_ENOUGH = 2
"""Lines to talk to on the crisis page."""


@dataclass(frozen=True)
class Directory:
    """All services for one country, its own first, then those for any country.

    `has_file` is False when the country has none that can be used: then only the worldwide ones are here, and the
    screen says so. `read_on` is the newest date of all; None when there are no services at all. The ids are lists in
    order: rows of the crisis page, ways to the emergency services without speech, lines to talk to, and the worldwide
    ones that stand in where those are too few.
    """

    country: str | None
    name: str
    in_sentence: str
    has_file: bool
    services: tuple[Service, ...]
    read_on: dt.date | None
    problems: tuple[ContentProblem, ...] = ()
    crisis_ids: tuple[str, ...] = ()
    access_ids: tuple[str, ...] = ()
    best_ids: tuple[str, ...] = ()
    spare_ids: tuple[str, ...] = ()

    def get(self, service_id: str) -> Service | None:
        """The service with that id."""
        return next((service for service in self.services if service.id == service_id), None)

    def crisis(self) -> tuple[Service, ...]:
        """The rows of the crisis page, always in the file's order: the emergency number stays where it is."""
        return self._listed(self.crisis_ids)

    def crisis_access(self) -> tuple[Service, ...]:
        """Ways to the emergency services for who can't speak or hear."""
        return self._listed(self.access_ids)

    def best(self, now: dt.datetime, adult: bool, count: int = 2) -> tuple[Service, ...]:
        """The lines to show beside everything else: those that answer now first, else in the file's order.

        At most `count`; a young person is never sent to an adults' line, an adult never to a children's line.
        """
        fitting = self._fitting(self.best_ids, adult)
        if len(fitting) < count:
            fitting += tuple(service for service in self._fitting(self.spare_ids, adult) if service not in fitting)
        # SAFETY: at three in the morning a closed line never stands before an open one
        # (test_no_closed_line_is_shown_while_an_open_one_is_left_out).
        return tuple(sorted(fitting, key=lambda service: (self._reach(service, now), self.is_old(service, now))))[
            :count
        ]

    def listening(self, adult: bool, now: dt.datetime) -> tuple[Service, ...]:
        """Everybody a person can talk to in the whole country, each once."""
        kinds = ("crisis", "support", "adults-18plus") if adult else ("child-helpline", "crisis", "support")
        found = (each for kind in kinds for each in self.of_kind(kind, adult, now) if not each.subdivision)
        return tuple(dict.fromkeys(found))

    def of_kind(self, kind: str, adult: bool, now: dt.datetime | None = None) -> tuple[Service, ...]:
        """All confirmed services of a kind for that age: the whole country's, a part's, then the worldwide ones.

        With `now`, those last checked two years ago or more come after all others.
        """
        found = (service for service in self.services if kind in service.kinds and service.confirmed)
        return self.ordered((service for service in found if service.serves(adult)), now)

    def ordered(self, services: Iterable[Service], now: dt.datetime | None = None) -> tuple[Service, ...]:
        """Services as they are listed: the whole country's, a part's, then the worldwide ones the country has not.

        With `now`, those last checked two years ago or more come after all others.
        """
        own = {contact.to for service in self.services if service.country != WORLDWIDE for contact in service.contacts}
        return tuple(
            sorted(
                (s for s in services if s.country != WORLDWIDE or not own.issuperset(c.to for c in s.contacts)),
                key=lambda service: (
                    now is not None and self.is_old(service, now),
                    service.country == WORLDWIDE,
                    service.subdivision is not None,
                ),
            )
        )

    def state(self, service: Service, contact: Contact, now: dt.datetime) -> OpenState:
        """Whether one way in answers now."""
        return open_state(contact, service.timezone, now, self.read_on, service.checked_on)

    def is_old(self, service: Service, now: dt.datetime) -> bool:
        """True when nobody has looked for two years or more: it is marked and moved down, and stays."""
        return freshness(service.checked_on, now) == "old"

    def _fitting(self, ids: Iterable[str], adult: bool) -> tuple[Service, ...]:
        return tuple(
            service
            for service in self._listed(ids)
            if service.serves(adult) and not (adult and service.kinds[0] == _FOR_CHILDREN)
        )

    def _listed(self, ids: Iterable[str]) -> tuple[Service, ...]:
        # SAFETY: lines somebody may ring in danger are only those two pages agree on, and that the whole country can
        # ring (test_a_single_source_is_never_a_crisis_line).
        found = (self.get(name) for name in ids)
        return tuple(service for service in found if service and service.confirmed and not service.subdivision)

    def _reach(self, service: Service, now: dt.datetime) -> int:
        """0: somebody answers now; 1: not known; 2: closed, so far as is known."""
        talk = [contact for contact in service.contacts if contact.way in TALK_WAYS]
        kinds = [self.state(service, contact, now).kind for contact in talk]
        # Day and night needs no clock, so a wrong one does not move such a line down.
        if "open" in kinds or any(contact.hours is not None and contact.hours.always for contact in talk):
            return 0
        return 2 if kinds and all(kind == "closed" for kind in kinds) else 1


def load_directory(resources: Path, language: str, country: str | None) -> Directory:
    """The directory for a country (alpha-2, or None for nowhere in particular) in a language.

    Never raises for what the files hold or do not hold; see `Directory.problems`.
    """
    code = country_code(country)
    problems: list[ContentProblem] = []
    own = _file(resources, code, problems) if code else None
    world = _file(resources, WORLDWIDE, problems)
    main = own or world
    words = _words(resources, language, code if own and code else WORLDWIDE, own or world, problems)
    services = _worded(main, words)
    if own is not None and world is not None:
        services += _worded(world, _words(resources, language, WORLDWIDE, world, problems))
    return Directory(
        country=code,
        name=words.name,
        in_sentence=words.in_sentence,
        has_file=own is not None,
        services=services,
        read_on=max((service.checked_on for service in services), default=None),
        problems=tuple(problems),
        crisis_ids=_crisis_ids(main, world),
        access_ids=main.crisis_access if main else (),
        best_ids=main.best or _lines(main) if main else (),
        spare_ids=world.best or _lines(world) if world else (),
    )


def countries(resources: Path) -> tuple[str, ...]:
    """The codes of the countries that have a file, in order."""
    try:
        names = [path.stem for path in (resources / "directory").glob("*.toml")]
    except OSError:
        return ()
    return tuple(sorted(name for name in names if country_code(name) == name))


def country_name(resources: Path, language: str, code: str) -> str:
    """A country's name; the code itself when it has no file of words."""
    for path in _words_paths(resources, language, code):
        try:
            return read_name(path, resources)
        except ContentError:
            continue
    return code


def _file(resources: Path, code: str, problems: list[ContentProblem]) -> CountryFile | None:
    path = resources / "directory" / f"{code}.toml"
    try:
        found = read_country(path, resources)
    except ContentError as error:
        # A country may have no file; the worldwide one has to be there.
        if error.problem.code != "file-missing" or code == WORLDWIDE:
            problems.append(error.problem)
        return None
    problems += found.problems
    return found


def _words_paths(resources: Path, language: str, code: str) -> list[Path]:
    languages = dict.fromkeys((language, _FIRST_LANGUAGE)) if _LANGUAGE.fullmatch(language) else (_FIRST_LANGUAGE,)
    return [resources / name / "directory" / f"{code}.toml" for name in languages]


def _words(
    resources: Path, language: str, code: str, file: CountryFile | None, problems: list[ContentProblem]
) -> CountryWords:
    """The words of a file in the language, and in English where that one has none."""
    found: list[CountryWords] = []
    merged: dict[str, Mapping[str, str]] = {}
    paths = _words_paths(resources, language, code)
    for path in paths:
        try:
            words = read_words(path, resources)
        except ContentError as error:
            # A language may lack a file; the first language has to have it.
            if error.problem.code != "file-missing" or path == paths[-1]:
                problems.append(error.problem)
            continue
        problems += words.problems
        found.append(words)
        merged = {**words.services, **merged}
        if file is None or all(service.id in merged for service in file.services):
            break
    name = found[0].name if found else code
    return CountryWords(name, found[0].in_sentence if found else name, merged, ())


def _worded(file: CountryFile | None, words: CountryWords) -> tuple[Service, ...]:
    # SAFETY: a service without words keeps its name and its number (test_broken_words_leave_names_and_numbers).
    return tuple(
        _with_words(service, words.services.get(service.id, {})) for service in (file.services if file else ())
    )


def _with_words(service: Service, words: Mapping[str, str]) -> Service:
    return dataclasses.replace(
        service,
        line=words.get("line", service.name),
        about=words.get("about", ""),
        crisis=words.get("crisis", service.name),
        speak=words.get("speak", ""),
    )


def _crisis_ids(main: CountryFile | None, world: CountryFile | None) -> tuple[str, ...]:
    """The crisis rows; where a country has hardly a line that is sure, those that lead to lines from anywhere, too."""
    ids = main.crisis or _emergency_first(main) if main else ()
    talk = [service for service in main.services if service.id in ids and _sure_line(service)] if main else []
    if world is not None and world is not main and len(talk) < _ENOUGH:
        ids += world.crisis or _emergency_first(world)
    return ids


def _sure_line(service: Service) -> bool:
    return service.kinds[0] != "emergency" and service.confirmed and not service.subdivision


def _emergency_first(file: CountryFile) -> tuple[str, ...]:
    """The crisis rows of a file whose own list is gone: emergency numbers to call, then lines to talk to."""
    calls = (s.id for s in file.services if s.kinds[0] == "emergency" and s.contacts[0].way == "phone")
    return (*calls, *_lines(file))


def _lines(file: CountryFile) -> tuple[str, ...]:
    return tuple(service.id for service in file.services if service.kinds[0] in (_FOR_CHILDREN, "crisis"))
