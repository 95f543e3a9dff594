"""Who answers at this hour, and who opens when: for the end of a plan, when most of the help is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtWidgets import QWidget

from desktop_app.core.hours import OpenState
from desktop_app.core.service import TALK_WAYS, Contact, Service
from desktop_app.ui import strings, strings_plan
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


def this_hour(
    look: Look, services: Iterable[Service], state: Callable[[Service, Contact], OpenState]
) -> Iterator[QWidget]:
    """The lines by name, in two sentences. What no clock can tell is left out; the cards say hours in words."""
    now, later = [], []
    for service in services:
        states = [state(service, contact) for contact in service.contacts if contact.way in TALK_WAYS]
        opening = [each.opens for each in states if each.kind == "closed" and each.opens is not None]
        if any(each.kind in ("always", "open") for each in states):
            now.append(service.name)
        elif opening:
            opens = min(opening)
            day, time = strings.DAYS[opens.weekday()], opens.strftime("%H:%M")
            later.append(strings_plan.OPENS_LATER.format(name=service.name, day=day, time=time))
    if now:
        yield Text(look, strings_plan.ANSWERS_NOW.format(names=", ".join(now)), "body")
    if later:
        yield Text(look, strings_plan.ANSWERS_LATER.format(names=", ".join(later)), "body")
        yield Text(look, strings_plan.UNTIL_THEN, "small", "ink2")
    if not now and not later:
        yield Text(look, strings_plan.HOURS_NOT_KNOWN, "body")
