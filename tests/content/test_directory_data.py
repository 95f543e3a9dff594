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

from desktop_app.core.directory import countries, load_directory
from desktop_app.core.directory_file import CountryWords, read_country, read_words
from desktop_app.core.place import WORLDWIDE
from desktop_app.core.resources import find_resources
from desktop_app.core.service import Contact, Service
from tests.content.reading_grade import measure

RESOURCES = find_resources()
FILES = (*countries(RESOURCES), WORLDWIDE)
LANGUAGES = sorted(path.parent.parent.name for path in RESOURCES.glob(f"*/directory/{WORLDWIDE}.toml"))
NUMBERS = ("phone", "sms", "textphone")
EMERGENCY = {"AU": ("000",), "CA": ("911",), "GB": ("999", "101"), "HK": ("999",), "NZ": ("111",)}
RELAY = "18001 "
READ_ON = dt.date(2026, 11, 24)
HIGHEST_GRADE = 5

SHORT = {
    "BR": ("188",),
    "IN": ("1930", "14416"),
    "JP": ("#8103", "#8891"),
    "KR": ("109",),
    "NG": ("112",),
    "NZ": ("105",),
    "PH": ("1383", "163", "1343", "1553"),
    "ZA": ("116",),
}
"""Short codes that the library of numbers does not know, each copied from the list of facts."""

LEFT_OUT = tomllib.loads((Path(__file__).parents[2] / "build_scripts" / "directory_review.toml").read_text("utf-8"))[
    "left_out"
]
"""Doubtful, or with a number that sources disagree about."""

SINGLE = {
    "BE": "awel",
    "BR": "cvv",
    "DE": "juuuport telefonseelsorge",
    "ES": "anar",
    "FI": "mll",
    "FR": "116006 3114",
    "GB": "barnardos-guardians iwf mermaids",
    "HK": "999 police",
    "IE": "ispcc-support",
    "IN": "1098 112 telemanas",
    "IT": "115 118 azzurro",
    "JP": "8103 8891 childline curetime kodomo110 tell yorisoi",
    "KE": "116 999",
    "KR": "109 112 119 1366",
    "MX": "088 911 saptel",
    "NG": "112 ceceyara hdi",
    "NL": "kindertelefoon",
    "NO": "110 112 113 116111",
    "PH": "acg iacat makabata ncmh",
    "PL": "116111 997 998 999",
    "PT": "soscrianca",
    "SE": "bris",
    "SG": "995 999 mindline police scamshield",
    "US": "trevor",
    "ZA": "10111 10177 fpb",
    "ZZ": "inhope",
}
"""What only one page says. That 112 answers in every country of the European Union, two pages say."""


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


def test_every_file_is_whole() -> None:
    assert len(FILES) == 45
    assert [load_directory(RESOURCES, "en", code).problems for code in FILES] == [()] * len(FILES)


def test_every_way_in_is_the_one_that_was_read() -> None:
    path = Path(__file__).parents[1] / "data" / "contacts.toml"
    expected = tomllib.loads(path.read_text(encoding="utf-8"))
    assert {service.id: [written(contact) for contact in service.contacts] for service in everything()} == expected


def test_every_number_is_made_of_what_can_be_dialled() -> None:
    for service_id, contact in every_contact():
        if contact.way in NUMBERS:
            assert re.fullmatch(r"[+#]?[0-9][0-9 #-]*", contact.to), service_id
            assert contact.to == contact.to.strip()
        else:
            assert not re.search(r"\s", contact.to)


def may_be_dialled(to: str, country: str) -> bool:
    if to in SHORT.get(country, ()):
        return True
    number = phonenumbers.parse(to.removeprefix(RELAY), country)
    return phonenumbers.is_valid_number(number) or shortnumberinfo.is_valid_short_number_for_region(number, country)


@pytest.mark.parametrize("code", FILES)
def test_every_number_is_one_that_exists_in_its_country(code: str) -> None:
    dialled = {contact.to for service in services(code) for contact in service.contacts if contact.way in NUMBERS}
    assert {to for to in dialled if not may_be_dialled(to, code)} == set()
    assert set(SHORT.get(code, ())) <= dialled


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
    assert {service.id for service in everything()}.isdisjoint(entry["id"] for entry in LEFT_OUT)


def test_what_only_one_page_says_is_marked() -> None:
    singles = {
        code: " ".join(
            sorted(service.id.removeprefix(f"{code.lower()}-") for service in found if not service.confirmed)
        )
        for code, found in ((code, services(code)) for code in FILES)
    }
    assert {code: names for code, names in singles.items() if names} == SINGLE


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
    directory = load_directory(RESOURCES, "en", code)
    entries = {**words(code).services, **words(WORLDWIDE).services}
    assert directory.crisis()
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
                known = number in own or number in EMERGENCY.get(code, ()) or re.fullmatch(r"20\d\d", number)
                assert known, (service.id, number)


def test_hours_stand_only_where_a_page_gives_them_and_nothing_speaks_against_it() -> None:
    weekdays, weekend, saturday = (0, 1, 2, 3, 4), (5, 6), (0, 1, 2, 3, 4, 5)
    every_day = (*weekdays, *weekend)
    limited = {
        (service.id, contact.to): [(o.days, o.start // 60, o.end // 60) for o in contact.hours.openings]
        for service in everything()
        for contact in service.contacts
        if contact.hours is not None and not contact.hours.always
    }
    assert limited == {
        ("gb-rph", "0345 6000 459"): [(weekdays, 10, 16)],
        ("gb-posh", "0344 381 4772"): [(weekdays, 10, 16)],
        ("gb-report-fraud", "0300 123 2040"): [(weekdays, 8, 20)],
        ("gb-nir-gateway-out", "028 9504 9999"): [(weekdays, 0, 9), (weekdays, 17, 24), (weekend, 0, 24)],
        ("gb-mermaids", "0808 801 0400"): [(weekdays, 13, 20)],
        ("de-nw-lka", "0800 0431 431"): [(weekdays, 8, 16)],
        ("es-017", "017"): [(every_day, 8, 23)],
        ("fr-3018", "3018"): [(every_day, 9, 23)],
        ("fr-116006", "116 006"): [(every_day, 9, 19)],
        ("jp-childline", "0120-99-7777"): [(every_day, 16, 21)],
        ("nl-helpwanted", "https://hulplijn.offlimits.nl"): [(saturday, 7, 23), ((6,), 11, 19)],
        ("nz-whatsup", "0800 942 8787"): [(every_day, 11, 23)],
        ("ph-bantaybata", "163"): [(every_day, 7, 19)],
        ("pt-soscrianca", "116 111"): [(weekdays, 9, 21)],
    }


def test_day_and_night_stands_only_beside_what_somebody_answers() -> None:
    webs = {s.id for s in everything() for c in s.contacts if c.way in ("web", "email") and c.hours is not None}
    assert webs == {"gb-report-fraud", "gb-crimestoppers", "gb-999-bsl"}  # forms, by their own words; video
