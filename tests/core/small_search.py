"""A search over few documents, and one over all that is shipped, for Great Britain."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.directory import load_directory
from desktop_app.core.library import load_library
from desktop_app.core.links import Link
from desktop_app.core.resources import find_resources
from desktop_app.core.search import Hit, Search
from desktop_app.core.search_index import Document
from desktop_app.core.search_setup import load_search
from desktop_app.core.search_words import SearchWords


def document(name: str, title: str = "", summary: str = "", headings: str = "", body: str = "") -> Document:
    """A page for young people with these words."""
    return Document(Link("page", name), "young", title, summary, headings, body)


def search(*documents: Document, words: SearchWords | None = None) -> Search:
    """A search over these documents."""
    return Search(documents, words or SearchWords())


def shipped_search(country: str | None = "GB", resources: Path | None = None) -> Search:
    """The search that somebody in that country has."""
    root = resources or find_resources()
    return load_search(root, "en", "young-person", load_library(root, "en"), load_directory(root, "en", country))


def names(hits: tuple[Hit, ...]) -> list[str]:
    """The ids of what was found, in order; "" for the crisis page."""
    return [hit.link.target for hit in hits]


def addresses(hits: tuple[Hit, ...]) -> list[str]:
    """What was found, as links are written in content."""
    return [f"{hit.link.scheme}:{hit.link.target}" for hit in hits]
