"""The shipped directory: every number is the one that was read, every entry has words, nothing weak is in it."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from phonenumbers import shortnumberinfo

from desktop_app.core.directory import Directory, countries, load_directory
from desktop_app.core.directory_file import CountryWords, read_country, read_words
from desktop_app.core.freshness import freshness
from desktop_app.core.place import WORLDWIDE
from desktop_app.core.resources import find_resources
from desktop_app.core.service import Contact, Service
from tests.content.reading_grade import measure

RESOURCES = find_resources()
FILES = (*countries(RESOURCES), WORLDWIDE)
LANGUAGES = sorted(path.parent.parent.name for path in RESOURCES.glob(f"*/directory/{WORLDWIDE}.toml"))
NUMBERS = ("phone", "sms", "textphone")
RELAY = "18001 "
READ_ON = dt.date(2026, 11, 24)
HIGHEST_GRADE = 5

NEVER_SHIPPED = ("gb-papyrus", "gb-youngminds-parents", "gb-nir-parentline", "zz-befrienders")
"""Doubtful, or with a number that sources disagree about."""


def services(code: str) -> tuple[Service, ...]:
    return read_country(RESOURCES / "directory" / f"{code}.toml", RESOURCES).services


def words(code: str, language: str = "en") -> CountryWords:
    return read_words(RESOURCES / language / "directory" / f"{code}.toml", RESOURCES)


def everything() -> list[Service]:
    return [service for code in FILES for service in services(code)]


def every_contact() -> list[tuple[str, Contact]]:
    return [(service.id, contact) for service in everything() for contact in service.contacts]


def written(contact: Contact) -> str:
    return ":".join(filter(None, (contact.way, contact.to, contact.keyword)))


def text_of(service: Service) -> str:
    return " ".join((service.line, service.about, service.crisis, service.speak))


@pytest.fixture
def britain() -> Directory:
    return load_directory(RESOURCES, "en", "GB")


def test_both_files_are_there_and_whole() -> None:
    assert {"GB", WORLDWIDE} <= set(FILES)
    assert [load_directory(RESOURCES, "en", code).problems for code in FILES] == [()] * len(FILES)


def test_every_way_in_is_the_one_that_was_read() -> None:
    path = Path(__file__).parents[1] / "data" / "contacts.toml"
    expected = tomllib.loads(path.read_text(encoding="utf-8"))
    assert {service.id: [written(contact) for contact in service.contacts] for service in everything()} == expected


@pytest.mark.parametrize(("service_id", "contact"), every_contact(), ids=str)
def test_every_number_is_made_of_what_can_be_dialled(service_id: str, contact: Contact) -> None:
    if contact.way in NUMBERS:
        assert re.fullmatch(r"\+?[0-9][0-9 #-]*", contact.to), service_id
        assert contact.to == contact.to.strip()
    else:
        assert not re.search(r"\s", contact.to)


@pytest.mark.parametrize(
    "contact", [contact for service_id, contact in every_contact() if service_id[:3] == "gb-"], ids=str
)
def test_every_british_number_is_one_that_exists(contact: Contact) -> None:
    if contact.way in NUMBERS:
        number = phonenumbers.parse(contact.to.removeprefix(RELAY), "GB")
        assert phonenumbers.is_valid_number(number) or shortnumberinfo.is_valid_short_number_for_region(number, "GB")


@pytest.mark.parametrize("service", everything(), ids=lambda service: service.id)
def test_an_entry_has_its_place_its_sources_and_its_dates(service: Service) -> None:
    assert service.id.startswith(service.country.lower() + "-")
    assert service.sources
    assert all(re.fullmatch(r"https?://\S+", source) for source in service.sources)
    assert service.read_on >= READ_ON
    assert service.subdivision is None or service.subdivision.startswith(service.country + "-")
    if any(contact.hours is not None and not contact.hours.always for contact in service.contacts):
        ZoneInfo(service.timezone)  # raises when there is none
    assert service.age_min is None or service.age_max is None or service.age_min <= service.age_max
    assert {contact.cost for contact in service.contacts} <= {"", "free"}


def test_nothing_doubtful_is_shipped() -> None:
    assert {service.id for service in everything()}.isdisjoint(NEVER_SHIPPED)


def test_what_only_one_page_says_is_marked() -> None:
    singles = {service.id for service in everything() if not service.confirmed}
    assert singles == {"gb-iwf", "gb-mermaids", "gb-barnardos-guardians", "zz-inhope"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", FILES)
def test_every_words_entry_has_its_service_and_the_other_way_round(code: str, language: str) -> None:
    found = words(code, language)
    assert set(found.services) == {service.id for service in services(code)}
    assert all({"line", "about"} <= set(entry) for entry in found.services.values())
    assert found.name
    assert found.in_sentence


@pytest.mark.parametrize("code", FILES)
def test_every_crisis_row_says_what_it_is_for(code: str) -> None:
    directory, entries = load_directory(RESOURCES, "en", code), words(code).services
    assert all("crisis" in entries[service.id] for service in (*directory.crisis(), *directory.crisis_access()))


@pytest.mark.parametrize(
    "service", [s for code in FILES for s in load_directory(RESOURCES, "en", code).services], ids=str
)
def test_words_are_short_and_plain(service: Service) -> None:
    for text in filter(None, (service.about, service.speak)):
        reading = measure(re.sub(r"\d[\d ]*", "", text))  # a number is dialled, not read
        assert reading.grade <= HIGHEST_GRADE + 0.5, text
        assert reading.longest <= 20, text
    assert len(service.line) <= 45
    assert len(service.crisis) <= 50
    assert not re.search(r"[!\"']", text_of(service))


def test_a_number_in_the_words_is_one_of_the_service_or_an_emergency_number() -> None:
    for code in FILES:
        for service in load_directory(RESOURCES, "en", code).services:
            own = " ".join(contact.to for contact in service.contacts)
            for number in re.findall(r"\d{3}[\d ]*\d|\d{3,}", text_of(service)):
                assert number in (own, "999", "101") or number in own or re.fullmatch(r"20\d\d|170", number), service.id


def test_the_crisis_page_of_britain(britain: Directory) -> None:
    rows = [(row.contacts[0].to, row.contacts[0].keyword, row.crisis, row.line) for row in britain.crisis()]
    assert rows == [
        ("999", "", "In danger or hurt", "Police and ambulance"),
        ("0800 1111", "", "Need to talk", "Childline, under 19"),
        ("85258", "SHOUT", "Can’t talk out loud", "Shout: text SHOUT"),
        ("116 123", "", "Any age, any time", "Samaritans"),
    ]


def test_every_crisis_row_of_britain_answers_at_any_hour(britain: Directory) -> None:
    for row in (*britain.crisis(), *britain.crisis_access()):
        assert row.contacts[0].hours is not None
        assert row.contacts[0].hours.always


def test_who_cant_speak_or_hear_reaches_the_emergency_services(britain: Directory) -> None:
    assert [row.id for row in britain.crisis_access()] == ["gb-999-sms", "gb-999-bsl", "gb-999-relay"]
    by_text = britain.crisis_access()[0]
    assert "signed up" in by_text.line
    assert "register" in by_text.about
    assert "press 55" in britain.crisis()[0].speak


def test_no_badge_is_right_for_a_year_only(britain: Directory) -> None:
    assert britain.read_on is not None
    assert freshness(britain.read_on, dt.datetime(2027, 11, 25, tzinfo=dt.UTC)) == "ageing"


def test_hours_stand_only_where_a_page_gives_them_and_nothing_speaks_against_it() -> None:
    limited = {
        (service.id, contact.to): [(o.days, o.start // 60, o.end // 60) for o in contact.hours.openings]
        for service in everything()
        for contact in service.contacts
        if contact.hours is not None and not contact.hours.always
    }
    weekdays, weekend = (0, 1, 2, 3, 4), (5, 6)
    assert limited == {
        ("gb-rph", "0345 6000 459"): [(weekdays, 10, 16)],
        ("gb-posh", "0344 381 4772"): [(weekdays, 10, 16)],
        ("gb-report-fraud", "0300 123 2040"): [(weekdays, 8, 20)],
        ("gb-nir-gateway-out", "028 9504 9999"): [(weekdays, 0, 9), (weekdays, 17, 24), (weekend, 0, 24)],
        ("gb-mermaids", "0808 801 0400"): [(weekdays, 13, 20)],
    }
