"""The links that content may have. They name things inside the program; web addresses come from the directory only."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.toml_table import is_id


@dataclass(frozen=True)
class Link:
    """A link, taken apart: `answer:fits=paid` is Link("answer", "fits", "paid"), `crisis:` is Link("crisis")."""

    scheme: str
    target: str = ""
    answer: str = ""


SCHEMES = ("crisis", "talk", "plan", "page", "step", "answer", "help", "service", "app", "pay")
ALONE = ("crisis", "talk")
"""These name one place and nothing in it. `plan` may do so, too: then it is the one for who is blackmailed."""
CARDS = ("help", "service")
"""These stand alone in a paragraph: cards of services are shown in their place."""
THIS_HOUR = "this-hour"
"""`help:this-hour`: who answers now and who opens when, in words and not in cards."""
SLOTS = {"app": "apps", "pay": "pay"}
"""These stand alone in a paragraph: what the list says about each app or payment that was picked takes their place."""
STANDING_ALONE = (*CARDS, *SLOTS)


def read_link(address: str) -> Link | None:
    """The link's parts; None when it is none of ours."""
    scheme, colon, rest = address.partition(":")
    if not colon or scheme not in SCHEMES:
        return None
    if scheme in ALONE:
        return None if rest else Link(scheme)
    if scheme == "plan" and not rest:
        return Link(scheme)
    target, equals, answer = rest.partition("=")
    if bool(equals) != (scheme == "answer"):
        return None
    if not is_id(target) or (equals and not is_id(answer)):
        return None
    return Link(scheme, target, answer)
