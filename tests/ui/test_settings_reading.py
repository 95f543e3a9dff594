"""The settings: the keyboard and the reading stay where they were."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ui.main_window import MainWindow
from tests.desktop.presses import tap
from tests.ui.opening import OpenWindow
from tests.ui.screens import (
    NOT_SAFE,
    SMALL,
    described,
    find,
    focused,
    has,
    in_view,
    in_window,
    press,
    settle,
    spoken,
)
from tests.ui.settings_looks import EXTRA_KEY, REMEMBER, bar, in_use

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


def test_the_rail_leads_to_the_parts(settings: MainWindow) -> None:
    settings.resize(1100, 480)
    settle(settings)
    assert described(find(settings, "Place and reading")) == "You are here"
    press(settings, "Privacy")
    assert spoken(focused()) == "Privacy"
    assert in_view(focused()) == in_window(focused())
    assert bar(settings).bar.value() > 0
    assert described(find(settings, "Privacy")) == "You are here"
    assert described(find(settings, "Place and reading")) == ""
    press(settings, "Place and reading")
    assert spoken(focused()) == "Place and reading"
    press(settings, "About Handrail")
    assert spoken(focused()) == "About Handrail"


def test_in_one_column_the_rail_gives_way_to_a_link(open_window: OpenWindow) -> None:
    window = open_window(size=SMALL)
    press(window, "Settings")
    assert not has(window, "Privacy")
    press(window, "About Handrail")
    assert spoken(focused()) == "About Handrail"
    press(window, "Settings")
    assert spoken(focused()) == "Settings"


def test_reading_goes_on_where_it_was(open_window: OpenWindow) -> None:
    window = open_window(size=SMALL)
    press(window, "Settings")
    bar(window).bar.setValue(bar(window).bar.maximum() // 2)
    settle(window)
    before = bar(window).bar.value()
    window.choose("theme", "dark")
    settle(window)
    assert bar(window).bar.value() == before > 0


@pytest.mark.parametrize("row", ["Country", EXTRA_KEY])
def test_esc_on_a_sheet_leads_back_to_the_row(settings: MainWindow, row: str) -> None:
    press(settings, row)
    tap(settings, Qt.Key.Key_Escape)
    settle(settings)
    assert spoken(focused()).startswith(row)


@pytest.mark.parametrize("over", [NOT_SAFE, EXTRA_KEY])
def test_what_lies_over_the_settings_keeps_the_keyboard_when_something_is_chosen(
    settings: MainWindow, over: str
) -> None:
    press(settings, "Theme: light")
    press(settings, over)
    title = spoken(focused())
    for name, value in (("theme", "dark"), ("text_size", 200), ("slow_exit", True), ("country", "")):
        settings.choose(name, value)
        settle(settings)
        assert spoken(focused()) == title, name
        assert focused().isVisible()
    tap(settings, Qt.Key.Key_Escape)
    settle(settings)
    assert find(settings, "Theme: dark").isChecked()


def test_a_look_that_changes_by_itself_leaves_the_keyboard_in_the_settings(settings: MainWindow) -> None:
    press(settings, "Theme: dark")
    settings.apply_look()
    settle(settings)
    assert spoken(focused()) == "Theme: dark"


def test_enter_picks_a_theme_and_ticks_a_row(settings: MainWindow) -> None:
    widgets: list[QWidget] = [find(settings, "More time"), find(settings, REMEMBER)]
    for widget in widgets:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        tap(settings, Qt.Key.Key_Return)
    assert in_use(settings).slow_exit
    assert find(settings, REMEMBER).isChecked()
    find(settings, "Theme: dark").setFocus(Qt.FocusReason.TabFocusReason)
    tap(settings, Qt.Key.Key_Return)
    settle(settings)
    assert in_use(settings).theme == "dark"
