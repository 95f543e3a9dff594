"""The real program, walked at random and ended in many ways, leaves nothing: a twentieth of `dev.py torture`."""

from collections.abc import Iterator

import pytest

from tests.torture.person import Eyes
from tests.torture.torture import DEFAULT
from tests.torture.visit import ENDINGS, Plan, visit

NUMBERS = range(DEFAULT // 20)
SEED = "a twentieth"


@pytest.fixture(scope="module")
def eyes() -> Iterator[Eyes]:
    eyes = Eyes()
    yield eyes
    eyes.close()


@pytest.mark.parametrize("number", NUMBERS)
def test_a_visit_leaves_nothing(eyes: Eyes, number: int) -> None:
    report = visit(Plan.make(f"{SEED}.{number}", number), eyes)
    assert report.found == [], f"{report.plan}, pressed: {report.pressed}"


def test_these_few_visits_end_in_every_kind_of_way() -> None:
    plans = [Plan.make(f"{SEED}.{number}", number) for number in NUMBERS]
    assert {ENDINGS[plan.ending].kind for plan in plans} == {ending.kind for ending in ENDINGS.values()}
    assert {plan.bus for plan in plans} == {plan.data_dir for plan in plans} == {True, False}
