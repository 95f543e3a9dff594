"""Where the content is, and how a text file of it is read.

Reading is strict: what is not plain UTF-8 text of a sane size is a ContentError, never another exception.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from desktop_app.core.errors import ContentError

LARGEST_FILE = 256 * 1024
"""Bytes. A page is about 4 KiB; anything near this size is not a page."""

_LINE = re.compile(r"at line (\d+)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]")


def find_resources(start: Path | None = None) -> Path:
    """The folder `resources/`: the nearest one beside or above this file.

    One rule for all: in a wheel and in a bundle it is inside the package or beside it, in a checkout beside it.
    `start` is the folder to look from, for tests. Raises ContentError ("resources-missing").
    """
    package = Path(__file__).resolve().parent.parent if start is None else start
    for folder in (package, package.parent):
        found = folder / "resources"
        if found.is_dir():
            return found
    raise ContentError.at("resources-missing", "", 0, "resources")


def name_of(path: Path, root: Path) -> str:
    """How a problem names a file: relative to `root`, with forward slashes."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.name


def read_text(path: Path, root: Path) -> str:
    """The text of one content file, lines ended by "\\n", without a byte order mark. Raises ContentError."""
    file = name_of(path, root)
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise ContentError.at("file-missing", file, 0, path.name) from None
    except (OSError, ValueError) as error:
        # A folder in its place says "permission denied" on Windows and "is a directory" elsewhere.
        code = "file-folder" if is_there(path) and path.is_dir() else "file-unreadable"
        raise ContentError.at(code, file, 0, getattr(error, "strerror", None) or path.name) from None
    if len(data) > LARGEST_FILE:
        raise ContentError.at("file-too-big", file, 0, f"{LARGEST_FILE // 1024} KiB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError.at("file-not-text", file, data.count(b"\n", 0, error.start) + 1, path.name) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_control_characters(text, file)
    return text


def refuse_control_characters(text: str, file: str, first_line: int = 1) -> None:
    """Raise ContentError ("control-character") for NUL, escape, overrides of direction and their like."""
    found = _CONTROL.search(text)
    if found is not None:
        line = first_line + text.count("\n", 0, found.start())
        raise ContentError.at("control-character", file, line, f"U+{ord(found.group()):04X}")


def parse_toml(text: str, file: str, first_line: int = 1) -> dict[str, Any]:
    """The values of TOML text; `first_line` is where that text begins in `file`. Raises ContentError."""
    import tomllib  # not above: what is seen first needs no TOML

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ContentError.at("nested-too-deep", file, first_line, "TOML") from None
    except (ValueError, OverflowError) as error:
        # tomllib raises plain ValueError too, such as for a number of five thousand digits.
        found = _LINE.search(str(error))
        within = int(found.group(1)) - 1 if found is not None else text.count("\n")
        raise ContentError.at("toml-syntax", file, first_line + within, str(error)) from None


def is_there(path: Path) -> bool:
    """True when something has that path; False also for a name that no file can have, and without the right to look."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
