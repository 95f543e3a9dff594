"""A recovery code: 26 letters and digits that carry 128 random bits and a check of two.

docs/journal.md, "Recovery code". Crockford's alphabet: no I, L, O or U, so that nothing copied by hand is misread.
"""

from __future__ import annotations

import hashlib
import os

from desktop_app.core.journal.errors import JournalError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 26
BYTES = 16
_CHECK_BITS = 2
_MEANT = str.maketrans("OIL", "011")


def new_secret() -> bytes:
    """Sixteen random bytes, from the system."""
    return os.urandom(BYTES)


def code_of(secret: bytes) -> str:
    """The code to write down, without blanks."""
    number = int.from_bytes(secret, "big") << _CHECK_BITS | _check(secret)
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def secret_of(code: str) -> bytes:
    """The sixteen bytes of a code as typed: small letters, blanks and dashes do no harm.

    Raises JournalError "recovery-mistyped".
    """
    typed = "".join(each for each in code.upper() if not each.isspace() and each not in "-‐‑–—_.").translate(_MEANT)
    if len(typed) != LENGTH or not set(typed) <= set(ALPHABET):
        raise JournalError("recovery-mistyped")
    number = 0
    for each in typed:
        number = number << 5 | ALPHABET.index(each)
    secret = (number >> _CHECK_BITS).to_bytes(BYTES, "big")
    if number & (1 << _CHECK_BITS) - 1 != _check(secret):
        raise JournalError("recovery-mistyped")
    return secret


def _check(secret: bytes) -> int:
    return hashlib.blake2b(secret, digest_size=1, person=b"handrail-check").digest()[0] >> 8 - _CHECK_BITS
