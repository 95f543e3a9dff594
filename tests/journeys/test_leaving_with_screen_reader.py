"""Leave now while a screen reader listens: Qt then passes every key by it first, and on without its time."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.ui import strings
from tests.desktop.program import HANDRAIL, Program, wait_until
from tests.desktop.ways_out import HABITS, WAYS

# The tests' own windows are on the bus as well, and say this when the screen reader comes.
pytestmark = pytest.mark.qt_log_ignore("does not implement .GetApplicationBusAddress", extend=True)

READER = Path(__file__).resolve().parent.parent / "desktop" / "announcements.py"
SEEN = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
Start = Callable[..., Program]


class Reader:
    """What a screen reader was asked to say so far, by any program."""

    def __init__(self, heard: Path) -> None:
        self._heard = heard
        wait_until(lambda: {"ready": True} in self.lines(), "a screen reader")

    def lines(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self._heard.read_text().splitlines()]

    def said_by(self, program: Program) -> list[tuple[object, object]]:
        return [(line["words"], line["polite"]) for line in self.lines() if line.get("process") == program.process.pid]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    heard = tmp_path_factory.mktemp("reader") / "heard"
    with heard.open("w") as output, subprocess.Popen(["/usr/bin/python3", str(READER)], stdout=output) as process:
        try:
            yield Reader(heard)
        finally:
            process.kill()


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("way", WAYS)
def test_it_leaves_while_a_screen_reader_listens(start: Start, way: str) -> None:
    program = start(*HANDRAIL, **SEEN)
    program.find(strings.BLACKMAILED)  # from now on it passes keys by the screen reader
    WAYS[way](program)
    assert program.wait_gone() == 0


def test_a_screen_reader_is_told_how_often_shift_is_left(start: Start, reader: Reader) -> None:
    program = start(*HANDRAIL, **SEEN)
    program.find(strings.BLACKMAILED)  # from now on it passes keys by the screen reader
    program.keys("Shift_L", "Shift_L", pause=0.3)
    wait_until(lambda: reader.said_by(program) == [("two more", True), ("one more", True)], "both said, and politely")


@pytest.fixture(scope="module")
def staying(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[Program]:
    program = Program(HANDRAIL, tmp_path_factory.mktemp("staying"), SEEN)
    program.wait_open()
    program.find(strings.BLACKMAILED)
    yield program
    program.end()
    assert program.said() == ""


@pytest.mark.parametrize("habit", [habit for habit in HABITS if "slowly" not in habit and habit != "holding Esc"])
def test_it_stays_while_a_screen_reader_listens(staying: Program, habit: str) -> None:
    staying.click(-30, 100)  # nothing is there; a click begins all counting anew
    HABITS[habit](staying)
    assert staying.stays()
