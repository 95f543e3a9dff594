"""The Leave now pill: what it shows and says while Shift is being counted."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget
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


@pytest.fixture
def button(qtbot: QtBot, dressed: QApplication) -> LeaveButton:
    button = LeaveButton(Look(LIGHT, 100, Icons(find_resources() / "icons")))
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    return button


def picture(button: QWidget) -> QImage:
    return button.grab().toImage()


def test_each_count_has_its_own_dots(button: LeaveButton) -> None:
    at_rest = picture(button)
    button.show_shifts(1)
    one = picture(button)
    button.show_shifts(2)
    assert at_rest != one != picture(button) != at_rest
    button.show_shifts(0)
    assert picture(button) == at_rest


def test_what_is_left_is_said_politely(button: LeaveButton, said: Said) -> None:
    for count in (1, 2, 0):
        button.show_shifts(count)
    polite = QAccessible.AnnouncementPoliteness.Polite
    assert said == [("two more", polite), ("one more", polite)]


def test_the_button_keeps_its_name_while_shift_is_counted(button: LeaveButton) -> None:
    button.show_shifts(2)
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == LEAVE


def test_the_window_says_what_is_left_in_neutral_words(window: MainWindow, said: Said, left: list[str]) -> None:
    tap_shift(window, 2)
    assert [words for words, _ in said] == ["two more", "one more"]
    tap_shift(window)
    assert left == ["left"]


def test_a_person_may_want_neither_dots_nor_words(window: MainWindow, said: Said, left: list[str]) -> None:
    window.choose("shift_hint", False)
    at_rest = picture(find(window, LEAVE))
    tap_shift(window, 2)
    assert picture(find(window, LEAVE)) == at_rest
    assert said == []
    tap_shift(window)
    assert left == ["left"]


@pytest.mark.parametrize("size", [100, 200])
def test_it_is_never_smaller_than_a_thumb(qtbot: QtBot, dressed: QApplication, size: int) -> None:
    button = LeaveButton(Look(LIGHT, size, Icons(find_resources() / "icons")))
    qtbot.addWidget(button)
    button.show_key(False)
    assert button.sizeHint().width() >= 120
    assert button.sizeHint().height() >= 44
