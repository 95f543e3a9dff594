"""A page is opened from here: what the started program gets from us, and that it holds nobody."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.ui import strings
from tests.desktop.program import HANDRAIL, Program, wait_until

ADDRESS = "https://example.org/a-page"
PROGRAM = f"""
import os, sys
{{before}}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from desktop_app.ui.leave_now import LeaveNow, leave_at_once
from desktop_app.ui.open_here import open_outside
app = QApplication(["plain window"])
leave = LeaveNow(lambda: leave_at_once(lambda: None))
window = QPushButton("page")
window.show()
leave.watch()
QTimer.singleShot(0, lambda: open_outside({ADDRESS!r}))
app.exec()
"""
# What xdg-open is on a desktop: here it writes down what it was given and stays, as a browser does.
BROWSER = """#!/usr/bin/python3
import json, os, sys, time
handles = {}
for name in os.listdir("/proc/self/fd"):
    try:
        handles[name] = os.readlink("/proc/self/fd/" + name)
    except OSError:
        pass
told = {"words": sys.argv[1:], "handles": handles, "parent": os.getppid(), "process": os.getpid(),
        "libraries": os.environ.get("LD_LIBRARY_PATH")}
with open(os.path.dirname(sys.argv[0]) + "/told.new", "w") as file:
    json.dump(told, file)
os.rename(file.name, os.path.dirname(sys.argv[0]) + "/told")
print("the browser says where it is going", flush=True)
time.sleep(60)
"""


class Browser:
    """The browser of this computer. `told` is what it was given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        script = folder / "xdg-open"
        script.write_text(BROWSER, encoding="utf-8")
        script.chmod(0o755)

    @property
    def told(self) -> dict[str, object]:
        found = self.folder / "told"
        wait_until(found.exists, "the browser")
        told: dict[str, object] = json.loads(found.read_text(encoding="utf-8"))
        return told


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    browser = Browser(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    yield browser
    process = browser.told["process"]
    assert isinstance(process, int)
    os.kill(process, signal.SIGKILL)


def test_the_browser_gets_no_terminal_of_ours(start: Callable[..., Program], browser: Browser) -> None:
    program = start("-c", PROGRAM.format(before=""))
    assert browser.told["words"] == [ADDRESS]
    handles = browser.told["handles"]
    assert isinstance(handles, dict)
    assert {handles.get(name) for name in ("0", "1", "2")} == {"/dev/null"}
    assert not [handle for handle in handles.values() if "socket" in handle or "tmp" in handle]
    assert program.said() == ""


def test_leaving_ends_us_at_once_and_leaves_the_browser(start: Callable[..., Program], browser: Browser) -> None:
    program = start("-c", PROGRAM.format(before=""))
    told = browser.told
    assert told["parent"] != program.process.pid
    program.keys("Escape", "Escape")
    assert program.wait_gone() == 0
    assert Path(f"/proc/{told['process']}").exists()


@pytest.mark.parametrize(("before", "after"), [("'/usr/lib/ours'", "/usr/lib/ours"), ("None", None)])
def test_the_browser_runs_with_the_libraries_of_the_system(
    start: Callable[..., Program], browser: Browser, before: str, after: str | None
) -> None:
    bundle = "sys.frozen = True; os.environ['LD_LIBRARY_PATH'] = '/opt/handrail'; "
    kept = f"os.environ['LD_LIBRARY_PATH_ORIG'] = {before}" if after else ""
    start("-c", PROGRAM.format(before=bundle + kept))
    assert browser.told["libraries"] == after


def test_a_page_is_opened_by_the_second_press_and_not_by_the_first(
    start: Callable[..., Program], browser: Browser
) -> None:
    program = start(*HANDRAIL, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", TZ="UTC")  # no country: addresses on Home
    program.click_on(strings.QR_NAME.format(name="Find A Helpline"))
    program.click_on(strings.OPEN_HERE)
    program.find(strings.OPEN_KEPT["web"])
    assert not (browser.folder / "told").exists()
    program.click_on(strings.OPEN_IT["web"])
    assert browser.told["words"] == ["https://findahelpline.com"]
    program.find(strings.OPENED["web"])
