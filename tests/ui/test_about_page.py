"""The page about Handrail: its limits, what nobody has rung or tried, what is kept, and whose work it carries."""

import dataclasses
import datetime as dt
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app import __version__
from desktop_app.core.directory import load_directory
from desktop_app.core.licences import load_licences
from desktop_app.core.resources import find_resources
from desktop_app.ui.about_facts import rung_words
from desktop_app.ui.main_window import MainWindow
from tests.desktop.presses import tap
from tests.ui.opening import OpenWindow
from tests.ui.screens import find, focused, has, press, says, seen, settle, spoken, words
from tests.ui.settings_looks import bar

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)

READ_ON = dt.date(2026, 11, 24)


@pytest.fixture
def about(window: MainWindow) -> MainWindow:
    """The window at the page about Handrail."""
    press(window, "Settings")
    press(window, "About Handrail")
    return window


def test_the_version_is_there_for_who_asks(about: MainWindow) -> None:
    assert says(about, f"Handrail {__version__}")


@pytest.mark.parametrize(
    "limit",
    [
        "can’t hide that it is on this computer, or that it was open",
        "Family and school controls may show its name, and for how long",
        "they may see your screen and what you type",
        "On a school computer, expect that",
        "A different computer is safer",
        "does not clean the rest of the computer",
        "Screenshots you took before are still where they were",
        "Web pages you opened stay in the browser’s list",
        "Experts may still find old pieces",
        "Handrail calls nobody",
        "You don’t need Handrail to ask for help",
    ],
)
def test_every_limit_is_said(about: MainWindow, limit: str) -> None:
    assert says(about, limit)


def test_how_many_services_nobody_has_rung_is_counted_from_the_directory(about: MainWindow) -> None:
    services = load_directory(find_resources(), "en", "GB").services
    assert all(service.rung_on is None for service in services), "then the sentence below is another one"
    assert says(
        about,
        f"Handrail shows you {len(services)} services. We read about them on 24 November 2026. "
        "Nobody has rung or opened any of them yet.",
    )


def test_what_somebody_rang_is_no_longer_counted() -> None:
    one, two, *_ = load_directory(find_resources(), "en", "GB").services
    one = dataclasses.replace(one, rung_on=READ_ON)
    two = dataclasses.replace(two, read_on=dt.date(2026, 12, 1))
    assert rung_words((one, two), "en")[0] == (
        "Handrail shows you 2 services. Nobody has rung or opened 1 of them yet. We read those on 1 December 2026."
    )
    two = dataclasses.replace(two, rung_on=READ_ON)
    assert rung_words((one, two), "en") == ("Handrail shows you 2 services. People have rung or opened all of them.",)
    assert rung_words((), "en")[0].startswith("We have no line to show here.")


def test_what_was_never_tried_is_said(about: MainWindow) -> None:
    for part in ("on Windows or on a Mac", "a screen reader", "No specialist has read them yet"):
        assert says(about, part)


def test_whether_anything_is_kept_is_said_and_where(window: MainWindow) -> None:
    file = Path(os.sep, "home", "someone", "handrail.ini")
    for path, remembered, said in (
        (None, False, "We found no place for a file of yours on this computer."),
        (file, False, f"If you ask us to remember your settings, this is the file for them: {file}"),
        (file, True, f"They are in this file: {file}"),
    ):
        window.session.settings_file, window.session.remembered = path, remembered
        window.show_about()
        settle(window)
        assert says(window, said)
        assert says(window, "Nothing. What you choose is gone") is not remembered


def test_each_licence_can_be_read_to_its_end(about: MainWindow) -> None:
    for licence in load_licences(find_resources()):
        press(about, licence.part)
        assert spoken(focused()) == licence.part
        texts = [(find_resources() / "licences" / name).read_text(encoding="utf-8") for name in licence.files]
        read = words(about)
        while has(about, "Read on"):
            press(about, "Read on")
            assert spoken(focused()) == licence.part
            assert bar(about).bar.value() == 0
            read += words(about)
        assert set(" ".join(texts).split()) <= set(" ".join(read).split())
        press(about, "Close")
        assert spoken(focused()).startswith(licence.part)


def test_the_page_ends_with_a_person_to_talk_to(about: MainWindow) -> None:
    last = [widget for widget in seen(about) if spoken(widget) == "Talk to someone now"][-1]
    assert last.y() == max(widget.y() for widget in seen(about) if widget.parentWidget() is last.parentWidget())
    press(about, "Talk to someone now")
    assert has(about, "Copy 0800 1111 for Childline")


@pytest.mark.parametrize("part", ["Place and reading", "Privacy"])
def test_the_rail_leads_back_to_a_part_of_the_settings(about: MainWindow, part: str) -> None:
    press(about, part)
    assert spoken(focused()) == part
    assert has(about, "Theme: light")


def test_the_rail_leads_back_to_the_top_of_the_page(about: MainWindow) -> None:
    bar(about).bar.setValue(bar(about).bar.maximum())
    press(about, "About Handrail")
    assert bar(about).bar.value() == 0


def test_another_look_keeps_how_far_the_page_was_read(about: MainWindow) -> None:
    bar(about).bar.setValue(700)
    about.choose("theme", "dark")
    settle(about)
    assert bar(about).bar.value() == 700


def test_esc_on_a_licence_leads_back_to_it(about: MainWindow) -> None:
    press(about, "segno")
    tap(about, Qt.Key.Key_Escape)
    settle(about)
    assert spoken(focused()).startswith("segno")


@pytest.mark.parametrize("gone", ["en/about/limits.md", "licences/README.md", "licences/lucide.txt"])
def test_a_file_that_is_gone_is_named_and_the_rest_stays(open_window: OpenWindow, tmp_path: Path, gone: str) -> None:
    resources = tmp_path / "resources"
    shutil.copytree(find_resources(), resources)
    (resources / gone).unlink()
    window = open_window(resources=resources)
    window.show_about()
    settle(window)
    if gone.endswith(".txt"):
        press(window, "Lucide")
    assert says(window, gone)
    if not gone.endswith(".txt"):
        assert has(window, "Talk to someone now")
        assert find(window, "Talk to someone now").isEnabled()
