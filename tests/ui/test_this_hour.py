"""At the end of a plan: who answers at this hour, and who opens when."""

import datetime as dt

import pytest

from desktop_app.core.directory import load_directory
from desktop_app.core.resources import find_resources
from desktop_app.ui.this_hour import this_hour
from tests.ui.drawn import plain_look
from tests.ui.screens import spoken

AT_NIGHT = dt.datetime(2026, 12, 2, 3, tzinfo=dt.UTC)
LONG_AGO = dt.datetime(1980, 1, 1, 3, tzinfo=dt.UTC)


@pytest.fixture
def told(request: pytest.FixtureRequest, qtbot: object) -> list[str]:
    now = request.param
    directory = load_directory(find_resources(), "en", "ES")
    lines = this_hour(
        plain_look(), directory.listening(False, now), lambda service, way: directory.state(service, way, now)
    )
    return [spoken(line) for line in lines]


@pytest.mark.parametrize("told", [AT_NIGHT], indirect=True)
def test_at_night_those_who_are_closed_are_named_with_the_hour_they_open(told: list[str]) -> None:
    assert "(Wed 08:00)" in told[-2]
    assert "stay near someone" in told[-1]


@pytest.mark.parametrize("told", [LONG_AGO], indirect=True)
def test_a_wrong_clock_hides_no_help(told: list[str]) -> None:
    assert told
    assert "(" not in told[0]
