"""The way from a few lines to everybody who helps: the same words wherever it stands."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.core.directory import Directory
from desktop_app.ui import strings_directory
from desktop_app.ui.buttons import Button
from desktop_app.ui.theme import Look


def all_help(look: Look, where: Directory, show: Callable[[], None]) -> Button:
    """The link. `show` is called when it is pressed."""
    named = strings_directory.ALL_HELP.format(country=where.in_sentence)
    link = Button(look, named if where.has_file else strings_directory.ALL_HELP_ANYWHERE, "link", after="chevron-right")
    link.clicked.connect(lambda: show())
    return link
