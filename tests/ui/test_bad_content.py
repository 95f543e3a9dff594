"""Broken content, odd clocks and odd command lines: help is still there, with a sentence, and nothing falls over."""

import datetime as dt
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app import app
from desktop_app.core.blocks import plain_text
from desktop_app.core.errors import ContentError
from desktop_app.core.place import Place
from desktop_app.core.resources import find_resources
from desktop_app.ui.badge import Badge
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.text import Title
from tests.desktop.program import ROOT
from tests.ui.conftest import OpenWindow
from tests.ui.screens import (
    FIRST_STEP,
    GB,
    LEAVE,
    NOT_SAFE,
    NOWHERE,
    SCREENS,
    buttons,
    has,
    press,
    says,
    seen,
    spoken,
    words,
)

RULE = "Don’t pay. Don’t send anything. Don’t answer."
TELL = "For the person who looks after this computer:"
STEPS = Path("en", "plans", "young-person")
GRAPH = Path("plans", "young-person.toml")
GARBAGE = bytes(range(256)) * 8


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of our content that may be broken."""
    return Path(shutil.copytree(find_resources(), tmp_path / "resources"))


def title(window: MainWindow) -> str:
    return next(spoken(widget) for widget in seen(window) if isinstance(widget, Title))


def numbers(window: QWidget) -> list[str]:
    return [spoken(button).removeprefix("Copy ") for button in buttons(window) if spoken(button).startswith("Copy ")]


def told(window: QWidget) -> str:
    """The sentence for the person who looks after the computer."""
    return next(text for text in words(window) if text.startswith(TELL))


def assert_home_helps(window: MainWindow) -> None:
    assert any(RULE in spoken(button) for button in buttons(window))
    assert has(window, LEAVE)
    assert numbers(window) == ["0800 1111 for Childline", "85258 for Shout"]


def assert_plan_helps_all_the_same(window: MainWindow) -> None:
    assert says(window, RULE)
    assert [has(window, name) for name in (LEAVE, NOT_SAFE)] == [True, True]
    assert numbers(window) == ["0800 1111 for Childline", "85258 for Shout"]


# -- the plan ----------------------------------------------------------------------------------------------------------


def remove(path: Path) -> None:
    path.unlink()


def scramble(path: Path) -> None:
    path.write_bytes(GARBAGE)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def put_a_folder_there(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGE: dict[str, Callable[[Path], None]] = {
    "missing": remove,
    "garbage": scramble,
    "empty": empty,
    "a folder": put_a_folder_there,
}
each_damage = pytest.mark.parametrize("damage", DAMAGE)


@each_damage
@pytest.mark.parametrize("file", [GRAPH, STEPS / "plan.md"], ids=["graph", "words of the plan"])
def test_a_plan_that_cannot_be_read_gives_the_rule_the_numbers_and_the_name_of_the_file(
    open_window: OpenWindow, content: Path, file: Path, damage: str
) -> None:
    DAMAGE[damage](content / file)
    window = open_window(resources=content)
    assert_home_helps(window)
    press(window, "I’m being blackmailed")
    assert title(window) == "We can’t show the steps."
    assert_plan_helps_all_the_same(window)
    assert file.as_posix() in told(window)
    press(window, "Show a QR code for Shout")
    assert title(window) == "Shout"


def test_a_mistake_in_the_graph_is_named_with_its_line(open_window: OpenWindow, content: Path) -> None:
    lines = (content / GRAPH).read_text(encoding="utf-8").splitlines()
    at = lines.index("[[step]]") + 1
    lines[at] = "id = stop and go"
    (content / GRAPH).write_text("\n".join(lines), encoding="utf-8")
    window = open_window(resources=content)
    press(window, "I’m being blackmailed")
    assert f"{GRAPH.as_posix()}, line {at + 1}: " in told(window)


def test_the_way_to_the_picture_tools_survives_a_broken_plan(open_window: OpenWindow, content: Path) -> None:
    scramble(content / GRAPH)
    window = open_window(resources=content)
    press(window, "Go there first")
    assert_plan_helps_all_the_same(window)


@each_damage
def test_a_step_that_cannot_be_read_gives_the_rule_and_the_numbers_and_the_plan_goes_on(
    open_window: OpenWindow, content: Path, damage: str
) -> None:
    file = STEPS / "keep.md"
    DAMAGE[damage](content / file)
    window = open_window(resources=content)
    press(window, "I’m being blackmailed")
    press(window, "Done, next step")
    assert title(window) == "We can’t show this step."
    assert_plan_helps_all_the_same(window)
    assert file.as_posix() in told(window)
    press(window, "Done, next step")
    assert title(window) != "We can’t show this step."
    press(window, "Back")
    assert title(window) == "We can’t show this step."


def test_a_mistake_in_a_step_is_named_with_its_line(open_window: OpenWindow, content: Path) -> None:
    path = content / STEPS / "keep.md"
    lines = path.read_text(encoding="utf-8").splitlines()
    (content / STEPS / "keep.md").write_text("\n".join([*lines, "", "<b>bold</b>"]), encoding="utf-8")
    window = open_window(resources=content)
    press(window, "I’m being blackmailed")
    press(window, "Done, next step")
    assert f"{(STEPS / 'keep.md').as_posix()}, line {len(lines) + 2}: " in told(window)


def test_a_broken_first_step_still_asks_nothing_and_offers_the_crisis_page(
    open_window: OpenWindow, content: Path
) -> None:
    scramble(content / STEPS / "stop.md")
    window = open_window(resources=content)
    press(window, "I’m being blackmailed")
    assert_plan_helps_all_the_same(window)
    press(window, NOT_SAFE)
    assert numbers(window)[0] == "999 for Emergency services"


def test_every_file_of_words_may_be_missing_at_once(open_window: OpenWindow, content: Path) -> None:
    shutil.rmtree(content / "en")
    window = open_window(resources=content)
    assert any(RULE in spoken(button) for button in buttons(window))
    for name in ("I’m being blackmailed", NOT_SAFE):
        press(window, name)
        assert has(window, LEAVE)
    assert numbers(window)[:2] == ["999 for Emergency services", "0800 1111 for Childline"]


@each_damage
def test_sources_that_cannot_be_read_take_nothing_from_a_step(
    open_window: OpenWindow, content: Path, damage: str
) -> None:
    DAMAGE[damage](content / "sources.toml")
    window = open_window(resources=content)
    press(window, "I’m being blackmailed")
    press(window, "Why?")
    assert plain_text(FIRST_STEP.why).split("\n")[0] in words(window)


# -- the directory -----------------------------------------------------------------------------------------------------


@each_damage
def test_a_directory_that_cannot_be_read_leaves_what_works_anywhere(
    open_window: OpenWindow, content: Path, damage: str
) -> None:
    DAMAGE[damage](content / "directory" / "GB.toml")
    window = open_window(resources=content)
    assert any(RULE in spoken(button) for button in buttons(window))
    assert says(window, "Help from anywhere in the world.")
    assert len(numbers(window)) == 2
    press(window, NOT_SAFE)
    assert len(numbers(window)) == 2


@each_damage
def test_words_of_the_directory_that_cannot_be_read_take_no_number_away(
    open_window: OpenWindow, content: Path, damage: str
) -> None:
    DAMAGE[damage](content / "en" / "directory" / "GB.toml")
    window = open_window(resources=content)
    assert numbers(window) == ["0800 1111 for Childline", "85258 for Shout"]
    press(window, NOT_SAFE)
    assert numbers(window)[:4] == [
        "999 for Emergency services",
        "0800 1111 for Childline",
        "85258 for Shout",
        "116 123 for Samaritans",
    ]


def test_with_no_directory_at_all_a_person_is_told_to_ring_the_emergency_number(
    open_window: OpenWindow, content: Path
) -> None:
    shutil.rmtree(content / "directory")
    window = open_window(resources=content)
    sentence = "your emergency number now."
    assert says(window, sentence)
    press(window, NOT_SAFE)
    assert says(window, sentence)
    press(window, "Back to where I was")
    press(window, "I’m being blackmailed")
    assert says(window, sentence)
    press(window, "Talk to someone now")
    assert says(window, sentence)


def test_a_single_broken_entry_is_left_out_and_the_others_stay(open_window: OpenWindow, content: Path) -> None:
    path = content / "directory" / "GB.toml"
    text = path.read_text(encoding="utf-8")
    assert 'to = "0800 1111"' in text
    path.write_text(text.replace('to = "0800 1111"', 'to = "ring us, dear"'), encoding="utf-8")
    window = open_window(resources=content)
    assert numbers(window)[0] == "85258 for Shout"
    press(window, NOT_SAFE)
    assert numbers(window)[0] == "999 for Emergency services"


# -- sheets, icons, letters, everything --------------------------------------------------------------------------------


@each_damage
@pytest.mark.parametrize(("opener", "file"), [("Try it", "try-it.md"), ("What it can", "cannot.md")])
def test_a_sheet_that_cannot_be_read_says_so_and_how_to_leave(
    open_window: OpenWindow, content: Path, damage: str, opener: str, file: str
) -> None:
    DAMAGE[damage](content / "en" / "sheets" / file)
    window = open_window(resources=content)
    press(window, opener)
    assert title(window) == "We can’t show this text."
    assert says(window, "Leave now, or Esc twice, closes Handrail at once.")
    assert f"en/sheets/{file}" in told(window)
    press(window, "Close")


@pytest.mark.parametrize("folder", ["icons", "fonts"])
def test_drawings_and_letters_may_be_missing(open_window: OpenWindow, content: Path, folder: str) -> None:
    shutil.rmtree(content / folder)
    window = open_window(resources=content)
    assert_home_helps(window)
    for screen in ("crisis", "step stop", "step tell"):
        fresh = open_window(resources=content)
        SCREENS[screen].go(fresh)
        assert not fresh.grab().isNull()
        assert has(fresh, LEAVE)


def test_an_icon_may_be_garbage(open_window: OpenWindow, content: Path) -> None:
    for name in ("hand-heart", "log-out", "copy"):
        (content / "icons" / f"{name}.svg").write_bytes(GARBAGE)
    (content / "icons" / "qr-code.svg").write_text("<svg><oops", encoding="utf-8")
    window = open_window(resources=content)
    assert not window.grab().isNull()
    assert_home_helps(window)


@pytest.mark.parametrize("place", [GB, NOWHERE], ids=["country", "no country"])
def test_an_empty_folder_still_gives_a_window_with_the_first_rule(
    open_window: OpenWindow, tmp_path: Path, place: Place
) -> None:
    window = open_window(place, resources=tmp_path)
    assert any(RULE in spoken(button) for button in buttons(window))
    press(window, "I’m being blackmailed")
    assert says(window, RULE)
    assert has(window, LEAVE)
    press(window, NOT_SAFE)
    assert says(window, "your emergency number now.")
    press(window, "Back to where I was")
    press(window, "Home")
    press(window, "Try it")
    assert title(window) == "We can’t show this text."


def test_content_without_the_chosen_country_changes_nothing_when_another_is_chosen(
    open_window: OpenWindow, content: Path
) -> None:
    (content / "directory" / "GB.toml").unlink()
    window = open_window(resources=content)
    press(window, "Somewhere else?")
    press(window, "Another country")
    assert says(window, "Help from anywhere in the world.")


# -- clocks ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("year", [1980, 2106])
def test_a_clock_that_is_far_off_hides_hours_and_never_a_number(open_window: OpenWindow, year: int) -> None:
    window = open_window(at=dt.datetime(year, 2, 7, 6, 28, tzinfo=dt.UTC))
    assert_home_helps(window)
    assert not [badge.text() for badge in seen(window) if isinstance(badge, Badge) and "losed" in badge.text()]
    press(window, "I’m being blackmailed")
    press(window, "I am 18 or over")
    press(window, "Talk to someone now")
    assert len(numbers(window)) == 2
    assert not [badge.text() for badge in seen(window) if isinstance(badge, Badge)]
    press(window, NOT_SAFE)
    assert numbers(window)[0] == "999 for Emergency services"


# -- the command line --------------------------------------------------------------------------------------------------


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
