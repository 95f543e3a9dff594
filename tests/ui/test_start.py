"""The start on odd computers, in a process of its own: small screens, no letters of ours, other zones and languages."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.resources import find_resources
from desktop_app.ui import strings
from tests.desktop.program import ROOT

LOOK = """
import datetime as dt, json, sys
from pathlib import Path
from PySide6.QtCore import qInstallMessageHandler
from desktop_app.app import make_application, make_window
from tests.ui.screens import buttons, has, in_view, in_window, settle, spoken, words
qInstallMessageHandler(lambda kind, context, message: None)  # as the program does
resources = Path(sys.argv[1])
app = make_application(resources)
noon = dt.datetime(2026, 11, 24, 12, tzinfo=dt.timezone.utc)
window, leave = make_window(app, resources, lambda: noon, end=lambda clear: None)
window.show()
leave.watch()
while not has(window, "Try it"):
    settle(window)
settle(window)
choice = next(button for button in buttons(window) if "Don’t pay." in spoken(button))
room = app.primaryScreen().availableSize()
print(json.dumps({
    "fits": window.width() <= room.width() and window.height() <= room.height(),
    "size": [window.width(), window.height()],
    "rule in view": in_view(choice) == in_window(choice),
    "words": words(window),
    "letters": choice.font().family(),
}))
"""


def look(folder: Path | None = None, platform: str = "offscreen", **environment: str) -> dict[str, object]:
    """What is on Home right after a start."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TZ", "DISPLAY"))}
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", LOOK, str(folder or find_resources())],
        cwd=ROOT,
        env={**clean, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": platform, "TZ": "Europe/London", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    found: dict[str, object] = json.loads(done.stdout)
    return found


def says(found: dict[str, object], part: str) -> bool:
    texts = found["words"]
    assert isinstance(texts, list)
    return any(part in text for text in texts)


@pytest.mark.parametrize(("width", "height"), [(640, 480), (1024, 600), (1920, 1080)])
def test_the_window_fits_the_screen_and_shows_the_first_rule(tmp_path: Path, width: int, height: int) -> None:
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    (tmp_path / "screens.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    found = look(platform=f"offscreen:configfile={tmp_path / 'screens.json'}")
    assert found["fits"]
    assert found["size"] == [min(width, 1100), min(height, 760)]
    assert found["rule in view"]


def test_without_our_letters_the_systems_own_are_used(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(find_resources(), tmp_path / "resources"))
    shutil.rmtree(folder / "fonts")
    found = look(folder)
    assert found["rule in view"]
    assert says(found, "0800 1111")


@pytest.mark.parametrize(
    ("zone", "language", "numbers"),
    [
        ("Europe/London", "en_US.UTF-8", "Numbers for the United Kingdom."),
        ("Europe/London", "de_DE.UTF-8", "Numbers for the United Kingdom."),
        ("Europe/London", "C", "Numbers for the United Kingdom."),
        ("Europe/Belfast", "en_US.UTF-8", "Numbers for the United Kingdom."),
        ("GB", "en_US.UTF-8", "Numbers for the United Kingdom."),
        ("UTC", "en_GB.UTF-8", "Help from anywhere in the world."),
        ("Etc/GMT+3", "en_GB.UTF-8", "Help from anywhere in the world."),
        ("Nowhere/Such", "en_GB.UTF-8", "Help from anywhere in the world."),
        ("America/New_York", "en_GB.UTF-8", "Numbers for the United States."),
        ("Atlantic/Reykjavik", "en_GB.UTF-8", "Help from anywhere in the world."),
    ],
)
def test_the_time_zone_says_where_a_person_is_and_never_the_language(zone: str, language: str, numbers: str) -> None:
    assert says(look(TZ=zone, LANG=language, LC_ALL=language), numbers)


def test_a_screen_that_does_not_answer_gives_one_sentence_and_no_abort() -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND", "DISPLAY"))}
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app"],
        cwd=ROOT,
        env={**clean, "DISPLAY": ":nowhere"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{strings.NO_DISPLAY}\n")
