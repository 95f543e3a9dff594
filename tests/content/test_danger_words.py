"""Whoever types that they are in danger sees first who answers, also in words that the list did not foresee."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.core.small_search import addresses, shipped_search

SENTENCES: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent.parent / "data" / "danger.toml").read_text(encoding="utf-8")
)
IN_DANGER = [*SENTENCES["danger"], *SENTENCES["danger_later"]]
SEARCH = shipped_search()
FIRST = "crisis:"


def sounds_like_danger(typed: str) -> bool:
    return addresses(SEARCH.find(typed))[:1] == [FIRST]


@pytest.mark.parametrize("typed", IN_DANGER)
def test_whoever_may_be_in_danger_sees_first_who_answers(typed: str) -> None:
    assert sounds_like_danger(typed)


@pytest.mark.parametrize("typed", IN_DANGER)
def test_danger_is_heard_in_capitals_with_signs_and_when_finished(typed: str) -> None:
    assert sounds_like_danger(f"{typed.upper()}!!! ")


def test_ordinary_questions_seldom_sound_like_danger() -> None:
    alarms = [typed for typed in SENTENCES["ordinary"] if sounds_like_danger(typed)]
    print(f"{len(alarms)} of {len(SENTENCES['ordinary'])} ordinary questions: {alarms}")
    assert len(alarms) <= len(SENTENCES["ordinary"]) // 20


def test_a_false_alarm_hides_nothing() -> None:
    """It costs little, so that words may be wide. How many there are is printed."""
    alarms = [typed for typed in SENTENCES["alike"] if sounds_like_danger(typed)]
    print(f"{len(alarms)} of {len(SENTENCES['alike'])} harmless sentences that sound alike: {alarms}")
    assert [typed for typed in alarms if len(SEARCH.find(typed)) < 2] == []
