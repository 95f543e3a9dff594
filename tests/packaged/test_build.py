"""The command that builds: what it refuses, and what it does before the program runs."""

import os
import subprocess
import sys
from pathlib import Path

import build
import bundle_icon
import pytest
from environment import Environment
from PySide6.QtGui import QImageReader

from desktop_app.ui.theme import LIGHT

SCRIPTS = Path(build.__file__).resolve().parent
MARK = SCRIPTS.parent / "resources" / "icons" / "mark.svg"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Say what to make."),
        (["msi"], "There is no command 'msi'."),
        (["bundle", "x"], "bundle does not know what to do with 'x'."),
        (["bundle", "--out"], "bundle does not know what to do with '--out'."),
        (["bundle", "--out", ""], "bundle does not know what to do with '--out '."),
    ],
)
def test_nonsense_on_the_command_line_is_answered_in_one_sentence(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build.main(words) == 2
    said = capsys.readouterr()
    assert said.err.splitlines()[0] == sentence
    assert said.out == ""


def test_a_folder_is_meant_from_where_the_person_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert build.parse(["bundle", "--out", "out"]).out == tmp_path / "out"
    assert build.parse(["bundle"]).out == SCRIPTS.parent / "dist"


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "handrail" / "letter.txt"
    mine.parent.mkdir()
    mine.write_text("dear")
    with pytest.raises(build.BuildError, match="no bundle of ours"):
        build.bundle(Environment(SCRIPTS.parent), tmp_path)
    assert mine.read_text() == "dear"


START = "import os, sys; exec(open(sys.argv[1]).read()); "


def started(then: str, **environment: str) -> str:
    """What Python says that did first what the bundle does first."""
    command = [sys.executable, "-c", START + then, str(SCRIPTS / "bundle_start.py")]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.parametrize("module", ["socket", "ssl", "asyncio", "urllib.request", "http.client"])
def test_in_the_bundle_python_cannot_reach_a_network(module: str) -> None:
    assert started(f"\ntry: import {module}\nexcept ImportError: print('cannot')") == "cannot"


def test_a_program_started_from_the_bundle_gets_the_old_surroundings() -> None:
    look = "print(sorted(name for name in os.environ if name.startswith(('_PYI', 'LD_LIB'))))"
    bundled = {"_PYI_ARCHIVE_FILE": "x", "LD_LIBRARY_PATH": "/the/bundle"}
    assert started(look, **bundled) == "[]"
    assert started("print(os.environ['LD_LIBRARY_PATH'])", **bundled, LD_LIBRARY_PATH_ORIG="/mine") == "/mine"


@pytest.mark.parametrize(("kind", "sizes"), [("ico", [16, 24, 32, 48, 256]), ("icns", [16, 32, 128, 256, 512])])
def test_the_mark_becomes_an_icon(kind: str, sizes: list[int], tmp_path: Path) -> None:
    file = tmp_path / f"mark.{kind}"
    file.write_bytes({"ico": bundle_icon.ico, "icns": bundle_icon.icns}[kind](MARK))
    reader = QImageReader(str(file))
    assert reader.imageCount() == 5
    images = [reader.read() for at in range(5) if at == 0 or reader.jumpToImage(at)]
    assert [image.width() for image in images] == sizes
    largest = images[-1]
    half, side = largest.width() // 2, largest.width()
    assert largest.pixelColor(half, half).name() == LIGHT.on_accent.lower()  # the rail goes through the middle
    assert largest.pixelColor(half, side // 8).name() == LIGHT.accent.lower()
    assert largest.pixelColor(0, 0).alpha() == 0
