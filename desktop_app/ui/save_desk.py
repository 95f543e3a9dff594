"""Where saving stands: looking for folders, writing. Sheets show it, and come and go with the look of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.save_file import SaveError, save_new
from desktop_app.ui import strings
from desktop_app.ui.print_pages import Paper, make_pdf
from desktop_app.ui.save_places import SavePlace, is_there, save_places
from desktop_app.ui.tasks import Tasks

SUFFIX = ".pdf"


class SaveDesk(QObject):
    """Saves one document as a PDF file. `state` is "looking", "found", "saving", "saved" or a key of
    `strings_print.SAVE_PROBLEMS`.
    """

    changed = Signal()

    def __init__(self, html: str, paper: Paper, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._html = html
        self._paper = paper
        self._tasks = tasks
        self.places: tuple[SavePlace, ...] = ()
        self.chosen: SavePlace | None = None
        self.saved: Path | None = None
        """The file, once there is one."""
        self.state = "looking"
        tasks.run(save_places, self, self._found, lambda _: self._go("nowhere"))

    def choose(self, place: SavePlace) -> None:
        """That folder is the one to take."""
        self.chosen = place

    def save(self) -> None:
        """Write the file into the folder that was chosen."""
        if self.chosen is None:
            return
        place, html, paper = self.chosen, self._html, self._paper
        self._go("saving")
        self._tasks.run(lambda: _save(place, html, paper), self, self._saved, self._failed)

    def _found(self, places: tuple[SavePlace, ...]) -> None:
        self.places = places
        self._go("found" if places else "nowhere")

    def _saved(self, path: Path) -> None:
        self.saved = path
        self._go("saved")

    def _failed(self, error: Exception) -> None:
        self._go(error.code if isinstance(error, SaveError) else "not-saved")

    def _go(self, state: str) -> None:
        self.state = state
        self.changed.emit()


def _save(place: SavePlace, html: str, paper: Paper) -> Path:
    if not is_there(place):
        raise SaveError("no-folder")
    # SAFETY: the name is seen by whoever looks into the folder (test_the_name_of_the_file_tells_nothing).
    return save_new(place.folder, strings.APP, SUFFIX, make_pdf(html, paper).data)
