"""Every screen at every size: all words whole, nothing over anything else, and no need to scroll sideways."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListView, QScrollArea, QWidget

from desktop_app.core.place import Place
from desktop_app.core.settings import TEXT_SIZES
from desktop_app.ui.choice_card import ChoiceCard
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.qr_code import QrCode
from desktop_app.ui.theme import Theme
from tests.ui.every_screen import ONE_OF_EACH_KIND, SCREENS
from tests.ui.opening import OpenWindow
from tests.ui.screens import (
    ADULT,
    ALL,
    GB,
    INSIDE,
    KNOWN,
    LEAVE,
    NOT_SAFE,
    NOWHERE,
    SMALL,
    WIDE,
    buttons,
    described,
    find,
    has,
    in_view,
    in_window,
    once,
    press,
    seen,
    settle,
    spoken,
    step,
    words,
)
from tests.ui.stretched import stretch, stretch_strings, stretched_resources

ON, BACK = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
DIRECTIONS = {ON: "left to right", BACK: "mirrored"}


@dataclass(frozen=True)
class Look:
    """How to look at a screen: text size in percent, size of the window in px, direction of reading."""

    text_size: int
    size: tuple[int, int]
    direction: Qt.LayoutDirection = ON

    def __str__(self) -> str:
        return f"{self.size[0]} x {self.size[1]}, {self.text_size} %, {DIRECTIONS[self.direction]}"


LOOKS = [Look(100, WIDE), Look(150, WIDE), Look(100, SMALL), Look(200, SMALL)]
MIRRORED = [Look(100, WIDE, BACK), Look(200, SMALL, BACK)]
LONG_WORDS = [Look(100, WIDE), Look(200, SMALL)]
RULE = "Don’t pay. Don’t send anything. Don’t answer."


def faults(window: MainWindow) -> Iterator[str]:
    """Everything that is cut, covered or out of reach on what is shown."""
    parts = list(seen(window))
    for part in parts:
        if isinstance(part, QScrollArea):
            yield from sideways(part)
        if isinstance(part, (QAbstractButton, QLabel, QrCode)):
            yield from squeezed(part)
            yield from sticks_out(part)
        if isinstance(part, ChoiceCard):
            yield from wider_than_its_card(part)
        if isinstance(part, QListView):
            yield from cut_rows(part, window)
    yield from covered([part for part in parts if isinstance(part, (QAbstractButton, QLabel, QrCode, QListView))])
    for name in (LEAVE, NOT_SAFE):
        if not has(window, name) or in_view(find(window, name)) != in_window(find(window, name)):
            yield f"“{name}” is not wholly in the window"


def sideways(area: QScrollArea) -> Iterator[str]:
    inner = area.widget()
    assert inner is not None
    width, room = inner.minimumSizeHint().width(), area.viewport().width()
    if max(width, inner.width()) > room:
        yield f"the page is {inner.width()} px wide, or {width} px at least, and has {room} px"


def squeezed(part: QWidget) -> Iterator[str]:
    name = spoken(part) or type(part).__name__
    least = part.minimumSizeHint() if not isinstance(part, QrCode) else part.sizeHint()
    if part.width() < min(least.width(), part.maximumWidth()):
        yield f"“{name}” has {part.width()} px of width and needs {least.width()}"
    height = part.heightForWidth(part.width()) if part.hasHeightForWidth() else least.height()
    if part.height() < height:
        yield f"“{name}” has {part.height()} px of height and needs {height}"


def sticks_out(part: QWidget) -> Iterator[str]:
    parent = part.parentWidget()
    if parent is not None and not parent.rect().contains(part.geometry()):
        yield f"“{spoken(part)}” sticks out of what it stands in"


def wider_than_its_card(card: ChoiceCard) -> Iterator[str]:
    for document in card.findChildren(QTextDocument):
        if document.idealWidth() > document.textWidth():
            yield f"a word of “{spoken(card)}” is wider than its card"


def cut_rows(rail: QListView, window: MainWindow) -> Iterator[str]:
    """Rows of the rail whose name does not fit beside the circle (its place is that of `RailDelegate`)."""
    look = window.look
    for row in range(rail.model().rowCount()):
        index = rail.model().index(row, 0)
        room = rail.visualRect(index).width() - 12 - look.fit(28) - look.fit(12) - 8
        words = QFontMetrics(look.font("label")).boundingRect(
            QRect(0, 0, room, 999), Qt.TextFlag.TextWordWrap, index.data()
        )
        if words.width() > room or words.height() > rail.visualRect(index).height():
            yield f"the row “{index.data()}” is cut"


def covered(parts: list[QWidget]) -> Iterator[str]:
    for first, second in combinations(parts, 2):
        if first.isAncestorOf(second) or second.isAncestorOf(first) or not same_page(first, second):
            continue
        shared = in_window(first) & in_window(second)
        if shared.width() > 1 and shared.height() > 1:
            size = f"{shared.width()} x {shared.height()} px"
            yield f"“{spoken(first)}” and “{spoken(second)}” cover each other by {size}"


def same_page(first: QWidget, second: QWidget) -> bool:
    """Whether they scroll together. What scrolls may be under the bars, by being cut off there."""
    return page_of(first) is page_of(second)


def page_of(part: QWidget) -> QWidget | None:
    parent = part.parentWidget()
    while parent is not None and not isinstance(parent, ScrollColumn):
        parent = parent.parentWidget()
    return parent


each_screen = pytest.mark.parametrize("name", SCREENS)


def look_at(app: QApplication, window: MainWindow, looks: Iterable[Look]) -> Iterator[str]:
    """The faults of what the window shows, in each look."""
    made: tuple[int, Qt.LayoutDirection] | None = None
    for look in looks:
        if made != (look.text_size, look.direction):
            made = look.text_size, look.direction
            app.setLayoutDirection(look.direction)
            window.use_look(look.text_size, Theme.LIGHT)
            settle(window)
            unfold_everything(window)
        window.resize(*look.size)
        settle(window)
        assert (window.width(), window.height()) == look.size
        for fault in faults(window):
            yield f"{look}: {fault}"


def unfold_everything(window: MainWindow) -> None:
    """Open what is folded away: reasons, and words to say."""
    for button in buttons(window):
        if once(described(button)).startswith(once("Folded away")):
            button.click()
    settle(window)


def assert_none(found: Iterable[str]) -> None:
    """Fails with all that was found, one in a line."""
    lines = list(found)
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)


@each_screen
def test_nothing_is_cut_or_covered(open_window: OpenWindow, dressed: QApplication, name: str) -> None:
    window = open_window(SCREENS[name].place, size=SMALL)
    SCREENS[name].go(window)
    assert_none(look_at(dressed, window, LOOKS))


@pytest.mark.parametrize("name", ONE_OF_EACH_KIND)
def test_nothing_is_cut_or_covered_where_reading_goes_from_right_to_left(
    open_window: OpenWindow, dressed: QApplication, name: str
) -> None:
    window = open_window(SCREENS[name].place, size=SMALL)
    SCREENS[name].go(window)
    assert_none(look_at(dressed, window, MIRRORED))


@pytest.mark.parametrize("name", ONE_OF_EACH_KIND)
def test_nothing_is_cut_or_covered_where_words_are_longer(
    open_window: OpenWindow, dressed: QApplication, monkeypatch: pytest.MonkeyPatch, long_words: Path, name: str
) -> None:
    stretch_strings(monkeypatch)
    window = open_window(SCREENS[name].place, size=SMALL, resources=long_words)
    SCREENS[name].go(window)
    assert_none(look_at(dressed, window, LONG_WORDS))


@pytest.fixture(scope="session")
def long_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stretched_resources(tmp_path_factory.mktemp("long words") / "resources")


def test_words_are_stretched_by_a_third(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, long_words: Path
) -> None:
    stretch_strings(monkeypatch)
    window = open_window(resources=long_words)
    said = " ".join(words(window))
    assert 1.25 < len(said) / len(once(said)) < 1.4
    assert stretch("[Go there](step:picture) {number}") == "[Goo thheree](step:picture) {number}"


@pytest.mark.parametrize("text_size", [size for size in TEXT_SIZES if size < 150])
def test_the_rail_cuts_no_name_of_a_step(open_window: OpenWindow, text_size: int) -> None:
    window = open_window(prepare=lambda window: window.use_look(text_size, Theme.LIGHT))
    for answers in (ALL, (KNOWN, INSIDE, ADULT)):
        step("stop", *answers)(window)
        rail = next(part for part in seen(window) if isinstance(part, QListView))
        assert list(cut_rows(rail, window)) == []
        press(window, "Home")


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_the_first_rule_is_seen_at_once_in_a_small_window(open_window: OpenWindow, text_size: int) -> None:
    window = open_window(size=SMALL, prepare=lambda window: window.use_look(text_size, Theme.LIGHT))
    card = next(part for part in seen(window) if isinstance(part, ChoiceCard))
    assert RULE in spoken(card)
    assert in_view(card) == in_window(card)


@pytest.mark.parametrize("place", [GB, NOWHERE], ids=["country", "no country"])
def test_the_first_rule_is_drawn_whole_at_the_smallest_size(open_window: OpenWindow, place: Place) -> None:
    window = open_window(place, size=SMALL)
    card = next(part for part in seen(window) if isinstance(part, ChoiceCard))
    assert list(wider_than_its_card(card)) == []
    assert card.height() >= card.heightForWidth(card.width())
    assert card.findChildren(QTextDocument)[0].toPlainText().splitlines()[1].startswith(RULE)
