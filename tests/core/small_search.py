"""A search over few documents, and one over all that is shipped, for Great Britain."""

from __future__ import annotations

from desktop_app.core.directory import load_directory
from desktop_app.core.library import load_library
from desktop_app.core.links import Link
from desktop_app.core.plan import load_plan
from desktop_app.core.plan_words import load_plan_words
from desktop_app.core.resources import find_resources
from desktop_app.core.search import Hit, Search
from desktop_app.core.search_index import Document, page_documents, service_documents, step_documents
from desktop_app.core.search_words import SearchWords, load_search_words


def document(name: str, title: str = "", summary: str = "", headings: str = "", body: str = "") -> Document:
    """A page for young people with these words."""
    return Document(Link("page", name), "young", title, summary, headings, body)


def search(*documents: Document, words: SearchWords | None = None) -> Search:
    """A search over these documents."""
    return Search(documents, words or SearchWords())


def shipped_documents(country: str = "GB") -> tuple[Document, ...]:
    """Everything that somebody in that country can find."""
    resources = find_resources()
    plan = load_plan(resources, "young-person")
    return (
        *page_documents(load_library(resources, "en")),
        *step_documents(plan, load_plan_words(resources, "en", plan), country),
        *service_documents(load_directory(resources, "en", country)),
    )


def shipped_search() -> Search:
    """The search that somebody in Great Britain has."""
    return Search(shipped_documents(), load_search_words(find_resources(), "en"))


def names(hits: tuple[Hit, ...]) -> list[str]:
    """The ids of what was found, in order; "" for the crisis page."""
    return [hit.link.target for hit in hits]


def addresses(hits: tuple[Hit, ...]) -> list[str]:
    """What was found, as links are written in content."""
    return [f"{hit.link.scheme}:{hit.link.target}" for hit in hits]
