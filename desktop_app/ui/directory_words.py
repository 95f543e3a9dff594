"""What is said about a service of the directory: its hours, for whom it is, and how sure we are, in sentences."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale

from desktop_app.core.freshness import freshness
from desktop_app.core.hours import DAY, Hours, Opening, OpenState
from desktop_app.core.service import TALK_WAYS, Contact, Service
from desktop_app.ui import strings_directory
from desktop_app.ui.help_card import breakable

_NUMBERS = range(1, 8)
"""The days as Qt counts them: Monday is 1."""


def shown_line(service: Service) -> str:
    """One short line that says more than its name does, and does not begin with it; "" where there is none."""
    line = next((words for words in (service.line, service.crisis) if words and words != service.name), "")
    for mark in (", ", ": "):
        line = line.removeprefix(service.name + mark)
    return line[:1].upper() + line[1:]


def hours_words(hours: Hours, language: str) -> tuple[str, ...]:
    """Hours in words, one line for each stretch of days: "Monday to Friday, 10:00 to 16:00"."""
    if hours.always:
        return (strings_directory.DAY_AND_NIGHT,)
    return tuple(
        strings_directory.HOURS.format(
            days=_days(opening, language), start=_time(opening.start), end=_time(opening.end)
        )
        for opening in hours.openings
    )


def hours_instead(contact: Contact, state: OpenState, language: str) -> tuple[str, ...]:
    """Its hours, where they are known and nobody can tell whether it is open. Old ones are not shown."""
    if state.kind != "unknown" or state.why == "old" or contact.hours is None:
        return ()
    return hours_words(contact.hours, language)


def no_hours(contact: Contact, state: OpenState) -> str:
    """That its hours are not known; "" where they are, or where it is there at any hour, as a web page is."""
    missing = contact.hours is None and state.why != "old" and contact.way in TALK_WAYS
    return strings_directory.HOURS_NOT_KNOWN if missing else ""


def age_words(service: Service) -> str:
    """For which ages it is; "" where no page says."""
    first, last = service.age_min, service.age_max
    if first is not None and last is not None:
        return strings_directory.AGE_FROM_TO.format(first=first, last=last)
    if first is not None:
        return strings_directory.AGE_FROM.format(first=first)
    return strings_directory.AGE_TO.format(last=last) if last is not None else ""


def access_words(service: Service) -> str:
    """The ways in for people who are deaf or can't speak; "" where none is known."""
    ways = ", ".join(strings_directory.ACCESS[way] for way in service.access)
    return strings_directory.ACCESS_BY.format(ways=ways) if ways else ""


def age_of_reading(service: Service, now: dt.datetime) -> str:
    """That what we know is a year old, or two; "" while it is fresh."""
    return {"ageing": strings_directory.AGEING, "old": strings_directory.OLD}.get(
        freshness(service.checked_on, now), ""
    )


def checked_words(service: Service, language: str) -> str:
    """When a person rang it, or that nobody has yet."""
    if service.rung_on is not None:
        return strings_directory.RUNG.format(day=_day(service.rung_on, language))
    return strings_directory.READ_ONLY.format(day=_day(service.read_on, language))


def places_read(service: Service) -> str:
    """Whose pages we read it on: their names on the web, each once."""
    hosts = (address.partition("://")[2].partition("/")[0] for address in service.sources)
    places = ", ".join(dict.fromkeys(breakable(host.removeprefix("www.")) for host in hosts))
    return strings_directory.READ_AT.format(places=places) if places else ""


def _opening(opening: Opening, language: str) -> str:
    days, start, end = _days(opening, language), _time(opening.start), _time(opening.end)
    return strings_directory.HOURS.format(days=days, start=start, end=end)


def _days(opening: Opening, language: str) -> str:
    if len(opening.days) == len(_NUMBERS):
        return strings_directory.EVERY_DAY
    locale = QLocale(language)
    names = {day: locale.dayName(number) for day, number in enumerate(_NUMBERS)}
    return ", ".join(
        names[first] if first == last else strings_directory.DAYS_RUN.format(first=names[first], last=names[last])
        for first, last in opening.runs
    )


def _time(minutes: int) -> str:
    """Minutes after midnight as a time; past midnight it is the time of the next day."""
    if minutes == DAY:
        return strings_directory.MIDNIGHT
    return f"{minutes % DAY // 60:02}:{minutes % 60:02}"


def _day(day: dt.date, language: str) -> str:
    return QLocale(language).toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
