"""Keeps a journal's folder out of other programs' copies and indexes, where the system has a word for that.

docs/journal.md, "Layout". Windows: not content-indexed. macOS: not in Time Machine. Linux has no word that
desktops heed. Never raises: a journal without the mark is better than none.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Protocol

NOT_INDEXED = 0x2000
"""FILE_ATTRIBUTE_NOT_CONTENT_INDEXED of winnt.h. What is made inside later inherits it."""

EXCLUDED = b"com.apple.metadata:com_apple_backup_excludeItem"
_EXCLUDED_VALUE = b"com.apple.backupd"


class Kernel32(Protocol):
    """The part of kernel32.dll that is needed."""

    def GetFileAttributesW(self, path: str, /) -> int: ...

    def SetFileAttributesW(self, path: str, attributes: int, /) -> int: ...


class LibC(Protocol):
    """The part of macOS's C library that is needed."""

    def setxattr(self, path: bytes, name: bytes, value: bytes, size: int, position: int, options: int, /) -> int: ...


def keep_out_of_copies(folder: Path) -> None:
    """Mark the folder, as far as this system can."""
    # Imported where it is needed: a start has no use for it.
    if sys.platform == "win32":
        import ctypes

        keep_out_of_index(ctypes.WinDLL("kernel32"), folder)
    elif sys.platform == "darwin":
        import ctypes

        keep_out_of_time_machine(ctypes.CDLL(None), folder)


def keep_out_of_index(system: Kernel32, folder: Path) -> None:
    """Windows Search does not look inside."""
    with suppress(AttributeError, OSError):
        now = system.GetFileAttributesW(str(folder))
        if now not in (-1, 0xFFFFFFFF):
            system.SetFileAttributesW(str(folder), now | NOT_INDEXED)


def keep_out_of_time_machine(system: LibC, folder: Path) -> None:
    """Time Machine leaves it out."""
    with suppress(AttributeError, OSError):
        value = _binary_property_list(_EXCLUDED_VALUE)
        system.setxattr(os.fsencode(folder), EXCLUDED, value, len(value), 0, 0)


def _binary_property_list(text: bytes) -> bytes:
    import plistlib

    return plistlib.dumps(text.decode(), fmt=plistlib.FMT_BINARY)
