"""Find help shows everybody of the country, for a need and an age, first what fills the window and then the rest."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.directory_groups import Age, Need, groups
from desktop_app.core.service import Service
from desktop_app.ui.badge import Badge
from desktop_app.ui.chips import Chip
from desktop_app.ui.directory_card import DirectoryCard
from desktop_app.ui.directory_page import DirectoryPage
from desktop_app.ui.heading import HeadingText
from tests.core.small_directory import DAY, EMERGENCY, HEADER, NIGHT, folder
from tests.ui.help_pages import LATER, Day, HelpPages, help_page, listed, session, words_in
from tests.ui.opening import NOON
from tests.ui.screens import SMALL, find, focused, in_view, press, role, says, seen, settle, spoken
from tests.ui.visits import Role

__all__ = ["help_page"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)

EVERYTHING = "Everything"
CALL_YOURS = "In danger now? Call the emergency number of the country you are in."


def names(country: str | None, need: Need | None = None, age: Age | None = None) -> list[str]:
    visit = session(country)
    found = groups(visit.directory, NOON, need, age)
    return [service.name for group in found for service in group.services]


def chips(page: QWidget) -> list[Chip]:
    return [chip for chip in seen(page) if isinstance(chip, Chip)]


def chosen(page: QWidget) -> list[str]:
    return [chip.text() for chip in chips(page) if chip.isChecked()]


def cards(page: QWidget) -> list[DirectoryCard]:
    return [card for card in seen(page) if isinstance(card, DirectoryCard)]


def pick_age(help_page: HelpPages, page: DirectoryPage, age: str) -> None:
    find(page, "How old you are").click()
    menu = page.findChild(QMenu)
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == age).trigger()
    menu.close()
    help_page.wait_whole(page)


@pytest.mark.parametrize("country", ["GB", "HK", "US", None])
def test_everybody_who_helps_here_is_shown_in_the_order_of_need(help_page: HelpPages, country: str | None) -> None:
    page = help_page(session(country))
    assert listed(page) == names(country)
    found = groups(session(country).directory, NOON)
    level_two = [part for part in seen(page) if isinstance(part, HeadingText) and not under_a_card(part)]
    assert len(level_two) == len(found)
    assert {role(part) for part in level_two} == {Role.Heading}


def under_a_card(part: QWidget) -> bool:
    return any(card.isAncestorOf(part) for card in part.window().findChildren(DirectoryCard))


def test_the_first_picture_has_what_fills_the_window_and_the_rest_comes_after_it(
    qtbot: QtBot, help_page: HelpPages
) -> None:
    page = help_page(whole=False)
    assert len(page.findChildren(DirectoryCard)) == 6
    page.show()
    help_page.wait_whole(page)
    assert len(cards(page)) == len(names("GB")) > 40
    assert says(page, "Handrail shows you")


def test_the_rest_comes_also_where_no_card_is_in_view_yet(help_page: HelpPages) -> None:
    page = help_page(size=SMALL, text_size=200)
    assert len(cards(page)) == len(names("GB"))


def test_only_needs_that_somebody_meets_are_offered(help_page: HelpPages) -> None:
    assert [chip.text() for chip in chips(help_page())] == [
        *(EVERYTHING, "Talk", "Report", "Take pictures down", "Money", "Parents", "Schools")
    ]
    assert [chip.text() for chip in chips(help_page(session("DK")))] == [
        *(EVERYTHING, "Talk", "Report", "Take pictures down")
    ]


def test_a_need_leaves_those_who_meet_it(help_page: HelpPages) -> None:
    page = help_page()
    press(page, "Money")
    help_page.wait_whole(page)
    assert listed(page) == names("GB", "money") == ["Report Fraud", "Police Scotland"]
    assert chosen(page) == ["Money"]
    press(page, EVERYTHING)
    help_page.wait_whole(page)
    assert listed(page) == names("GB")


def test_needs_are_one_stop_of_the_tab_key_with_arrow_keys_inside(help_page: HelpPages) -> None:
    page = help_page()
    assert {role(chip) for chip in chips(page)} == {Role.RadioButton}
    assert [chip.text() for chip in chips(page) if chip.focusPolicy() & Qt.FocusPolicy.TabFocus] == [EVERYTHING]
    find(page, EVERYTHING).setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    help_page.wait_whole(page)
    assert chosen(page) == ["Talk"]
    assert spoken(focused()) == "Talk"
    assert listed(page) == names("GB", "talk")


def test_an_age_leaves_those_who_take_it(help_page: HelpPages) -> None:
    page = help_page()
    pick_age(help_page, page, "Under 13")
    assert listed(page) == names("GB", age="under-13")
    assert spoken(find(page, "How old you are")) == "How old you are: Under 13"
    pick_age(help_page, page, "Any age")
    assert listed(page) == names("GB")


def test_who_said_on_the_plan_that_they_are_adult_sees_what_adults_can_use(help_page: HelpPages) -> None:
    visit = session()
    walk = visit.open_plan()
    assert walk is not None
    walk.answer("age", "adult")
    assert listed(help_page(visit)) == names("GB", age="adult")


def test_where_an_age_leaves_nobody_the_page_says_so(help_page: HelpPages, tmp_path: Path) -> None:
    for_adults = NIGHT.replace("gb-night", "gb-adults").replace('"crisis"', '"adults-18plus"')
    page = help_page(session(resources=folder(tmp_path, HEADER + EMERGENCY + for_adults)))
    press(page, "Talk")
    pick_age(help_page, page, "18 or over")
    assert listed(page) == ["Night line", "List of lines"]
    pick_age(help_page, page, "13 to 17")
    assert listed(page) == ["List of lines"]
    page = help_page(session(resources=folder(tmp_path, HEADER + for_adults, world="")))
    pick_age(help_page, page, "13 to 17")
    assert listed(page) == []
    assert says(page, "We found nobody for this age here.")


def test_a_directory_that_cannot_be_read_says_what_to_do_in_danger(help_page: HelpPages, tmp_path: Path) -> None:
    page = help_page(session(resources=folder(tmp_path, b"\xff", world=b"\xff")))
    assert says(page, CALL_YOURS)
    assert says(page, "We have no line to show here.")
    assert not says(page, "We found nobody for this age here.")


def test_what_nobody_looked_at_for_two_years_comes_last(help_page: HelpPages, tmp_path: Path) -> None:
    old_day = DAY.replace("read_on = 2026-11-24", "read_on = 2024-11-23")
    page = help_page(session(resources=folder(tmp_path, HEADER + EMERGENCY + old_day + NIGHT)))
    assert listed(page) == ["Emergency", "Night line", "List of lines", "Day line"]
    assert says(page, "We read some of these over a year ago.")
    assert says(page, "We last looked over two years ago.")


def test_where_no_emergency_number_is_sure_a_person_is_told_to_call_theirs(help_page: HelpPages) -> None:
    assert says(help_page(session("HK")), CALL_YOURS)
    assert says(help_page(session(None)), CALL_YOURS)
    assert not says(help_page(session("GB")), CALL_YOURS)


def test_help_from_anywhere_says_that_it_is(help_page: HelpPages) -> None:
    assert says(help_page(session("XX")), "We have no numbers for your country yet.")
    page = help_page(session(None))
    assert says(page, "Choose your country to see its numbers.")
    assert spoken(find(page, "Country")) == "Country: Choose your country"


def test_a_wrong_clock_takes_badges_away_and_leaves_hours_in_words(help_page: HelpPages) -> None:
    page = help_page(session("GB", NOON - LATER))
    assert says(page, "The date of this computer can’t be right.")
    assert [badge for badge in seen(page) if isinstance(badge, Badge)] == []
    mermaids = cards(page)[listed(page).index("Mermaids helpline")]
    assert "Monday to Friday, 13:00 to 20:30" in words_in(mermaids)
    assert "Day and night" in words_in(cards(page)[0])


def test_after_a_year_hours_are_gone_and_the_page_says_that_numbers_may_have_changed(help_page: HelpPages) -> None:
    page = help_page(session("GB", NOON + LATER))
    assert says(page, "We read these numbers over a year ago. They may have changed.")
    assert [badge for badge in seen(page) if isinstance(badge, Badge)] == []
    assert not says(page, "Day and night")
    assert not says(page, "13:00")
    assert listed(page) == names("GB")


def test_a_line_that_closes_while_the_page_is_open_says_so(help_page: HelpPages) -> None:
    day = Day(NOON)
    page = help_page(session("GB", day))
    staff = cards(page)[listed(page).index("Professionals Online Safety Helpline")]
    assert "Open until 16:00" in words_in(staff)
    day.now = NOON + dt.timedelta(hours=5)
    page._list.show_states()
    settle(page)
    assert "Closed. Opens Wed 10:00" in words_in(staff)


def test_the_title_is_read_out_first(help_page: HelpPages) -> None:
    page = help_page()
    page.take_focus()
    assert spoken(focused()) == "Find help"


def test_another_look_keeps_what_was_asked_for_and_how_far_it_was_read(help_page: HelpPages) -> None:
    visit = session()
    before = help_page(visit)
    pick_age(help_page, before, "13 to 17")
    press(before, "Talk")
    help_page.wait_whole(before)
    before._scroll.bar.setValue(300)
    after = help_page(visit, whole=False)
    after.go_on_from(before)
    after.show()
    help_page.wait_whole(after)
    assert chosen(after) == ["Talk"]
    assert listed(after) == names("GB", "talk", "13-to-17")
    assert after._scroll.bar.value() == 300


def test_another_country_is_read_from_the_top_and_keeps_a_need_that_it_meets(help_page: HelpPages) -> None:
    before = help_page()
    before._scroll.bar.setValue(300)
    press(before, "Money")
    after = help_page(session("DK"), whole=False)
    after.go_on_from(before)
    after.show()
    help_page.wait_whole(after)
    assert chosen(after) == [EVERYTHING]
    assert listed(after) == names("DK")
    assert after._scroll.bar.value() == 0


def test_what_is_wished_for_is_announced(qtbot: QtBot, help_page: HelpPages) -> None:
    page = help_page()
    with qtbot.waitSignal(page.country_pressed):
        press(page, "Country: United Kingdom")
    with qtbot.waitSignal(page.qr_chosen) as code:
        press(page, "Show a QR code for Childline")
    service, contact = code.args
    assert (service.name, contact.to) == ("Childline", "0800 1111")
    with qtbot.waitSignal(page.more_chosen) as more:
        press(page, "More about Shout")
    assert isinstance(more.args[0], Service)
    assert more.args[0].id == "gb-shout"


def test_a_card_alone_in_its_row_is_as_wide_as_the_others(help_page: HelpPages) -> None:
    page = help_page(session("HK"))
    assert len({card.width() for card in cards(page)}) == 1
    assert cards(page)[0].width() < page.width() / 2


def test_nothing_is_cut_off_at_the_sides(help_page: HelpPages) -> None:
    for size, text_size in ((SMALL, 200), (SMALL, 100), ((899, 700), 100), ((900, 700), 130)):
        page = help_page(size=size, text_size=text_size)
        right = page._scroll.viewport().width()
        for part in cards(page):
            assert part.mapTo(page, part.rect().topRight()).x() < right
        in_rows = {card.mapTo(page, card.rect().topLeft()).x() for card in cards(page)}
        assert len(in_rows) == 1, "below 900 px, or where text is large, cards stand in one column"
    assert QApplication.activePopupWidget() is None
    assert in_view(find(page, EVERYTHING)).isValid()
