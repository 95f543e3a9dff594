"""Everything that can be found, as plain words: pages, steps of the plan, and the services of a country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.directory import Directory
from desktop_app.core.entries import Entry, entry_path
from desktop_app.core.errors import ContentError
from desktop_app.core.library import Library
from desktop_app.core.links import Link
from desktop_app.core.plan import COUNTRY, Condition, Plan
from desktop_app.core.plan_words import PlanWords
from desktop_app.core.resources import name_of, read_text
from desktop_app.core.search_text import headings_and_body
from desktop_app.core.words import split_front_matter

STEP = "step"
SERVICE = "service"


class Document(NamedTuple):
    """One thing that can be found. `group`: one of `library.AUDIENCES`, `STEP` or `SERVICE`."""

    link: Link
    group: str
    title: str
    summary: str
    headings: str
    body: str


def page_documents(library: Library) -> Iterator[Document]:
    """Every page that can be shown."""
    for page in library:
        yield Document(
            Link("page", page.id), page.audience, page.title, page.summary, *headings_and_body(page.markdown)
        )


def step_documents(plan: Plan, words: PlanWords, country: str | None) -> Iterator[Document]:
    """Every step of a plan as somebody in that country meets it first, and all that an answer puts on its page.

    What cannot be read is left out.
    """
    known = {COUNTRY: frozenset({country or "none"})}
    for step in plan.steps:
        if not step.composed:
            yield from _words_document(Link("step", step.id), step.page(known)[0], step.when, words)
        # Where the step itself hangs on an answer, that of a piece alone would not lead there.
        for piece in step.pieces if step.when is None else ():
            needs = piece.when.needs if piece.when is not None else ()
            asked = [(question, answers) for question, answers in needs if question != COUNTRY]
            if asked and piece.applies({**dict(asked), **known}):
                question, answers = asked[0]
                yield from _words_document(Link("answer", question, min(answers)), piece.words, piece.when, words)


def plan_documents(plan: Plan, words: PlanWords) -> Iterator[Document]:
    """A whole plan as one thing to find: for the plans of those who help."""
    names = []
    for step in plan.steps:
        with suppress(ContentError):  # `handrail check` names it
            names += [words.short_name(name) for name in step.all_words()]
    yield Document(Link("plan", plan.id), STEP, words.title, "", " · ".join(dict.fromkeys(names)), "")


def entry_documents(entries: Iterable[Entry], listed: str, resources: Path, language: str) -> Iterator[Document]:
    """What the plan says about each app or way to pay: who finds one is led to where the plan asks for it."""
    for entry in entries:
        try:
            _, markdown, _ = split_front_matter(
                read_text(entry_path(resources, language, listed, entry.id), resources), entry.id
            )
            _, body = headings_and_body(markdown)
            yield Document(Link("answer", listed, entry.id), STEP, entry.name, "", " · ".join(entry.aka), body)
        except ContentError:
            continue  # `handrail check` names it


def _words_document(link: Link, name: str, when: Condition | None, words: PlanWords) -> Iterator[Document]:
    path = words.path(name)
    try:
        front, markdown, _ = split_front_matter(read_text(path, words.resources), name_of(path, words.resources))
        headings, body = headings_and_body(markdown)
        # An answer that leads to a step is what people say who need it: "I already paid".
        said = " · ".join((headings, *_answers(when, words)))
        yield Document(link, STEP, front.text("title"), "", said, body)
    except ContentError:
        return  # `handrail check` names it


def service_documents(directory: Directory) -> Iterator[Document]:
    """Every service of the country and of any country that is sure."""
    for service in directory.ordered(service for service in directory.services if service.confirmed):
        ways = " · ".join(f"{contact.to} {contact.keyword}".strip() for contact in service.contacts)
        said = " ".join((service.about, service.speak))
        yield Document(Link("service", service.id), SERVICE, service.name, service.line, ways, said)


def _answers(condition: Condition | None, words: PlanWords) -> Iterator[str]:
    for question, answers in condition.needs if condition is not None else ():
        if question != COUNTRY:
            yield from (words.question(question).answers.get(answer, "") for answer in sorted(answers))
