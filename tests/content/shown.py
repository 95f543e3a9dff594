"""What stands on a screen of a plan: its links, the services on its cards, and all that can be read there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from desktop_app.core.blocks import Block, inlines, plain_text
from desktop_app.core.directory import Directory, countries, load_directory
from desktop_app.core.entries import Entry, EntryWords, load_entries, load_entry_words
from desktop_app.core.links import CARDS, THIS_HOUR, Link, read_link
from desktop_app.core.plan import Plan
from desktop_app.core.plan_file import load_plan
from desktop_app.core.plan_words import PlanWords, load_plan_words
from desktop_app.core.service import Service
from desktop_app.core.slots import fill_slots
from desktop_app.core.words import Words
from tests.content.sentences import RESOURCES

NOW = dt.datetime(2026, 12, 1, 3, tzinfo=dt.UTC)
"""At night, when most lines are closed."""
NOWHERE = "none"
WITHOUT_FILE = "AR"
"""A country whose services nobody has listed."""
COUNTRIES = (*countries(RESOURCES), WITHOUT_FILE, NOWHERE)
PLANS = tuple(sorted(path.stem for path in (RESOURCES / "plans").glob("*.toml")))
LANGUAGES = tuple(sorted(path.parent.name for path in RESOURCES.glob("*/plans")))


@cache
def plan(name: str) -> Plan:
    """A plan that ships."""
    return load_plan(RESOURCES, name)


@cache
def plan_words(name: str) -> PlanWords:
    """Its English words."""
    return load_plan_words(RESOURCES, "en", plan(name))


@cache
def directory(country: str) -> Directory:
    """The services for somebody in a country, or nowhere in particular."""
    return load_directory(RESOURCES, "en", None if country == NOWHERE else country)


@cache
def entries(listed: str) -> tuple[Entry, ...]:
    """The apps, or the ways to pay, in the order to offer them."""
    found, problems = load_entries(RESOURCES, listed)
    assert problems == ()
    return found


@cache
def entry_words(listed: str, name: str) -> EntryWords:
    """What is known about one of them."""
    return load_entry_words(RESOURCES, "en", listed, name)


def unfilled(name: str, words: Sequence[str]) -> Words:
    """A page of a plan as its files give it, with its slots."""
    return plan_words(name).page(words)


def page(name: str, words: Sequence[str], picked: Iterable[str] = ()) -> Words:
    """A page of a plan as it is drawn when these apps and ways to pay are picked."""
    chosen = frozenset(picked)
    return fill_slots(
        unfilled(name, words),
        lambda listed: [entry_words(listed, each.id) for each in entries(listed) if each.id in chosen],
    )


def links(blocks: Iterable[Block]) -> Iterator[Link]:
    """Every link in these blocks."""
    for inline in inlines(tuple(blocks)):
        for span in inline:
            link = read_link(span.link or "")
            if link is not None:
                yield link


def services(name: str, link: Link, country: str, adult: bool) -> tuple[Service, ...]:
    """The services on a card of a plan, as the program shows it: also one of another country, when its words name it.

    `adult`: whether the one who is blackmailed is 18 or over. Lines to talk to are for the person who reads.
    """
    here, reader_is_adult = directory(country), adult or plan(name).for_adults
    if link.scheme == "service":
        owner = link.target.partition("-")[0].upper()
        service = here.get(link.target) or directory(owner).get(link.target)
        return (service,) if service is not None and service.confirmed else ()
    if link.target == "best":
        return here.best(NOW, reader_is_adult)
    if link.target == THIS_HOUR:
        return here.listening(reader_is_adult, NOW)
    if link.target == THIS_HOUR:
        return here.listening(reader_is_adult, NOW)
    return here.of_kind(link.target, adult, NOW)


def cards(name: str, words: Words, country: str, adult: bool) -> dict[Link, tuple[Service, ...]]:
    """The cards of a page, and who stands on each."""
    found = dict.fromkeys(link for link in links((*words.body, *words.why)) if link.scheme in CARDS)
    return {link: services(name, link, country, adult) for link in found}


def read_aloud(words: Words, on_cards: Iterable[Service] = ()) -> str:
    """All that a page says, a line for each title, paragraph and item, and then for each card."""
    lines = [words.title, plain_text(words.body), plain_text(words.why)]
    for service in on_cards:
        ways = " ".join(contact.to for contact in service.contacts)
        lines.append(f"{service.name}. {service.line}. {service.about} {service.crisis} {ways}")
    return "\n".join(lines)
