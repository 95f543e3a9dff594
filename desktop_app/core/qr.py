"""What a QR code carries so that a phone calls, writes or opens a page, and the code's black and white squares.

A code holds only what stands in the directory: a number, a word to text, an address. Nothing about the person.
"""

from __future__ import annotations

import re
import sys
from types import ModuleType

from desktop_app.core.service import Contact

_NUMBER = re.compile(r"\+?[0-9#]+")
_BETWEEN = re.compile(r"[ \-()]")


def dial(number: str) -> str:
    """The address that dials: "0800 1111" is "tel:08001111". Raises ValueError for what is not a number."""
    return "tel:" + _digits(number).replace("#", "%23")


def text(number: str, keyword: str = "") -> str:
    """The address that opens a text message with the keyword in it. Raises ValueError for what is not a number."""
    return f"SMSTO:{_digits(number)}:{keyword}" if keyword else f"SMSTO:{_digits(number)}"


def payload(contact: Contact) -> str | None:
    """What the code of one contact carries; None for a textphone, which no phone's camera can dial the right way.

    A relay number called by voice from a mobile phone would cost the person time.
    """
    match contact.way:
        case "phone":
            return dial(contact.to)
        case "sms":
            return text(contact.to, contact.keyword)
        case "email":
            return f"mailto:{contact.to}"
        case "textphone":
            return None
        case _:
            return contact.to


def modules(payload: str) -> tuple[tuple[bool, ...], ...]:
    """The squares of the code, row by row, True is dark, without the margin of four that must stand around it."""
    segno = _encoder()
    # Level M: a screen seen at an angle loses some. No higher: fewer, larger squares are read from further off.
    code = segno.make(payload, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def _encoder() -> ModuleType:
    """segno without its writers of files: those import urllib, http and ssl, and this program has no network code."""
    # SAFETY: an empty module stands in their place (test_drawing_a_code_loads_no_network_code).
    sys.modules.setdefault("segno.writers", ModuleType("segno.writers"))
    import segno

    return segno


def _digits(number: str) -> str:
    digits = _BETWEEN.sub("", number)
    if not _NUMBER.fullmatch(digits):
        raise ValueError(number)
    return digits
