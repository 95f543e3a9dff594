"""A torture that cannot fail is worth nothing: every trace is planted once by a program of ours, and must be found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.program import wait_until
from tests.torture.person import Eyes
from tests.torture.traces import Canaries, left_files, settings_kept
from tests.torture.visit import ENDINGS, Plan, visit

# What stands in for the real program. WRONG is what it does wrong, once its window is there.
WINDOW = """
import os, resource, subprocess, sys
from pathlib import Path
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QMainWindow
from desktop_app.ui.leave_now import LeaveNow, leave_at_once
qInstallMessageHandler(lambda *_: None)
app = QApplication(["plain window"])
leave = LeaveNow(lambda: leave_at_once(lambda: None))
window = QMainWindow()
window.resize(500, 400)
home = Path(os.environ["HOME"])
def wrong():
    WRONG
QTimer.singleShot(0, wrong)
window.show()
leave.watch()
app.exec()
"""
NO_CORE = "resource.setrlimit(resource.RLIMIT_CORE, (0, 0))"
ALLOW_CORE = "home"
PLANTED = {
    "a file at home": ("(home / 'x').touch()", "left ", "home/x"),
    "a folder at home": ("(home / '.x').mkdir()", "left ", "home/.x"),
    "a file in the temporary folder": ("Path(os.environ['TMPDIR'], 'x').touch()", "left ", "tmp/x"),
    "a file in the runtime folder": ("Path(os.environ['XDG_RUNTIME_DIR'], 'x').touch()", "left ", "run/x"),
    "a file in the folder it was started in": ("Path('x').touch()", "left ", "here/x"),
    "a line in a file of others": (
        "open(home / '.local/share/recently-used.xbel', 'a').write('x')",
        "changed ",
        ".xbel",
    ),
    "a file of others that is gone": ("(home / '.config/QtProject.conf').unlink()", "changed ", "QtProject.conf"),
    "a file that is gone again": ("(home / 'x').touch(); (home / 'x').unlink()", "wrote to ", "home/x"),
    "a file somewhere else": ("Path('/var/tmp/planted-x').touch()", "wrote to ", "/var/tmp/planted-x"),
    "a file beside others": ("Path(f'/tmp/planted-{os.getpid()}').touch()", "left ", "/tmp/planted-"),
    "its mark in a file": ("(home / 'x').write_text(os.environ['HANDRAIL_CANARY'])", "stands in ", "home/x"),
    "its mark in a file's name": ("(home / os.environ['HANDRAIL_CANARY']).touch()", "is in the name ", "home/"),
    "a word on the terminal": ("print('a word', flush=True)", "said ", "a word"),
    "a word of a mistake": ("sys.stderr.write('Traceback\\n')", "said ", "Traceback"),
    "its mark in a title": ("window.setWindowTitle(os.environ['HANDRAIL_CANARY'])", "can be read on", "windows"),
    "a selection": ("app.clipboard().setText('x', QClipboard.Mode.Selection)", "PRIMARY holds ", "x"),
    "a core file": (ALLOW_CORE, "a core file is allowed", ""),
    "a program of its own": ("subprocess.Popen(['sleep', '8'], stdout=-3, stderr=-3)", "still runs: ", "sleep 8"),
    "staying on": ("leave.eventFilter = lambda *_: False; window.closeEvent = lambda e: e.ignore()", "waiting", "F12"),
    "an end with a status": ("leave._leave = lambda: os._exit(3)", "ended with status ", "3"),
}
# Somebody else who holds what was copied after the program has ended, as the history of a clipboard does.
KEEPER = """
keeper = (
    'from PySide6.QtWidgets import QApplication; from PySide6.QtCore import QTimer; app = QApplication([]);'
    'app.clipboard().setText("kept words"); QTimer.singleShot(4000, app.quit); app.exec()'
)
others = {name: value for name, value in os.environ.items() if name != 'HANDRAIL_CANARY'}
subprocess.Popen([sys.executable, '-c', keeper], env=others)
"""
# A field that writes down what is typed into it.
NOTEBOOK = """
from PySide6.QtWidgets import QLineEdit
field = QLineEdit()
field.setAccessibleName("a field")
field.textChanged.connect(lambda text: (home / 'x').write_text(text))
window.setCentralWidget(field)
"""


@pytest.fixture(scope="module")
def eyes() -> Iterator[Eyes]:
    eyes = Eyes()
    yield eyes
    eyes.close()


def plan(word: str, ending: str = "F12", seconds: float = 0.2, bus: bool = False) -> Plan:
    return Plan(word, ending, bus, talkative=False, data_dir=False, lived_in=True, seconds=seconds)


def program(wrong: str) -> tuple[str, str]:
    code = WINDOW.replace("    WRONG", "\n".join(f"    {line}" for line in wrong.strip().splitlines()))
    return "-c", code.replace(NO_CORE, "") if wrong == ALLOW_CORE else code


@pytest.mark.parametrize("ending", ["F12", "Ctrl+W", "SIGKILL", "SIGSEGV"])
def test_a_program_that_leaves_nothing_is_found_to_leave_nothing(eyes: Eyes, ending: str) -> None:
    assert visit(plan(f"nothing, {ending}", ending), eyes, program("pass")).found == []


@pytest.mark.parametrize("trace", PLANTED)
def test_it_finds(eyes: Eyes, trace: str) -> None:
    wrong, begin, end = PLANTED[trace]
    try:
        report = visit(plan(trace), eyes, program(wrong))
    finally:
        for planted in (*Path("/tmp").glob("planted-*"), *Path("/var/tmp").glob("planted-*")):
            planted.unlink()
    assert any(begin in line and end in line for line in report.found), report.found


def test_it_finds_what_somebody_else_keeps_of_what_was_copied(eyes: Eyes) -> None:
    report = visit(plan("a keeper", seconds=1.2), eyes, program(KEEPER))
    assert "CLIPBOARD still holds 'kept words'" in report.found
    wait_until(lambda: eyes("copied")["CLIPBOARD"] is None, "the end of the keeper")


def test_it_types_into_every_field_and_finds_what_became_of_it(eyes: Eyes) -> None:
    report = visit(plan("a notebook", seconds=1.5, bus=True), eyes, program(NOTEBOOK))
    assert report.fields
    assert any(line.startswith("'canary") and "stands in" in line for line in report.found)


def test_a_canary_is_found_in_whatever_way_it_is_written() -> None:
    canaries = Canaries()
    canaries.add("a canary’s song")
    canaries.add("it")  # stands in everything
    for code in ("utf-8", "utf-16-le", "utf-16-be"):
        assert canaries.in_bytes(b"\0x" + "with a canary’s song in it".encode(code)) == ["a canary’s song"]
    assert canaries.in_bytes(b"a canary") == []


def test_what_was_remembered_may_stay_and_nothing_beside_it(tmp_path: Path) -> None:
    kept = tmp_path / "home" / "handrail" / "handrail.ini"
    kept.parent.mkdir(parents=True)
    kept.write_text("[Handrail]\ntheme = dark\n")
    assert left_files(tmp_path, (), [kept], Canaries()) == []
    assert left_files(tmp_path, (), [], Canaries()) == [f"left {one}" for one in (*list(kept.parents)[1::-1], kept)]
    (kept.parent / "other").touch()
    assert left_files(tmp_path, (), [kept], Canaries()) == [f"left {kept.parent / 'other'}"]


def test_what_is_remembered_are_settings_and_no_page_that_was_read(tmp_path: Path) -> None:
    kept = tmp_path / "handrail.ini"
    assert settings_kept(kept) == []
    kept.write_text("[Handrail]\ntheme = dark\ntext_size=150\n")
    assert settings_kept(kept) == []
    kept.write_text("[Handrail]\ntheme = dark\nlast_page = stop\n")
    assert settings_kept(kept) == [f"{kept} keeps 'last_page'"]


def test_a_seed_gives_the_same_visit_again() -> None:
    assert Plan.make("seed.4", 4) == Plan.make("seed.4", 4)
    assert {Plan.make("seed", number).ending for number in range(len(ENDINGS))} == set(ENDINGS)
