"""The bundle before a person: it opens, leads through the plan, leaves, says nothing and reaches nobody."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.ui import strings, strings_print
from tests.desktop.print_server import print_server
from tests.desktop.program import Program, wait_until
from tests.desktop.ways_out import WAYS

BECOME = "import os, sys; os.execvp(sys.argv[1], sys.argv[1:])"
"""The program that the test starts turns into another one, and so keeps its number."""
READABLE = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}


@pytest.fixture
def open_bundle(bundle: Path, start: Callable[..., Program]) -> Callable[..., Program]:
    """Opens the bundle, if need be by the help of another program (`by` and its arguments)."""

    def open_one(*by: str, **environment: str) -> Program:
        return start("-c", BECOME, *by, str(bundle / "handrail"), **environment)

    return open_one


@pytest.mark.parametrize("way", WAYS)
def test_it_opens_and_is_left_and_leaves_no_file(
    open_bundle: Callable[..., Program], way: str, home: Path, tmp_path: Path
) -> None:
    program = open_bundle(TMPDIR=str(tmp_path), **READABLE)
    program.find(strings.BLACKMAILED)
    WAYS[way](program)
    assert program.wait_gone() == 0
    assert [path for folder in (home, tmp_path) for path in folder.rglob("*") if not path.is_dir()] == []


def test_it_opens_where_there_is_no_network_at_all(open_bundle: Callable[..., Program]) -> None:
    program = open_bundle("unshare", "--map-root-user", "--net", **READABLE)
    program.find(strings.BLACKMAILED)
    assert program.stays()


def test_it_says_nothing(open_bundle: Callable[..., Program]) -> None:
    program = open_bundle(QT_DEBUG_PLUGINS="1", QT_LOGGING_RULES="*=true")
    assert program.stays()
    assert program.said() == ""


def test_it_asks_for_no_network_while_a_person_goes_through_it(
    open_bundle: Callable[..., Program], tmp_path: Path
) -> None:
    trace = tmp_path / "trace"
    program = open_bundle("strace", "-D", "-f", "-e", "trace=%network", "-o", str(trace), **READABLE)
    program.click_on(strings.BLACKMAILED)
    program.click_on(strings.TALK_NOW)
    program.keys("Escape")
    program.click_on(strings.NOT_SAFE)
    program.click_on(strings.QR_NAME.format(name=""))
    program.find(strings.QR_SPOKEN.partition("{")[0])
    program.keys("Escape", "Escape")
    assert program.wait_gone() == 0
    asked = trace.read_text(encoding="utf-8", errors="replace")
    assert "AF_UNIX" in asked
    assert "AF_INET" not in asked


def test_it_knows_time_zones_where_the_system_has_none(bundle: Path) -> None:
    script = 'mount -t tmpfs none /usr/share/zoneinfo && exec "$0" check'
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", script, str(bundle / "handrail")]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines()[-1] == "Everything is there."


def test_it_prints_by_the_system_s_own_printing_and_writes_nothing(
    open_bundle: Callable[..., Program], home: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with print_server(tmp_path_factory.mktemp("p")) as (server, path):
        program = open_bundle(CUPS_SERVER=str(path), TMPDIR=str(tmp_path), **READABLE)
        program.click_on(strings.READ_AND_LEARN)
        for name in (strings_print.PRINT, strings_print.LOOK, "Room 12", strings_print.PRINT):
            click_on_exactly(program, name)
        program.find(strings_print.SENT)
        assert [document[:5] for document in server.documents] == [b"%PDF-"]
        assert [path for folder in (home, tmp_path) for path in folder.rglob("*") if path.is_file()] == []


def click_on_exactly(program: Program, name: str) -> None:
    """Click on what has that name and no other: a title may begin with it."""
    program.find(name)
    wait_until(lambda: [control for control in program.controls() if control["name"] == name], name)
    control = next(control for control in program.controls() if control["name"] == name)
    program.click(control["x"], control["y"])
