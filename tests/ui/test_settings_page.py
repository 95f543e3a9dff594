"""The settings: everything holds at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.core.settings import EXTRA_EXIT_KEYS
from desktop_app.ui.main_window import MainWindow
from tests.desktop.presses import tap, tap_shift
from tests.ui.home_looks import ANYWHERE, numbers
from tests.ui.screens import (
    LEAVE,
    NOT_SAFE,
    described,
    find,
    focused,
    has,
    press,
    says,
    settle,
    spoken,
)
from tests.ui.settings_looks import COVER, EXTRA_KEY, in_use, pick_size

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


def test_each_row_says_what_holds(settings: MainWindow) -> None:
    for name in ("Country: United Kingdom", "Text size: 100%", f"{EXTRA_KEY}: None"):
        assert has(settings, name)
    ticks = {name: find(settings, name).isChecked() for name in ("More time", "Show dots", "Less movement", COVER)}
    assert ticks == {"More time": False, "Show dots": True, "Less movement": False, COVER: True}
    assert find(settings, "Theme: the same as this computer").isChecked()
    assert described(find(settings, "More time")) == "3 seconds for Esc, 5 seconds for Shift"


def test_another_theme_holds_at_once(settings: MainWindow) -> None:
    light = settings.grab().toImage().pixelColor(600, 80)
    press(settings, "Theme: dark")
    assert light.lightness() > 200
    assert settings.grab().toImage().pixelColor(600, 80).lightness() < 60
    assert find(settings, "Theme: dark").isChecked()
    press(settings, "Theme: light")
    assert settings.grab().toImage().pixelColor(600, 80) == light


@pytest.mark.parametrize("holds", ["Theme: light", "Theme: dark", "Theme: the same as this computer"])
def test_the_tab_key_meets_the_theme_that_holds(settings: MainWindow, holds: str) -> None:
    press(settings, "Theme: dark")
    press(settings, holds)
    for before, key in (("Text size", Qt.Key.Key_Tab), ("Less movement", Qt.Key.Key_Backtab)):
        find(settings, before).setFocus(Qt.FocusReason.TabFocusReason)
        tap(settings, key)
        assert spoken(focused()) == holds


def test_the_arrow_keys_go_from_theme_to_theme(settings: MainWindow) -> None:
    press(settings, "Theme: light")
    for then in ("Theme: dark", "Theme: the same as this computer"):
        tap(settings, Qt.Key.Key_Right)
        settle(settings)
        assert find(settings, then).isChecked()
        assert spoken(focused()) == then


def test_another_text_size_holds_at_once(settings: MainWindow) -> None:
    pick_size(settings, "150%")
    assert find(settings, NOT_SAFE).font().pixelSize() == 24
    assert spoken(focused()) == "Text size: 150%"


def test_a_menu_of_the_settings_lies_over_no_bar(settings: MainWindow) -> None:
    press(settings, "Text size")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    top = menu.geometry().top()
    menu.close()
    assert top >= find(settings, "Text size").mapToGlobal(find(settings, "Text size").rect().bottomLeft()).y()


def test_another_country_holds_at_once(settings: MainWindow) -> None:
    press(settings, "Country")
    press(settings, "Another country")
    assert spoken(focused()) == "Country: Choose your country"
    press(settings, "Home")
    assert says(settings, ANYWHERE)
    assert "0800 1111 for Childline" not in numbers(settings)


def test_one_more_key_leaves_from_then_on(settings: MainWindow, left: list[str]) -> None:
    tap(settings, Qt.Key.Key_F8)
    assert left == []
    press(settings, EXTRA_KEY)
    press(settings, "F8")
    assert spoken(focused()) == f"{EXTRA_KEY}: F8"
    tap(settings, Qt.Key.Key_F8)
    assert left == ["left"]


def test_one_more_key_can_be_any_that_types_nothing_and_none_again(settings: MainWindow) -> None:
    for key in (*EXTRA_EXIT_KEYS, ""):
        press(settings, EXTRA_KEY)
        press(settings, {"": "None", "ScrollLock": "Scroll Lock"}.get(key, key))
        assert in_use(settings).extra_exit_key == key


def test_the_key_that_holds_is_marked(settings: MainWindow) -> None:
    press(settings, EXTRA_KEY)
    assert find(settings, "None").isChecked()
    assert not find(settings, "F9").isChecked()


def test_shift_is_counted_without_dots_where_that_was_chosen(settings: MainWindow, left: list[str]) -> None:
    leave = find(settings, LEAVE)
    plain = leave.grab().toImage()
    tap_shift(settings)
    assert leave.grab().toImage() != plain
    press(settings, "Show dots")
    leave = find(settings, LEAVE)
    plain = leave.grab().toImage()
    tap_shift(settings, 2)
    assert leave.grab().toImage() == plain
    tap_shift(settings)
    assert left == ["left"]


def test_dots_come_and_go_with_the_choice_on_every_bar(settings: MainWindow) -> None:
    press(settings, "Show dots")
    press(settings, "Theme: dark")
    press(settings, "Show dots")
    leave = find(settings, LEAVE)
    plain = leave.grab().toImage()
    tap_shift(settings)
    assert leave.grab().toImage() != plain


def test_less_movement_stills_menus_and_the_text_cursor(settings: MainWindow, dressed: QApplication) -> None:
    general = Qt.UIEffect.UI_General
    before = dressed.isEffectEnabled(general), dressed.cursorFlashTime()
    press(settings, "Less movement")
    assert (dressed.isEffectEnabled(general), dressed.cursorFlashTime()) == (False, 0)
    press(settings, "Less movement")
    assert (dressed.isEffectEnabled(general), dressed.cursorFlashTime()) == before


def test_pages_are_covered_or_not_as_was_chosen(settings: MainWindow) -> None:
    press(settings, COVER)
    assert not settings.session.covers
    press(settings, "Home")
    press(settings, "Settings")
    assert not find(settings, COVER).isChecked()
    press(settings, COVER)
    assert settings.session.covers


def test_a_choice_that_nobody_can_make_changes_nothing(settings: MainWindow) -> None:
    before = in_use(settings)
    for name, value in (("extra_exit_key", "A"), ("text_size", 17), ("audience", "child")):
        with pytest.raises(ValueError, match=name):
            settings.choose(name, value)
    assert in_use(settings) == before
