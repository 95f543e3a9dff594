"""What a program can leave, and how each of it is found. test_every_trace_is_found.py plants each of it once."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.desktop.program import ROOT

SETTINGS = frozenset(
    {
        "format",  # which way of writing the file this is
        *("country", "language", "text_size", "theme", "lock_minutes"),
        *("extra_exit_key", "shift_hint", "slow_exit", "reduce_motion"),
    }
)
"""All that may stand in what is remembered."""

HARMLESS = {
    r"/dev/(null|tty)": "no file",
    r"/dev/dri/.*": "the graphics card",
    rf"{re.escape(str(ROOT))}/.*/__pycache__(/.*)?": "a checkout's own compiled copy, whatever was read in the window",
}
"""What may be opened for writing anywhere, and why. Nothing of it tells of a visit."""

LIVED_IN = (
    *(".config/QtProject.conf", ".config/Trolltech.conf", ".config/kdeglobals", ".config/dconf/user"),
    *(
        ".config/gtk-3.0/bookmarks",
        ".config/ibus/bus/machine-unix-0",
        ".config/user-dirs.dirs",
        ".config/mimeapps.list",
    ),
    *(".local/share/recently-used.xbel", ".local/share/gvfs-metadata/home", ".local/state/history"),
    *(".cache/mesa_shader_cache/index", ".cache/fontconfig/CACHEDIR.TAG", ".dbus/session-bus/machine-0"),
    *(".xsession-errors", ".bash_history", ".python_history", ".ICEauthority"),
)
"""Where desktops and their programs note things down."""

SHARED = tuple(Path(folder) for folder in ("/tmp", "/dev/shm", "/var/tmp", "/var/crash"))
"""Where others work as well: only what has our mark is ours."""


@dataclass
class Canaries:
    """Texts that must be nowhere afterwards. Short words are left out: they are anywhere."""

    texts: set[str] = field(default_factory=set)

    def add(self, text: str) -> None:
        if len(text) >= 5:
            self.texts.add(text)

    def in_bytes(self, data: bytes) -> list[str]:
        """Those that stand in `data`, as most programs and as Qt write them."""
        return sorted(
            text
            for text in self.texts
            if any(text.encode(code) in data for code in ("utf-8", "utf-16-le", "utf-16-be"))
        )


def live_in(home: Path) -> dict[Path, bytes]:
    """Put into a home what other programs have left there, so that adding to it can be seen. Gives what is in each."""
    for name in LIVED_IN:
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name} of others\n")
    return belongings(home)


def belongings(home: Path) -> dict[Path, bytes]:
    """What is in each file of a home."""
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file() and not path.is_symlink()}


def changed_belongings(before: Mapping[Path, bytes], after: Mapping[Path, bytes]) -> list[str]:
    """Files of others that are not as they were."""
    return [f"changed {path}" for path, data in before.items() if after.get(path) != data]


def changed_paths(paths: Iterable[str], allowed: Sequence[Path]) -> list[str]:
    """Paths that were written to, although nothing of ours belongs there."""
    return [
        f"wrote to {path}"
        for path in paths
        if not any(re.fullmatch(pattern, path) for pattern in HARMLESS)
        and not any(_within(Path(path), one) for one in allowed)
    ]


def _within(path: Path, allowed: Path) -> bool:
    """Whether a path is what is allowed, a folder on the way to it, or the temporary file that becomes it."""
    beside = path.parent == allowed.parent and allowed.name in path.name
    return path == allowed or path in allowed.parents or beside


def left_files(folder: Path, before: Iterable[Path], allowed: Sequence[Path], canaries: Canaries) -> list[str]:
    """What is in a folder now and was not before; and what holds a canary, in its name or inside."""
    known = {parent for path in before for parent in (path, *path.parents)}
    found = []
    for path in sorted(folder.rglob("*")):
        if path in known:
            continue
        if path not in allowed and not any(path in one.parents for one in allowed):
            found.append(f"left {path}")
            found += [f"{text!r} is in the name {path}" for text in canaries.texts if text in path.name]
        if path.is_file() and not path.is_symlink():
            found += [f"{text!r} stands in {path}" for text in canaries.in_bytes(path.read_bytes())]
    return found


def left_beside_others(before: Mapping[Path, frozenset[str]], process: int, canaries: Canaries) -> list[str]:
    """New things in folders that others use too, with our process id or a canary in their name or inside."""
    found = []
    for folder, known in before.items():
        for name in sorted(names_in(folder) - known):
            data = name.encode() + _beginning(folder / name)
            if str(process) in re.findall(r"\d+", name) or canaries.in_bytes(data):
                found.append(f"left {folder / name}")
    return found


def names_in(folder: Path) -> frozenset[str]:
    try:
        return frozenset(path.name for path in folder.iterdir())
    except OSError:
        return frozenset()


def _beginning(path: Path) -> bytes:
    if not path.is_file() or path.is_symlink():
        return b""
    try:
        with path.open("rb") as file:
            return file.read(1_000_000)
    except OSError:
        return b""


def settings_kept(path: Path) -> list[str]:
    """What is wrong with the one file that may be kept, if it is there."""
    if not path.is_file():
        return []
    keys = set(re.findall(r"^\s*([^#;\[\s=][^=]*?)\s*=", path.read_text(encoding="utf-8"), re.MULTILINE))
    return [f"{path} keeps {key!r}" for key in sorted(keys - SETTINGS)]


def left_processes(mark: str) -> list[str]:
    """Processes that still carry our mark in their environment."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            marked = mark.encode() in (entry / "environ").read_bytes()
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
        except OSError:
            continue  # it ended while we looked, or it is not ours to see
        if marked and command and not command.startswith("strace "):
            found.append(f"still runs: {command}")
    return found


def core_allowed(process: int) -> list[str]:
    """Whether a crash would leave a picture of the memory."""
    for line in Path(f"/proc/{process}/limits").read_text().splitlines():
        if line.startswith("Max core file size"):
            return [] if line.split()[4:6] == ["0", "0"] else [f"a core file is allowed: {' '.join(line.split()[4:6])}"]
    return ["the kernel does not say whether a core file is allowed"]
