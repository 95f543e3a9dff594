"""How old a fact is: to the day, whatever the computer's clock says."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.freshness import freshness, years_later

READ_ON = dt.date(2026, 11, 24)


def at(year: int, month: int, day: int, hour: int = 12) -> dt.datetime:
    return dt.datetime(year, month, day, hour, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(2026, 11, 24, 0), "fresh"),
        (at(2027, 11, 23, 23), "fresh"),
        (at(2027, 11, 24, 0), "ageing"),
        (at(2028, 11, 23, 23), "ageing"),
        (at(2028, 11, 24, 0), "old"),
        (at(2106, 2, 7), "old"),
        (dt.datetime.max.replace(tzinfo=dt.UTC), "old"),
    ],
)
def test_a_fact_is_fresh_for_a_year_and_old_after_two(now: dt.datetime, expected: str) -> None:
    assert freshness(READ_ON, now) == expected


@pytest.mark.parametrize("now", [at(1980, 1, 1), at(2026, 11, 23, 23), dt.datetime.min.replace(tzinfo=dt.UTC)])
def test_a_clock_in_1980_says_nothing(now: dt.datetime) -> None:
    assert freshness(READ_ON, now) == "clock"


def test_a_leap_day_ages_with_the_first_of_march() -> None:
    read_on = dt.date(2028, 2, 29)
    assert freshness(read_on, at(2029, 2, 28)) == "fresh"
    assert freshness(read_on, at(2029, 3, 1)) == "ageing"


def test_the_day_is_that_of_the_moment_and_not_of_the_place() -> None:
    midnight_in_auckland = dt.datetime(2027, 11, 24, 0, 30, tzinfo=dt.timezone(dt.timedelta(hours=13)))
    assert freshness(READ_ON, midnight_in_auckland) == freshness(READ_ON, at(2027, 11, 23, 11)) == "fresh"


@given(st.dates(), st.datetimes(timezones=st.just(dt.UTC)))
def test_any_day_and_any_moment_have_an_answer(read_on: dt.date, now: dt.datetime) -> None:
    assert freshness(read_on, now) in ("fresh", "ageing", "old", "clock")


@given(st.dates(), st.integers(0, 3))
def test_a_later_year_is_never_earlier(day: dt.date, years: int) -> None:
    assert years_later(day, years) >= day
