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

_OLD_ZONES = {
    **dict.fromkeys(("Europe/Belfast", "GB", "GB-Eire"), "GB"),
    "Eire": "IE",
    "Poland": "PL",
    "Portugal": "PT",
    "Europe/Nicosia": "CY",
    **dict.fromkeys(("America/Atka", "America/Fort_Wayne", "America/Indianapolis", "America/Knox_IN"), "US"),
    **dict.fromkeys(("America/Louisville", "America/Shiprock", "Navajo"), "US"),
    **dict.fromkeys(("America/Montreal", "America/Nipigon", "America/Pangnirtung", "America/Rainy_River"), "CA"),
    **dict.fromkeys(("America/Thunder_Bay", "America/Yellowknife"), "CA"),
    **dict.fromkeys(("America/Ensenada", "America/Santa_Isabel"), "MX"),
    "America/Porto_Acre": "BR",
    "Asia/Calcutta": "IN",
    "Hongkong": "HK",
    "Japan": "JP",
    "ROK": "KR",
    "Singapore": "SG",
    **dict.fromkeys(("NZ", "NZ-CHAT"), "NZ"),
}
"""Old names of time zones that systems still use. Qt knows the countries of the new names only.

Not here: names such as CET and MST, which hold in many countries.
"""

_OLD_AREAS = {"US": "US", "Canada": "CA", "Australia": "AU", "Mexico": "MX", "Brazil": "BR"}
"""Old names that begin with a country: US/Eastern. Of Australia only those are asked for here that Qt does not know."""


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
    return _OLD_ZONES.get(zone) or _OLD_AREAS.get(zone.partition("/")[0])


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
