"""I don't feel safe: the right numbers, in the right order, each with a code that a phone can read, and a way back."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.place import Place
from desktop_app.core.qr import modules
from desktop_app.core.resources import find_resources
from desktop_app.ui.badge import Badge
from desktop_app.ui.crisis_page import CrisisRow
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qr_code import QrCode
from desktop_app.ui.text import Text, Title
from desktop_app.ui.theme import Theme
from tests.ui.opening import NOON, OpenWindow
from tests.ui.screens import (
    LEAVE,
    NOT_SAFE,
    NOWHERE,
    buttons,
    find,
    focused,
    has,
    press,
    says,
    seen,
    settle,
    spoken,
)

GB_ROWS = (
    ("999", "Emergency services", "tel:999"),
    ("0800 1111", "Childline", "tel:08001111"),
    ("85258", "Shout", "SMSTO:85258:SHOUT"),
    ("116 123", "Samaritans", "tel:116123"),
)
"""Number as dialled, whose it is, and what its code carries. Written here by hand on purpose."""
ACCESS_ROWS = (("999", "Text to 999", "SMSTO:999"), ("999bsl.co.uk", "999 BSL", "https://www.999bsl.co.uk"))
NO_CODE = ("18000", "Relay UK")
TITLE = "You matter more than any picture."
BACK = "Back to where I was"


@pytest.fixture
def crisis(window: MainWindow) -> MainWindow:
    press(window, NOT_SAFE)
    return window


def numbers(window: QWidget) -> list[str]:
    return [spoken(button).removeprefix("Copy ") for button in buttons(window) if spoken(button).startswith("Copy ")]


def shown_code(window: QWidget) -> QrCode:
    [code] = [widget for widget in seen(window) if isinstance(widget, QrCode)]
    return code


def read_back(code: QrCode, payload: str) -> bool:
    """Whether the squares on the screen are those of the payload, with a white margin of four around them."""
    rows = modules(payload)
    picture = code.grab().toImage()
    side = picture.width() / (len(rows) + 8)
    wanted = [[False] * (len(rows) + 8) for _ in range(4)]
    wanted += [[*[False] * 4, *row, *[False] * 4] for row in rows]
    wanted += [[False] * (len(rows) + 8) for _ in range(4)]
    return side == int(side) and list(squares(picture, int(side))) == wanted


def squares(picture: QImage, side: int) -> Iterator[list[bool]]:
    for y in range(side // 2, picture.height(), side):
        yield [picture.pixelColor(x, y).lightness() < 100 for x in range(side // 2, picture.width(), side)]


# -- numbers -----------------------------------------------------------------------------------------------------------


def test_the_numbers_of_the_united_kingdom_in_order(crisis: MainWindow) -> None:
    assert numbers(crisis)[:4] == [f"{number} for {name}" for number, name, _ in GB_ROWS]


def test_the_emergency_number_is_the_first_row_and_in_large_type(crisis: MainWindow) -> None:
    first = next(widget for widget in seen(crisis) if isinstance(widget, CrisisRow))
    number = next(text for text in seen(first) if isinstance(text, Text))
    assert spoken(number) == "999"
    assert number.font().pixelSize() == 40
    others = [row for row in seen(crisis) if isinstance(row, CrisisRow)]
    assert all(first.y() <= row.y() for row in others)


def test_there_are_ways_for_who_cannot_speak_or_hear(crisis: MainWindow) -> None:
    assert says(crisis, "Can’t speak, or can’t hear?")
    assert says(crisis, "press 55")
    assert numbers(crisis)[4:] == [f"{number} for {name}" for number, name, *_ in (*ACCESS_ROWS, NO_CODE)]


def test_every_line_is_shown_whatever_the_hour_and_none_is_called_closed(open_window: OpenWindow) -> None:
    for at in (NOON, dt.datetime(2026, 12, 25, 4, 0, tzinfo=dt.UTC), dt.datetime(1980, 1, 1, tzinfo=dt.UTC)):
        window = open_window(at=at)
        press(window, NOT_SAFE)
        assert numbers(window)[:4] == [f"{number} for {name}" for number, name, _ in GB_ROWS]
        assert not any(isinstance(widget, Badge) for widget in seen(window))


def test_nothing_casts_doubt_on_a_number_here(crisis: MainWindow) -> None:
    assert not says(crisis, "Nobody has rung")
    assert not says(crisis, "We read this")
    assert says(crisis, "If one doesn’t answer, try the next.")


@pytest.mark.parametrize("place", [NOWHERE, Place("XX", known=False, guessed=True)], ids=["no country", "unknown"])
def test_without_a_country_of_ours_the_worldwide_lines_are_shown_and_it_says_so(
    open_window: OpenWindow, place: Place
) -> None:
    window = open_window(place)
    press(window, NOT_SAFE)
    assert says(window, "Help from anywhere in the world.")
    assert says(window, "emergency number of the country you are in")
    assert numbers(window) == [
        "findahelpline.com for Find A Helpline",
        "childhelplineinternational.org/helplines for Child Helpline International",
    ]


def test_where_the_emergency_number_is_broken_a_person_is_told_to_call_theirs(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    content = Path(shutil.copytree(find_resources(), tmp_path / "resources"))
    path = content / "directory" / "GB.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('to = "999"', 'to = "nine nine nine"'), encoding="utf-8")
    window = open_window(resources=content)
    press(window, NOT_SAFE)
    assert numbers(window)[0] == "0800 1111 for Childline"
    assert says(window, "In danger now? Call the emergency number of the country you are in.")


def test_another_country_can_be_chosen_from_here(crisis: MainWindow) -> None:
    assert says(crisis, "Numbers for the United Kingdom.")
    press(crisis, "Somewhere else?")
    press(crisis, "Another country")
    assert says(crisis, TITLE)
    assert "999 for Emergency services" not in numbers(crisis)


@pytest.mark.parametrize(("number", "name"), [row[:2] for row in GB_ROWS])
def test_every_number_can_be_copied(crisis: MainWindow, number: str, name: str) -> None:
    press(crisis, f"Copy {number} for {name}")
    assert QApplication.clipboard().text() == number
    QApplication.clipboard().clear()


# -- codes -------------------------------------------------------------------------------------------------------------


def test_the_first_code_is_of_a_line_to_talk_to(crisis: MainWindow) -> None:
    assert spoken(shown_code(crisis)) == "QR code: Childline, 0800 1111"
    assert read_back(shown_code(crisis), "tel:08001111")


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize(("number", "name", "payload"), [*GB_ROWS, *ACCESS_ROWS])
def test_each_row_shows_its_own_code(crisis: MainWindow, number: str, name: str, payload: str, theme: Theme) -> None:
    crisis.use_look(100, theme)
    settle(crisis)
    press(crisis, f"Show a QR code for {name}")
    code = shown_code(crisis)
    assert spoken(code) == f"QR code: {name}, {number}"
    assert read_back(code, payload)
    assert not read_back(code, "tel:112")
    assert find(crisis, f"Show a QR code for {name}").isChecked()
    assert sum(button.isChecked() for button in buttons(crisis)) == 1


def test_a_relay_number_has_no_code_because_no_phone_can_dial_it_by_camera(crisis: MainWindow) -> None:
    assert not has(crisis, f"Show a QR code for {NO_CODE[1]}")


def test_the_words_under_a_code_say_what_the_phone_will_do(crisis: MainWindow) -> None:
    assert says(crisis, "Your phone asks before it calls Childline.")
    press(crisis, "Show a QR code for Shout")
    assert says(crisis, "Your phone asks before it texts Shout.")
    press(crisis, "Show a QR code for 999 BSL")
    assert says(crisis, "Your phone asks before it opens the page.")


@pytest.mark.parametrize("text_size", [100, 200])
def test_a_code_is_large_enough_for_a_camera(crisis: MainWindow, text_size: int) -> None:
    crisis.use_look(text_size, Theme.LIGHT)
    settle(crisis)
    code = shown_code(crisis)
    squares_in_a_row = len(modules("tel:08001111")) + 8
    assert code.width() / squares_in_a_row >= 4


# -- there and back ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "way", [(), ("I’m being blackmailed",), ("Try it",), ("I’m being blackmailed", "Talk to someone now")]
)
def test_it_is_one_press_away_and_leads_back(window: MainWindow, way: tuple[str, ...]) -> None:
    for name in way:
        press(window, name)
    before = [spoken(button) for button in buttons(window)]
    press(window, NOT_SAFE)
    assert spoken(focused()) == TITLE
    assert not has(window, "Home")
    press(window, BACK)
    assert [spoken(button) for button in buttons(window)] == before


def test_one_slow_breath_leads_back_to_the_numbers(crisis: MainWindow) -> None:
    press(crisis, "Take one slow breath")
    assert isinstance(focused(), Title)
    assert says(crisis, "One slow breath")
    press(crisis, "Close")
    assert says(crisis, TITLE)


def test_from_a_slow_breath_the_crisis_page_is_one_press_away(crisis: MainWindow) -> None:
    press(crisis, "Take one slow breath")
    press(crisis, NOT_SAFE)
    assert says(crisis, TITLE)
    press(crisis, BACK)
    assert says(crisis, "What do you need right now?")


def test_a_slow_breath_leads_to_the_numbers_in_its_own_words_too(crisis: MainWindow) -> None:
    press(crisis, "Take one slow breath")
    [way] = [name for name in map(spoken, buttons(crisis)) if name not in (LEAVE, NOT_SAFE, "Home", "Close")]
    press(crisis, way)
    assert says(crisis, TITLE)


def test_from_the_choice_of_a_country_the_crisis_page_is_one_press_away(crisis: MainWindow) -> None:
    press(crisis, "Somewhere else?")
    press(crisis, NOT_SAFE)
    assert says(crisis, TITLE)


def test_another_look_keeps_the_page_and_its_numbers(crisis: MainWindow) -> None:
    for text_size, theme in ((200, Theme.DARK), (100, Theme.LIGHT)):
        crisis.use_look(text_size, theme)
        settle(crisis)
        assert says(crisis, TITLE)
        assert numbers(crisis)[:4] == [f"{number} for {name}" for number, name, _ in GB_ROWS]
    press(crisis, BACK)
    assert says(crisis, "What do you need right now?")


def test_leave_now_leaves_from_here(crisis: MainWindow, left: list[str]) -> None:
    press(crisis, LEAVE)
    assert left == ["left"]
