"""Makes the search over all that somebody in a country can find. Takes hundredths of a second: not for the window.

What is broken is left out; `handrail check` names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.directory import Directory
from desktop_app.core.errors import ContentError
from desktop_app.core.library import Library
from desktop_app.core.plan import load_plan
from desktop_app.core.plan_words import load_plan_words
from desktop_app.core.search import Search
from desktop_app.core.search_index import Document, page_documents, service_documents, step_documents
from desktop_app.core.search_words import SearchWords, load_search_words


def load_search(resources: Path, language: str, plan: str, library: Library, directory: Directory) -> Search:
    """The search over all pages, the steps of a plan, and the services of a directory.

    May run on another thread than the one that shows the pages and services: it changes none. Raises
    SearchMissingError.
    """
    documents = (
        *page_documents(library),
        *_steps(resources, language, plan, directory.country),
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


def _words(resources: Path, language: str) -> SearchWords:
    try:
        return load_search_words(resources, language)
    except ContentError:
        return SearchWords()
