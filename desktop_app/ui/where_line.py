"""Whose numbers these are, and the way to those of another country. Stands by the first number of a page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.core.directory import Directory
from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.flow import Flow
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


def where_line(look: Look, where: Directory, choose: Callable[[], None], before: tuple[QWidget, ...] = ()) -> Flow:
    """The line, after what stands `before` it. `choose` is called when the person is somewhere else."""
    line = Flow(12, 0)
    for widget in before:
        line.addWidget(widget)
    named = strings.NUMBERS_FOR.format(country=where.in_sentence) if where.has_file else strings.NUMBERS_ANYWHERE
    line.addWidget(Text(look, named, "small", "ink2"))
    elsewhere = Button(look, strings.SOMEWHERE_ELSE if where.country else strings.COUNTRY_UNKNOWN, "link")
    elsewhere.clicked.connect(lambda: choose())
    line.addWidget(elsewhere)
    return line
