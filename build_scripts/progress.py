"""Telling a waiting person what is going on. Must never hide why something failed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path


class CommandFailedError(Exception):
    """A command of the set-up ended badly. `output` is all it said, `code` its exit code."""

    def __init__(self, command: Sequence[str], code: int, output: str) -> None:
        super().__init__(f"{command[0]} ended with {code}")
        self.command = tuple(command)
        self.code = code
        self.output = output


def say(text: str) -> None:
    """One line on the terminal, at once, on a line of its own."""
    sys.stdout.write(f"\r\x1b[K{text}\n" if sys.stdout.isatty() else f"{text}\n")
    sys.stdout.flush()


def show(text: str) -> None:
    """A passing word on the last line. Nothing when the output goes to a file: there only `say` is kept."""
    if sys.stdout.isatty():
        width = os.get_terminal_size(sys.stdout.fileno()).columns
        sys.stdout.write(f"\r\x1b[K{text[: max(width - 1, 0)]}")
        sys.stdout.flush()


def run_showing(
    command: Sequence[str], notice: Callable[[str], None], *, cwd: Path, extra: Mapping[str, str] | None = None
) -> None:
    """Run a command and give each line it prints to `notice`, which may `say` or `show` something.

    `extra` is added to the environment. Raises CommandFailedError with everything the command said.
    """
    environment = {**os.environ, **(extra or {}), "PYTHONUNBUFFERED": "1"}
    lines: list[str] = []
    try:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise CommandFailedError(command, 127, str(error)) from None
    with process:
        for line in process.stdout or ():
            lines.append(line)
            notice(line.rstrip())
    if process.returncode != 0:
        raise CommandFailedError(command, process.returncode, "".join(lines))


class PipNotice:
    """Turns what pip prints with `--progress-bar raw` into words: which package, how much of it."""

    def __init__(self) -> None:
        self._name = ""

    def __call__(self, line: str) -> None:
        """Take one line of pip's output."""
        words = line.split()
        if len(words) == 4 and words[0] == "Progress" and words[1].isdigit() and words[3].isdigit():
            total = int(words[3])
            if total:
                show(f"      {self._name} {int(words[1]) * 100 // total} %")
        elif words[:1] == ["Downloading"] and len(words) > 1:
            self._name = words[1].rpartition("/")[2].split("-", 1)[0]
            size = " ".join(words[2:]).strip("()")
            if "MB" in size or sys.stdout.isatty():
                (say if "MB" in size else show)(f"      {self._name} ({size})" if size else f"      {self._name}")
        elif line.startswith("Installing collected packages"):
            say(f"      unpacking {line.count(',') + 1} packages")


class AptNotice:
    """Turns what apt-get prints into one passing line for each package."""

    def __call__(self, line: str) -> None:
        """Take one line of apt's output."""
        if line.startswith(("Get:", "Unpacking ", "Setting up ")):
            show(f"      {line}")
        elif line.startswith("Need to get "):
            say(f"      {line[0].lower()}{line[1:].rstrip('.')}")
