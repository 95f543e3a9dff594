"""What this run of the program knows about its person: country, look, place in the plan. In memory only.

Nothing here is written down, and nothing of it outlives the process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.settings import Settings

if TYPE_CHECKING:
    import datetime as dt

    from desktop_app.core.directory import Directory
    from desktop_app.core.hours import OpenState
    from desktop_app.core.library import Library
    from desktop_app.core.links import Link
    from desktop_app.core.place import Place
    from desktop_app.core.reading import Reading
    from desktop_app.core.service import Contact, Service
    from desktop_app.core.sources import Source
    from desktop_app.core.walk import Walk
    from desktop_app.ui.plans import Plans

PLAN = "young-person"
"""Where "I'm being blackmailed right now" leads; the plan itself finds out who is an adult."""
ADULT_PLAN = "adult"
ADULT_ANSWERS = (("age", "adult"), ("age", "adult-child"))


class Session:
    """One person's visit. `find_place` says where the computer is, for a remembered country or none; `clock` gives the
    moment now (aware, UTC); `settings` are those that were remembered.

    The place and the directory are found when they are first asked for, which is after the first picture of Home.
    """

    def __init__(
        self,
        resources: Path,
        language: str,
        find_place: Callable[[str | None], Place],
        clock: Callable[[], dt.datetime],
        settings: Settings,
    ) -> None:
        self.resources = resources
        self.language = language
        self.clock = clock
        self.settings = settings
        self.remembered = False
        """Whether the settings are kept on this computer."""
        self.remember_problem = ""
        """Why they could not be kept or forgotten: a key of `strings.REMEMBER_PROBLEMS`."""
        self.settings_file: Path | None = None
        """Where the settings are kept, or would be; None where there is no place for them."""
        self.covers = True
        """Whether a page is covered while another program has the keyboard. Never kept."""
        self.said: dict[str, str] = {}
        """From words to say, as they are written, to what the person made of them. Never kept."""
        self.problems: list[ContentProblem] = []
        self._find_place = find_place

    @cached_property
    def place(self) -> Place:
        """Where the person is, as far as is known."""
        return self._find_place(self.settings.country)

    @cached_property
    def directory(self) -> Directory:
        """Who helps there."""
        from desktop_app.core.directory import load_directory

        directory = load_directory(self.resources, self.language, self.place.code)
        for problem in directory.problems:
            self._note(problem)
        return directory

    @cached_property
    def plans(self) -> Plans:
        """The plans to walk through."""
        from desktop_app.ui.plans import Plans

        return Plans(self.resources, self.language, self._note)

    @cached_property
    def library(self) -> Library:
        """The pages to read."""
        from desktop_app.core.library import load_library

        library = load_library(self.resources, self.language)
        for problem in library.problems:
            self._note(problem)
        return library

    @cached_property
    def reading(self) -> Reading:
        """Which of them were read."""
        from desktop_app.core.reading import Reading

        return Reading()

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id; none where their file cannot be read."""
        from desktop_app.core.sources import load_sources

        try:
            return load_sources(self.resources)
        except ContentError as error:
            self._note(error.problem)
            return {}

    def use_country(self, code: str | None) -> None:
        """The person says where they are: other numbers, and other words where the plan has them."""
        from desktop_app.core.directory import countries
        from desktop_app.core.place import Place

        self.place = Place(code, known=code in countries(self.resources), guessed=False)
        self.settings = self.settings._replace(country=code)
        self.__dict__.pop("directory", None)  # it may not have been asked for yet
        if "plans" in self.__dict__:
            self.plans.use_country(self.directory.country)

    def use_cover(self, on: bool) -> None:
        """The person says whether pages are to be covered."""
        self.covers = on

    def open_plan(self, name: str = "") -> Walk | None:
        """The walk through a plan, where it was left; without a name the one for who is blackmailed.

        None when the plan cannot be read; `problems` then says why.
        """
        return self.plans.open(name or PLAN, self.directory.country)

    @property
    def adult(self) -> bool:
        """Whether the one who is blackmailed is 18 or over; not known counts as young."""
        walk = self.plans.walk if "plans" in self.__dict__ else None
        return walk is not None and (
            walk.plan.id == ADULT_PLAN or any(self.plans.answered(*answer) for answer in ADULT_ANSWERS)
        )

    @property
    def reader_is_adult(self) -> bool:
        """Whether the person at the computer is 18 or over, as far as the plan they are in says."""
        walk = self.plans.walk if "plans" in self.__dict__ else None
        return self.adult or (walk is not None and walk.plan.for_adults)

    def numbers_are_old(self) -> bool:
        """Whether the numbers were read so long ago that they may have changed."""
        from desktop_app.core.freshness import freshness

        read_on = self.directory.read_on
        return read_on is not None and freshness(read_on, self.clock()) in ("ageing", "old")

    def best(self) -> tuple[Service, ...]:
        """The two lines to offer now."""
        return self.directory.best(self.clock(), self.reader_is_adult)

    def state(self, service: Service, contact: Contact) -> OpenState:
        """Whether a contact answers now."""
        return self.directory.state(service, contact, self.clock())

    def services(self, link: Link) -> tuple[Service, ...]:
        """The services that a `help:KIND` or `service:ID` link stands for; `help:best` is the two lines to talk to.

        As everywhere beside the plan, only those that are confirmed.
        """
        from desktop_app.core.links import THIS_HOUR

        if link.scheme == "service":
            service = self.directory.get(link.target) or self._service_elsewhere(link.target)
            return (service,) if service is not None and service.confirmed else ()
        if link.target == "best":
            return self.best()
        if link.target == THIS_HOUR:
            return self.directory.listening(self.reader_is_adult, self.clock())
        return self.directory.of_kind(link.target, self.adult, self.clock())

    def _service_elsewhere(self, service_id: str) -> Service | None:
        """A service of another country: its id begins with the country's code."""
        from desktop_app.core.directory import countries, load_directory

        code = service_id.partition("-")[0].upper()
        if code not in countries(self.resources):
            return None
        return load_directory(self.resources, self.language, code).get(service_id)

    def source_names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The names of sources, in order; what cannot be read is left out and noted."""
        return tuple(self.sources[name].name for name in ids if name in self.sources)

    def _note(self, problem: ContentProblem) -> None:
        if problem not in self.problems:
            self.problems.append(problem)
