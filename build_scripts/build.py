"""Makes what people install. Needs only Python.

python3 build_scripts/build.py bundle [--out DIR]   make DIR/handrail (dist/handrail), which runs without Python
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import dev  # says at once when this Python is too old for us
from environment import Environment, SetupError
from progress import run_showing, say, show

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "build_scripts" / "handrail.spec"
OLDEST = 315532800
"""1 January 1980 in seconds since 1970, the earliest moment that every kind of file can hold."""


class BuildError(SetupError):
    """It cannot be built. The text says why, in one sentence."""


@dataclass(frozen=True)
class Request:
    """What was asked for: the folder to build into."""

    out: Path


def parse(arguments: Sequence[str]) -> Request:
    """Understand the command line (without the program's own name). Raises dev.RequestError, also for "no command"."""
    match list(arguments):
        case []:
            raise dev.RequestError("Say what to make.")
        case ["bundle"]:
            return Request(ROOT / "dist")
        case ["bundle", "--out", out] if out:
            return Request(Path(out).absolute())
        case ["bundle", *rest]:
            raise dev.RequestError(f"bundle does not know what to do with {' '.join(rest)!r}.")
        case [command, *_]:
            raise dev.RequestError(f"There is no command {command!r}.")
    raise AssertionError(arguments)


def bundle(environment: Environment, out: Path) -> Path:
    """Make the folder `out`/handrail, and on macOS `out`/Handrail.app beside it. Gives the folder.

    The same source gives the same bytes, wherever it lies. An older bundle in its place goes once the new one is
    whole. Raises BuildError, CommandFailedError.
    """
    target = out / "handrail"
    if target.exists() and not (target / "_internal").is_dir():
        raise BuildError(f"{target} is there already and is no bundle of ours. Name another folder.")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".handrail-", dir=out) as work:
        command = [str(environment.python), "-m", "PyInstaller", "--distpath", f"{work}/dist", "--workpath", work]
        run_showing([*command, str(SPEC)], lambda line: show(f"      {line}"), cwd=ROOT, extra=_surroundings(work))
        for made in Path(work, "dist").iterdir():
            shutil.rmtree(out / made.name, ignore_errors=True)
            made.rename(out / made.name)
    return target


def _surroundings(work: str) -> dict[str, str]:
    return {
        "PYTHONHASHSEED": "1",  # else the modules are packed in another order each time
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or str(_moment_of_the_source()),
        "LC_ALL": "C.UTF-8",
        "PYINSTALLER_CONFIG_DIR": work,  # else it keeps files in the home folder
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",  # unpacking each module takes time before Home is there
    }


def _moment_of_the_source() -> int:
    """When what is built was last changed, in seconds since 1970: some systems write a date into programs."""
    try:
        command = ["git", "log", "-1", "--format=%ct"]
        said = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True).stdout
        return int(said)
    except (OSError, ValueError):  # an unpacked archive has no history
        return OLDEST


def size(folder: Path) -> int:
    """How much all files in a folder hold together, in bytes. A link counts as nothing."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main(arguments: Sequence[str]) -> int:
    """The whole program. Gives the exit code: 2 for a command line that makes no sense, 1 for anything else wrong."""
    if list(arguments) in (["-h"], ["--help"], ["help"]):
        sys.stdout.write(__doc__ or "")
        return 0
    try:
        request = parse(arguments)
    except dev.RequestError as error:
        sys.stderr.write(f"{error}\n\n{__doc__}")
        return 2
    return dev.in_words(lambda: build(request))


def build(request: Request) -> int:
    """Sets up what is missing, makes the bundle and says where it is."""
    environment = Environment(ROOT)
    dev.set_up(environment, ["run", "bundle"])
    say("Building the bundle (about half a minute)")
    made = bundle(environment, request.out)
    say(f"{made}: {size(made) / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
