"""Where our one file of settings is: in the system's place for local, never roaming, data. Makes nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FOLDER = "handrail"
FILE = "handrail.ini"


def settings_path(data_dir: Path | None) -> Path | None:
    """Where the settings are, or would be. `data_dir` is the folder that the person named, if any.

    None when nothing says where this person's files belong, such as with neither a home folder nor an account.
    """
    folder = _local_folder() if data_dir is None else data_dir
    return None if folder is None else folder / FILE


def _local_folder() -> Path | None:
    if sys.platform == "linux" and (base := _named_by_environment()):
        return Path(base, FOLDER)
    # Not above, and on Linux only for odd computers: it takes 3 ms, and Home waits for it.
    import platformdirs

    try:
        # SAFETY: a roaming folder would carry the file to a school's server (test_the_folder_never_roams).
        return platformdirs.user_data_path(FOLDER, appauthor=False, roaming=False)
    except (OSError, RuntimeError, ValueError):
        return None


def _named_by_environment() -> str:
    """What platformdirs answers where the environment says it all; else "". A test holds the two together."""
    data, home = os.environ.get("XDG_DATA_HOME", ""), os.environ.get("HOME", "")
    if data.startswith("/"):
        return data
    return f"{home.rstrip('/')}/.local/share" if home.startswith("/") else ""
