"""The shipped directory of the United Kingdom: its crisis page, row by row."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.core.directory import Directory, load_directory
from desktop_app.core.freshness import freshness
from desktop_app.core.resources import find_resources


@pytest.fixture
def britain() -> Directory:
    return load_directory(find_resources(), "en", "GB")


def test_the_crisis_page_of_britain(britain: Directory) -> None:
    rows = [(row.contacts[0].to, row.contacts[0].keyword, row.crisis, row.line) for row in britain.crisis()]
    assert rows == [
        ("999", "", "In danger or hurt", "Police and ambulance"),
        ("0800 1111", "", "Need to talk", "Childline, under 19"),
        ("85258", "SHOUT", "Can’t talk out loud", "Shout: text SHOUT"),
        ("116 123", "", "Any age, any time", "Samaritans"),
    ]


def test_every_crisis_row_of_britain_answers_at_any_hour(britain: Directory) -> None:
    for row in (*britain.crisis(), *britain.crisis_access()):
        assert row.contacts[0].hours is not None
        assert row.contacts[0].hours.always


def test_who_cant_speak_or_hear_reaches_the_emergency_services(britain: Directory) -> None:
    assert [row.id for row in britain.crisis_access()] == ["gb-999-sms", "gb-999-bsl", "gb-999-relay"]
    by_text = britain.crisis_access()[0]
    assert "signed up" in by_text.line
    assert "register" in by_text.about
    assert "press 55" in britain.crisis()[0].speak


def test_no_badge_is_right_for_a_year_only(britain: Directory) -> None:
    assert britain.read_on is not None
    assert freshness(britain.read_on, dt.datetime(2027, 11, 25, tzinfo=dt.UTC)) == "ageing"
