"""The box for one’s own words: Enter and its button, nothing typed, and nothing of it kept."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.strings_own_words import (
    FIRST_WRITE,
    GO_ON_NAME,
    IS_IT_RIGHT,
    NOT_UNDERSTOOD,
    SAY_IT,
    WHAT_HAPPENED,
    YES_USE_IT,
)
from tests.desktop.presses import tap
from tests.ui.opening import OpenWindow
from tests.ui.own_words_looks import CRISIS, TEXT, field
from tests.ui.plan_looks import DONE, PLAN, title
from tests.ui.screens import (
    NOT_SAFE,
    described,
    focused,
    has,
    press,
    say,
    says,
    settle,
    spoken,
)


def test_enter_in_the_field_goes_on(window: MainWindow) -> None:
    field(window).setFocus()
    QTest.keyClicks(field(window), TEXT)
    tap(window, Qt.Key.Key_Return)
    window.tasks.wait()
    settle(window)
    assert title(window) == IS_IT_RIGHT


def test_esc_goes_back_to_home_and_the_words_are_still_there_to_be_mended(window: MainWindow) -> None:
    say(TEXT)(window)
    tap(window, Qt.Key.Key_Escape)
    settle(window)
    assert says(window, "What do you need right now?")
    assert field(window).text() == TEXT


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_asks_for_a_few_words(window: MainWindow, typed: str) -> None:
    field(window).setText(typed)
    press(window, GO_ON_NAME)
    assert focused() is field(window)
    assert field(window).placeholderText() == FIRST_WRITE
    assert described(field(window)) == FIRST_WRITE
    assert title(window) == "What do you need right now?"


def test_the_field_says_what_it_is_for(window: MainWindow) -> None:
    assert spoken(field(window)) == SAY_IT
    assert described(field(window)) == WHAT_HAPPENED
    assert says(window, SAY_IT)
    assert field(window).inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    assert field(window).maxLength() == 10_000


def test_the_tab_key_goes_from_the_field_to_its_button(window: MainWindow) -> None:
    field(window).setFocus(Qt.FocusReason.TabFocusReason)
    tap(window, Qt.Key.Key_Tab)
    assert spoken(focused()) == GO_ON_NAME


def test_another_page_forgets_what_was_typed(window: MainWindow) -> None:
    field(window).setText(TEXT)
    press(window, "Read and learn")
    press(window, "Home")
    assert field(window).text() == ""


def test_what_was_typed_is_nowhere_once_it_was_used(window: MainWindow) -> None:
    secret = "paid by paypal zzqxv"
    say(secret)(window)
    press(window, YES_USE_IT)
    settle(window)
    for _ in range(3):
        QApplication.processEvents()
        gc.collect()
    kept = [thing for thing in gc.get_objects() if isinstance(thing, dict | list | tuple) and holds(thing, secret)]
    assert kept == []


def holds(thing: dict[object, object] | list[object] | tuple[object, ...], secret: str) -> bool:
    parts = (*thing.keys(), *thing.values()) if isinstance(thing, dict) else tuple(thing)
    return any(type(part) is str and part.startswith(secret) and part is not secret for part in parts)


def test_a_plan_asks_in_own_words_on_its_first_step_and_where_it_asks_what_fits(window: MainWindow) -> None:
    press(window, PLAN)
    assert has(window, GO_ON_NAME)
    press(window, DONE)
    assert has(window, GO_ON_NAME)
    press(window, DONE)
    assert not has(window, GO_ON_NAME)


def test_two_quick_presses_ask_once(window: MainWindow) -> None:
    field(window).setText(TEXT)
    for _ in range(2):
        field(window).returnPressed.emit()
    window.tasks.wait()
    settle(window)
    tap(window, Qt.Key.Key_Escape)
    settle(window)
    assert says(window, "What do you need right now?")


def test_words_that_cannot_be_read_stop_nobody(open_window: OpenWindow, content: Path) -> None:
    (content / "own-words" / "en.toml").write_text("joins = ", encoding="utf-8")
    window = open_window(resources=content)
    say(TEXT)(window)
    assert title(window) == NOT_UNDERSTOOD
    assert [problem.file for problem in window.session.problems] == ["own-words/en.toml"]
    press(window, NOT_SAFE)
    assert title(window) == CRISIS
