"""The pages of "Read and learn": `resources/<language>/pages/<audience>/<id>.md`.

Their front matter is read when the library is opened, their text when somebody opens the page. A page that is broken is
left out and named; the others stay.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from desktop_app.core.blocks import Block, parse_blocks
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.resources import name_of, read_text
from desktop_app.core.toml_table import is_id
from desktop_app.core.words import FALLBACK, split_front_matter

AUDIENCES = ("young", "parents", "school", "forms")
"""Who pages are for, in the order of the contents; `forms` are rehearsals of forms, for everybody."""


@dataclass(frozen=True)
class Page:
    """One page, its text not yet read."""

    id: str
    audience: str
    title: str
    summary: str
    """One line: what the page answers."""
    order: int
    """Its place in the list of its audience; small comes first."""
    sources: tuple[str, ...]
    """Ids of `resources/sources.toml`; the first one is number 1 in the text."""
    checked: dt.date
    file: str
    """Relative to `resources/`, with forward slashes."""
    markdown: str
    """What stands after the front matter."""
    first_line: int
    """The line of `file` where `markdown` begins."""

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The text, read when it is first asked for. Raises ContentError."""
        blocks = parse_blocks(self.markdown, self.file, self.first_line, self.sources)
        if not blocks:
            raise ContentError.at("words-empty", self.file, 0, self.id)
        return blocks


class Library:
    """All pages that can be shown, and what is wrong with the others."""

    def __init__(self, pages: Mapping[str, Page], problems: tuple[ContentProblem, ...]) -> None:
        self.problems = problems
        self._pages = pages

    def __iter__(self) -> Iterator[Page]:
        return (page for audience in AUDIENCES for page in self.pages(audience))

    def pages(self, audience: str) -> tuple[Page, ...]:
        """The pages for one of `AUDIENCES`, in their order."""
        pages = (page for page in self._pages.values() if page.audience == audience)
        return tuple(sorted(pages, key=lambda page: (page.order, page.id)))

    def get(self, page_id: str) -> Page | None:
        """The page with an id; None when there is none that can be shown."""
        return self._pages.get(page_id)


def load_library(resources: Path, language: str) -> Library:
    """The library in a language; a page that it does not have is the English one. Raises nothing."""
    pages: dict[str, Page] = {}
    problems = []
    for audience in AUDIENCES:
        for path in page_files(resources, language, audience):
            file = name_of(path, resources)
            try:
                page = _read(path, resources, audience)
            except ContentError as error:
                problems.append(error.problem)
                continue
            if page.id in pages:
                problems.append(ContentProblem("page-twice", file, 0, page.id))
            else:
                pages[page.id] = page
    return Library(pages, tuple(problems))


def page_files(resources: Path, language: str, audience: str) -> tuple[Path, ...]:
    """The files with the pages for an audience, by name: this language's, else the fallback's."""
    found: dict[str, Path] = {}
    for code in (FALLBACK, language):
        try:
            found |= {path.name: path for path in (resources / code / "pages" / audience).iterdir()}
        except OSError:
            continue  # a language without pages; without any at all, the check misses each one by name
    return tuple(path for name, path in sorted(found.items()) if path.suffix == ".md")


def _read(path: Path, resources: Path, audience: str) -> Page:
    file = name_of(path, resources)
    if not is_id(path.stem):
        raise ContentError.at("id-shape", file, 0, path.stem)
    front, markdown, first_line = split_front_matter(read_text(path, resources), file)
    front.only(("title", "summary", "order", "sources", "checked"))
    return Page(
        id=path.stem,
        audience=audience,
        title=front.text("title"),
        summary=front.text("summary"),
        order=front.number("order"),
        sources=front.texts("sources"),
        checked=front.date("checked"),
        file=file,
        markdown=markdown,
        first_line=first_line,
    )
