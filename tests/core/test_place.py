"""Whose numbers are shown: what was remembered, else the policy, else the time zone, and never a guess from nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.directory import countries
from desktop_app.core.place import Place, choose_country, country_of_old_zone
from desktop_app.core.resources import find_resources

HAVE = ("GB", "IE")
TEXTS = st.none() | st.text(max_size=4) | st.sampled_from(["GB", "gb", " ie ", "FR", "ZZ", "001", "UK"])


def test_the_remembered_country_comes_first() -> None:
    assert choose_country("IE", "GB", "FR", HAVE) == Place("IE", known=True, guessed=False)


def test_the_policy_comes_before_the_time_zone() -> None:
    assert choose_country(None, "GB", "FR", HAVE) == Place("GB", known=True, guessed=False)


def test_the_time_zone_is_a_guess() -> None:
    assert choose_country(None, None, "GB", HAVE) == Place("GB", known=True, guessed=True)


def test_a_country_without_a_file_is_kept() -> None:
    assert choose_country("FR", None, "GB", HAVE) == Place("FR", known=False, guessed=False)


@pytest.mark.parametrize(
    "nothing", [None, "", "  ", "001", "ZZ", "zz", "United Kingdom", "G", "G1", "ÄÖ", "../", "\0\0"]
)
def test_garbage_picks_no_country(nothing: str | None) -> None:
    assert choose_country(nothing, nothing, nothing, HAVE) == Place(None, known=False, guessed=False)
    assert choose_country(nothing, nothing, "IE", HAVE) == Place("IE", known=True, guessed=True)


@pytest.mark.parametrize("written", ["gb", " GB\n", "UK", "uk"])
def test_common_ways_to_write_a_code_are_understood(written: str) -> None:
    assert choose_country(written, None, None, HAVE).code == "GB"


@given(TEXTS, TEXTS, TEXTS)
def test_the_answer_is_a_code_or_nothing(remembered: str | None, policy: str | None, territory: str | None) -> None:
    place = choose_country(remembered, policy, territory, HAVE)
    assert place.code is None or (place.code.isascii() and place.code.isupper() and len(place.code) == 2)
    assert place.known == (place.code in HAVE)
    assert not (place.guessed and place.code is None)


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("US/Eastern", "US"),
        ("Canada/Pacific", "CA"),
        ("Australia/NSW", "AU"),
        ("Asia/Calcutta", "IN"),
        ("Eire", "IE"),
        ("GB", "GB"),
        ("CET", None),
        ("UTC", None),
        ("", None),
    ],
)
def test_old_names_of_time_zones_still_say_the_country(zone: str, country: str | None) -> None:
    assert country_of_old_zone(zone) == country
    assert country is None or country in countries(find_resources())
