"""Where the links of a page lead: pages, steps of the plan, the plan, the crisis page, people to talk to, and cards."""

from pathlib import Path

import pytest

from desktop_app.core.blocks import inlines
from desktop_app.core.links import read_link
from desktop_app.core.plan_file import load_plan
from desktop_app.core.resources import find_resources
from desktop_app.core.walk import Walk
from desktop_app.ui.main_window import MainWindow
from tests.ui.opening import OpenWindow
from tests.ui.screens import FIRST_STEP, NOWHERE, find, focused, has, press, says, settle, spoken

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)

PAGE = """+++
title = "A page to try"
summary = "What it is for."
order = 1
sources = []
checked = 2026-11-24
+++

{body}
"""


def write(content: Path, body: str, name: str = "a-page") -> None:
    (content / "en" / "pages" / "young" / f"{name}.md").write_text(PAGE.format(body=body), encoding="utf-8")


def read(open_window: OpenWindow, content: Path, body: str) -> MainWindow:
    """A window that shows a page with this text."""
    write(content, body)
    window = open_window(resources=content)
    window.show_library("a-page")
    settle(window)
    assert says(window, "A page to try")
    return window


def test_a_link_to_a_page_opens_it_and_back_comes_back(open_window: OpenWindow, content: Path) -> None:
    window = read(open_window, content, "[The other one](page:keep-words)")
    press(window, "The other one")
    assert spoken(focused()) == "Keep their words and names. Leave the pictures."
    press(window, "Go back")
    assert spoken(focused()) == "A page to try"


def test_a_link_to_a_step_opens_the_plan_there_also_when_it_was_not_begun(
    open_window: OpenWindow, content: Path
) -> None:
    window = read(open_window, content, "[That step](step:report)")
    press(window, "That step")
    assert says(window, "Step 7 of 9")
    press(window, "Next, come back to: ")
    assert spoken(focused()) == FIRST_STEP.title


def test_a_link_to_a_step_keeps_the_place_of_who_has_begun(open_window: OpenWindow, content: Path) -> None:
    window = read(open_window, content, "[That step](step:report)")
    window.show_plan()
    press(window, "Done, next step")
    window.show_library()
    settle(window)
    press(window, "That step")
    assert has(window, "Next, come back to: What fits you")


def test_a_link_that_answers_opens_the_step_it_adds(open_window: OpenWindow, content: Path) -> None:
    window = read(open_window, content, "[I paid](answer:urgent=paid)")
    press(window, "I paid")
    assert says(window, "Step 3 of 10")


def test_a_link_opens_the_plan_where_it_was_left(open_window: OpenWindow, content: Path) -> None:
    window = read(open_window, content, "[The plan](plan:)")
    press(window, "The plan")
    assert spoken(focused()) == FIRST_STEP.title


def test_a_link_opens_the_crisis_page_over_the_page(open_window: OpenWindow, content: Path) -> None:
    window = read(open_window, content, "[Go here first](crisis:)")
    press(window, "Go here first")
    press(window, "Back to where I was")
    assert says(window, "A page to try")


def test_a_link_shows_who_to_talk_to(open_window: OpenWindow, content: Path) -> None:
    window = read(open_window, content, "[Talk](talk:)")
    press(window, "Talk")
    assert has(window, "Copy 0800 1111 for Childline")
    press(window, "Close")
    assert says(window, "A page to try")


def test_cards_show_the_lines_of_the_country(open_window: OpenWindow, content: Path) -> None:
    window = read(open_window, content, "Ring them.\n\n[Lines](help:best)")
    assert has(window, "Copy 0800 1111 for Childline")
    press(window, "Show a QR code for Childline")
    press(window, "Close")
    assert says(window, "A page to try")


def test_a_card_of_another_country_is_shown_because_the_page_is_about_it(
    open_window: OpenWindow, content: Path
) -> None:
    write(content, "This is in the UK.\n\n[CEOP](service:gb-ceop)")
    window = open_window(NOWHERE, resources=content)
    window.show_library("a-page")
    settle(window)
    assert has(window, "Show a QR code for CEOP")


def test_a_card_of_no_service_says_so(open_window: OpenWindow, content: Path) -> None:
    window = read(open_window, content, "Words.\n\n[Nobody](service:gb-nobody)")
    assert says(window, "We found no service for this in your country yet.")


def test_a_page_that_is_not_there_and_one_that_is_broken_leave_a_way_on(open_window: OpenWindow, content: Path) -> None:
    write(content, "<b>No.</b>", "broken")
    window = read(open_window, content, "[Gone](page:gone) [Broken](page:broken)")
    press(window, "Gone")
    assert spoken(focused()) == "We can’t show this page."
    assert has(window, "Copy 0800 1111 for Childline")
    press(window, "Go back")
    press(window, "Broken")
    assert says(window, "pages/young/broken.md")
    press(window, "Keep their words")
    assert spoken(focused()) == "Keep their words and names. Leave the pictures."


def test_without_any_page_the_screen_still_opens(open_window: OpenWindow, content: Path) -> None:
    for path in (content / "en" / "pages").glob("*/*.md"):
        path.unlink()
    window = open_window(resources=content)
    press(window, "Read and learn")
    assert says(window, "We can’t show this page.")
    assert find(window, "Copy 0800 1111 for Childline").isEnabled()


def test_every_step_that_a_page_names_is_shown_when_its_link_is_followed(window: MainWindow) -> None:
    links = [
        link
        for page in window.session.library
        for inline in inlines(page.body)
        for span in inline
        if span.link is not None and (link := read_link(span.link)) is not None and link.scheme == "step"
    ]
    plan = load_plan(find_resources(), "young-person")
    assert len(links) > 10
    for link in links:
        walk = Walk(plan, "GB")
        walk.follow(link)
        assert walk.here.id == link.target
