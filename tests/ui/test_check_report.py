"""What a check says, to people and to programs."""

from __future__ import annotations

import json

import pytest

from desktop_app.core.errors import ContentProblem
from desktop_app.core.self_check import PLANS
from desktop_app.ui import check_report
from desktop_app.ui.check_report import Report, about_computer, about_content
from desktop_app.ui.session import PLAN
from tests.ui.test_strings import FORBIDDEN

GONE = about_content(ContentProblem("file-missing", "icons/check.svg", 0, "check.svg"))
WORDS = [
    *check_report.SENTENCES.values(),
    *(value for name, value in vars(check_report).items() if name.isupper() and isinstance(value, str)),
]


@pytest.mark.parametrize("words", WORDS)
def test_a_check_speaks_as_calmly_as_the_rest(words: str) -> None:
    assert [part for part in FORBIDDEN if part in words.lower()] == []
    assert words.endswith((".", "?", "}"))


def test_each_finding_has_its_line_and_the_last_says_what_it_comes_to() -> None:
    report = Report("1", [GONE], [about_computer("no-display")], {"ZZ": 0, "GB": 38, "AU": 4})
    first, second, third, last = report.text().split("\n")
    assert first.startswith("icons/check.svg: This file is not there.")
    assert second.startswith("To know: There is no screen here")
    assert third == "Nobody has rung 42 of the services yet: AU 4, GB 38."
    assert last == "Not everything is there. Put back what the lines above name, or install Handrail again."


def test_when_all_services_were_rung_it_says_so() -> None:
    assert Report("1", never_rung={"GB": 0, "ZZ": 0}).text().startswith("Somebody has rung every service.")


def test_a_whole_program_says_so_last() -> None:
    report = Report("1", window_opens=True)
    assert report.text() == "The window opens.\nEverything is there."
    assert report.ok


def test_what_only_this_computer_lacks_asks_nobody_to_install_again() -> None:
    report = Report("1", [about_computer("folder-read-only", "/media/stick")])
    assert report.text() == (
        "Nothing can be remembered: this account may not write to “/media/stick”. Handrail works without.\n"
        "The content is all there. The lines above say what to do about the rest."
    )
    assert not report.ok


def test_the_keys_for_programs_stay_as_they_are() -> None:
    report = Report("0.1.0+unchecked", [GONE], [about_computer("home-missing")], {"GB": 38})
    text = report.json()
    assert text.isascii()
    assert json.loads(text) == {
        "ok": False,
        "version": "0.1.0+unchecked",
        "problems": [{"code": "file-missing", "file": "icons/check.svg", "line": 0, "sentence": GONE.sentence}],
        "warnings": [
            {
                "code": "home-missing",
                "file": "",
                "line": 0,
                "sentence": "This account has no home folder, so nothing can be remembered. Handrail works without.",
            }
        ],
        "never_rung": {"GB": 38},
    }


def test_the_plan_that_the_window_opens_is_one_that_is_checked() -> None:
    assert PLAN in PLANS
