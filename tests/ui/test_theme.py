"""The look: colours that can be told apart, our own letters, sizes that grow as they should, no colour left over."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.resources import find_resources
from desktop_app.core.settings import TEXT_SIZES, THEMES
from desktop_app.ui.choice_card import ChoiceCard
from desktop_app.ui.icons import Icons
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.text import Text
from desktop_app.ui.theme import DARK, FAMILY, LIGHT, TYPES, Look, Theme, Tokens, high_contrast, is_dark
from tests.ui.every_screen import SCREENS
from tests.ui.opening import OpenWindow
from tests.ui.screens import NOT_SAFE, SMALL, WIDE, buttons, press, seen, settle

TEXT, EDGE = 4.5, 3.0
"""The contrast that WCAG asks for: of words, and of edges and signs that carry a meaning."""

PAIRS = (
    *(("ink", ground, TEXT) for ground in ("bg", "surface", "sunken", "hover", "soft")),
    *(("ink2", ground, TEXT) for ground in ("bg", "surface", "sunken", "soft")),
    *(("accent", ground, TEXT) for ground in ("bg", "surface", "sunken", "hover", "soft")),
    *(("on_accent", ground, TEXT) for ground in ("accent", "accent_hover", "accent_press")),
    *(("on_hero", ground, TEXT) for ground in ("hero", "hero_tile")),
    ("on_hero2", "hero", TEXT),
    ("note_ink", "note", TEXT),
    ("ink", "note", TEXT),
    *(("on_leave", ground, TEXT) for ground in ("leave", "leave_hover")),
    ("leave_key_ink", "leave", TEXT),
    *(("control", ground, EDGE) for ground in ("bg", "surface", "sunken")),
    ("note_line", "bg", EDGE),
    ("hero_line", "bg", EDGE),
    ("accent", "bg", EDGE),
    ("leave", "bg", EDGE),
    *(("focus", ground, EDGE) for ground in ("bg", "surface", "sunken", "soft", "note")),
)
THEIRS = ("#000000", "#ffffff", "#1aebff", "#000000"), ("#ffffff", "#000000", "#00007f", "#ffffff")
"""Window, text, highlight and highlighted text of a dark and of a light high-contrast system theme."""


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def luminance(color: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    found = QColor(color)
    return 0.2126 * linear(found.redF()) + 0.7152 * linear(found.greenF()) + 0.0722 * linear(found.blueF())


def their_palette(window: str, text: str, highlight: str, highlighted: str) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, color in (
        (role.Window, window),
        (role.WindowText, text),
        (role.Highlight, highlight),
        (role.HighlightedText, highlighted),
    ):
        palette.setColor(name, QColor(color))
    return palette


def look(tokens: Tokens, text_size: int = 100) -> Look:
    return Look(tokens, text_size, Icons(find_resources() / "icons"))


# -- colours -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_what_is_read_can_be_told_from_what_is_behind_it(tokens: Tokens, ink: str, ground: str, least: float) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= least


@pytest.mark.parametrize("theirs", THEIRS, ids=["dark", "light"])
def test_with_high_contrast_only_the_systems_own_colours_are_used(theirs: tuple[str, str, str, str]) -> None:
    tokens = high_contrast(their_palette(*theirs))
    assert {getattr(tokens, name) for name in Tokens.__annotations__} <= set(theirs)


@pytest.mark.parametrize("theirs", THEIRS, ids=["dark", "light"])
@pytest.mark.parametrize(("ink", "ground"), [pair[:2] for pair in PAIRS])
def test_with_high_contrast_no_words_are_lost(theirs: tuple[str, str, str, str], ink: str, ground: str) -> None:
    tokens = high_contrast(their_palette(*theirs))
    assert getattr(tokens, ink) != getattr(tokens, ground)


@pytest.mark.parametrize("theirs", THEIRS, ids=["dark", "light"])
def test_with_high_contrast_the_big_choice_can_be_read_while_it_is_pressed(
    qtbot: QtBot, dressed: QApplication, theirs: tuple[str, str, str, str]
) -> None:
    tokens = high_contrast(their_palette(*theirs))
    card = ChoiceCard(look(tokens), "hand-heart", "Title", "Line.", "Strong.")
    qtbot.addWidget(card)
    card.resize(600, 108)
    card.setDown(True)
    fill = card.grab().toImage().pixelColor(QPoint(300, 5)).name()
    assert contrast(fill, tokens.on_hero) >= TEXT


def test_dark_is_chosen_or_follows_the_computer() -> None:
    scheme = Qt.ColorScheme
    assert [is_dark(Theme.SYSTEM, each) for each in (scheme.Dark, scheme.Light, scheme.Unknown)] == [True, False, False]
    assert [is_dark(Theme.DARK, each) for each in (scheme.Dark, scheme.Light)] == [True, True]
    assert [is_dark(Theme.LIGHT, each) for each in (scheme.Dark, scheme.Light)] == [False, False]


# -- no colour left over -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["home", "crisis", "talk", "step stop", "step tell", "country", "all steps"])
def test_no_light_ground_is_left_in_the_dark(open_window: OpenWindow, name: str) -> None:
    window = open_window(size=SMALL if SCREENS[name].folded else WIDE)
    SCREENS[name].go(window)
    window.use_look(100, Theme.DARK)
    settle(window)
    bright = share_of(window.grab().toImage(), lambda color: color.lightness() > 200)
    # Words, the pill of Leave now and, on the crisis page, the white plate of a code.
    assert bright < (0.16 if name == "crisis" else 0.08)
    window.use_look(100, Theme.LIGHT)
    settle(window)
    assert share_of(window.grab().toImage(), lambda color: color.lightness() < 45) < 0.1


def share_of(picture: QImage, wanted: Callable[[QColor], bool]) -> float:
    """How much of a picture has such a colour, from 0 to 1."""
    spots = [(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)]
    return sum(wanted(picture.pixelColor(x, y)) for x, y in spots) / len(spots)


def test_a_theme_applies_to_what_lies_under_a_sheet_too(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    press(window, NOT_SAFE)
    window.use_look(100, Theme.DARK)
    settle(window)
    press(window, "Back to where I was")
    assert share_of(window.grab().toImage(), lambda color: color.lightness() > 200) < 0.08


# -- letters and sizes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["home", "crisis", "step stop"])
def test_all_letters_are_our_own(open_window: OpenWindow, name: str) -> None:
    window = open_window()
    SCREENS[name].go(window)
    for part in (*buttons(window), *(text for text in seen(window) if isinstance(text, Text))):
        assert QFontInfo(part.font()).family() == FAMILY


def test_no_letters_are_smaller_than_fifteen() -> None:
    assert min(kind.size for kind in TYPES.values()) == 15


def test_every_theme_can_be_remembered() -> None:
    assert tuple(Theme) == THEMES


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_letters_grow_by_the_percent_and_icons_to_one_point_six(text_size: int) -> None:
    here = look(LIGHT, text_size)
    assert here.font("body").pixelSize() == round(17 * text_size / 100)
    assert here.fit(100) == round(100 + 60 * (text_size - 100) / 100)


@pytest.mark.parametrize(
    ("width", "text_size", "one"), [(900, 100, False), (899, 100, True), (2000, 150, True), (2000, 130, False)]
)
def test_one_column_comes_under_900_px_and_from_150_percent(width: int, text_size: int, one: bool) -> None:
    assert look(LIGHT, text_size).one_column(width) is one
