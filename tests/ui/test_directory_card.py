"""A card of the directory, and the sheet with all that we know of a service."""

import dataclasses
import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.hours import parse_hours
from desktop_app.core.service import Contact, Service
from desktop_app.ui.badge import Badge
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.directory_card import DirectoryCard
from desktop_app.ui.directory_words import hours_words
from desktop_app.ui.service_sheet import ServiceSheet
from desktop_app.ui.session import Session
from tests.ui.help_pages import LATER, look, session, words_in
from tests.ui.opening import NOON
from tests.ui.screens import buttons, has, press, says, seen, settle, spoken

READ = "We read this on 24 November 2026. Nobody has rung it yet."


def service(service_id: str, visit: Session | None = None) -> Service:
    found = (visit or session()).directory.get(service_id)
    assert found is not None
    return found


def card(qtbot: QtBot, shown: Service, visit: Session | None = None) -> DirectoryCard:
    here = visit or session()
    old = here.directory.is_old(shown, here.clock())
    made = DirectoryCard(look(), shown, here.state(shown, shown.contacts[0]), old, Clipboard(), "en")
    qtbot.addWidget(made)
    made.resize(494, 200)
    made.show()
    settle(made)
    return made


def sheet(qtbot: QtBot, shown: Service, visit: Session | None = None) -> ServiceSheet:
    here = visit or session()
    made = ServiceSheet(look(), shown, here.state, here.clock(), Clipboard(), "en")
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    settle(made)
    return made


@pytest.fixture(autouse=True)
def _dressed(dressed: object) -> None:
    """Fonts and roles as in the program."""


def test_a_card_says_who_it_is_whether_it_is_open_and_how_to_get_there(qtbot: QtBot) -> None:
    made = card(qtbot, service("gb-nir-lifeline"))
    assert [spoken(button) for button in buttons(made)] == [
        "More about Lifeline",
        "Copy 0808 808 8000 for Lifeline",
        "Show a QR code for Lifeline",
    ]
    assert {"Lifeline", "Open now", "Northern Ireland, any age", "0808 808 8000"} <= set(words_in(made))


def test_a_name_is_not_said_twice(qtbot: QtBot) -> None:
    assert words_in(card(qtbot, service("gb-samaritans"))).count("Samaritans") == 1
    assert "Under 19" in words_in(card(qtbot, service("gb-childline")))
    assert "Text SHOUT" in words_in(card(qtbot, service("gb-shout")))


def test_a_line_without_hours_says_that_they_are_not_known(qtbot: QtBot) -> None:
    assert "Hours not known" in words_in(card(qtbot, service("gb-101")))
    assert "Hours not known" not in words_in(card(qtbot, service("gb-ceop")))  # a web page


def test_what_is_less_sure_or_old_says_so_on_its_card(qtbot: QtBot) -> None:
    single = "We found this on one page only."
    old = "We last looked over two years ago. It may have changed."
    assert single in words_in(card(qtbot, service("gb-mermaids")))
    assert single not in words_in(card(qtbot, service("gb-childline")))
    assert old in words_in(card(qtbot, service("gb-childline"), session(now=NOON + 2 * LATER)))
    assert old not in words_in(card(qtbot, service("gb-childline"), session(now=NOON + LATER)))


def test_the_number_is_never_broken_over_two_lines(qtbot: QtBot) -> None:
    made = card(qtbot, service("gb-nspcc"))
    for width in range(260, 500, 20):
        made.resize(width, 300)
        settle(made)
        number = next(part for part in seen(made) if spoken(part) == "0808 800 5000")
        assert number.height() < 2 * 30


def test_more_shows_every_way_in_with_a_code_of_its_own(qtbot: QtBot) -> None:
    shown = service("gb-nir-lifeline")
    made = sheet(qtbot, shown)
    for by, to in (("By phone, free", "0808 808 8000"), ("By textphone", "18001 0808 808 8000")):
        assert says(made, by)
        assert has(made, f"Copy {to} for Lifeline")
    assert says(made, "On its web page")
    assert not has(made, "Show a QR code for 18001")  # no phone can call a textphone by a code
    with qtbot.waitSignal(made.qr_pressed) as wish:
        press(made, "Show a QR code for lifelinehelpline.info")
    assert wish.args == [shown, shown.contacts[-1]]


def test_more_says_what_happens_for_whom_and_how_sure_we_are(qtbot: QtBot) -> None:
    mermaids = dataclasses.replace(service("gb-mermaids"), languages=("Welsh", "English"), age_min=8)
    made = sheet(qtbot, mermaids)
    for words in (
        mermaids.about,
        "Closed. Opens Tue 13:00",
        "Monday to Friday, 13:00 to 20:30",
        "Hours are in the time of the place where the service is.",
        "Languages: Welsh, English.",
        "For ages 8 to 19.",
        "You can use: chat.",
        "We found this on one page only.",
        READ,
        "We read about it at: mermaidsuk.org.uk, connect.scot.",
    ):
        assert says(made, words), words


def test_who_was_rung_says_when(qtbot: QtBot) -> None:
    made = sheet(qtbot, dataclasses.replace(service("gb-childline"), rung_on=dt.date(2026, 12, 3)))
    assert says(made, "Checked on 3 December 2026.")
    assert not says(made, "Nobody has rung it")


def test_what_was_read_over_a_year_ago_says_so_and_hides_its_hours(qtbot: QtBot) -> None:
    made = sheet(qtbot, service("gb-mermaids"), session(now=NOON + LATER))
    assert says(made, "We last looked over a year ago. It may have changed.")
    assert not says(made, "13:00")
    assert not says(made, "Hours")


def test_a_wrong_clock_shows_hours_and_no_badge(qtbot: QtBot) -> None:
    made = sheet(qtbot, service("gb-mermaids"), session(now=NOON - LATER))
    assert says(made, "Monday to Friday, 13:00 to 20:30")
    assert [part for part in seen(made) if isinstance(part, Badge)] == []


def test_the_word_to_text_is_said(qtbot: QtBot) -> None:
    assert says(sheet(qtbot, service("gb-shout")), "Text the word SHOUT.")


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ("always", ("Day and night",)),
        (["Mon-Fri 10:00-16:00"], ("Monday to Friday, 10:00 to 16:00",)),
        (["Mon-Wed,Sat 22:00-02:00"], ("Monday to Wednesday, Saturday, 22:00 to 02:00",)),
        (["Mon-Sun 08:00-24:00"], ("Every day, 08:00 to midnight",)),
        (["Sat 09:00-12:00", "Sun 00:00-06:30"], ("Saturday, 09:00 to 12:00", "Sunday, 00:00 to 06:30")),
    ],
)
def test_hours_are_said_in_words(hours: object, words: tuple[str, ...]) -> None:
    assert hours_words(parse_hours(hours), "en") == words


@pytest.mark.parametrize(
    ("ages", "words"), [((None, 18), "For ages up to 18."), ((16, None), "For ages 16 and over."), ((None, None), "")]
)
def test_ages_are_said_where_a_page_gives_them(qtbot: QtBot, ages: tuple[int | None, int | None], words: str) -> None:
    shown = dataclasses.replace(service("gb-childline"), age_min=ages[0], age_max=ages[1])
    said = [text for text in words_in(sheet(qtbot, shown)) if text.startswith("For ages")]
    assert said == ([words] if words else [])


def test_a_service_with_nothing_but_a_number_has_a_sheet(qtbot: QtBot) -> None:
    bare = dataclasses.replace(
        service("gb-101"),
        line="",
        about="",
        crisis="",
        speak="",
        access=(),
        sources=(),
        contacts=(Contact("phone", "101"),),
    )
    made = sheet(qtbot, bare)
    assert has(made, "Copy 101 for Police, not an emergency")
    assert says(made, READ)
