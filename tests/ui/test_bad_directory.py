"""A directory that is broken takes no number away that can still be read."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from desktop_app.ui.badge import Badge
from tests.broken_files import GARBAGE
from tests.ui.damage import (
    DAMAGE,
    RULE,
    assert_home_helps,
    each_damage,
    numbers,
    title,
    told,
)
from tests.ui.every_screen import SCREENS
from tests.ui.opening import OpenWindow
from tests.ui.screens import LEAVE, NOT_SAFE, buttons, has, press, says, seen, spoken


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


def test_content_without_the_chosen_country_changes_nothing_when_another_is_chosen(
    open_window: OpenWindow, content: Path
) -> None:
    (content / "directory" / "GB.toml").unlink()
    window = open_window(resources=content)
    press(window, "Somewhere else?")
    press(window, "Another country")
    assert says(window, "Help from anywhere in the world.")


@pytest.mark.parametrize("year", [1980, 2106])
def test_a_clock_that_is_far_off_hides_hours_and_never_a_number(open_window: OpenWindow, year: int) -> None:
    window = open_window(at=dt.datetime(year, 2, 7, 6, 28, tzinfo=dt.UTC))
    assert_home_helps(window)
    assert not [badge.text() for badge in seen(window) if isinstance(badge, Badge) and "losed" in badge.text()]
    press(window, "I’m being blackmailed")
    press(window, "Done, next step")
    press(window, "18 or over")
    press(window, "Talk to someone now")
    assert len(numbers(window)) == 2
    assert not [badge.text() for badge in seen(window) if isinstance(badge, Badge)]
    press(window, NOT_SAFE)
    assert numbers(window)[0] == "999 for Emergency services"
