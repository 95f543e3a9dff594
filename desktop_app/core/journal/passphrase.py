"""A passphrase: made of four words that nobody can guess, brought into one form, and the waits after wrong ones."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.core.resources import read_text

WORDS = 4
"""Of 7,776 each: 51.7 bits (docs/journal.md, "Passphrase")."""
LIST = ("words", "eff-long.txt")
LIST_LENGTH = 7776
SHORTEST = 10
"""Characters of one's own choice."""
LONGEST_WAIT = 60
"""Seconds."""
_FREE_TRIES = 3


def normalized(passphrase: str) -> bytes:
    """The one form in which a passphrase is used: NFKC, UTF-8. Two keyboards may spell the same letters differently."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def load_word_list(resources: Path) -> tuple[str, ...]:
    """The EFF's long list. Raises ContentError."""
    return tuple(read_text(resources.joinpath(*LIST), resources).split())


def make_passphrase(words: Sequence[str], choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Four words picked by the system's own randomness, with a blank between them."""
    # SAFETY: fewer words to pick from can be guessed (test_a_passphrase_is_not_made_of_a_list_that_is_too_short).
    if len(set(words)) < LIST_LENGTH:
        raise ValueError(len(words))
    return " ".join(choose(words) for _ in range(WORDS))


def wait_after(wrong_tries: int) -> int:
    """Seconds to wait after so many wrong tries in this run: 0, 0, 0, 1, 2, 4, ... 60. Never kept on disk."""
    late = wrong_tries - _FREE_TRIES
    return 0 if late <= 0 else min(LONGEST_WAIT, 2 ** min(late - 1, 10))
