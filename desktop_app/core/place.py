"""Which country's numbers are shown: the remembered one, else the policy, else the one of the time zone.

Never the language: a computer in London may well speak American English.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

WORLDWIDE = "ZZ"
"""The name of the file with services for any country; not a country."""

_OTHER_NAMES = {"UK": "GB", "EL": "GR"}
"""Codes that people and some systems use for the ISO ones."""

_OLD_ZONES = {"Europe/Belfast": "GB", "GB": "GB", "GB-Eire": "GB"}
"""Old names of time zones that systems still use. Qt knows the countries of the new names only."""


@dataclass(frozen=True)
class Place:
    """`code`: ISO 3166-1 alpha-2, None when nothing says where; `known`: there is a file for it; `guessed`: only the
    time zone said so, and the person has not yet."""

    code: str | None
    known: bool
    guessed: bool


def country_code(text: str | None) -> str | None:
    """An alpha-2 code in capitals; None for anything else, such as a name, "001" or "ZZ"."""
    code = (text or "").strip().upper()
    if len(code) != 2 or not (code.isascii() and code.isalpha()) or code == WORLDWIDE:
        return None
    return _OTHER_NAMES.get(code, code)


def country_of_old_zone(zone: str) -> str | None:
    """The country of a time zone with an old name, for a country that has a file; None for all other zones."""
    return _OLD_ZONES.get(zone)


def choose_country(
    remembered: str | None, policy: str | None, territory: str | None, have: Collection[str] = ()
) -> Place:
    """The first of the three that is a code. `territory` is that of the system's time zone; `have` the files there are.

    A country without a file is kept all the same: its worldwide services are shown, and the screen says so.
    """
    # SAFETY: a code that cannot be read passes the turn on, it never picks a country (test_garbage_picks_no_country).
    for text, guessed in ((remembered, False), (policy, False), (territory, True)):
        code = country_code(text)
        if code is not None:
            return Place(code, code in have, guessed)
    return Place(None, False, False)
