"""The look of every screen in one place: colours, type, sizes and the palette.

The numbers are those of our design sheet (colour tokens, type, space). A `Look` is one finished choice of them: light
or dark, at one text size. It never changes: another text size is another `Look`, and every screen is built anew.
"""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from desktop_app.ui.icons import Icons

ONE_COLUMN_WIDTH = 900
ONE_COLUMN_SIZE = 150
FAMILY = "Atkinson Hyperlegible Next"
FIRST_FACES = ("Next_400Regular", "Next_600SemiBold")
ICON_GROWTH = 0.6


class Theme(StrEnum):
    """What the person chose; SYSTEM follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tokens(NamedTuple):
    """The named colours, each as "#RRGGBB"."""

    bg: str
    surface: str
    sunken: str
    hover: str
    line: str
    control: str
    ink: str
    ink2: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    hero: str
    hero_line: str
    on_hero: str
    on_hero2: str
    hero_tile: str
    soft: str
    soft_line: str
    note: str
    note_line: str
    note_ink: str
    leave: str
    leave_hover: str
    on_leave: str
    leave_key: str
    leave_key_ink: str
    focus: str
    stair: str


LIGHT = Tokens(
    bg="#FAF6EF",
    surface="#FFFFFF",
    sunken="#F2ECE1",
    hover="#F6F0E6",
    line="#E3DACA",
    control="#857B6B",
    ink="#26221C",
    ink2="#585145",
    accent="#0F5D56",
    accent_hover="#0B4B46",
    accent_press="#083A36",
    on_accent="#FFFFFF",
    hero="#0F5D56",
    hero_line="#0F5D56",
    on_hero="#FFFFFF",
    on_hero2="#D5E8E3",
    hero_tile="#2A716A",
    soft="#E2EFEA",
    soft_line="#9CC4BA",
    note="#FBF0D6",
    note_line="#A87E26",
    note_ink="#5A410A",
    leave="#2A2620",
    leave_hover="#443D33",
    on_leave="#FFFFFF",
    leave_key="#6D6456",
    leave_key_ink="#F2ECE1",
    focus="#26221C",
    stair="#EEE6D8",
)

DARK = Tokens(
    bg="#1C1A17",
    surface="#262320",
    sunken="#161412",
    hover="#2E2A26",
    line="#3B362F",
    control="#938979",
    ink="#F2ECE2",
    ink2="#C0B7A8",
    accent="#7CCFC0",
    accent_hover="#98DDD1",
    accent_press="#62B5A6",
    on_accent="#0A2A27",
    hero="#15453F",
    hero_line="#7CCFC0",
    on_hero="#FFFFFF",
    on_hero2="#CFE6E0",
    hero_tile="#22605A",
    soft="#1D3532",
    soft_line="#3F7068",
    note="#352B16",
    note_line="#A88234",
    note_ink="#F0D79E",
    leave="#F2ECE2",
    leave_hover="#FFFFFF",
    on_leave="#1C1A17",
    leave_key="#8C8271",
    leave_key_ink="#3B362F",
    focus="#FFFFFF",
    stair="#26221E",
)


def high_contrast(palette: QPalette) -> Tokens:
    """Drops every colour of ours and takes those of the person's own high-contrast palette."""
    role = QPalette.ColorRole
    window, text = palette.color(role.Window).name(), palette.color(role.WindowText).name()
    mark, on_mark = palette.color(role.Highlight).name(), palette.color(role.HighlightedText).name()
    ours = dict.fromkeys(Tokens._fields, text)
    grounds = ("bg", "surface", "sunken", "hover", "hero", "hero_tile", "soft", "note", "stair", "on_leave")
    ours |= dict.fromkeys(grounds, window)
    ours |= dict.fromkeys(("accent", "accent_hover", "accent_press"), mark)
    return Tokens(**(ours | {"on_accent": on_mark, "leave_key_ink": window, "leave_key": window}))


class Type(NamedTuple):
    """One role of text: size and line height in px at 100 %, and weight."""

    size: int
    line: int
    weight: int = 400


TYPES = {
    "crisis-number": Type(40, 46, 600),
    "crisis-title": Type(34, 42, 600),
    "page-title": Type(30, 38, 600),
    "page-title-long": Type(28, 34, 600),
    "help-number": Type(24, 30, 600),
    "home-choice": Type(22, 30, 600),
    "heading": Type(20, 28, 600),
    "card-title": Type(19, 25, 600),
    "lead": Type(18, 27),
    "article-lead": Type(19, 29),
    "large": Type(30, 44, 500),
    "body": Type(17, 26),
    "body-strong": Type(17, 24, 600),
    "button": Type(17, 24, 600),
    "label": Type(16, 22, 600),
    "label-plain": Type(16, 22),
    "chip": Type(16, 22, 500),
    "small": Type(15, 22),
    "small-strong": Type(15, 22, 600),
}
LONG_TITLE = 40
"""Letters up to which a page's title has its full size."""


class Look:
    """Everything a screen needs to draw itself: colours, fonts, icons and sizes at one text size."""

    def __init__(self, tokens: Tokens, text_size: int, icons: Icons) -> None:
        self.tokens = tokens
        self.text_size = text_size
        self.icons = icons

    def px(self, size: float) -> int:
        """A length of text in px at this text size."""
        return round(size * self.text_size / 100)

    def fit(self, size: float) -> int:
        """A length of an icon or control in px: it grows to 1.6 times where text grows to 2."""
        return round(size * (1 + ICON_GROWTH * (self.text_size - 100) / 100))

    def font(self, role: str) -> QFont:
        """The font of a role of `TYPES`."""
        kind = TYPES[role]
        font = QFont(FAMILY)
        font.setPixelSize(self.px(kind.size))
        font.setWeight(QFont.Weight(kind.weight))
        return font

    def color(self, token: str) -> QColor:
        """The colour of a token as Qt wants it."""
        return QColor(str(getattr(self.tokens, token)))

    def one_column(self, width: int) -> bool:
        """Whether a page of this width in px stands in one column."""
        return width < ONE_COLUMN_WIDTH or self.text_size >= ONE_COLUMN_SIZE

    def margin(self, width: int) -> int:
        """The space left and right of a page of this width in px."""
        return 48 if width >= ONE_COLUMN_WIDTH else 24


def load_fonts(resources: Path, first: bool) -> None:
    """Makes our bundled faces known: those that Home shows `first`, or the others. Without them (a broken install) the
    system's own sans is used.
    """
    for face in sorted((resources / "fonts").glob("*.ttf")):
        if face.stem.endswith(FIRST_FACES) is first:
            QFontDatabase.addApplicationFont(str(face))


def palette(tokens: Tokens) -> QPalette:
    """The tokens as a palette, so that the few controls that Fusion paints fit in."""
    chosen = QPalette()
    role = QPalette.ColorRole
    for name, token in (
        (role.Window, tokens.bg),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.sunken),
        (role.Text, tokens.ink),
        (role.PlaceholderText, tokens.ink2),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.ink),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.ink),
    ):
        chosen.setColor(name, QColor(token))
    return chosen


def scroll_bar_style(tokens: Tokens, ground: str = "bg") -> str:
    """The style sheet of a scroll bar: a plain bar without arrows on the ground of a colour token."""
    back = getattr(tokens, ground)
    return (
        f"QScrollBar:vertical {{ background: {back}; width: 18px; margin: 0; border: none; }}"
        f"QScrollBar::handle:vertical {{ background: {tokens.control}; min-height: 40px; margin: 4px 4px 4px 6px;"
        " border-radius: 4px; }"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        f"QScrollBar::add-page, QScrollBar::sub-page {{ background: {back}; }}"
    )


def is_dark(theme: Theme, system: Qt.ColorScheme) -> bool:
    """Whether the dark colours are to be shown for this choice on a computer with this scheme."""
    return theme is Theme.DARK or (theme is Theme.SYSTEM and system is Qt.ColorScheme.Dark)
