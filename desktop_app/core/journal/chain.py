"""The chain: shows whether revisions changed after its head was written down (docs/journal.md, "Chain").

d(n) = SHA-256(16 random bytes kept in the revision, canonical JSON of revision n); h(n) = SHA-256(h(n-1), d(n)). The
random bytes are what keeps d(n) of a removed revision from being guessed. h(0) is 32 zero bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import NamedTuple

FIRST = bytes(32)
"""h(0)."""
RANDOM_BYTES = 16


class Link(NamedTuple):
    """Revision `n` in the chain. `removed`: "" while it is there, else the day (UTC) on which its owner removed it;
    `what` is then "entry" for the last revision of a removed entry, else "version"."""

    n: int
    digest: bytes
    head: bytes
    removed: str = ""
    what: str = ""


def canonical(value: object) -> bytes:
    """The one way to write it as JSON: keys sorted, no blanks, UTF-8 (RFC 8785, for what has no fractions)."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def digest(random: bytes, text: bytes) -> bytes:
    """d(n)."""
    return hashlib.sha256(random + text).digest()


def link(head: bytes, of_revision: bytes) -> bytes:
    """h(n), from h(n-1) and d(n)."""
    return hashlib.sha256(head + of_revision).digest()


def is_whole(links: Iterable[Link]) -> bool:
    """Whether the links follow each other from the first on, without a gap. Says nothing about the texts."""
    head, at = FIRST, 0
    for each in links:
        head, at = link(head, each.digest), at + 1
        if each.n != at or each.head != head:
            return False
    return True
