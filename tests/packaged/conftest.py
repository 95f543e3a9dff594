"""The bundle, built once for all tests of it, with the command that people build it with."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

BUILD = Path(__file__).resolve().parent.parent.parent / "build_scripts" / "build.py"

# Real keys, traced system calls, a network of one's own: there are ways to them on Linux only.
collect_ignore = [] if sys.platform.startswith("linux") else ["test_bundle_on_linux.py"]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Path]]:
    """Builds the bundle anew and gives its folder. All are removed in the end: each is 100 MB."""
    made: list[Path] = []

    def build_one() -> Path:
        made.append(tmp_path_factory.mktemp("bundle"))
        command = [sys.executable, str(BUILD), "bundle", "--out", str(made[-1])]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stdout + result.stderr
        assert result.stderr == ""
        return made[-1] / "handrail"

    yield build_one
    for folder in made:
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def bundle(build: Callable[[], Path]) -> Path:
    """The folder with the program in it."""
    return build()
