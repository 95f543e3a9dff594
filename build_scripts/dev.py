"""Everything a person does in a checkout of Handrail, from a fresh clone on. Needs only Python.

python3 build_scripts/dev.py run [-- ...]    set up what is missing, then open Handrail (with the arguments after --)
python3 build_scripts/dev.py test [-- ...]   set up what is missing, then check and test everything (... go to pytest)
python3 build_scripts/dev.py bench [-- ...]  measure it against the limits we hold ourselves to
                             bench --peers   the bundle also beside KeePassXC, which is installed for it
python3 build_scripts/dev.py torture [-- N]  start it N times (200), do anything, end it anyhow; look for what is left
python3 build_scripts/dev.py shots DIR       write a picture of every screen into the folder DIR
python3 build_scripts/dev.py setup           only the set-up
"""

from __future__ import annotations

import sys

if not (3, 11) <= sys.version_info[:2] < (3, 15):
    # The imports below come after this, because an older Python could not even read what they name.
    sys.exit("Handrail needs Python 3.11, 3.12, 3.13 or 3.14. This one is %d.%d." % sys.version_info[:2])  # noqa: UP031

import importlib
import os
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import display
import system_packages
from environment import Environment, SetupError, pip_package
from progress import AptNotice, CommandFailedError, run_showing, say

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ("setup", "run", "test", "bench", "torture", "shots")
PEERS = "--peers"
CHECKS = (
    ("ruff check", ("-m", "ruff", "check")),
    ("ruff format", ("-m", "ruff", "format", "--check")),
    ("mypy --strict", ("-m", "mypy")),
    # import-linter cannot be started by -m; its command is a function.
    ("import-linter", ("-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-logo")),
)
"""What is checked beside the tests: a name for people, and the arguments for the Python in `.venv`."""
_INSIDE = ("tests/ui", "tests/core")
_ALONE = "tests/bench"
LANES = ([*_INSIDE], ["tests", *(f"--ignore={folder}" for folder in (*_INSIDE, _ALONE))])
"""What pytest runs in each lane; both take about the same time. The second one starts programs and looks on.

What tests measuring itself comes after them, with the computer to itself.
"""


@dataclass(frozen=True)
class Request:
    """What was asked for. `folder` only for shots; `rest` is what came after "--"."""

    command: str
    folder: Path | None = None
    rest: tuple[str, ...] = ()


class RequestError(Exception):
    """The command line makes no sense. The text says why, in one sentence."""


def parse(arguments: Sequence[str]) -> Request:
    """Understand the command line (without the program's own name). Raises RequestError, also for "no command"."""
    words = list(arguments)
    rest: tuple[str, ...] = ()
    if "--" in words:
        at = words.index("--")
        rest, words = tuple(words[at + 1 :]), words[:at]
    if not words:
        raise RequestError("Say what to do.")
    command, *more = words
    if command in ("-h", "--help", "help"):
        return Request("help")
    if command not in COMMANDS:
        raise RequestError(f"There is no command {command!r}.")
    if command == "shots":
        if len(more) != 1 or more[0].startswith("-"):
            raise RequestError("shots needs one folder to write the pictures into.")
        return Request(command, Path(more[0]).absolute(), rest)
    if command == "bench" and more == [PEERS]:
        return Request(command, None, (PEERS, *rest))
    if more:
        raise RequestError(f"{command} does not know what to do with {more[0]!r}.")
    if rest and command == "setup":
        raise RequestError("setup takes nothing after it.")
    return Request(command, None, rest)


def set_up(environment: Environment, purposes: Sequence[system_packages.Purpose]) -> None:
    """Bring whatever is missing. Says nothing when nothing is. Raises SetupError or CommandFailedError."""
    ready = environment.is_ready()
    if sys.platform.startswith("linux"):
        _bring_system_packages(purposes, None if ready else pip_package())
    if not ready:
        say("Setting up Handrail's own Python in .venv")
        environment.make()
        say("      done")


def _bring_system_packages(
    purposes: Sequence[system_packages.Purpose], pip: system_packages.SystemPackage | None
) -> None:
    """Install what is missing, if we may. `pip` is installed on the way, but there is another way to it without."""
    wanted = system_packages.missing(purposes)
    may = system_packages.has_apt() and system_packages.is_root()
    if wanted and not may:
        raise SetupError(system_packages.how_to_get(wanted, system_packages.has_apt()))
    if pip is not None and may:
        wanted = (*wanted, pip)
    if not wanted:
        return
    say(f"Installing {len(wanted)} system packages that are missing")
    for package in wanted:
        say(f"      {package.name}: {package.reason}")
    for command in system_packages.apt_commands(package.name for package in wanted):
        run_showing(command, AptNotice(), cwd=ROOT, extra={"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"})
    still = system_packages.missing(purposes)
    if still:
        raise SetupError(f"After installing, these still cannot be used: {', '.join(one.provides for one in still)}.")
    importlib.invalidate_caches()
    say("      done")


@contextmanager
def _surroundings() -> Iterator[dict[str, str]]:
    """The environment that tests run in: on Linux a private screen, elsewhere Qt's own pretend one."""
    if sys.platform.startswith("linux"):
        with display.private_display() as environment:
            yield environment
    else:
        yield {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}


def run(environment: Environment, rest: Sequence[str]) -> int:
    """Open Handrail and wait for its end. Gives its exit code."""
    command = [str(environment.handrail), *rest]
    if os.name != "nt":
        # Become Handrail: then its end, however sudden, leaves no other process behind.
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def test(environment: Environment, rest: Sequence[str]) -> int:
    """Run every check and every test, say what failed, give 0 or 1.

    All tests go in two lanes side by side, each with a screen of its own: one after the other takes too long. Those of
    `_ALONE` follow.
    """
    python = str(environment.python)
    with ExitStack() as stack:
        first, *others = [[*rest]] if rest else LANES
        beside = [stack.enter_context(_beside(python, lane)) for lane in others]
        failed = [name for name, words in CHECKS if _fails(name, [python, *words])]
        surroundings = stack.enter_context(_surroundings())
        last = [] if rest else [[_ALONE]]
        results = [_fails(" ".join(["pytest", *first]), [python, "-m", "pytest", *first], surroundings)]
        results += [end() for end in beside]
        results += [_fails(f"pytest {_ALONE}", [python, "-m", "pytest", *words], surroundings) for words in last]
        failed += ["pytest"] if any(results) else []
    say(f"\nFailed: {', '.join(failed)}." if failed else "\nAll checks and tests passed.")
    return 1 if failed else 0


def _fails(name: str, command: Sequence[str], surroundings: Mapping[str, str] | None = None) -> bool:
    say(f"== {name}")
    return subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode != 0


@contextmanager
def _beside(python: str, words: Sequence[str]) -> Iterator[Callable[[], bool]]:
    """Pytest, beside us. Gives what waits for its end, then says all that it said, and tells whether it failed."""
    with tempfile.TemporaryFile() as heard, _surroundings() as surroundings:
        command = [python, "-m", "pytest", *words]
        lane = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=heard, stderr=heard)

        def end() -> bool:
            failed = lane.wait() != 0
            heard.seek(0)
            say(" ".join(["== pytest", *words]))
            say(heard.read().decode(errors="replace").rstrip())
            return failed

        yield end


def _run_script(environment: Environment, script: Path, arguments: Sequence[str]) -> int:
    with _surroundings() as surroundings:
        command = [str(environment.python), str(script), *arguments]
        return subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode


def carry_out(request: Request, environment: Environment) -> int:
    """Set up, then do what was asked. Gives the exit code. Raises SetupError, CommandFailedError or DisplayError."""
    if request.command == "run":
        if not display.has_screen(os.environ):
            raise SetupError(display.NO_SCREEN)
        set_up(environment, ["run", "wayland"] if os.environ.get("WAYLAND_DISPLAY") else ["run"])
        return run(environment, request.rest)
    if request.command == "torture" and not sys.platform.startswith("linux"):
        raise SetupError("torture needs Linux: it presses keys on a private screen and looks on with strace.")
    beside_others = request.command == "bench" and PEERS in request.rest
    set_up(environment, ["run", "test", "bundle", "peers"] if beside_others else ["run", "test", "bundle"])
    if request.command == "test":
        return test(environment, request.rest)
    if request.command == "bench":
        return _run_script(environment, ROOT / "tests" / "bench" / "bench.py", request.rest)
    if request.command == "torture":
        return _run_script(environment, ROOT / "tests" / "torture" / "torture.py", request.rest)
    if request.folder is not None:
        return _run_script(environment, ROOT / "build_scripts" / "shots.py", [str(request.folder), *request.rest])
    say("Everything is set up.")
    return 0


def in_words(work: Callable[[], int]) -> int:
    """Does the work and gives its exit code; where it cannot be done, says why and gives another."""
    try:
        return work()
    except (SetupError, display.DisplayError) as error:
        sys.stderr.write(f"{error}\n")
    except CommandFailedError as error:
        sys.stderr.write(f"{error.output}\nThis did not work: {' '.join(error.command)}\n")
    except OSError as error:
        sys.stderr.write(f"This did not work: {error}\n")
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        return 130
    return 1


def main(arguments: Sequence[str]) -> int:
    """The whole program. Gives the exit code: 2 for a command line that makes no sense, 1 for anything else wrong."""
    try:
        request = parse(arguments)
    except RequestError as error:
        sys.stderr.write(f"{error}\n\n{__doc__}")
        return 2
    if request.command == "help":
        sys.stdout.write(__doc__ or "")
        return 0
    if hasattr(signal, "SIGHUP"):
        # Ended from outside: still end what we started.
        for sign in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, lambda number, _: sys.exit(128 + number))
    return in_words(lambda: carry_out(request, Environment(ROOT)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
