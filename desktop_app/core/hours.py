"""When a service answers: hours as data, and whether it is open at a moment, in the service's own time zone.

Hours are wall-clock times of a week, such as "Mon-Fri 10:00-16:00". Public holidays are not known, so they are not
here. Whatever cannot be worked out is "unknown", never an exception: a wrong clock or a missing time zone must not
hide a number.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from desktop_app.core.freshness import freshness

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY = 24 * 60
WEEK = 7 * DAY
_LOOK_AHEAD = 15
"""Days: an opening that falls into the hour a clock change leaves out comes again a week later."""

_TIMES = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)")


class HoursError(ValueError):
    """Hours that do not read as hours. The message is the part that is wrong."""


@dataclass(frozen=True)
class Opening:
    """One line of hours. `days` counts Monday as 0; `start` and `end` are minutes after midnight of that day.

    An end after 24:00 (up to 48:00) is past midnight, on the next day.
    """

    days: tuple[int, ...]
    start: int
    end: int

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """The days as stretches, first and last of each: (0, 4) is Monday to Friday. To say hours in words."""
        runs: list[tuple[int, int]] = []
        for day in self.days:
            runs[-1:] = [(runs[-1][0], day)] if runs and runs[-1][1] == day - 1 else [*runs[-1:], (day, day)]
        return tuple(runs)


@dataclass(frozen=True)
class Hours:
    """A week of hours: `openings` as written, `week` as merged stretches of minutes after Monday 00:00."""

    openings: tuple[Opening, ...]
    week: tuple[tuple[int, int], ...]

    @property
    def always(self) -> bool:
        """True when it never closes."""
        return self.week == ((0, WEEK),)


class HasHours(Protocol):
    """Anything with hours: a contact of a service. None means that nobody told us."""

    @property
    def hours(self) -> Hours | None: ...


@dataclass(frozen=True)
class OpenState:
    """Whether somebody answers now. `until` and `opens` are moments in the service's own time zone.

    `why` tells an "unknown" apart: "clock" (the computer's date is wrong: no badge), "old" (read over a year ago: hours
    are hidden), "zone" (no such time zone here), "missing" (no hours are known).
    """

    kind: Literal["always", "open", "closed", "unknown"]
    until: dt.datetime | None = None
    opens: dt.datetime | None = None
    why: Literal["", "clock", "old", "zone", "missing"] = ""


def parse_hours(value: object) -> Hours:
    """Hours as a content file writes them: "always", or a list of lines like "Mon-Wed,Sat 22:00-02:00".

    Raises HoursError.
    """
    if value == "always":
        return ALWAYS
    if not isinstance(value, list) or not value:
        raise HoursError(str(value))
    return _hours(tuple(_opening(line) for line in value))


def open_state(
    contact: HasHours, timezone: str, now: dt.datetime, newest_read_on: dt.date | None, read_on: dt.date | None = None
) -> OpenState:
    """Whether a contact answers at `now` (aware).

    `timezone` is an IANA name; `newest_read_on` the newest date in the directory, which no true clock can be before;
    `read_on` the day this contact was last checked (else `newest_read_on` stands for it).
    """
    checked = read_on or newest_read_on
    # SAFETY: a wrong clock takes the badge away and never says "closed" (test_a_clock_before_the_reading_says_nothing).
    if newest_read_on is not None and freshness(newest_read_on, now) == "clock":
        return OpenState("unknown", why="clock")
    if checked is not None and freshness(checked, now) != "fresh":
        return OpenState("unknown", why="old")
    hours = contact.hours
    if hours is None:
        return OpenState("unknown", why="missing")
    if hours.always:
        return OpenState("always")
    zone = _zone(timezone)
    if zone is None:
        return OpenState("unknown", why="zone")
    here = now.astimezone(zone)
    change = _next_change(hours, now, zone)
    return OpenState("open", until=change) if _is_open(hours, here) else OpenState("closed", opens=change)


def _opening(line: object) -> Opening:
    days, _, times = line.partition(" ") if isinstance(line, str) else ("", "", "")
    found = _TIMES.fullmatch(times)
    if found is None:
        raise HoursError(str(line))
    start = int(found[1]) * 60 + int(found[2])
    end = int(found[3]) * 60 + int(found[4]) if found[3] else DAY
    if start == end:
        raise HoursError(str(line))
    return Opening(_days(days), start, end if end > start else end + DAY)


def _days(text: str) -> tuple[int, ...]:
    days: list[int] = []
    for part in text.split(","):
        first, dash, last = part.partition("-")
        if first not in DAYS or (dash and last not in DAYS):
            raise HoursError(text)
        start = DAYS.index(first)
        length = (DAYS.index(last) - start) % 7 if dash else 0
        days += [(start + step) % 7 for step in range(length + 1)]
    if len(set(days)) != len(days):
        raise HoursError(text)
    return tuple(sorted(days))


def _hours(openings: tuple[Opening, ...]) -> Hours:
    stretches: list[tuple[int, int]] = []
    for opening in openings:
        for day in opening.days:
            start, end = day * DAY + opening.start, day * DAY + opening.end
            stretches += [(start, end)] if end <= WEEK else [(start, WEEK), (0, end - WEEK)]
    week: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if week and start <= week[-1][1]:
            week[-1] = (week[-1][0], max(week[-1][1], end))
        else:
            week.append((start, end))
    return Hours(openings, tuple(week))


ALWAYS = _hours((Opening(tuple(range(7)), 0, DAY),))
"""Day and night."""


def _zone(name: str) -> dt.tzinfo | None:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # no such zone, a name that is a path, a file that cannot be read
        return None


def _is_open(hours: Hours, local: dt.datetime) -> bool:
    minute = local.weekday() * DAY + local.hour * 60 + local.minute
    return any(start <= minute < end for start, end in hours.week)


def _next_change(hours: Hours, now: dt.datetime, zone: dt.tzinfo) -> dt.datetime | None:
    """The first moment after `now` at which open becomes closed or the other way round; None within 15 days."""
    start = now.astimezone(dt.UTC)
    before = _is_open(hours, now.astimezone(zone))
    moments = {*_boundaries(hours, start, zone), *_clock_changes(start, zone)}
    for moment in sorted(moment for moment in moments if moment > start):
        local = moment.astimezone(zone)
        if _is_open(hours, local) != before:
            return local
    return None


def _boundaries(hours: Hours, start: dt.datetime, zone: dt.tzinfo) -> Iterator[dt.datetime]:
    """Every moment at which the wall clock may stand at a beginning or an end, in UTC, in no order."""
    minutes = {edge % DAY for stretch in hours.week for edge in stretch}
    midnight = start.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    for day in range(-1, _LOOK_AHEAD):
        for minute in minutes:
            wall = (midnight + dt.timedelta(days=day, minutes=minute)).replace(tzinfo=zone)
            for fold in (0, 1):  # an hour that comes twice has the time on the wall twice
                yield wall.replace(fold=fold).astimezone(dt.UTC)


def _clock_changes(start: dt.datetime, zone: dt.tzinfo) -> Iterator[dt.datetime]:
    """The moments, in UTC, at which summer time begins or ends: the wall clock can jump over a beginning or an end."""
    before = start.replace(second=0, microsecond=0)
    for _ in range(_LOOK_AHEAD):
        after = before + dt.timedelta(days=1)
        if before.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            low, high = 0, DAY
            offset = before.astimezone(zone).utcoffset()
            while high - low > 1:
                middle = (low + high) // 2
                same = (before + dt.timedelta(minutes=middle)).astimezone(zone).utcoffset() == offset
                low, high = (middle, high) if same else (low, middle)
            yield before + dt.timedelta(minutes=high)
        before = after
