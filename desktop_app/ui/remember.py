"""Remembering on this computer, or not: writes and deletes the settings beside the window, one after the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.core.settings import Settings
from desktop_app.core.settings_file import Problem, SettingsError, SettingsFile
from desktop_app.ui import strings
from desktop_app.ui.tasks import Tasks


def problem_words(code: Problem) -> str:
    """What happened and what to do, for one problem with the file."""
    return strings.REMEMBER_PROBLEMS[code]


class Remember(QObject):
    """Whether settings are remembered. `on` at the start is whether the file was there."""

    done = Signal()
    """What was last asked for is on the disk, or gone from it."""
    failed = Signal(str)
    """It is not; with the code. `on` says again what is true."""

    def __init__(self, file: SettingsFile, on: bool, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = on
        self._file = file
        self._tasks = tasks
        self._there = on
        self._busy = False
        self._next: Callable[[], bool] | None = None

    def keep(self, settings: Settings) -> None:
        """Remember these from now on. Of several that wait only the newest is written."""
        self.on = True
        self._ask(lambda: self._write(settings))

    def forget(self) -> None:
        """Delete what is remembered. What still waits to be written never is."""
        self.on = False
        self._ask(self._delete)

    def _write(self, settings: Settings) -> bool:
        self._file.write(settings)
        return True

    def _delete(self) -> bool:
        self._file.delete()
        return False

    def _ask(self, work: Callable[[], bool]) -> None:
        # SAFETY: one at a time and only the newest, or a late write would bring back what was deleted
        # (test_nothing_is_written_after_it_was_to_be_forgotten).
        self._next = work
        if not self._busy:
            self._begin(work)

    def _begin(self, work: Callable[[], bool]) -> None:
        self._next = None
        self._busy = True
        self._tasks.run(work, self, self._went_well, self._went_wrong)

    def _went_well(self, there: bool) -> None:
        self._there = there
        if not self._go_on():
            self.done.emit()

    def _went_wrong(self, error: Exception) -> None:
        if not isinstance(error, SettingsError):
            raise error
        if not self._go_on():
            self.on = self._there
            self.failed.emit(error.code)

    def _go_on(self) -> bool:
        self._busy = False
        if self._next is not None:
            self._begin(self._next)
        return self._busy
