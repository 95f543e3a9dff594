"""What can go wrong with a journal, as codes. The sentences are in `ui`; each failure leaves the files as they were."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, get_args

Code = Literal[
    # Opening (docs/journal.md, "Opening").
    "no-journal",  # there is nothing here to open
    "passphrase-wrong",  # no journal here opens with it
    "passphrase-taken",  # a new one would open a journal that is there already
    "recovery-mistyped",  # not 26 letters and digits, or they do not fit together
    "recovery-wrong",  # a whole code, but of no journal here
    "keys-missing",  # a store without its key file
    "keys-damaged",
    "keys-newer",  # written by a newer program
    "keys-refused",  # parameters below the floor, or so high that they are an attack
    "store-missing",  # a key file without its store
    "store-damaged",  # what can still be read is read; nothing is written any more
    "store-newer",
    "no-memory",  # the key derivation, or SQLite, could not have it
    # Files and drives.
    "no-folder",  # the stick is out, or the path leads nowhere
    "in-the-way",  # something that is no file of ours has its name
    "read-only",
    "disk-full",
    "busy",  # a second program holds the store
    "not-read",  # the drive failed
    "not-written",
    "not-verified",  # the copy on the stick does not hold what it should
    # What was asked for.
    "closed",  # locked or erased meanwhile
    "not-there",  # no such entry, revision or exhibit
    "what-missing",  # an entry that does not say what happened
    "entry-odd",  # a field that no entry has, or a value that it cannot have
    "entry-too-large",
    "exhibit-empty",
    "exhibit-too-large",
    "exhibit-type",  # not one of the kinds of picture that are kept
    "exhibits-full",
]

CODES: frozenset[str] = frozenset(get_args(Code))

_OF_SYSTEM: dict[int, Code] = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
    errno.ENOENT: "no-folder",
    errno.ENOTDIR: "no-folder",
    errno.ENODEV: "no-folder",
    errno.ENXIO: "no-folder",
    errno.ENAMETOOLONG: "no-folder",
    errno.ELOOP: "in-the-way",
    errno.EEXIST: "in-the-way",
    errno.EISDIR: "in-the-way",
    errno.ENOTEMPTY: "in-the-way",
    errno.EBUSY: "busy",
    errno.ENOMEM: "no-memory",
}


class JournalError(Exception):
    """Something could not be done. Nothing else may come out of this package but for mistakes in our own code.

    `also`: what is wrong with other journals in the same folder, when none could be opened.
    """

    def __init__(self, code: Code, also: frozenset[Code] = frozenset()) -> None:
        super().__init__(code)
        self.code: Code = code
        self.also = also


@contextmanager
def system_errors(other: Code) -> Iterator[None]:
    """Inside, an OSError becomes a JournalError; `other` is for those that say nothing useful."""
    try:
        yield
    except OSError as error:
        # Windows: 32 and 33 are a file that another program holds, 112 and 39 a full disk, 19 a write-protected stick.
        of_windows: dict[int, Code] = {32: "busy", 33: "busy", 39: "disk-full", 112: "disk-full", 19: "read-only"}
        found = of_windows.get(getattr(error, "winerror", None) or 0) or _OF_SYSTEM.get(error.errno or 0, other)
        raise JournalError(found) from None
