"""The bundle: what people install. How large it is, and what its start is measured beside."""

import os
import shutil
import stat
from pathlib import Path

BUNDLE = Path(__file__).resolve().parent.parent.parent / "dist" / "handrail"
PROGRAM = BUNDLE / "handrail"
PEER = "keepassxc"
NOT_BUILT = "not built: build_scripts/build.py bundle"
NO_PEER = "not measured: dev.py bench --peers"
MEGABYTE = 1_000_000


def sizes(folder: Path) -> tuple[float, float]:
    """MB in the files of a folder, and MB that it takes from the disk. What has two names counts once."""
    entries: dict[tuple[int, int], os.stat_result] = {}
    for place, _, names in os.walk(folder):
        for path in (Path(place), *(Path(place) / name for name in names)):
            entry = path.lstat()
            entries[entry.st_dev, entry.st_ino] = entry
    files = sum(entry.st_size for entry in entries.values() if not stat.S_ISDIR(entry.st_mode))
    return files / MEGABYTE, sum(entry.st_blocks * 512 for entry in entries.values()) / MEGABYTE


def why_not_beside_peer(wanted: bool) -> str:
    """Why the start of the bundle cannot be measured beside the peer; "" when it can."""
    if not PROGRAM.exists():
        return NOT_BUILT
    return "" if wanted and shutil.which(PEER) else NO_PEER
