"""Where a file can be saved: sticks and drives, and the usual folders of a person. Nothing is made, nothing is kept.

A list of our own, because the system's notes down where somebody saved last. Looking may take long where a drive is
slow: it belongs on another thread than the windows'.
"""

from __future__ import annotations

import os
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths

Location = QStandardPaths.StandardLocation
USUAL = {
    "documents": Location.DocumentsLocation,
    "downloads": Location.DownloadLocation,
    "desktop": Location.DesktopLocation,
    "home": Location.HomeLocation,
}
MOUNTS = ("/Volumes",) if sys.platform == "darwin" else ("/run/media", "/media")
"""Where systems put in sticks, by their names or by that of the person first."""
REMOVABLE = 2
"""What Windows says of the drive of a stick."""


class SavePlace(NamedTuple):
    """A folder to save in. `kind` is "drive" or a key of `USUAL`."""

    kind: str
    folder: Path


def save_places() -> tuple[SavePlace, ...]:
    """What can be taken along first, then the person's folders; each once, and only those that are there."""
    places = [*(SavePlace("drive", folder) for folder in _drives()), *_usual()]
    # Where a person has no folder for documents the system names their own folder once more; it keeps its own name.
    own = {place.folder: place for place in reversed(places)}
    own |= {place.folder: place for place in places if place.kind == "home"}
    return tuple(place for place in places if own[place.folder] == place and _can_write(place.folder))


def is_there(place: SavePlace) -> bool:
    """Whether it still is what it was: the empty folder that a stick leaves behind is none."""
    return place.folder.is_dir() and (place.kind != "drive" or os.path.ismount(place.folder))


def _usual() -> Iterator[SavePlace]:
    for kind, location in USUAL.items():
        path = QStandardPaths.writableLocation(location)
        if path:
            yield SavePlace(kind, Path(path))


def _drives() -> Iterator[Path]:
    if sys.platform == "win32":
        import ctypes

        for letter in string.ascii_uppercase:
            if ctypes.windll.kernel32.GetDriveTypeW(f"{letter}:\\") == REMOVABLE:
                yield Path(f"{letter}:\\")
        return
    for mounts in MOUNTS:
        for folder in _folders(Path(mounts)):
            if os.path.ismount(folder):
                yield folder
            elif sys.platform != "darwin":
                yield from (inner for inner in _folders(folder) if os.path.ismount(inner))


def _folders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(entry) for entry in entries if entry.is_dir(follow_symlinks=False))
    except OSError:
        return []  # not there, or not for this person


def _can_write(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK)
