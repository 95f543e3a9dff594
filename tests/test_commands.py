"""The command line: what it knows, what it says, what it loads, and that it never falls over what it is given."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desktop_app import __version__
from desktop_app.command_line import Wish, has_display, main, understand
from tests.desktop.started import OFFSCREEN, no_content, start

LOADED_BY_CHECK = """
import sys
from desktop_app.command_line import main
sys.stdout = None
assert main(["check"]) == 0 and main(["check", "--json"]) == 0
sys.stdout = sys.__stdout__
print("\\n".join(sys.modules))
"""
LOADED_BY_WINDOW = """
import os, sys
from desktop_app import app, command_line
def seen(*_):
    print("\\n".join(sys.modules), flush=True)
    os._exit(0)
app.settle = seen
command_line.main([])
"""


# What it knows ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        *(["--garbage"], ["x" * 5000], ["--version", "--version"], [""], ["--json"], ["--window"], ["--", "check"]),
        *(["check", "check"], ["check", "--jsn"], ["check", "--json=1"], ["check", "--version"]),
        *(["--version", "check"], ["policy"], ["-h"], ["--data-dirs", "x"]),
    ],
)
def test_words_that_are_not_known_give_one_sentence_and_2(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("Handrail does not know “")


def test_bytes_that_are_no_text_give_one_sentence_too() -> None:
    for words in ([b"--\xff\xfe"], ["--data-dir", b"pyproject.toml/\xff"]):
        done = start(*words)
        assert "Traceback" not in done.stderr
        assert (done.returncode, done.stderr.count("\n")) in ((2, 1), (1, 1))


def test_the_version_is_said_and_nothing_opened(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Handrail {__version__}\n"


def test_what_each_word_means(tmp_path: Path) -> None:
    folder = str(tmp_path)
    assert understand([]) == Wish()
    assert understand(("check",)) == Wish("check")
    assert understand(["check", "--window", "--json", "--json"]) == Wish("check", None, json=True, window=True)
    assert understand(["--data-dir", folder]) == understand([f"--data-dir={folder}"]) == Wish("", tmp_path)
    assert understand(["check", "--data-dir", folder]) == Wish("check", tmp_path)


def test_a_folder_may_be_named_from_here_and_need_not_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert understand(["--data-dir", "one/two"]).data_dir == tmp_path / "one" / "two"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [["--data-dir"], ["--data-dir="], ["--data-dir", ""], ["--data-dir", "a\0b"]])
def test_a_folder_without_a_name_gives_one_sentence_and_2(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err == "Name a folder after --data-dir.\n"


@pytest.mark.parametrize("name", ["file", "loop", "nowhere"])
def test_what_is_no_folder_gives_one_sentence_and_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "nowhere").symlink_to("gone")
    assert main(["--data-dir", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err == f"“{tmp_path / name}” is not a folder. Name a folder after --data-dir.\n"


def test_a_folder_to_start_in_that_is_gone_gives_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    assert main(["--data-dir", "here"]) == 2


# The window -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("platform", "environment", "has_one"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_where_there_is_a_screen(platform: str, environment: dict[str, str], has_one: bool) -> None:
    assert has_display(platform, environment) is has_one


def test_without_a_screen_one_sentence_says_what_to_do() -> None:
    done = start()
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "Handrail needs a screen to open its window. Start it from a desktop, or set DISPLAY first.\n",
    )


def test_without_its_content_one_sentence_says_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    no_content(monkeypatch)
    assert main([]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("words", [(), ("check", "--window")])
def test_without_qt_one_sentence_says_what_is_missing(words: tuple[str, ...]) -> None:
    code = "import sys; sys.modules['PySide6'] = None; from desktop_app.command_line import main; sys.exit(main())"
    done = start(*words, program=("-c", code), environment=OFFSCREEN)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "something it needs is not here (" in done.stdout + done.stderr


# Where it speaks --------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["--version"], ["check"], ["check", "--json"], ["--garbage"]])
def test_a_windowed_program_has_nowhere_to_speak_and_still_answers(
    monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(words) == (2 if words == ["--garbage"] else 0)


def test_a_pipe_that_nobody_reads_changes_nothing() -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = start("check", stdout=write)
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_without_our_quotes_gets_plain_ones() -> None:
    done = start("check", "--window", environment={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (1, "")
    assert "The window can't open: there is no screen." in done.stdout


# What it loads ----------------------------------------------------------------------------------


def test_a_check_loads_nothing_of_the_window() -> None:
    loaded = start(program=("-c", LOADED_BY_CHECK)).stdout.split("\n")
    assert "desktop_app.core.self_check" in loaded
    assert [name for name in loaded if name.startswith(("PySide6", "shiboken6"))] == []
    assert "desktop_app.app" not in loaded


def test_the_window_loads_nothing_of_a_check() -> None:
    done = start(program=("-X", "dev", "-c", LOADED_BY_WINDOW), environment=OFFSCREEN)  # else it says nothing
    loaded = set(done.stdout.split("\n"))
    assert "desktop_app.ui.main_window" in loaded
    ours = {f"desktop_app.{name}" for name in ("core.self_check", "core.plan_rules", "ui.check_report", "ui.problems")}
    assert loaded & {"json", "hashlib", "zoneinfo", *ours} == set()
