"""What stands on paper: the same blocks as on the screen, numbers to ring, sources with their days, and no person."""

import datetime as dt
from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.core.blocks import inlines, parse_blocks
from desktop_app.core.hours import ALWAYS, OpenState
from desktop_app.core.library import Page, load_library
from desktop_app.core.links import CARDS, Link, read_link
from desktop_app.core.resources import find_resources
from desktop_app.core.service import Contact, Service
from desktop_app.core.sources import Source, load_sources
from desktop_app.ui import strings
from desktop_app.ui.print_document import Known, Printed, as_html, as_words, printed_page
from desktop_app.ui.print_pages import Paper, make_pdf
from tests.desktop.pdf_text import text

DAY = dt.date(2026, 11, 24)
A4 = Paper(letter=False, text_size=100)
LINE = Service(
    id="gb-line",
    name="The Line",
    kinds=("child-helpline",),
    country="GB",
    confidence="confirmed",
    timezone="Europe/London",
    read_on=DAY,
    contacts=(Contact("phone", "0800 1111", hours=ALWAYS), Contact("sms", "85258", keyword="SHOUT")),
    sources=(),
    line="For anybody under 19",
)
EMERGENCY = Service(
    id="gb-999",
    name="Emergency services",
    kinds=("emergency",),
    country="GB",
    confidence="confirmed",
    timezone="Europe/London",
    read_on=DAY,
    contacts=(Contact("phone", "999"),),
    sources=(),
)
SOURCES = {
    "nca": Source("nca", "National Crime Agency", "nca.gov.uk/a", "A", (), DAY, show=True),
    "press": Source("press", "A newspaper", "paper.example/a", "B", (), dt.date(2026, 10, 1), show=False),
}
OPEN = OpenState("always")
PAGES = list(load_library(find_resources(), "en"))


def services(link: Link) -> Sequence[Service]:
    return {"emergency": (EMERGENCY,), "best": (LINE,), "gb-line": (LINE,)}.get(link.target, ())


def known(state: OpenState = OPEN) -> Known:
    return Known(services, lambda service, contact: state, SOURCES, "en")


def printed(markdown: str, sources: tuple[str, ...] = (), **more: object) -> Printed:
    return Printed("A title", parse_blocks(markdown, sources=sources), sources=sources, **more)  # type: ignore[arg-type]


def on_paper(markdown: str, sources: tuple[str, ...] = (), **more: object) -> str:
    return text(make_pdf(as_html(printed(markdown, sources, **more), known()), A4).data)


@pytest.fixture(autouse=True)
def fonts(dressed: QApplication) -> None:
    """Our own faces, as the program has them."""


# -- blocks ------------------------------------------------------------------------------------------------------------


def test_headings_text_lists_call_outs_and_tables_are_there_in_their_order() -> None:
    said = on_paper(
        "## First\n\nSome *plain* **words**.\n\n- a dot\n- another\n\n1. one\n2. two\n\n"
        '!!! say "To a parent"\n    I need help.\n\n| What | How |\n| --- | --- |\n| Name | In full |\n\n### Last'
    )
    order = [
        "A title",
        "First",
        "Some plain words",
        "a dot",
        "another",
        "1. one",
        "2. two",
        "To a parent",
        "I need help.",
    ]
    order += ["What How", "Name In full", "Last"]
    places = [said.index(words) for words in order]
    assert places == sorted(places)


def test_a_summary_stands_under_the_title() -> None:
    assert on_paper("Words.", lead="One line.").startswith("A title One line. Words.")


def test_what_looks_like_html_is_only_words() -> None:
    said = text(make_pdf(as_html(Printed("<b>1 & 2</b>", parse_blocks("I <3 you & me")), known()), A4).data)
    assert said.startswith("<b>1 & 2</b> I <3 you & me")


def test_lines_to_tick_have_an_empty_box_and_no_ticks() -> None:
    html = as_html(printed("- [ ] Write down the name"), known())
    assert '<li class="unchecked">Write down the name</li>' in html
    assert '"checked"' not in html


def test_links_are_words_that_say_where_they_lead() -> None:
    said = on_paper("Go on with [the plan](plan:). Or [talk to someone](talk:).\n\n[Afterwards](page:after)")
    assert "the plan (in Handrail). Or talk to someone (at the end)." in said.replace(" .", ".")
    assert "Afterwards (in Handrail)" in said


# -- whom to ring ------------------------------------------------------------------------------------------------------


def test_a_card_is_a_name_with_every_way_in_and_its_day() -> None:
    said = on_paper("[The Line](service:gb-line)").partition("Talk to someone now")[0]
    assert "The Line For anybody under 19 By phone: 0800 1111. Day and night." in said
    assert "By text: 85258. Text the word SHOUT. Read on 24 November 2026." in said


def test_hours_that_may_have_changed_are_left_out() -> None:
    old = as_html(printed("[The Line](service:gb-line)"), known(OpenState("unknown", why="old")))
    assert "Day and night" not in old
    assert "0800 1111" in old


def test_everything_that_is_printed_ends_with_whom_to_talk_to() -> None:
    said = on_paper("Words.")
    assert said.index("Talk to someone now") < said.index("Emergency services") < said.index("The Line")
    assert "By phone: 999." in said


# -- sources -----------------------------------------------------------------------------------------------------------


def test_sources_are_numbered_as_their_marks_and_have_their_days() -> None:
    said = on_paper("One thing.[^nca] Another.[^press]", ("nca", "press"), checked=DAY)
    assert "One thing. 1 Another. 2" in said
    assert "1. National Crime Agency. Read on 24 November 2026. nca.gov.uk/a" in said
    assert "2. A newspaper. Read on 1 October 2026." in said
    assert "We checked this page on 24 November 2026." in said
    assert "paper.example" not in said


def test_a_source_that_is_lost_keeps_its_number() -> None:
    assert "1. We can’t show this source." in on_paper("A thing.[^gone]", ("gone",))


# -- to show large -----------------------------------------------------------------------------------------------------


def test_the_words_to_copy_by_hand_have_the_numbers_to_ring() -> None:
    words = as_words(printed("Words here.\n\n[The Line](service:gb-line)", lead="One line."), known())
    lines = words.split("\n")
    assert lines[:2] == ["One line.", "Words here."]
    assert lines[2].startswith("The Line. For anybody under 19. By phone: 0800 1111. Day and night. By text: 85258.")
    assert lines[3].startswith("Emergency services. By phone: 999.")
    assert lines[4] == lines[2]


# -- all that is shipped -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_every_page_is_printed_with_all_its_words(page: Page) -> None:
    shipped = Known(services, lambda service, contact: OPEN, load_sources(find_resources()), "en")
    said = text(make_pdf(as_html(printed_page(page), shipped), A4).data)
    paper = packed(said)
    for inline in inlines(page.body):
        link = read_link(inline[0].link or "")
        if link is None or link.scheme not in CARDS:
            assert [span.text for span in inline if packed(span.text) not in paper] == []
    assert packed(strings.SOURCE_NOT_FOUND) not in paper


def packed(words: str) -> str:
    """The words without spaces: lines end where they will."""
    return "".join(words.split())
