"""`handrail check`: what it finds, what it says, and when it gives 1."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from desktop_app import command_line
from desktop_app.command_line import main
from desktop_app.core.resources import find_resources
from tests.desktop.started import OFFSCREEN, no_content, start

WHOLE = "Everything is there."
TRIED = "Opening the window. If nothing more is said here, the screen does not answer.\n"


def test_a_check_of_this_program_finds_everything(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    before = sorted(home.rglob("*"))
    assert main(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("Nobody has rung ") and "GB 38" in line for line in lines)
    assert lines[-1] == WHOLE
    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize("file", ["icons/check.svg", "en/plans/young-person/stop.md"])
def test_a_check_names_the_file_that_was_removed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    content = Path(shutil.copytree(find_resources(), tmp_path / "resources"))
    (content / file).unlink()
    monkeypatch.setattr(command_line, "find_resources", lambda: content)
    assert main(["check"]) == 1
    assert f"{file}: This file is not there." in capsys.readouterr().out
    assert main(["check", "--json"]) == 1
    assert file in [problem["file"] for problem in json.loads(capsys.readouterr().out)["problems"]]


@pytest.mark.parametrize("words", [["check"], ["check", "--json"], ["check", "--window"]])
def test_a_check_without_any_content_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    no_content(monkeypatch)
    assert main(words) == 1
    assert "Install Handrail again." in capsys.readouterr().out


def test_a_folder_to_keep_things_in_that_cannot_be_is_a_problem_when_it_was_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("mine")
    assert main(["check", "--data-dir", str(tmp_path / "new")]) == 0
    assert main(["check", "--data-dir", str(tmp_path / "file" / "below")]) == 1
    capsys.readouterr()
    monkeypatch.setattr("desktop_app.core.folders.settings_path", lambda data_dir: None)
    assert main(["check"]) == 0
    assert "To know: This account has no home folder" in capsys.readouterr().out


def test_without_a_screen_a_check_warns_and_one_of_the_window_fails() -> None:
    done = start("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "To know: There is no screen here" in done.stdout
    done = start("check", "--window")
    assert (done.returncode, done.stderr) == (1, "")
    assert "The window can’t open: there is no screen." in done.stdout


def test_a_check_of_the_window_opens_it() -> None:
    done = start("check", "--window", environment=OFFSCREEN)
    assert (done.returncode, done.stderr) == (0, TRIED)
    assert done.stdout.endswith(f"The window opens.\n{WHOLE}\n")


@pytest.mark.parametrize("screen", [{"DISPLAY": ":nowhere"}, {"QT_QPA_PLATFORM": "no-such-one"}])
def test_a_window_that_cannot_open_is_a_problem_in_words_and_for_programs(screen: dict[str, str]) -> None:
    done = start("check", "--window", environment=screen)
    assert (done.returncode, done.stderr) == (1, TRIED)
    assert "The window can’t open: the screen does not answer." in done.stdout
    done = start("check", "--window", "--json", environment=screen)
    assert (done.returncode, done.stderr) == (1, TRIED)
    assert [problem["code"] for problem in json.loads(done.stdout)["problems"]] == ["window-screen"]


def test_a_window_that_shows_nothing_is_a_problem_after_a_while() -> None:
    code = """
import sys
from desktop_app import app, command_line
from desktop_app.ui.main_window import MainWindow
app.OPENS_WITHIN = 1
MainWindow.show = lambda self: None
sys.exit(command_line.main(["check", "--window"]))
"""
    done = start(program=("-c", code), environment=OFFSCREEN)
    assert (done.returncode, done.stderr) == (1, TRIED)
    assert "nothing is to be seen after 1 seconds" in done.stdout
