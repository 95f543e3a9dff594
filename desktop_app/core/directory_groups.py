"""The help directory as it is read through: groups in the order of need, for a need and an age."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from desktop_app.core.directory import Directory
from desktop_app.core.service import TALK_WAYS, Kind, Service

Need = Literal["talk", "report", "take-down", "money", "parents", "schools"]
"""What somebody looks for. An emergency number is under none of them: it stands on top where nothing is asked for."""
Age = Literal["under-13", "13-to-17", "adult"]
"""How old the person is who needs help."""
GroupName = Literal["emergency", "child-helpline", "police-report", "image-removal", "rest", "single"]
"""`rest`: every other service that is sure; `single`: those that only one page names, marked wherever they stand."""

AGES: tuple[Age, ...] = get_args(Age)
GROUPS: tuple[GroupName, ...] = get_args(GroupName)
NEEDS: tuple[Need, ...] = get_args(Need)
_KINDS: dict[Need, frozenset[Kind]] = {
    "talk": frozenset({"child-helpline", "crisis", "support"}),
    "report": frozenset({"police-report", "hotline"}),
    "take-down": frozenset({"image-removal"}),
    "money": frozenset({"fraud"}),
    "parents": frozenset({"parents"}),
    "schools": frozenset({"professionals"}),
}
_YEARS: dict[Age, tuple[int, int | None]] = {"under-13": (0, 12), "13-to-17": (13, 17), "adult": (18, None)}


@dataclass(frozen=True)
class Group:
    """Services of one group, in the order to show them; never empty."""

    name: GroupName
    services: tuple[Service, ...]


def groups(
    directory: Directory, now: dt.datetime, need: Need | None = None, age: Age | None = None
) -> tuple[Group, ...]:
    """The services for a need and an age, None for any, by group. Each stands once; groups with nobody are left out.

    Within a group: the whole country's, a part's, the worldwide ones; those last checked two years ago come last.
    """
    found = [
        service
        for service in directory.services
        if (need is None or meets(service, need)) and (age is None or fits(service, age))
    ]
    listed = {
        name: directory.ordered((service for service in found if _group(service) == name), now) for name in GROUPS
    }
    return tuple(Group(name, services) for name, services in listed.items() if services)


def needs(directory: Directory) -> tuple[Need, ...]:
    """The needs that somebody here meets, in order."""
    return tuple(need for need in NEEDS if any(meets(service, need) for service in directory.services))


def meets(service: Service, need: Need) -> bool:
    """Whether a service is for that need. Adults' services are one to talk to where somebody answers."""
    if need == "talk" and "adults-18plus" in service.kinds:
        return any(contact.way in TALK_WAYS for contact in service.contacts)
    return not _KINDS[need].isdisjoint(service.kinds)


def fits(service: Service, age: Age) -> bool:
    """Whether a service takes people of that age. One that is for children only, or for adults only, need not say so
    in years."""
    if age == "adult" and service.kinds == ("child-helpline",) and service.age_max is None:
        return False
    if age != "adult" and service.kinds[0] == "adults-18plus":
        return False
    return service.serves_between(*_YEARS[age])


def _group(service: Service) -> GroupName:
    # SAFETY: a number that only one page names never stands among those that are sure
    # (test_what_one_page_names_stands_in_the_last_group).
    if not service.confirmed:
        return "single"
    # A line for adults that also takes pictures down is looked for among those that do.
    return next((name for kind in service.kinds for name in GROUPS if name == kind), "rest")
