"""One service that helps, and the ways to reach it. Numbers are text, exactly as a person dials them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from desktop_app.core.hours import Hours

Way = Literal["phone", "sms", "textphone", "chat", "web", "email"]
Confidence = Literal["confirmed", "single"]
"""confirmed: the service's own page, or two independent pages; single: one page. Weaker ones are not shipped."""
Kind = Literal[
    "emergency",
    "police-report",
    "child-helpline",
    "crisis",
    "image-removal",
    "fraud",
    "parents",
    "professionals",
    "adults-18plus",
    "hotline",
    "support",
]
"""What a service is for. `support` listens or gives special help, and is no crisis line."""
Topic = Literal["lgbtq", "honour", "exploitation"]
"""Who it is specially for. `honour`: abuse in its name, and forced marriage."""
Access = Literal["sms", "chat", "text-relay", "textphone", "sign-language", "silent-call"]
"""A way in for people who are deaf or cannot speak. `text-relay`: somebody speaks what they type."""

WAYS: tuple[Way, ...] = get_args(Way)
KINDS: tuple[Kind, ...] = get_args(Kind)
TOPICS: tuple[Topic, ...] = get_args(Topic)
ACCESSES: tuple[Access, ...] = get_args(Access)
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
TALK_WAYS: tuple[Way, ...] = ("phone", "sms", "chat")
"""The ways by which a person answers while one waits."""

ADULT = 18
"""Years."""


@dataclass(frozen=True)
class Contact:
    """One way in. `to`: a number as dialled, or an address; `keyword`: the word to text; `hours`: None when not known.

    `cost`: "free", or "" when no page says.
    """

    way: Way
    to: str
    keyword: str = ""
    hours: Hours | None = None
    cost: str = ""


@dataclass(frozen=True)
class Service:
    """One service. `age_min` and `age_max` are years, the last age served included; None when no page says.

    `subdivision`: ISO 3166-2, for a service that covers a part of its country only. `access`: ways in for people who
    are deaf or cannot speak. `read_on`: the day its stored pages were read; `rung_on`: the day a person rang or opened
    it, None until then. The words (`line`: one short line under the number; `about`; `crisis`: what it is for, on the
    crisis page; `speak`: how deaf and non-speaking people reach it) come from the language's file.
    """

    id: str
    name: str
    kinds: tuple[Kind, ...]
    country: str
    confidence: Confidence
    timezone: str
    read_on: dt.date
    contacts: tuple[Contact, ...]
    sources: tuple[str, ...]
    rung_on: dt.date | None = None
    subdivision: str | None = None
    age_min: int | None = None
    age_max: int | None = None
    topics: tuple[Topic, ...] = ()
    access: tuple[Access, ...] = ()
    languages: tuple[str, ...] = ()
    line: str = ""
    about: str = ""
    crisis: str = ""
    speak: str = ""

    @property
    def checked_on(self) -> dt.date:
        """The last day anybody looked: rung, or else read."""
        return max(self.read_on, self.rung_on or self.read_on)

    @property
    def confirmed(self) -> bool:
        """True when its ways in stand on the service's own page or on two others."""
        return self.confidence == "confirmed"

    def serves(self, adult: bool) -> bool:
        """True when it takes people of that age; `adult` is 18 and over."""
        return self.serves_between(ADULT, None) if adult else self.serves_between(0, ADULT - 1)

    def serves_between(self, first: int, last: int | None) -> bool:
        """True when it takes anybody from `first` to `last` years, both included; None is any age above."""
        too_old = self.age_max is not None and self.age_max < first
        return not too_old and (last is None or self.age_min is None or self.age_min <= last)
