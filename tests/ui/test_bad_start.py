"""A start that cannot be gives one plain sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import app
from desktop_app.core.errors import ContentError
from tests.desktop.program import ROOT


@pytest.mark.parametrize("arguments", [["--garbage"], ["x" * 5000], ["--version", "--version"], [""]])
def test_words_that_are_not_known_give_one_sentence_and_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert app.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("Handrail does not know “")


def test_bytes_that_are_no_text_give_one_sentence_too() -> None:
    code = "import sys; from desktop_app.app import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code, b"--\xff\xfe"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_the_version_is_said_and_nothing_opened(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("Handrail 0")


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
    assert app.has_display(platform, environment) is has_one


def test_without_a_screen_one_sentence_says_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert app.main([]) == 1
    assert capsys.readouterr().err == (
        "Handrail needs a screen to open its window. Start it from a desktop, or set DISPLAY first.\n"
    )


def test_without_its_content_one_sentence_says_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing() -> Path:
        raise ContentError.at("resources-missing", "", 0, "resources")

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(app, "find_resources", nothing)
    assert app.main([]) == 1
    assert capsys.readouterr().err.count("\n") == 1
