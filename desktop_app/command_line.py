"""What stands behind the program's name, understood and done.

The window and the other commands share nothing but this file, and it imports only what each of them needs: no Qt for a
check, no check for the window. By hand and not by argparse, which speaks in its own words and ends the program itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from desktop_app import __version__
from desktop_app.core.errors import ContentError
from desktop_app.core.resources import find_resources
from desktop_app.ui import strings

if TYPE_CHECKING:
    from desktop_app.ui.check_report import Report

USAGE = 2
_PLAIN = str.maketrans("‘’“”", "''\"\"")


class Wish(NamedTuple):
    """What a person wants of the program. Without a command: the window. `data_dir` is absolute."""

    command: str = ""
    data_dir: Path | None = None
    json: bool = False
    window: bool = False


class WishError(Exception):
    """The words behind the program's name make no sense. The text says why, in one sentence."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the words ask for. Gives 0 when it could, 1 when not, 2 for words it does not know."""
    try:
        wish = understand(sys.argv[1:] if arguments is None else arguments)
    except WishError as error:
        say(str(error), sys.stderr)
        return USAGE
    if wish.command == "--version":
        say(strings.VERSION.format(version=__version__), sys.stdout)
        return 0
    return check(wish) if wish.command == "check" else open_window(wish)


def understand(words: Sequence[str]) -> Wish:
    """What the words (without the program's name) ask for. Raises WishError."""
    words = list(words)
    if words == ["--version"]:
        return Wish("--version")
    command = "check" if words[:1] == ["check"] else ""
    flags: set[str] = set()
    data_dir = None
    rest = iter(words[1:] if command else words)
    for word in rest:
        name, equals, value = word.partition("=")
        if name == "--data-dir":
            data_dir = _folder(value if equals else next(rest, ""))
        elif command and word in ("--json", "--window"):
            flags.add(word)
        else:
            raise WishError(strings.UNKNOWN_ARGUMENT.format(argument=word))
    return Wish(command, data_dir, "--json" in flags, "--window" in flags)


def _folder(text: str) -> Path:
    """The folder to keep things in. It need not be there yet: a person in danger gets the window all the same."""
    if not text or "\0" in text:
        raise WishError(strings.DATA_DIR_MISSING)
    try:
        folder = Path(text).absolute()
    except OSError:  # the folder we were started in is gone
        raise WishError(strings.DATA_DIR_MISSING) from None
    if os.path.lexists(folder) and not folder.is_dir():
        raise WishError(strings.DATA_DIR_OTHER.format(folder=text))
    return folder


def open_window(wish: Wish) -> int:
    """Opens the window and stays until it is left."""
    if not has_display(sys.platform, os.environ):
        say(strings.NO_DISPLAY, sys.stderr)
        return 1
    try:
        resources = find_resources()
        from desktop_app.app import run
    except ContentError as error:
        from desktop_app.ui.problems import sentence

        say(sentence(error.problem), sys.stderr)
        return 1
    except ImportError as error:
        say(strings.NO_QT.format(what=error), sys.stderr)
        return 1
    return run(resources, wish.data_dir)


def check(wish: Wish) -> int:
    """Looks whether everything is there and says what is not. Gives 0 or 1."""
    from desktop_app.ui.check_report import Report, about_content

    report = Report(__version__)
    resources = None
    try:
        resources = find_resources()
    except ContentError as error:
        report.problems.append(about_content(error.problem))
    else:
        from desktop_app.core.self_check import check_content, never_rung

        report.problems += map(about_content, check_content(resources))
        report.never_rung = never_rung(resources)
    _check_folder(wish.data_dir, report)
    if wish.window:
        _check_window(wish, resources, report)
    elif not has_display(sys.platform, os.environ):
        from desktop_app.ui.check_report import about_computer

        report.warnings.append(about_computer("no-display"))
    say(report.json() if wish.json else report.text(), sys.stdout)
    return 0 if report.ok else 1


def _check_folder(data_dir: Path | None, report: Report) -> None:
    from desktop_app.core.folders import settings_path
    from desktop_app.core.self_check import folder_fault
    from desktop_app.ui.check_report import about_computer

    path = settings_path(data_dir)
    fault = folder_fault(path.parent if path is not None else None)
    if fault:
        # The window helps without, and a check often runs as another user. A folder that was asked for has to be there.
        found = report.warnings if data_dir is None else report.problems
        found.append(about_computer(fault, str(path.parent) if path is not None else ""))


def _check_window(wish: Wish, resources: Path | None, report: Report) -> None:
    from desktop_app.ui.check_report import WINDOW_TRIED, about_computer

    if not has_display(sys.platform, os.environ):
        report.problems.append(about_computer("window-no-display"))
        return
    try:
        from desktop_app.app import OPENS_WITHIN, opens
    except ImportError as error:
        report.problems.append(about_computer("window-library", str(error)))
        return
    if resources is None:
        return

    def give_up() -> None:
        report.problems.append(about_computer("window-screen"))
        say(report.json() if wish.json else report.text(), sys.stdout)

    # Before: a screen that takes the call and never answers lets nothing of ours run any more.
    say(WINDOW_TRIED, sys.stderr)
    report.window_opens = opens(resources, give_up)
    if not report.window_opens:
        report.problems.append(about_computer("window-late", str(OPENS_WITHIN)))


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether there is a screen to open a window on; only Linux can be without one."""
    return platform != "linux" or any(
        environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def say(text: str, stream: TextIO | None) -> None:
    """Writes lines where a person or program may read them. Nobody there to read it is no reason to stop.

    A windowed program has no stream at all, a pipe may be closed, a disk full, a terminal without “these”.
    """
    if stream is None:
        return
    try:
        try:
            print(text, file=stream, flush=True)
        except UnicodeEncodeError:
            print(text.translate(_PLAIN).encode("ascii", "backslashreplace").decode("ascii"), file=stream, flush=True)
    except (OSError, ValueError):
        _silence(stream)


def _silence(stream: TextIO) -> None:
    """Python would try once more at its end, and complain."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
