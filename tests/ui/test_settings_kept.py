"""What is chosen in the settings is kept where that was asked for, and only then."""

import pytest

from desktop_app.core.settings import Settings
from desktop_app.ui.main_window import MainWindow
from tests.ui.screens import (
    described,
    find,
    focused,
    press,
    says,
    settle,
    spoken,
)
from tests.ui.settings_looks import COVER, EXTRA_KEY, REMEMBER, in_use

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


def test_every_choice_is_announced_so_that_it_can_be_kept(settings: MainWindow) -> None:
    kept: list[Settings] = []
    settings.settings_chosen.connect(lambda: kept.append(in_use(settings)))
    press(settings, "More time")
    press(settings, "Theme: dark")
    press(settings, EXTRA_KEY)
    press(settings, "Pause")
    press(settings, "Country")
    press(settings, "Another country")
    assert [(each.slow_exit, each.theme, each.extra_exit_key, each.country) for each in kept] == [
        (True, "system", "", None),
        (True, "dark", "", None),
        (True, "dark", "Pause", None),
        (True, "dark", "Pause", None),
    ]


def test_whether_to_cover_is_never_kept(settings: MainWindow) -> None:
    kept: list[str] = []
    settings.settings_chosen.connect(lambda: kept.append("kept"))
    press(settings, COVER)
    assert kept == []


def test_remembering_is_asked_for_and_taken_back(settings: MainWindow) -> None:
    asked: list[bool] = []
    settings.remember_chosen.connect(asked.append)
    assert not find(settings, REMEMBER).isChecked()
    press(settings, REMEMBER)
    press(settings, REMEMBER)
    assert asked == [True, False]


def test_what_could_not_be_kept_is_said_with_what_to_do(settings: MainWindow) -> None:
    asked: list[bool] = []
    settings.remember_chosen.connect(asked.append)
    for _ in range(2):  # the second time nothing of what the session knows is new
        press(settings, REMEMBER)
        settings.session.remembered, settings.session.remember_problem = False, "disk-full"
        settings.show_again()
        settle(settings)
        assert not find(settings, REMEMBER).isChecked()
        assert says(settings, "There is no room left on this disk.")
        assert spoken(focused()) != ""
    assert asked == [True, True]
    settings.session.remembered, settings.session.remember_problem = True, ""
    settings.show_again()
    settle(settings)
    assert find(settings, REMEMBER).isChecked()
    assert not says(settings, "There is no room left on this disk.")


def test_who_other_people_are_is_said_before_remembering(settings: MainWindow) -> None:
    assert described(find(settings, REMEMBER)) == "Other people who use it could see them"
