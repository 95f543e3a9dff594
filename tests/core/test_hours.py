"""When a line answers: compared minute by minute with a slow clock, in the service's own zone, across clock changes."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.hours import ALWAYS, DAYS, Hours, HoursError, OpenState, open_state, parse_hours
from tests.core.generated_plans import modest

READ_ON = dt.date(2026, 11, 24)
LONDON = "Europe/London"
ZONES = (
    LONDON,
    "UTC",
    "America/New_York",
    "Australia/Lord_Howe",  # changes by half an hour
    "Pacific/Chatham",  # 45 minutes off, changes at 02:45
    "Africa/Cairo",  # changes at midnight
    "America/Santiago",  # changes at midnight
    "Asia/Kolkata",
    "Pacific/Kiritimati",
)


@dataclass(frozen=True)
class Line:
    hours: Hours | None


def state(lines: list[str] | str, now: dt.datetime, zone: str = LONDON) -> OpenState:
    return open_state(Line(parse_hours(lines)), zone, now, READ_ON)


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    return dt.datetime(year, month, day, hour, minute, tzinfo=dt.UTC)


def london(year: int, month: int, day: int, hour: int, minute: int = 0, fold: int = 0) -> dt.datetime:
    return dt.datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(LONDON), fold=fold)


def clock_text(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    written = []
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, 1439))
        end = (start + draw(st.integers(1, 1439))) % 1440 or 1440
        first, last = draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))
        days = draw(st.sampled_from([first, f"{first}-{last}", ",".join(dict.fromkeys((first, last)))]))
        written.append(f"{days} {clock_text(start)}-{clock_text(end)}")
    return written


MOMENTS = st.integers(0, 364 * 86400).map(lambda seconds: utc(2026, 11, 24) + dt.timedelta(seconds=seconds))
CLOCK_CHANGES = (
    utc(2027, 3, 14, 7),  # New York
    utc(2027, 3, 28, 1),  # London
    utc(2027, 4, 3, 15),  # Lord Howe
    utc(2027, 4, 4, 4),  # Santiago
    utc(2027, 4, 29, 22),  # Cairo
    utc(2027, 9, 25, 14),  # Chatham
    utc(2027, 10, 28, 21),  # Cairo
    utc(2027, 10, 31, 1),  # London
    utc(2027, 11, 7, 6),  # New York
)
NEAR_A_CHANGE = st.builds(
    lambda change, minutes: change + dt.timedelta(minutes=minutes),
    st.sampled_from(CLOCK_CHANGES),
    st.integers(-1500, 1500),
)


def slowly_open(written: list[str], now: dt.datetime, zone: str) -> bool:
    """Whether the wall clock of that place shows a time between a beginning and an end: straight from the text."""
    wall = now.astimezone(ZoneInfo(zone))
    for line in written:
        days, times = line.split(" ")
        shown: list[str] = []
        for part in days.split(","):
            first, _, last = part.partition("-")
            day = DAYS.index(first)
            while DAYS[day % 7] != (last or first):
                shown.append(DAYS[day % 7])
                day += 1
            shown.append(last or first)
        start, end = times.split("-")
        today, yesterday = DAYS[wall.weekday()], DAYS[wall.weekday() - 1]
        time = f"{wall:%H:%M}"
        if start < end and today in shown and start <= time < end:
            return True
        if end < start and ((today in shown and time >= start) or (yesterday in shown and time < end)):
            return True
    return False


@modest
@given(lines(), st.sampled_from(ZONES), MOMENTS | NEAR_A_CHANGE)
def test_open_or_closed_is_what_the_wall_clock_there_says(written: list[str], zone: str, now: dt.datetime) -> None:
    found = state(written, now, zone)
    assert found.kind in (("open", "always") if slowly_open(written, now, zone) else ("closed",))


@modest
@given(lines(), st.sampled_from(ZONES), MOMENTS | NEAR_A_CHANGE)
def test_it_opens_and_closes_at_the_very_minute(written: list[str], zone: str, now: dt.datetime) -> None:
    found = state(written, now, zone)
    if found.kind == "always":
        return
    said = found.until if found.kind == "open" else found.opens
    minute = now.replace(second=0, microsecond=0)
    before = slowly_open(written, minute, zone)
    for _ in range(15 * 24 * 60):
        minute += dt.timedelta(minutes=1)
        if slowly_open(written, minute, zone) != before:
            # In UTC: Python calls a time that comes twice unequal to every time of another zone.
            assert said is not None
            assert said.astimezone(dt.UTC) == minute
            return
    assert said is None


@modest
@given(lines(), st.sampled_from(ZONES), MOMENTS | NEAR_A_CHANGE, st.integers(1, 600))
def test_time_passing_never_moves_the_moment(written: list[str], zone: str, now: dt.datetime, minutes: int) -> None:
    first, second = (state(written, moment, zone) for moment in (now, now + dt.timedelta(minutes=minutes)))
    change = first.until or first.opens
    later = now + dt.timedelta(minutes=minutes)
    if change is None or later < change:
        assert second == first
    else:
        assert change <= later < (second.until or second.opens or later + dt.timedelta(1))


@given(lines(), MOMENTS, st.sampled_from(ZONES))
def test_where_the_person_is_changes_nothing(written: list[str], now: dt.datetime, home: str) -> None:
    assert state(written, now.astimezone(ZoneInfo(home))) == state(written, now)


@given(st.text(max_size=30) | st.lists(st.text("MonFri-, 0123456789:", max_size=20) | st.integers(), max_size=3))
def test_what_does_not_read_as_hours_is_named_and_nothing_else_happens(value: object) -> None:
    with suppress(HoursError):
        parse_hours(value)


@pytest.mark.parametrize(
    "wrong",
    [
        "Always",
        "",
        [],
        None,
        24,
        True,
        [""],
        ["Mon"],
        ["Mon 10:00"],
        ["Mon 10:00-10:00"],
        ["Mon 24:00-10:00"],
        ["Mon 9:00-17:00"],
        ["Mon 10:00-25:00"],
        ["Mon 10:00-24:30"],
        ["Mon 10:60-12:00"],
        ["Mon  10:00-12:00"],
        ["Mon 10:00–12:00"],
        ["monday 10:00-12:00"],
        ["Mon-Xyz 10:00-12:00"],
        ["Mon,Mon 10:00-12:00"],
        ["Mon-Wed,Tue 10:00-12:00"],
        ["Mon,-Fri 10:00-12:00"],
        ["Mon 10:00-12:00 "],
        ["Mon 10:00-12:00\n"],
        ["Mon 1٠:0٠-12:00"],
        [["Mon 10:00-12:00"]],
    ],
)
def test_hours_are_read_strictly(wrong: object) -> None:
    with pytest.raises(HoursError):
        parse_hours(wrong)


def test_weekday_hours_open_and_close() -> None:
    office = ["Mon-Fri 10:00-16:00"]
    tuesday = utc(2026, 11, 24, 12)
    assert state(office, tuesday) == OpenState("open", until=london(2026, 11, 24, 16))
    assert state(office, utc(2026, 11, 24, 16)) == OpenState("closed", opens=london(2026, 11, 25, 10))
    assert state(office, utc(2026, 11, 24, 9, 59)) == OpenState("closed", opens=london(2026, 11, 24, 10))
    friday_night = utc(2026, 11, 27, 23)
    assert state(office, friday_night) == OpenState("closed", opens=london(2026, 11, 30, 10))


def test_hours_past_midnight_belong_to_the_evening_before() -> None:
    late = ["Mon-Sun 22:00-02:00"]
    assert state(late, utc(2026, 11, 25, 1)) == OpenState("open", until=london(2026, 11, 25, 2))
    assert state(late, utc(2026, 11, 25, 2)) == OpenState("closed", opens=london(2026, 11, 25, 22))
    only_sunday = ["Sun 22:00-02:00"]
    assert state(only_sunday, utc(2026, 11, 30, 1)).kind == "open"  # Monday
    assert state(only_sunday, utc(2026, 11, 29, 1)).kind == "closed"  # Sunday, before it


def test_days_may_go_round_the_end_of_the_week() -> None:
    assert parse_hours(["Sat-Mon 10:00-12:00"]).openings[0].days == (0, 5, 6)


def test_lines_that_meet_are_one_opening() -> None:
    nights = ["Mon-Fri 00:00-09:00", "Mon-Fri 17:00-24:00", "Sat,Sun 00:00-24:00"]
    assert state(nights, utc(2026, 11, 27, 20)) == OpenState("open", until=london(2026, 11, 30, 9))


def test_a_week_without_a_gap_is_always() -> None:
    assert parse_hours("always") is ALWAYS
    assert state("always", utc(2026, 12, 25, 3)) == OpenState("always")
    assert state(["Mon-Sun 08:00-20:00", "Mon-Sun 20:00-08:00"], utc(2026, 12, 25, 3)) == OpenState("always")


def test_summer_time_in_london_is_kept() -> None:
    office = ["Mon-Fri 10:00-16:00"]
    assert state(office, utc(2027, 7, 1, 9)).kind == "open"
    assert state(office, utc(2027, 7, 1, 15)).kind == "closed"


def test_an_opening_in_the_hour_left_out_begins_when_the_clocks_have_moved() -> None:
    early = ["Sun 01:30-05:00"]
    assert state(early, utc(2027, 3, 28, 0, 59)) == OpenState("closed", opens=london(2027, 3, 28, 2))
    assert state(early, utc(2027, 3, 28, 1)) == OpenState("open", until=london(2027, 3, 28, 5))


def test_an_opening_that_is_left_out_wholly_comes_a_week_later() -> None:
    found = state(["Sun 01:10-01:50"], utc(2027, 3, 28, 0, 30))
    assert found == OpenState("closed", opens=london(2027, 4, 4, 1, 10))


def test_the_hour_that_comes_twice_is_open_twice() -> None:
    night = ["Sat 22:00-24:00", "Sun 00:00-01:30"]
    first, between, second = utc(2027, 10, 31, 0, 29), utc(2027, 10, 31, 0, 45), utc(2027, 10, 31, 1, 10)
    assert state(night, first) == OpenState("open", until=london(2027, 10, 31, 1, 30))
    assert state(night, between) == OpenState("closed", opens=london(2027, 10, 31, 1, fold=1))
    assert state(night, second) == OpenState("open", until=london(2027, 10, 31, 1, 30, fold=1))


@pytest.mark.parametrize("now", [utc(1980, 1, 1), utc(2026, 11, 23, 23, 59), dt.datetime.min.replace(tzinfo=dt.UTC)])
@pytest.mark.parametrize("hours", ["always", ["Mon-Fri 10:00-16:00"]])
def test_a_clock_before_the_reading_says_nothing(now: dt.datetime, hours: list[str] | str) -> None:
    assert state(hours, now) == OpenState("unknown", why="clock")


@pytest.mark.parametrize("now", [utc(2027, 11, 24), utc(2106, 2, 7), dt.datetime.max.replace(tzinfo=dt.UTC)])
@pytest.mark.parametrize("hours", ["always", ["Mon-Fri 10:00-16:00"]])
def test_hours_read_a_year_ago_are_hidden(now: dt.datetime, hours: list[str] | str) -> None:
    assert state(hours, now) == OpenState("unknown", why="old")


def test_hours_count_from_the_day_this_line_was_checked() -> None:
    line = Line(parse_hours("always"))
    rung, newest = dt.date(2026, 1, 1), dt.date(2026, 11, 24)
    assert open_state(line, LONDON, utc(2027, 1, 2), newest, rung).why == "old"
    assert open_state(line, LONDON, utc(2027, 1, 2), newest, newest).kind == "always"


def test_hours_that_nobody_gave_are_unknown() -> None:
    assert open_state(Line(None), LONDON, utc(2026, 12, 1), READ_ON) == OpenState("unknown", why="missing")


def test_a_directory_without_dates_still_has_hours() -> None:
    assert open_state(Line(ALWAYS), LONDON, utc(1980, 1, 1), None).kind == "always"


@pytest.mark.parametrize("zone", ["", "Nowhere/None", "../../etc/passwd", "/etc/passwd", "Europe", "a\0b", "Ü" * 300])
def test_a_time_zone_that_is_not_there_is_unknown_and_no_error(zone: str) -> None:
    assert state(["Mon-Fri 10:00-16:00"], utc(2026, 12, 1), zone) == OpenState("unknown", why="zone")
    assert state("always", utc(2026, 12, 1), zone) == OpenState("always")


@pytest.mark.parametrize(
    ("written", "runs"),
    [
        ("Mon-Fri 10:00-16:00", ((0, 4),)),
        ("Mon-Sun 10:00-16:00", ((0, 6),)),
        ("Wed 10:00-16:00", ((2, 2),)),
        ("Mon,Wed,Fri-Sun 10:00-16:00", ((0, 0), (2, 2), (4, 6))),
        ("Sat-Mon 10:00-16:00", ((0, 0), (5, 6))),
    ],
)
def test_days_that_follow_each_other_are_said_as_one(written: str, runs: tuple[tuple[int, int], ...]) -> None:
    (opening,) = parse_hours([written]).openings
    assert opening.runs == runs
