"""Nothing of what happens inside is written where the program was started from: a terminal, or a log of the session.

Python's words and Qt's can be caught one by one; those of the libraries below them (fonts, keyboards, drivers) cannot.
"""

from __future__ import annotations

import os
import sys
from typing import TextIO

LAST_STREAM = 2
"""The first numbers belong to the terminal: what is read, what is written, what went wrong."""


def leave_the_terminal() -> TextIO:
    """From now on no word of this process, its libraries or what it starts gets out.

    Gives the way to where words went, for the one sentence when no window can open. Raises OSError when not
    even the null device can be opened.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    while nowhere <= LAST_STREAM:  # closed before we came; or a file of ours would get its place, and the words
        nowhere = os.open(os.devnull, os.O_RDWR)
    way = os.dup(2)
    for stream in (1, 2):
        # SAFETY: a warning of a library, with our name before it, stays in the session's log for good
        # (test_no_word_of_a_library_gets_out).
        os.dup2(nowhere, stream)
    os.close(nowhere)
    return os.fdopen(way, "w", encoding=getattr(sys.stderr, "encoding", None) or "utf-8", errors="backslashreplace")
