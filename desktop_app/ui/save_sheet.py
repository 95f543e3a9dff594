"""The sheet that saves a page as a file: says who can find it, offers folders of our own list, and says what became."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.core.blocks import Callout, Paragraph
from desktop_app.core.span import Span
from desktop_app.ui import strings, strings_print
from desktop_app.ui.buttons import Button
from desktop_app.ui.callout import note_box
from desktop_app.ui.heading import HeadingText
from desktop_app.ui.help_card import breakable
from desktop_app.ui.print_choices import Choices, Row
from desktop_app.ui.print_said import Said
from desktop_app.ui.save_desk import SUFFIX, SaveDesk
from desktop_app.ui.save_places import SavePlace
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


class SaveSheet(Sheet):
    """Shows how far the desk is. Announces the wish for large words where nothing can be saved."""

    large_pressed = Signal()

    def __init__(self, look: Look, desk: SaveDesk) -> None:
        self._desk = desk
        note = Callout("note", "", (Paragraph((Span(strings_print.SAVE_LEAD),)),))
        self._where = HeadingText(look, strings_print.SAVE_WHERE)
        self._said = Said(look)
        self._save = Button(look, strings_print.SAVE_HERE, "secondary", before="folder-output")
        self._large = Button(look, strings.SHOW_LARGE, "secondary", before="eye")
        self._choices = Choices(look, after=self._said)
        self._choices.picked.connect(desk.choose)
        name = strings_print.SAVE_NAME.format(name=f"{strings.APP}{SUFFIX}")
        super().__init__(
            look,
            strings_print.SAVE,
            (
                note_box(look, note, lambda words, role, ink: Text(look, words, role, ink)),
                Text(look, name),
                Text(look, strings_print.SAVE_SPREADS),
                self._where,
                self._choices,
                self._said,
            ),
            (self._save, self._large),
        )
        self._save.clicked.connect(self._press)
        self._large.clicked.connect(self.large_pressed)
        desk.changed.connect(self._show)
        self._show()

    def _press(self) -> None:
        if self._desk.chosen is not None:
            self._desk.save()
        else:
            self._said.tell(strings_print.SAVE_NOT_CHOSEN)

    def _show(self) -> None:
        desk = self._desk
        problem = desk.state in strings_print.SAVE_PROBLEMS
        can_save = desk.state == "found" or (problem and bool(desk.places))
        shown = {self._save: can_save, self._large: problem}
        self._choices.show_rows(map(_row, desk.places), desk.chosen)
        self._said.tell(self._words(), [button for button, stays in shown.items() if not stays])
        for button, stays in shown.items():
            button.setVisible(stays)
        for part in (self._where, self._choices):
            part.setVisible(can_save)

    def _words(self) -> str:
        state, path = self._desk.state, self._desk.saved
        if state in strings_print.SAVE_PROBLEMS:
            return f"{strings_print.SAVE_PROBLEMS[state]} {strings_print.BY_HAND}"
        if state == "saved" and path is not None:
            return strings_print.SAVED.format(name=path.name, folder=breakable(str(path.parent)))
        return {"looking": strings_print.SAVE_LOOKING, "saving": strings_print.SAVING}.get(state, "")


def _row(place: SavePlace) -> Row:
    name = strings_print.SAVE_PLACES[place.kind].format(name=place.folder.name or str(place.folder))
    return Row(place, name, str(place.folder))
