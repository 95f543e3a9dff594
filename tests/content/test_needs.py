"""In every plan and every country there is something for every need: who helps, what to do, or that we do not know."""

from __future__ import annotations

import pytest

from tests.content.needs import cell, needs, on_screen, table
from tests.content.shown import COUNTRIES, PLANS

WITH_PLANS_OF_THEIR_OWN = ("GB", "IE", "US", "CA", "AU", "NZ")
OF_THEIR_OWN = ("danger", "person", "police")
"""What is nowhere left to services for the whole world."""

each_plan = pytest.mark.parametrize("name", PLANS)


@each_plan
def test_no_cell_is_empty(name: str) -> None:
    print(f"\n{table(name)}")
    asked = [need for need in needs() if name in need.plans]
    assert [(need.id, country) for need in asked for country in COUNTRIES if not cell(name, country, need)] == []


@each_plan
def test_nobody_is_sent_to_another_country(name: str) -> None:
    for country in COUNTRIES:
        services, _ = on_screen(name, country)
        assert {service.country for service in services} <= {country, "ZZ"}


@pytest.mark.parametrize("country", WITH_PLANS_OF_THEIR_OWN)
@each_plan
def test_six_countries_have_their_own_people(name: str, country: str) -> None:
    for need in needs():
        if need.id in OF_THEIR_OWN:
            assert cell(name, country, need).startswith(f"{country.lower()}-"), need.id
