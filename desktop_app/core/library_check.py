"""What is wrong with the pages of "Read and learn": files that are gone, sources, and links that lead nowhere.

`resources/pages.toml` names every page, so that one that is gone is missed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path

from desktop_app.core.blocks import inlines
from desktop_app.core.directory_file import read_country
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.library import AUDIENCES, Library, Page, load_library, page_files
from desktop_app.core.links import THIS_HOUR, Link, read_link
from desktop_app.core.plan import RESERVED, Plan
from desktop_app.core.plan_file import load_plan
from desktop_app.core.resources import is_there, name_of, parse_toml, read_text
from desktop_app.core.service import KINDS
from desktop_app.core.sources import load_sources
from desktop_app.core.toml_table import Table
from desktop_app.core.words import FALLBACK, split_front_matter

CONTENTS = "pages.toml"
BEST = "best"
"""`help:best` stands for the two lines to talk to now."""


def library_problems(resources: Path, languages: Collection[str], plan: str) -> Iterator[ContentProblem]:
    """Everything that is wrong with the pages. `plan`: the id of the plan that the links `step:` and `answer:` mean."""
    yield from _contents_problems(resources)
    targets = _Targets(resources, plan)
    for language in languages:
        library = load_library(resources, language)
        yield from library.problems
        for page in library:
            try:
                yield from _page_problems(page, library, targets)
            except ContentError as error:
                yield error.problem


class _Targets:
    """What pages can name. What cannot be read is named by its own check; here nothing in it is called unknown."""

    def __init__(self, resources: Path, plan: str) -> None:
        self.resources = resources
        self._plan_id = plan
        self._services: dict[str, Collection[str] | None] = {}

    @cached_property
    def sources(self) -> Collection[str] | None:
        """The ids of all sources; None when they cannot be read."""
        try:
            return load_sources(self.resources).keys()
        except ContentError:
            return None

    def has(self, link: Link, library: Library) -> bool:
        """Whether a link of a page names something that is there."""
        match link.scheme:
            case "page":
                return library.get(link.target) is not None
            case "service":
                services = self._services_of(link.target.partition("-")[0].upper())
                return services is None or link.target in services
            case "help":
                return link.target in (*KINDS, BEST, THIS_HOUR)
            case "plan":
                return not link.target or is_there(self.resources / "plans" / f"{link.target}.toml")
        plan = self._plan
        if plan is None or link.scheme not in ("step", "answer"):
            return True
        if link.scheme == "step":
            return plan.step(link.target) is not None
        question = plan.question(link.target)
        return question is not None and link.answer in (*question.answers, *RESERVED)

    @cached_property
    def _plan(self) -> Plan | None:
        try:
            return load_plan(self.resources, self._plan_id)
        except ContentError:
            return None

    def _services_of(self, country: str) -> Collection[str] | None:
        """The services of a country, whose code their names begin with; None when its file cannot be read."""
        if country not in self._services:
            path = self.resources / "directory" / f"{country}.toml"
            try:
                found = read_country(path, self.resources).services
                self._services[country] = {service.id for service in found}
            except ContentError:
                self._services[country] = None if is_there(path) else ()
        return self._services[country]


def _page_problems(page: Page, library: Library, targets: _Targets) -> Iterator[ContentProblem]:
    """What is wrong with one page. Raises ContentError when its text cannot be read at all."""
    spans = [span for inline in inlines(page.body) for span in inline]
    marks = {span.source for span in spans}
    for source in page.sources:
        if targets.sources is not None and source not in targets.sources:
            yield _in_front_matter("source-unknown", page, source, targets.resources)
        elif source not in marks:
            yield _in_front_matter("source-unmarked", page, source, targets.resources)
    for address in dict.fromkeys(span.link for span in spans if span.link):
        link = read_link(address)
        if link is not None and not targets.has(link, library):
            lines = enumerate(page.markdown.split("\n"), page.first_line)
            line = next((number for number, text in lines if f"({address})" in text), 0)
            yield ContentProblem("link-lost", page.file, line, address)


def _in_front_matter(code: str, page: Page, about: str, resources: Path) -> ContentProblem:
    """The problem, at the line of the page's sources: where a key stood is not kept with a page."""
    front, _, _ = split_front_matter(read_text(resources / page.file, resources), page.file)
    return front.fault(code, about, "sources").problem


def _contents_problems(resources: Path) -> Iterator[ContentProblem]:
    """Pages that are named and not there, and the other way round."""
    path = resources / CONTENTS
    try:
        text = read_text(path, resources)
        contents = Table(parse_toml(text, CONTENTS), CONTENTS, text.split("\n"))
        contents.only(AUDIENCES)
        named = {audience: contents.texts(audience) for audience in AUDIENCES}
    except ContentError as error:
        yield error.problem
        return
    for audience, ids in named.items():
        found = {path.stem for path in page_files(resources, FALLBACK, audience)}
        for name in ids:
            if name not in found:
                file = name_of(resources / FALLBACK / "pages" / audience / f"{name}.md", resources)
                yield ContentProblem("file-missing", file, 0, name)
        for name in sorted(found.difference(ids)):
            yield ContentProblem("page-unlisted", CONTENTS, contents.line(audience), name)
