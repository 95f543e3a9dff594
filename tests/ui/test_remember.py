"""Remembering beside the window: in order, the newest only, and nothing after it was to be forgotten."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.settings import Settings
from desktop_app.core.settings_file import Problem, SettingsError, SettingsFile
from desktop_app.ui import strings
from desktop_app.ui.remember import Remember, problem_words
from desktop_app.ui.tasks import Tasks

FIRST, SECOND, THIRD = Settings(theme="dark"), Settings(theme="light"), Settings(text_size=200)


class SlowFile(SettingsFile):
    """A file on a disk that takes its time: each act waits until the test lets it go on."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.go_on = threading.Semaphore(0)
        self.acts: list[Settings | str] = []
        self.at_once = 0
        self.refusal: Problem | None = None

    def write(self, settings: Settings) -> None:
        self._act(settings)
        super().write(settings)

    def delete(self) -> None:
        self._act("deleted")
        super().delete()

    def _act(self, what: Settings | str) -> None:
        assert threading.current_thread() is not threading.main_thread()
        self.at_once += 1
        assert self.at_once == 1, "two at once"
        self.acts.append(what)
        self.go_on.acquire(timeout=10)
        self.at_once -= 1
        if self.refusal is not None:
            raise SettingsError(self.refusal)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[SlowFile]:
    file = SlowFile(tmp_path / "handrail" / "handrail.ini")
    yield file
    file.go_on.release(100)


@pytest.fixture
def remember(qtbot: QtBot, file: SlowFile) -> Remember:
    return Remember(file, False, Tasks())


def wait_for(qtbot: QtBot, remember: Remember, file: SlowFile) -> None:
    with qtbot.waitSignal(remember.done):
        file.go_on.release(100)


def test_keeping_writes_and_says_so(qtbot: QtBot, remember: Remember, file: SlowFile) -> None:
    remember.keep(FIRST)
    assert remember.on
    wait_for(qtbot, remember, file)
    assert remember.on
    assert file.read().settings == FIRST


def test_of_many_choices_in_a_row_the_newest_is_kept(qtbot: QtBot, remember: Remember, file: SlowFile) -> None:
    heard: list[str] = []
    remember.done.connect(lambda: heard.append("done"))
    for settings in (FIRST, SECOND, THIRD):
        remember.keep(settings)
    wait_for(qtbot, remember, file)
    assert file.acts == [FIRST, THIRD]
    assert file.read().settings == THIRD
    assert heard == ["done"]


def test_nothing_is_written_after_it_was_to_be_forgotten(
    qtbot: QtBot, remember: Remember, file: SlowFile, tmp_path: Path
) -> None:
    remember.keep(FIRST)
    remember.keep(SECOND)
    remember.forget()
    assert not remember.on
    wait_for(qtbot, remember, file)
    assert file.acts == [FIRST, "deleted"]
    assert not remember.on
    assert list(tmp_path.iterdir()) == []


def test_a_change_of_mind_while_it_is_forgotten_is_kept(qtbot: QtBot, remember: Remember, file: SlowFile) -> None:
    remember.forget()
    remember.keep(SECOND)
    wait_for(qtbot, remember, file)
    assert file.acts == ["deleted", SECOND]
    assert remember.on
    assert file.read().settings == SECOND


def test_what_could_not_be_written_is_said_and_is_not_on(qtbot: QtBot, remember: Remember, file: SlowFile) -> None:
    file.refusal = "disk-full"
    remember.keep(FIRST)
    with qtbot.waitSignal(remember.failed) as heard:
        file.go_on.release()
    assert heard.args == ["disk-full"]
    assert not remember.on


def test_what_could_not_be_deleted_is_still_on(qtbot: QtBot, remember: Remember, file: SlowFile) -> None:
    remember.keep(FIRST)
    wait_for(qtbot, remember, file)
    file.refusal = "not-deleted"
    remember.forget()
    with qtbot.waitSignal(remember.failed) as heard:
        file.go_on.release()
    assert heard.args == ["not-deleted"]
    assert remember.on


def test_a_failure_does_not_stop_what_came_after_it(qtbot: QtBot, remember: Remember, file: SlowFile) -> None:
    heard: list[str] = []
    remember.failed.connect(heard.append)
    file.refusal = "disk-full"
    remember.keep(FIRST)
    qtbot.waitUntil(lambda: file.acts == [FIRST])
    remember.keep(SECOND)
    file.go_on.release()
    qtbot.waitUntil(lambda: file.acts == [FIRST, SECOND])
    file.refusal = None
    wait_for(qtbot, remember, file)
    assert heard == []
    assert file.read().settings == SECOND


def test_every_problem_has_its_sentence_and_the_other_way_round() -> None:
    assert set(strings.REMEMBER_PROBLEMS) == set(get_args(Problem))


@pytest.mark.parametrize("code", get_args(Problem))
def test_what_is_said_says_what_happened_and_what_to_do(code: Problem) -> None:
    assert problem_words(code).count(". ") >= 1
