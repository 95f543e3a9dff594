"""What is chosen is kept only where the person asked for it, and gone when they no longer do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.settings import Settings
from desktop_app.core.settings_file import SettingsFile
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.remember import Remember
from desktop_app.ui.remembering import join
from desktop_app.ui.tasks import Tasks


class Kept:
    """A window whose choices may be remembered in a file."""

    def __init__(self, window: MainWindow, path: Path, on: bool = False) -> None:
        self.window = window
        self.path = path
        self.tasks = Tasks(window)
        self.remember = Remember(SettingsFile(path), on, self.tasks, window)
        join(window, window.session, self.remember)

    def read(self) -> Settings:
        return SettingsFile(self.path).read().settings


@pytest.fixture
def kept(window: MainWindow, tmp_path: Path) -> Iterator[Kept]:
    one = Kept(window, tmp_path / "stick" / "handrail.ini")
    yield one
    one.tasks.wait()


def test_nothing_is_kept_until_it_is_asked_for(kept: Kept, qtbot: QtBot) -> None:
    kept.window.choose("text_size", 130)
    kept.tasks.wait()
    assert not kept.path.parent.exists()


def test_what_was_chosen_before_is_kept_too(kept: Kept, qtbot: QtBot) -> None:
    kept.window.choose("text_size", 130)
    kept.window.choose("country", "GB")
    with qtbot.waitSignal(kept.remember.done):
        kept.window.remember_chosen.emit(True)
    assert kept.read() == Settings(country="GB", text_size=130)
    assert kept.window.session.remembered


def test_each_choice_afterwards_is_kept_at_once(kept: Kept, qtbot: QtBot) -> None:
    with qtbot.waitSignal(kept.remember.done):
        kept.window.remember_chosen.emit(True)
    with qtbot.waitSignal(kept.remember.done):
        kept.window.choose("theme", "dark")
    assert kept.read() == Settings(theme="dark")


def test_no_longer_remembering_deletes_the_file(kept: Kept, qtbot: QtBot) -> None:
    with qtbot.waitSignal(kept.remember.done):
        kept.window.remember_chosen.emit(True)
    with qtbot.waitSignal(kept.remember.done):
        kept.window.remember_chosen.emit(False)
    assert not kept.path.parent.exists()
    assert not kept.window.session.remembered
    kept.window.choose("text_size", 150)
    kept.tasks.wait()
    assert not kept.path.parent.exists()


def test_what_cannot_be_kept_is_said_and_what_was_chosen_still_applies(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("not a folder")
    kept = Kept(window, tmp_path / "file" / "handrail.ini")
    window.choose("text_size", 150)
    with qtbot.waitSignal(kept.remember.failed):
        window.remember_chosen.emit(True)
    assert not window.session.remembered
    assert window.session.remember_problem == "no-folder"
    assert window.session.settings.text_size == 150


def test_another_country_is_kept_as_no_country(kept: Kept, qtbot: QtBot) -> None:
    kept.window.choose("country", "GB")
    with qtbot.waitSignal(kept.remember.done):
        kept.window.remember_chosen.emit(True)
    with qtbot.waitSignal(kept.remember.done):
        kept.window.choose("country", "")
    assert kept.read().country is None
