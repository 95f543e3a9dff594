"""Where words stand in a text: capitals, kinds of quotes, and spaces make no difference."""

from __future__ import annotations

import re
from functools import lru_cache

_QUOTES = {quote: f"[{kinds}]" for kinds in ("'’‘", '"“”') for quote in kinds}
_UNSEEN = "\u200b?"
"""Where a long address may break there is a sign that nobody sees."""


def places(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where the words stand, each as its first letter and the one after its last; none for no words."""
    pattern = _pattern(words.strip())
    return tuple(match.span() for match in pattern.finditer(text)) if pattern is not None else ()


@lru_cache(maxsize=1)
def _pattern(words: str) -> re.Pattern[str] | None:
    parts = [r"\s+" if part.isspace() else _QUOTES.get(part, re.escape(part)) for part in re.findall(r"\s+|\S", words)]
    return re.compile(_UNSEEN.join(parts), re.IGNORECASE) if parts else None
