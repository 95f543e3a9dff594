"""“Open here”: it asks and says what stays behind first, and opens nothing but what the person was shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.core.directory import countries, load_directory
from desktop_app.core.resources import find_resources
from desktop_app.core.service import Contact, Service
from desktop_app.ui import strings
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.contact_sheet import ContactSheet, contact_sheet
from desktop_app.ui.icons import Icons
from desktop_app.ui.layers import Layers
from desktop_app.ui.open_here import OpenHere, address_to_open
from desktop_app.ui.theme import LIGHT, Look
from tests.ui.screens import buttons, focused, has, press, says, settle, spoken, words

RESOURCES = find_resources()
SERVICES = [
    service for code in (*countries(RESOURCES), None) for service in load_directory(RESOURCES, "en", code).services
]
CONTACTS = [(service, contact) for service in SERVICES for contact in service.contacts]


def first(way: str) -> tuple[Service, Contact]:
    """The first contact of that way that is shipped."""
    return next((service, contact) for service, contact in CONTACTS if contact.way == way)


class Asked:
    """The two sheets laid over each other as the window does it, and what was opened."""

    def __init__(self, look: Look, way: str, opens: bool) -> None:
        self.service, self.contact = first(way)
        self.look = look
        self.opens = opens
        self.opened: list[str] = []
        self.layers = Layers()
        self.layers.changed.connect(lambda: self.layers.top.widget.take_focus())
        self.layers.show_page("contact", self.contact_sheet)
        self.layers.resize(1100, 760)

    def contact_sheet(self) -> ContactSheet:
        sheet = contact_sheet(self.look, self.service, self.contact, Clipboard())
        sheet.open_pressed.connect(lambda: self.layers.lay_over("ask", self.open_sheet))
        return sheet

    def open_sheet(self) -> OpenHere:
        sheet = OpenHere(self.look, self.service, self.contact, self.open_address)
        sheet.closed.connect(self.layers.close_top)
        return sheet

    def open_address(self, address: str) -> bool:
        self.opened.append(address)
        return self.opens


@pytest.fixture
def look(dressed: QApplication) -> Look:
    return Look(LIGHT, 100, Icons(RESOURCES / "icons"))


@pytest.fixture
def asked(request: pytest.FixtureRequest, qtbot: QtBot, look: Look) -> Asked:
    way, opens = request.param
    asked = Asked(look, way, opens)
    qtbot.addWidget(asked.layers)
    with qtbot.waitExposed(asked.layers):
        asked.layers.show()
    settle(asked.layers)
    return asked


each_way = pytest.mark.parametrize("asked", [("web", True), ("chat", True), ("email", True)], indirect=True)
with_a_browser = pytest.mark.parametrize("asked", [("web", True)], indirect=True)
without_one = pytest.mark.parametrize("asked", [("web", False), ("email", False)], indirect=True)


# -- what may be opened ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("way", "to"),
    [
        ("web", "http://example.org"),
        ("web", "file:///etc/passwd"),
        ("web", "javascript:alert(1)"),
        ("web", "mailto:help@example.org"),
        ("web", "https://"),
        ("web", "https:///etc/passwd"),
        ("web", "https://somebody:secret@example.org"),
        ("web", "https://example.org/ --new-window"),
        ("web", "--version"),
        ("chat", "ssh://example.org"),
        ("email", "help@example.org?attach=/etc/passwd"),
        ("email", "help@example.org?subject=words"),
        ("email", "help@example.org#more"),
        ("phone", "0800 1111"),
        ("sms", "85258"),
        ("textphone", "18001 0800 1111"),
    ],
)
def test_nothing_but_a_page_or_an_email_is_ever_opened(way: str, to: str) -> None:
    assert address_to_open(Contact(way, to)) is None  # type: ignore[arg-type]


def test_every_address_we_ship_can_be_opened_and_is_opened_as_it_is_written() -> None:
    for service, contact in CONTACTS:
        wanted = {"web": contact.to, "chat": contact.to, "email": f"mailto:{contact.to}"}.get(contact.way)
        assert address_to_open(contact) == wanted, service.id


@pytest.mark.parametrize("way", ["phone", "sms"])
def test_a_number_has_no_open_here(qtbot: QtBot, look: Look, way: str) -> None:
    asked = Asked(look, way, opens=True)
    qtbot.addWidget(asked.layers)
    asked.layers.show()
    assert [has(asked.layers, name) for name in ("Copy", "Open here")] == [True, False]


# -- asking first ------------------------------------------------------------------------------------------------------


@each_way
def test_open_here_asks_first_and_shows_the_whole_address(asked: Asked) -> None:
    press(asked.layers, "Open here")
    assert asked.opened == []
    assert asked.contact.to in words(asked.layers)
    assert asked.service.name in words(asked.layers)
    assert says(asked.layers, "Leave now closes Handrail")
    assert says(asked.layers, "Your phone may keep it in its history too.")
    assert says(asked.layers, "browser’s history") is (asked.contact.way != "email")
    assert says(asked.layers, "may be set up for someone else.") is (asked.contact.way == "email")


@each_way
def test_closing_is_the_button_that_stands_out_and_opens_nothing(asked: Asked) -> None:
    press(asked.layers, "Open here")
    assert [spoken(button) for button in buttons(asked.layers)][-1] == "Close"
    assert isinstance(focused(), QPushButton) is False, "a key pressed too early chooses nothing"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(focused(), key)
    press(asked.layers, "Close")
    assert asked.opened == []
    assert has(asked.layers, "Open here"), "back on the sheet it came from"


@each_way
def test_the_address_that_was_shown_is_the_one_that_is_opened(asked: Asked) -> None:
    press(asked.layers, "Open here")
    press(asked.layers, "Open the mail program" if asked.contact.way == "email" else "Open it in the browser")
    assert asked.opened == [address_to_open(asked.contact)]
    assert says(asked.layers, "If nothing comes, use the QR code")
    assert spoken(focused()).startswith("We asked the "), "a screen reader says it"


@without_one
def test_where_nothing_can_open_it_the_sheet_says_what_to_do(asked: Asked) -> None:
    press(asked.layers, "Open here")
    press(asked.layers, "Open ")
    assert spoken(focused()) == strings.NOT_OPENED


@with_a_browser
def test_what_was_said_stays_in_another_look(asked: Asked) -> None:
    press(asked.layers, "Open here")
    assert not says(asked.layers, "We asked the browser")
    press(asked.layers, "Open it in the browser")
    asked.layers.make_again()
    settle(asked.layers)
    assert says(asked.layers, "We asked the browser")
    assert len(asked.opened) == 1
