"""Who is shown first, and for which country."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.directory import Directory, countries, country_name, load_directory
from desktop_app.core.resources import find_resources
from tests.core.generated_plans import modest
from tests.core.small_directory import (
    ALL,
    DAY,
    EMERGENCY,
    HEADER,
    NIGHT,
    NIGHT_TIME,
    NOON,
    WORLD,
    WRONG_CLOCKS,
    folder,
    ids,
)

RESOURCES = find_resources()
MOMENTS = st.integers(0, 2 * 366 * 24).map(
    lambda hours: dt.datetime(2026, 11, 24, tzinfo=dt.UTC) + dt.timedelta(hours=hours)
)


@pytest.fixture(scope="module")
def britain() -> Directory:
    return load_directory(RESOURCES, "en", "GB")


@pytest.mark.parametrize("now", [NOON, NIGHT_TIME, *WRONG_CLOCKS])
def test_a_young_person_in_britain_gets_childline_and_a_line_by_text(britain: Directory, now: dt.datetime) -> None:
    assert ids(britain.best(now, adult=False)) == ["gb-childline", "gb-shout"]


def test_an_adult_gets_the_helpline_for_adults_only_while_it_is_open(britain: Directory) -> None:
    assert ids(britain.best(NOON, adult=True)) == ["gb-rph", "gb-shout"]
    for now in (NIGHT_TIME, *WRONG_CLOCKS):
        assert ids(britain.best(now, adult=True)) == ["gb-shout", "gb-samaritans"]


@modest
@given(MOMENTS, st.booleans())
def test_there_are_always_two_lines_for_britain_and_both_can_be_reached(now: dt.datetime, adult: bool) -> None:
    directory = load_directory(RESOURCES, "en", "GB")
    best = directory.best(now, adult)
    assert len(best) == 2
    for service in best:
        assert service.confirmed
        assert service.subdivision is None
        assert service.serves(adult)
        assert service.contacts[0].way in ("phone", "sms")
        assert directory.state(service, service.contacts[0], now).kind != "closed"


@modest
@given(
    MOMENTS | st.sampled_from(WRONG_CLOCKS),
    st.permutations(["gb-childline", "gb-rph", "gb-shout", "gb-samaritans", "gb-posh"]),
)
def test_no_closed_line_is_shown_while_an_open_one_is_left_out(now: dt.datetime, order: list[str]) -> None:
    directory = load_directory(RESOURCES, "en", "GB")
    shuffled = dataclasses.replace(directory, best_ids=tuple(order))
    for adult in (False, True):
        shown = shuffled.best(now, adult)
        left_out = shuffled.best(now, adult, count=9)[2:]
        closed = [s for s in shown if directory.state(s, s.contacts[0], now).kind == "closed"]
        reachable = [s for s in left_out if directory.state(s, s.contacts[0], now).kind in ("open", "always")]
        assert not (closed and reachable)


def test_the_order_of_the_file_decides_between_lines_that_are_open(tmp_path: Path) -> None:
    directory = load_directory(folder(tmp_path), "en", "GB")
    assert ids(directory.best(NOON, adult=False)) == ["gb-day", "gb-night"]
    assert ids(directory.best(NIGHT_TIME, adult=False)) == ["gb-night", "gb-day"]
    assert ids(directory.best(NIGHT_TIME, adult=False, count=1)) == ["gb-night"]


def test_hours_that_are_not_known_come_between_open_and_closed(tmp_path: Path) -> None:
    unknown = DAY.replace("gb-day", "gb-unknown").replace('hours = ["Mon-Fri 10:00-16:00"]\n', "")
    text = ALL.replace('best = ["gb-day",', 'best = ["gb-day", "gb-unknown",') + unknown
    directory = load_directory(folder(tmp_path, text), "en", "GB")
    assert ids(directory.best(NIGHT_TIME, adult=False, count=3)) == ["gb-night", "gb-unknown", "gb-day"]


def test_a_single_source_is_never_a_crisis_line(tmp_path: Path) -> None:
    for weaker in (
        NIGHT.replace('"confirmed"', '"single"'),
        NIGHT.replace("read_on", 'subdivision = "GB-SCT"\nread_on', 1),
    ):
        text = HEADER + 'crisis_access = ["gb-night"]\n' + EMERGENCY + DAY + weaker
        directory = load_directory(folder(tmp_path, text), "en", "GB")
        assert directory.problems == ()
        assert ids(directory.crisis()) == ["gb-emergency", "gb-day", "zz-list"]
        assert ids(directory.best(NIGHT_TIME, adult=False)) == ["zz-list", "gb-day"]
        assert directory.crisis_access() == ()
        assert directory.get("gb-night") is not None


def test_the_crisis_page_is_the_same_whatever_the_clock_says(britain: Directory) -> None:
    assert ids(britain.crisis()) == ["gb-999", "gb-childline", "gb-shout", "gb-samaritans"]


def test_tools_against_a_picture_fit_the_age(britain: Directory) -> None:
    assert ids(britain.of_kind("image-removal", adult=False)) == ["gb-report-remove", "zz-takeitdown"]
    assert ids(britain.of_kind("image-removal", adult=True)) == ["gb-rph", "zz-takeitdown", "zz-stopncii"]


def test_a_kind_lists_the_whole_country_then_its_parts_then_the_world(britain: Directory) -> None:
    found = britain.of_kind("crisis", adult=False)
    assert ids(found) == [
        "gb-samaritans",
        "gb-shout",
        "gb-eng-nhs111",
        "gb-nir-lifeline",
        "gb-nir-dsah",
        "zz-findahelpline",
    ]
    assert britain.of_kind("hotline", adult=False) == ()  # only weaker ones
    assert britain.of_kind("no-such-kind", adult=False) == ()


def test_what_was_read_two_years_ago_is_moved_down_and_stays(tmp_path: Path) -> None:
    text = HEADER + EMERGENCY + DAY + NIGHT.replace("2026-11-24", "2028-06-01")
    directory = load_directory(folder(tmp_path, text), "en", "GB")
    later = dt.datetime(2028, 12, 1, 12, tzinfo=dt.UTC)
    assert ids(directory.of_kind("crisis", adult=False, now=NOON)) == ["gb-day", "gb-night", "zz-list"]
    assert ids(directory.of_kind("crisis", adult=False, now=later)) == ["gb-night", "gb-day", "zz-list"]
    assert ids(directory.best(later, adult=False)) == ["gb-night", "gb-day"]


def test_an_old_line_that_answers_stays_before_a_new_one_that_is_closed(tmp_path: Path) -> None:
    text = HEADER + EMERGENCY + DAY.replace("2026-11-24", "2028-11-24") + NIGHT
    directory = load_directory(folder(tmp_path, text), "en", "GB")
    assert ids(directory.best(dt.datetime(2028, 12, 1, 3, tzinfo=dt.UTC), adult=False)) == ["gb-night", "gb-day"]


def test_of_two_lines_that_answer_the_one_read_lately_comes_first(tmp_path: Path) -> None:
    by_day = DAY.replace('hours = ["Mon-Fri 10:00-16:00"]', 'hours = "always"')
    text = HEADER + EMERGENCY + by_day + NIGHT.replace("2026-11-24", "2028-11-24")
    directory = load_directory(folder(tmp_path, text), "en", "GB")
    assert ids(directory.best(NOON.replace(year=2028, month=12), adult=False)) == ["gb-night", "gb-day"]


def test_a_number_that_was_rung_counts_from_that_day(tmp_path: Path) -> None:
    text = ALL.replace(DAY, DAY.replace("read_on =", "rung_on = 2027-03-01\nread_on ="))
    directory = load_directory(folder(tmp_path, text), "en", "GB")
    service = directory.get("gb-day")
    assert service is not None
    assert service.checked_on == directory.read_on == dt.date(2027, 3, 1)
    assert directory.state(service, service.contacts[0], dt.datetime(2027, 12, 1, 12, tzinfo=dt.UTC)).kind == "open"


@pytest.mark.parametrize("country", ["IS", "XX", "ZZ", "zz", None, "", "../GB", "G\0", "United Kingdom", "gb/../GB"])
def test_a_country_without_a_file_gets_the_worldwide_services(country: str | None) -> None:
    directory = load_directory(RESOURCES, "en", country)
    assert not directory.has_file
    assert directory.problems == ()
    assert {service.country for service in directory.services} == {"ZZ"}
    assert ids(directory.best(NIGHT_TIME, adult=False)) == ["zz-chi", "zz-findahelpline"]
    assert ids(directory.crisis()) == ["zz-findahelpline", "zz-chi"]
    assert directory.name == "Any country"


def test_a_country_with_a_file_keeps_the_worldwide_services_beside_its_own(britain: Directory) -> None:
    assert britain.has_file
    assert (britain.country, britain.name, britain.in_sentence) == ("GB", "United Kingdom", "the United Kingdom")
    assert britain.get("zz-takeitdown") is not None
    assert britain.get("nobody") is None
    assert load_directory(RESOURCES, "en", " gb ").country == "GB"


@pytest.mark.parametrize("country", countries(RESOURCES))
@pytest.mark.parametrize("adult", [False, True])
def test_everywhere_somebody_is_there_for_everybody(country: str, adult: bool) -> None:
    directory = load_directory(RESOURCES, "en", country)
    assert directory.has_file
    for now in (NOON, NIGHT_TIME, *WRONG_CLOCKS):
        best = directory.best(now, adult)
        assert best
        assert all(service.confirmed and service.serves(adult) for service in best)
    rows = directory.crisis()
    assert len([row for row in rows if row.kinds[0] != "emergency"]) >= 2
    emergency = ["emergency" in row.kinds for row in rows]
    assert emergency == sorted(emergency, reverse=True), "the emergency numbers come first"


def test_where_few_lines_are_sure_those_from_anywhere_stand_in(tmp_path: Path) -> None:
    directory = load_directory(RESOURCES, "en", "SE")
    assert ids(directory.crisis()) == ["se-112", "zz-findahelpline", "zz-chi"]
    assert ids(directory.best(NOON, adult=False)) == ["zz-chi", "zz-findahelpline"]
    italy = load_directory(RESOURCES, "en", "IT")
    assert ids(italy.best(NIGHT_TIME, adult=False)) == ["it-114", "zz-chi"]
    without_lists = load_directory(folder(tmp_path, world=WORLD.replace('crisis = ["zz-list"]', "")), "en", "GB")
    assert ids(without_lists.crisis()) == ["gb-emergency", "gb-night", "gb-day"]


def test_every_country_of_the_european_union_has_its_number() -> None:
    members = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
    for country in re.findall(r"\w+", members):
        rows = load_directory(RESOURCES, "en", country).crisis()
        assert "112" in [row.contacts[0].to for row in rows], country


def test_countries_are_those_with_a_file_of_their_own(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "directory" / "notes.toml").write_text("")
    assert countries(tmp_path) == ("GB",)
    assert countries(tmp_path / "nowhere") == ()


def test_a_country_is_called_by_its_code_when_no_file_names_it(tmp_path: Path) -> None:
    folder(tmp_path)
    assert country_name(tmp_path, "en", "GB") == "United Kingdom"
    assert country_name(tmp_path, "fr", "GB") == "United Kingdom"
    assert country_name(tmp_path, "../en", "GB") == "United Kingdom"
    assert country_name(tmp_path, "en", "FR") == "FR"


def test_a_language_is_filled_up_from_english_entry_by_entry(tmp_path: Path) -> None:
    folder(tmp_path)
    french = tmp_path / "fr" / "directory" / "GB.toml"
    french.parent.mkdir(parents=True)
    french.write_text(
        'name = "Royaume-Uni"\nin_sentence = "au Royaume-Uni"\n[gb-day]\nline = "Le jour"\n', encoding="utf-8"
    )
    directory = load_directory(tmp_path, "fr", "GB")
    assert directory.problems == ()
    assert directory.name == "Royaume-Uni"
    lines = {service.id: service.line for service in directory.services}
    assert lines == {"gb-emergency": "Emergency", "gb-day": "Le jour", "gb-night": "By night", "zz-list": "All lines"}
