"""What a program asked the kernel for, as strace writes it down: files it touched, sockets, programs it started.

The program keeps its own process id and stays our child; strace watches from the side.
"""

import os
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 15.0
"""Seconds; only how long a failing test takes."""

_LINE = re.compile(r"(?P<process>\d+) +(?P<rest>.*)")
_RESUMED = re.compile(r"<\.\.\. \w+ resumed>(?P<rest>.*)")
_CALL = re.compile(r"(?P<name>\w+)\((?P<words>.*)\) += (?P<result>-?\d+|\?)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_FOLDER = re.compile(r'(?:AT_FDCWD|\d+)<((?:[^<>\\]|\\.)*)>, "')
_UNFINISHED = " <unfinished ...>"

# Calls that change what is on a disk, and how many of their paths they change, from the last one back.
_CHANGES = {
    "creat": 1,
    "mkdir": 1,
    "mkdirat": 1,
    "mknod": 1,
    "mknodat": 1,
    "rmdir": 1,
    "unlink": 1,
    "unlinkat": 1,
    "truncate": 1,
    "chmod": 1,
    "fchmodat": 1,
    "chown": 1,
    "lchown": 1,
    "fchownat": 1,
    "utime": 1,
    "utimes": 1,
    "utimensat": 1,
    "futimesat": 1,
    "setxattr": 1,
    "lsetxattr": 1,
    "rename": 2,
    "renameat": 2,
    "renameat2": 2,
    "link": 1,
    "linkat": 1,
    "symlink": 1,
    "symlinkat": 1,
}
_OPENS = ("open", "openat", "openat2")
# Nothing that only looks or only uses a socket that is there already: that is a lot, and slow to write down.
_OTHERS = ("execve", "execveat", "socket", "socketpair", "connect", "bind")
_WATCHED = ",".join(
    f"?{name}" for name in (*_CHANGES, *_OPENS, *_OTHERS, "fsync")
)  # "?": not every computer has them all
_WRITES = re.compile(r"\bO_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)\b")


@dataclass(frozen=True)
class Call:
    """One system call that worked. `words` is what it was given, as strace writes it."""

    name: str
    words: str

    def paths(self) -> list[str]:
        """The paths it was given, in order; those that begin in another folder joined to it."""
        folders = [_plain(found) for found in _FOLDER.findall(self.words)]
        texts = [_plain(found) for found in _QUOTED.findall(self.words)]
        if len(folders) == len(texts):
            return [str(Path(folder, text)) for folder, text in zip(folders, texts, strict=True)]
        return texts


def watched(command: Sequence[str], log: Path, failing: str = "") -> list[str]:
    """The command that runs `command` and writes what it asks the kernel for into `log`.

    `failing` is a call that never works, and why: "fsync:error=ENOSPC".
    """
    fault = ["-e", f"inject={failing}"] if failing else []
    watch = ["strace", "-D", "-f", "--seccomp-bpf", "-q", "-y", "-s", "4096", "-e", f"trace={_WATCHED}", *fault]
    return [*watch, "-o", str(log), *command]


def read_calls(log: Path, process: int) -> list[Call]:
    """All calls that worked, of the process and whatever it started. Waits until the process has ended."""
    ended = re.compile(rf"^{process} +\+\+\+ ", re.MULTILINE)
    until = time.monotonic() + PATIENCE
    while not ended.search(text := log.read_text(errors="replace") if log.exists() else ""):
        assert time.monotonic() < until, "strace has not seen the end of the program"
        time.sleep(0.02)
    return list(_calls(text.splitlines()))


def _calls(lines: Sequence[str]) -> Iterator[Call]:
    unfinished: dict[str, str] = {}
    for line in lines:
        found = _LINE.match(line)
        if found is None:
            continue
        process, rest = found["process"], found["rest"]
        if rest.endswith(_UNFINISHED):
            unfinished[process] = rest.removesuffix(_UNFINISHED)
            continue
        if resumed := _RESUMED.match(rest):
            rest = unfinished.pop(process, "") + resumed["rest"]
        call = _CALL.match(rest)
        if call and not call["result"].startswith("-"):
            yield Call(call["name"], call["words"])
    for rest in unfinished.values():  # the process ended in the middle: it may have worked
        name, _, words = rest.partition("(")
        yield Call(name, words)


def _plain(text: str) -> str:
    """A path without the escapes of strace (octal bytes, quotes)."""
    plain = text.encode("latin-1", "replace").decode("unicode_escape")
    return plain.encode("latin-1", "replace").decode("utf-8", "replace")


def changed(calls: Sequence[Call]) -> list[str]:
    """Paths that were made, opened for writing, renamed, removed or changed in any other way, each once."""
    found: dict[str, None] = {}
    for call in calls:
        paths = call.paths()
        if call.name in _CHANGES:
            found.update(dict.fromkeys(paths[-_CHANGES[call.name] :]))
        elif _opens_to_write(call) or _makes_a_socket_file(call):
            found.update(dict.fromkeys(paths[-1:]))
    return [os.path.normpath(path) for path in found]


def _opens_to_write(call: Call) -> bool:
    return call.name in _OPENS and bool(_WRITES.search(call.words.rpartition('"')[2]))


def _makes_a_socket_file(call: Call) -> bool:
    return call.name == "bind" and 'sun_path="' in call.words


def reached(calls: Sequence[Call]) -> list[str]:
    """Every kind of socket that was made ("AF_UNIX"), and every address that was connected to or bound, each once."""
    found: dict[str, None] = {}
    for call in calls:
        if call.name in ("socket", "socketpair"):
            found[call.words.partition(",")[0]] = None
        elif call.name in ("connect", "bind") and "sa_family=" in call.words:
            found[call.words[call.words.index("{") : call.words.rindex("}") + 1]] = None
    return list(found)


def started(calls: Sequence[Call]) -> list[str]:
    """The programs that were started, the first of them included."""
    return [call.paths()[0] for call in calls if call.name in ("execve", "execveat")]
