"""The words of a page without its signs, quickly: the search reads all pages at once, and draws none of them."""

from __future__ import annotations

import re

_SOURCE = re.compile(r"\[\^[\w-]+\]")
_CARDS = re.compile(r"^ *\[[^\]]*\]\((?:help|service|app|pay):[^)]*\) *$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_CALLOUT = re.compile(r'^ *!!! \w+ "([^"]*)"', re.MULTILINE)
_RULE = re.compile(r"^[ |:-]+$", re.MULTILINE)
_ITEM = re.compile(r"^ *(?:[-*] (?:\[[ x]\] )?|\d+\. )", re.MULTILINE)
_HEADING = re.compile(r"^#+ (.*?)(?: *\{#[\w-]+\})?$", re.MULTILINE)
_STARS = re.compile(r"\*+|\\(?=[^\w\s])")
_SPACE = re.compile(r"\s+")


def headings_and_body(markdown: str) -> tuple[str, str]:
    """The headings of a text, and everything else in it; each as one line of plain words."""
    text = _CARDS.sub("", _SOURCE.sub("", markdown))
    text = _STARS.sub("", _ITEM.sub("", _RULE.sub("", _CALLOUT.sub(r"\1", _LINK.sub(r"\1", text)))))
    headings = " · ".join(_HEADING.findall(text))
    return _one_line(headings), _one_line(_HEADING.sub("", text).replace("|", " "))


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
