"""How old a fact is, by the day somebody last read or rang it (the rule for old content).

A number that is a year old may have changed: its hours are then hidden. After two years it is marked and moved down,
never removed. A clock that stands before the reading is wrong, and nothing is worked out from it.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

Freshness = Literal["fresh", "ageing", "old", "clock"]
"""fresh: under 12 months; ageing: 12 to 24; old: 24 and more; clock: the computer's date is before the reading."""

HIDE_HOURS_AFTER = 1
"""Years: 12 months after the last check hours are hidden, and the screen says that numbers may have changed."""
MOVE_DOWN_AFTER = 2
"""Years: 24 months after the last check an entry is marked and moved down."""


def freshness(read_on: dt.date, now: dt.datetime) -> Freshness:
    """How old a fact read on that day is now. `now` is any aware moment; days are counted in UTC."""
    today = now.astimezone(dt.UTC).date()
    # SAFETY: a clock before the reading is wrong, so nothing is said to be closed (test_a_clock_in_1980_says_nothing).
    if today < read_on:
        return "clock"
    if today < years_later(read_on, HIDE_HOURS_AFTER):
        return "fresh"
    return "ageing" if today < years_later(read_on, MOVE_DOWN_AFTER) else "old"


def years_later(day: dt.date, years: int) -> dt.date:
    """The same day of a later year; 29 February becomes 1 March. Stops at the last day there is."""
    year = day.year + years
    if year > dt.MAXYEAR:
        return dt.date.max
    try:
        return day.replace(year=year)
    except ValueError:
        return dt.date(year, 3, 1)
