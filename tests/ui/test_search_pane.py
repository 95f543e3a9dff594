"""A search while somebody types: by keys alone, with what was found marked, and nothing kept."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.links import Link
from desktop_app.core.search import Search
from desktop_app.core.search_table import SearchMissingError
from desktop_app.ui import strings
from desktop_app.ui.icons import Icons
from desktop_app.ui.search_pane import SearchPane
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.theme import LIGHT, Look
from tests.core.small_search import document, search
from tests.core.test_search import WORDS
from tests.desktop.program import ROOT

NAMES = ("first", "second", "third")


def make() -> Search:
    pages = [document(name, title=f"Money {name}", body="word " * 9 * at) for at, name in enumerate(NAMES)]
    return search(*pages, words=WORDS)


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.wait()  # in the program they outlive every search


@pytest.fixture
def opened(qtbot: QtBot, dressed: QApplication, tasks: Tasks) -> Callable[..., SearchPane]:
    def open_one(make: Callable[[], Search] = make, text_size: int = 100) -> SearchPane:
        pane = SearchPane(Look(LIGHT, text_size, Icons(ROOT / "resources" / "icons")), tasks, make)
        qtbot.addWidget(pane)
        pane.resize(307, 600)
        with qtbot.waitActive(pane):
            pane.show()
        pane.box.field.setFocus()
        return pane

    return open_one


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def type_in(pane: SearchPane, words: str) -> None:
    QTest.keyClicks(pane.box.field, words)
    pane.tasks.wait()
    QApplication.processEvents()


def shown(pane: SearchPane) -> list[str]:
    return [card.accessibleName() for card in pane.results.cards if card.isVisible()]


def test_results_come_while_somebody_types_and_go_with_the_words(opened: Callable[..., SearchPane]) -> None:
    pane = opened()
    said: list[bool] = []
    pane.looked_for.connect(said.append)
    type_in(pane, "mone")
    assert [name.split(".")[0] for name in shown(pane)] == ["Money first", "Money second", "Money third"]
    assert shown(pane)[0].endswith(strings.AUDIENCES["young"])
    assert pane.results.count.accessibleName() == "3 results. Use ↑ ↓ and Enter."
    press(Qt.Key.Key_Escape)
    assert (pane.box.field.text(), pane.results.isVisible(), said) == ("", False, [True, False])


def test_down_goes_into_the_results_enter_opens_and_up_comes_back(opened: Callable[..., SearchPane]) -> None:
    pane = opened()
    chosen: list[Link] = []
    pane.chosen.connect(chosen.append)
    type_in(pane, "money")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    press(Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert [link.target for link in chosen] == ["first", "second", "third"]
    press(Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert pane.box.field.hasFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert pane.box.field.hasFocus()
    assert pane.box.field.text() == ""


def test_an_esc_in_an_empty_field_is_left_to_the_window(opened: Callable[..., SearchPane], qtbot: QtBot) -> None:
    class Window(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.pressed: list[int] = []

        def keyPressEvent(self, event: QKeyEvent) -> None:
            self.pressed.append(event.key())

    window, pane = Window(), opened()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(pane)
    with qtbot.waitActive(window):
        window.show()
    pane.box.field.setFocus()
    press(Qt.Key.Key_Escape)
    assert window.pressed == [Qt.Key.Key_Escape]


def test_whoever_may_hurt_themselves_sees_the_crisis_page_first(opened: Callable[..., SearchPane]) -> None:
    pane = opened()
    chosen: list[Link] = []
    pane.chosen.connect(chosen.append)
    type_in(pane, "i want to die money")
    assert shown(pane)[0] == f"{strings.NOT_SAFE}. {strings.FOUND_CRISIS}. {strings.FOUND_IN['crisis']}"
    press(Qt.Key.Key_Return)
    assert chosen == [Link("crisis")]


def test_words_typed_before_everything_is_read_are_looked_for_then(
    opened: Callable[..., SearchPane], tasks: Tasks, qtbot: QtBot
) -> None:
    pane = SearchPane(Look(LIGHT, 100, Icons(ROOT / "resources" / "icons")), tasks, make)
    qtbot.addWidget(pane)
    pane.show()
    pane.box.field.setText("money")
    assert shown(pane) == []
    tasks.wait()
    QApplication.processEvents()
    assert len(shown(pane)) == 3


def test_a_computer_that_cannot_search_says_so(opened: Callable[..., SearchPane]) -> None:
    def broken() -> Search:
        raise SearchMissingError

    pane = opened(broken)
    type_in(pane, "money")
    assert pane.results.count.accessibleName() == strings.NO_SEARCH
    assert shown(pane) == []


def test_nothing_found_is_said_calmly(opened: Callable[..., SearchPane]) -> None:
    pane = opened()
    type_in(pane, "zzzz")
    assert pane.results.count.accessibleName() == strings.NO_RESULTS
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert pane.box.field.hasFocus()


def test_the_cross_clears_and_leaves_nothing_to_undo(opened: Callable[..., SearchPane]) -> None:
    pane = opened()
    type_in(pane, "money")
    cross = next(
        child for child in pane.box.children() if getattr(child, "accessibleName", str)() == strings.CLEAR_SEARCH
    )
    cross.click()  # type: ignore[attr-defined]
    assert pane.box.field.text() == ""
    assert not pane.box.field.isUndoAvailable()


@pytest.mark.parametrize("text_size", [100, 200])
def test_a_card_is_as_high_as_its_words(opened: Callable[..., SearchPane], text_size: int) -> None:
    pane = opened(text_size=text_size)
    type_in(pane, "money")
    QApplication.processEvents()
    for card in pane.results.cards:
        assert card.height() >= card.heightForWidth(card.width())
        assert QAccessible.queryAccessibleInterface(card).role() is QAccessible.Role.Button
