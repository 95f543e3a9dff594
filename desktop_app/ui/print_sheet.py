"""The sheet that prints a page: says what stays behind, looks for printers when asked to, and hands the page over."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.core.blocks import Callout, Paragraph
from desktop_app.core.span import Span
from desktop_app.ui import strings, strings_print
from desktop_app.ui.buttons import Button
from desktop_app.ui.callout import note_box
from desktop_app.ui.print_choices import Choices, Row
from desktop_app.ui.print_desk import PrintDesk
from desktop_app.ui.print_said import Said
from desktop_app.ui.print_system import Printer
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

CAN_LOOK = ("ready", "found", "none", "gone", "refused", "failed")
CAN_SEND = ("found", "gone", "refused", "failed")


class PrintSheet(Sheet):
    """Shows how far the desk is with the document called `title`. Announces the wish for a file, or for large words."""

    save_pressed = Signal()
    large_pressed = Signal()

    def __init__(self, look: Look, title: str, desk: PrintDesk) -> None:
        self._desk = desk
        self._pages = Text(look, "")
        note = Callout("note", "", (Paragraph((Span(strings_print.KEPT),)),))
        self._said = Said(look)
        self._instead = Text(look, strings_print.SAVE_INSTEAD, "small", "ink2")
        self._look_for = Button(look, strings_print.LOOK, "secondary", before="search")
        self._print = Button(look, strings_print.PRINT, "secondary", before="printer")
        self._save = Button(look, strings_print.SAVE, "secondary", before="folder-output")
        self._large = Button(look, strings.SHOW_LARGE, "secondary", before="eye")
        self._choices = Choices(look, after=self._said)
        self._choices.picked.connect(desk.choose)
        super().__init__(
            look,
            strings_print.PRINT_TITLE,
            (
                Text(look, title, "label"),
                self._pages,
                note_box(look, note, lambda words, role, ink: Text(look, words, role, ink)),
                Text(look, strings_print.WHO_ASKS, "small", "ink2"),
                self._said,
                self._choices,
                self._instead,
            ),
            (self._look_for, self._print, self._save, self._large),
        )
        self._look_for.clicked.connect(desk.look)
        self._print.clicked.connect(self._send)
        self._save.clicked.connect(self.save_pressed)
        self._large.clicked.connect(self.large_pressed)
        desk.changed.connect(self._show)
        self._show()

    def _send(self) -> None:
        if self._desk.chosen:
            self._desk.send()
        else:
            self._said.tell(strings_print.NOT_CHOSEN)

    def _show(self) -> None:
        desk = self._desk
        words = strings_print.ONE_PAGE if desk.pages == 1 else strings_print.PAGES
        self._pages.say(words.format(count=desk.pages))
        self._pages.setVisible(desk.pages > 0)
        can_send = desk.state in CAN_SEND and bool(desk.printers) and desk.pages > 0
        made = desk.state != "not-made"
        shown = {
            self._look_for: desk.state in CAN_LOOK,
            self._print: can_send,
            self._save: made,
            self._large: desk.state in strings_print.PRINT_PROBLEMS,
        }
        self._choices.show_rows(map(_row, desk.printers), desk.chosen)
        self._said.tell(self._words(), [button for button, stays in shown.items() if not stays])
        self._look_for.say(strings_print.LOOK if desk.state == "ready" else strings_print.LOOK_AGAIN)
        for button, stays in shown.items():
            button.setVisible(stays)
        self._choices.setVisible(can_send)
        self._instead.setVisible(made)

    def _words(self) -> str:
        state = self._desk.state
        if state in strings_print.PRINT_PROBLEMS:
            return f"{strings_print.PRINT_PROBLEMS[state]} {strings_print.BY_HAND}"
        if state == "found":
            return strings_print.CHOOSE if len(self._desk.printers) > 1 else strings_print.FOUND_ONE
        said = {"looking": strings_print.LOOKING, "sending": strings_print.SENDING, "sent": strings_print.SENT}
        return said.get(state, "")


def _row(printer: Printer) -> Row:
    lines = (printer.place, strings_print.USUAL if printer.usual else "")
    return Row(printer.id, printer.name, " · ".join(filter(None, lines)))
