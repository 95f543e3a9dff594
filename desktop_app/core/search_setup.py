"""Makes the search over all that somebody in a country can find. Takes hundredths of a second: not for the window.

What is broken is left out; `handrail check` names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.directory import Directory
from desktop_app.core.entries import LISTS, load_entries
from desktop_app.core.errors import ContentError
from desktop_app.core.library import Library
from desktop_app.core.plan_file import load_plan, plan_names
from desktop_app.core.plan_words import load_plan_words
from desktop_app.core.search import Search
from desktop_app.core.search_index import (
    Document,
    entry_documents,
    page_documents,
    plan_documents,
    service_documents,
    step_documents,
)
from desktop_app.core.search_words import SearchWords, load_search_words


def load_search(resources: Path, language: str, plan: str, library: Library, directory: Directory) -> Search:
    """The search over all pages, the steps of a plan, the other plans, apps, ways to pay, and a directory's services.

    May run on another thread than the one that shows the pages and services: it changes none. Raises
    SearchMissingError.
    """
    documents = (
        *page_documents(library),
        *_steps(resources, language, plan, directory.country),
        *_other_plans(resources, language, plan),
        *_entries(resources, language, directory.country),
        *service_documents(directory),
    )
    return Search(documents, _words(resources, language))


def _steps(resources: Path, language: str, name: str, country: str | None) -> Iterator[Document]:
    try:
        plan = load_plan(resources, name)
        words = load_plan_words(resources, language, plan)
    except ContentError:
        return
    yield from step_documents(plan, words, country)


def _other_plans(resources: Path, language: str, name: str) -> Iterator[Document]:
    for other in plan_names(resources):
        try:
            plan = load_plan(resources, other)
            # One that is like this one is where this one hands over to.
            if name not in (plan.id, plan.like):
                yield from plan_documents(plan, load_plan_words(resources, language, plan))
        except ContentError:
            continue


def _entries(resources: Path, language: str, country: str | None) -> Iterator[Document]:
    for listed in LISTS:
        entries, _ = load_entries(resources, listed)
        offered = (entry for entry in entries if entry.is_in(country))
        yield from entry_documents(offered, listed, resources, language)


def _words(resources: Path, language: str) -> SearchWords:
    try:
        return load_search_words(resources, language)
    except ContentError:
        return SearchWords()
