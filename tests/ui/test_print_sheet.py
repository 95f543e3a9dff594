"""Printing a page: nothing is asked before the press, and each end of it is said in words with what to do next."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui import strings, strings_print
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.print_system import PrintProblem
from desktop_app.ui.theme import Theme
from tests.desktop.pdf_text import text
from tests.desktop.presses import tap
from tests.ui.damage import title
from tests.ui.opening import OpenWindow
from tests.ui.paper import (
    PAGE,
    PaperPrinters,
    answered,
    choices,
    folders,
    go,
    on_page,
    on_sheet,
    printers,
)
from tests.ui.screens import (
    LEAVE,
    NOT_SAFE,
    buttons,
    find,
    focused,
    has,
    says,
    seen,
    settle,
    spoken,
    whole,
    words,
)

__all__ = ["folders", "printers"]

LOOK, PRINT = strings_print.LOOK, strings_print.PRINT
SHEET = (LEAVE, NOT_SAFE, "Close")


# -- before anything is asked ------------------------------------------------------------------------------------------


def test_no_printer_is_asked_for_before_the_press(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters
) -> None:
    window = on_sheet(open_window, qtbot)
    assert title(window) == "Print this page"
    assert printers.asked == 0
    go(window, qtbot, LOOK)
    assert printers.asked == 1


def test_the_sheet_says_first_what_stays_behind_and_who_talks_to_the_printer(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters
) -> None:
    window = on_sheet(open_window, qtbot)
    assert says(window, "The printer and this computer may keep a copy.")
    assert says(window, "This computer’s own system talks to the printer.")
    assert says(window, "That saves a file that other people can find.")
    assert says(window, PAGE)
    assert says(window, "It fills 3 pages of paper.")
    assert [has(window, name) for name in SHEET] == [True, True, True]


def test_printers_are_asked_on_another_thread(open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters) -> None:
    go(on_sheet(open_window, qtbot, LOOK), qtbot, "Room 12", PRINT)
    assert threading.main_thread().ident not in printers.threads


def test_a_page_that_is_broken_can_not_be_printed(open_window: OpenWindow) -> None:
    window = on_page(open_window)
    assert has(window, PRINT)
    window.show_library("there-is-no-such-page")
    settle(window)
    assert not has(window, PRINT)


def test_the_key_for_printing_opens_the_sheet(open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters) -> None:
    window = on_page(open_window)
    QTest.keyClick(focused(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    answered(window, qtbot)
    assert title(window) == "Print this page"
    assert printers.asked == 0


# -- printing ----------------------------------------------------------------------------------------------------------


def test_the_page_goes_to_the_printer_that_was_chosen(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters
) -> None:
    window = on_sheet(open_window, qtbot, LOOK)
    assert [spoken(row) for row in choices(window)] == ["Head office. by the door · The usual one", "Room 12"]
    assert [row for row in choices(window) if row.isChecked()] == [], "the person chooses, not the program"
    go(window, qtbot, "Room 12", PRINT)
    [(printer, job)] = printers.printed
    assert printer == "room-12"
    assert text(job.pdf).startswith(PAGE)
    assert says(window, "Fetch the paper before others see it.")
    assert not has(window, PRINT), "pressed twice it would come out twice"


def test_print_without_a_choice_says_what_is_missing(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters
) -> None:
    window = on_sheet(open_window, qtbot, LOOK, PRINT)
    assert says(window, "Choose a printer first.")
    assert printers.printed == []


def test_one_printer_alone_is_chosen(open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters) -> None:
    printers.there = printers.there[1:]
    on_sheet(open_window, qtbot, LOOK, PRINT)
    assert [printer for printer, _ in printers.printed] == ["room-12"]


def test_ticks_are_not_printed(open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters) -> None:
    window = open_window()
    window.show_library("form-ceop")
    whole(window)
    go(window, qtbot, "Their name in the app", "Print", LOOK, "Room 12", PRINT)
    [(_, job)] = printers.printed
    assert job.html.count('class="unchecked"') == 4
    assert '"checked"' not in job.html


# -- what can go wrong -------------------------------------------------------------------------------------------------


def test_without_a_printer_the_sheet_says_what_to_do(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters
) -> None:
    printers.there = ()
    window = on_sheet(open_window, qtbot, LOOK)
    assert says(window, "We found no printer here.")
    assert says(window, "write down by hand what helps you")
    assert [has(window, name) for name in (PRINT, "Look again", "Show large")] == [False, True, True]
    go(window, qtbot, "Show large")
    assert says(window, "By phone: 0800 1111. Day and night.")
    assert says(window, "Leave the chat for ten minutes")


@pytest.mark.parametrize("code", ["gone", "refused", "failed"])
def test_what_goes_wrong_is_said_and_can_be_tried_again(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters, code: PrintProblem
) -> None:
    window = on_sheet(open_window, qtbot, LOOK, "Room 12")
    printers.fails = code
    go(window, qtbot, PRINT)
    assert says(window, f"{strings_print.PRINT_PROBLEMS[code]} {strings_print.BY_HAND}")
    assert [has(window, name) for name in (PRINT, "Look again", "Show large")] == [True, True, True]
    printers.fails = None
    go(window, qtbot, "Head office", PRINT)
    assert [printer for printer, _ in printers.printed] == ["office"]


def test_a_mistake_of_ours_is_said_as_what_did_not_work(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = on_sheet(open_window, qtbot, LOOK, "Room 12")
    monkeypatch.setattr(printers, "send", None)
    go(window, qtbot, PRINT)
    assert says(window, strings_print.PRINT_PROBLEMS["failed"])


# -- another look, the keyboard, a screen reader -----------------------------------------------------------------------


def test_another_look_keeps_how_far_it_is(open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters) -> None:
    window = on_sheet(open_window, qtbot, LOOK, "Room 12")
    said = words(window)
    window.use_look(200, Theme.DARK)
    settle(window)
    assert words(window) == said
    assert find(window, "Room 12").isChecked()
    go(window, qtbot, PRINT)
    assert [printer for printer, _ in printers.printed] == ["room-12"]


def test_it_is_printed_by_the_keyboard_alone(open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters) -> None:
    window = on_page(open_window)
    find(window, PRINT).setFocus(Qt.FocusReason.TabFocusReason)
    tap(window, Qt.Key.Key_Return)
    answered(window, qtbot)
    tab_to(window, LOOK)
    tap(window, Qt.Key.Key_Return)
    answered(window, qtbot)
    assert spoken(focused()) == strings_print.CHOOSE, "the button went; what is said has the keyboard"
    tap(window, Qt.Key.Key_Tab)
    assert spoken(focused()).startswith("Head office")
    tap(window, Qt.Key.Key_Down)
    settle(window)
    assert spoken(focused()) == "Room 12"
    tab_to(window, PRINT)
    tap(window, Qt.Key.Key_Space)
    answered(window, qtbot)
    assert [printer for printer, _ in printers.printed] == ["room-12"]
    assert spoken(focused()) == strings_print.SENT
    tab_to(window, "Close")
    tap(window, Qt.Key.Key_Return)
    settle(window)
    assert title(window).startswith(PAGE)


def tab_to(window: MainWindow, name: str) -> None:
    for _ in range(12):
        if spoken(focused()) == name:
            return
        tap(window, Qt.Key.Key_Tab)
        settle(window)
    raise AssertionError(name)


def test_enter_picks_the_first_printer(open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters) -> None:
    window = on_sheet(open_window, qtbot, LOOK)
    choices(window)[0].setFocus(Qt.FocusReason.TabFocusReason)
    tap(window, Qt.Key.Key_Return)
    assert find(window, "Head office").isChecked()


def test_nothing_is_a_window_of_its_own(open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters) -> None:
    window = on_sheet(open_window, qtbot, LOOK, "Room 12", PRINT)
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not window] == []
    assert strings.CLOSE in [spoken(button) for button in buttons(window)]
    assert len(list(seen(window))) > 0
