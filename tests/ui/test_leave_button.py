"""The Leave now pill: what it shows and says while Shift is being counted."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.resources import find_resources
from desktop_app.ui.icons import Icons
from desktop_app.ui.leave_button import LeaveButton
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import LIGHT, Look
from tests.desktop.presses import tap_shift
from tests.ui.screens import LEAVE, find

Said = list[tuple[str, QAccessible.AnnouncementPoliteness]]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    """What a screen reader is asked to say."""
    heard: Said = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    return heard


@pytest.fixture(params=[True, False], ids=["with the hint", "without"])
def hinted(request: pytest.FixtureRequest, qtbot: QtBot, dressed: QApplication) -> tuple[LeaveButton, bool]:
    button = LeaveButton(Look(LIGHT, 100, Icons(find_resources() / "icons")), shift_hint=request.param)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    return button, request.param


def picture(button: LeaveButton) -> QImage:
    return button.grab().toImage()


def test_the_dots_are_shown_only_where_the_person_wants_them(hinted: tuple[LeaveButton, bool]) -> None:
    button, hint = hinted
    at_rest = picture(button)
    pictures = []
    for count in (1, 2):
        button.show_shifts(count)
        pictures.append(picture(button))
    assert (pictures[0] != at_rest, pictures[1] != pictures[0]) == (hint, hint)
    button.show_shifts(0)
    assert picture(button) == at_rest


def test_what_is_left_is_said_only_where_the_person_wants_it(hinted: tuple[LeaveButton, bool], said: Said) -> None:
    button, hint = hinted
    for count in (1, 2, 0):
        button.show_shifts(count)
    polite = QAccessible.AnnouncementPoliteness.Polite
    assert said == ([("two more", polite), ("one more", polite)] if hint else [])


def test_the_window_says_what_is_left_in_neutral_words(window: MainWindow, said: Said, left: list[str]) -> None:
    find(window, LEAVE)
    tap_shift(window, 2)
    assert [words for words, _ in said] == ["two more", "one more"]
    tap_shift(window)
    assert left == ["left"]


def test_the_button_keeps_its_name_while_shift_is_counted(hinted: tuple[LeaveButton, bool]) -> None:
    button, _ = hinted
    button.show_shifts(2)
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == LEAVE


@pytest.mark.parametrize("size", [100, 200])
def test_it_is_never_smaller_than_a_thumb(qtbot: QtBot, dressed: QApplication, size: int) -> None:
    button = LeaveButton(Look(LIGHT, size, Icons(find_resources() / "icons")))
    qtbot.addWidget(button)
    button.show_key(False)
    assert button.sizeHint().width() >= 120
    assert button.sizeHint().height() >= 44
