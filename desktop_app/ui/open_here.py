"""“Open here”: says what stays behind, asks, and only then hands an address to this computer's browser or mail program.

The program itself reaches nothing. What it starts here is the only process it ever starts, by the person's own wish.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.core.service import Contact, Service
from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.help_card import breakable
from desktop_app.ui.layers import Screen
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


def address_to_open(contact: Contact) -> str | None:
    """The address that opens a contact on this computer, "https:" or "mailto:"; None for what is dialled."""
    # SAFETY: the system opens a file or starts a program as readily as a page; nothing but these two leaves here
    # (test_nothing_but_a_page_or_an_email_is_ever_opened).
    if contact.way in ("web", "chat"):
        url = QUrl(contact.to, QUrl.ParsingMode.StrictMode)
        right = url.scheme() == "https" and bool(url.host()) and not url.userInfo()
    elif contact.way == "email":
        url = QUrl(f"mailto:{contact.to}", QUrl.ParsingMode.StrictMode)
        right = not url.hasQuery() and not url.hasFragment()  # they could write or attach something
    else:
        return None
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded) if right and url.isValid() else None


class OpenHere(Sheet):
    """Asks before it opens. `open_address` opens one address and says whether there was something to open it with."""

    def __init__(self, look: Look, service: Service, contact: Contact, open_address: Callable[[str], bool]) -> None:
        kind = "email" if contact.way == "email" else "web"
        self._kind = kind
        self._address = address_to_open(contact) or ""
        self._open_address = open_address
        self._said = Text(look, "", "body-strong")
        self._said.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._said.hide()
        go = Button(look, strings.OPEN_IT[kind], "secondary")
        go.clicked.connect(self._open)
        super().__init__(
            look,
            strings.OPEN_TITLE[kind],
            (
                Text(look, service.name, "label"),
                Text(look, breakable(contact.to), "heading"),
                Text(look, strings.OPEN_KEPT[kind]),
                Text(look, strings.OPEN_STAYS[kind]),
                Text(look, strings.OPEN_ELSEWHERE, "small", "ink2"),
                self._said,
            ),
            (go,),
        )

    def go_on_from(self, before: Screen) -> None:
        """What was said about the opening stays."""
        if isinstance(before, OpenHere) and before._said.accessibleName():
            self._say(before._said.accessibleName())

    def _open(self) -> None:
        opened = bool(self._address) and self._open_address(self._address)
        self._say(strings.OPENED[self._kind] if opened else strings.NOT_OPENED)
        self._said.setFocus()  # a screen reader reads it out

    def _say(self, words: str) -> None:
        self._said.say(words)
        self._said.show()


def open_outside(address: str) -> bool:
    """Opens an address of `address_to_open` in the program that the system has for it; False where it has none.

    Nobody is waited for. The system starts that program as none of our children, so it ends with its own window.
    """
    if sys.platform == "linux":
        hand_nothing_on()
    return QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))


def hand_nothing_on() -> None:
    """From now on, programs that are started from here get no terminal of ours, and the system's own libraries.

    For good and not for the length of a call: on Wayland Qt starts the program some time after it was asked.
    """
    # SAFETY: browsers write addresses to the terminal that they are given (test_the_browser_gets_no_terminal_of_ours).
    null = os.open(os.devnull, os.O_RDWR)
    for output in (0, 1, 2):
        os.dup2(null, output)
    if null > 2:
        os.close(null)
    if getattr(sys, "frozen", False):
        # The bundle runs with its own libraries first; a browser that gets those may not start.
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
        os.environ.pop("LD_LIBRARY_PATH", None)
        if before is not None:
            os.environ["LD_LIBRARY_PATH"] = before
