"""The directory as it is read through: who stands in which group, for which need and age."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.directory import countries, load_directory
from desktop_app.core.directory_groups import AGES, GROUPS, NEEDS, Age, Need, fits, groups, meets
from desktop_app.core.place import WORLDWIDE
from desktop_app.core.resources import find_resources
from tests.core.generated_plans import modest
from tests.core.small_directory import DAY, EMERGENCY, HEADER, NIGHT, NOON, WRONG_CLOCKS, folder, ids

RESOURCES = find_resources()
EVERYWHERE = (*countries(RESOURCES), WORLDWIDE, None)


def listed(country: str, need: Need | None = None, age: Age | None = None) -> dict[str, list[str]]:
    directory = load_directory(RESOURCES, "en", country)
    return {group.name: ids(group.services) for group in groups(directory, NOON, need, age)}


def test_the_order_is_emergency_children_police_pictures_the_rest_then_the_less_sure() -> None:
    assert tuple(listed("GB")) == GROUPS
    found = listed("GB")
    assert found["emergency"] == ["gb-999", "gb-999-sms", "gb-999-bsl", "gb-999-relay"]
    assert found["child-helpline"] == ["gb-childline", "gb-wls-meic", "zz-chi"]
    assert found["image-removal"] == ["gb-report-remove", "gb-rph", "zz-takeitdown", "zz-stopncii"]
    assert found["single"] == ["gb-iwf", "gb-mermaids", "gb-barnardos-guardians", "zz-inhope"]


@modest
@given(
    st.sampled_from(EVERYWHERE),
    st.sampled_from([NOON, *WRONG_CLOCKS, dt.datetime(2030, 1, 1, tzinfo=dt.UTC)]),
    st.none() | st.sampled_from(NEEDS),
    st.none() | st.sampled_from(AGES),
)
def test_what_one_page_names_stands_in_the_last_group(
    country: str | None, now: dt.datetime, need: Need | None, age: Age | None
) -> None:
    directory = load_directory(RESOURCES, "en", country)
    found = groups(directory, now, need, age)
    order = [GROUPS.index(group.name) for group in found]
    assert order == sorted(set(order))
    for group in found:
        assert group.services
        assert all(service.confirmed == (group.name != "single") for service in group.services)
    shown = [service for group in found for service in group.services]
    assert len(set(shown)) == len(shown)
    assert all((need is None or meets(s, need)) and (age is None or fits(s, age)) for s in shown)


@pytest.mark.parametrize("country", EVERYWHERE)
def test_without_a_need_or_an_age_everybody_is_there_once(country: str | None) -> None:
    directory = load_directory(RESOURCES, "en", country)
    shown = [service for group in groups(directory, NOON) for service in group.services]
    ways = {contact.to for service in shown for contact in service.contacts}
    assert ways == {contact.to for service in directory.services for contact in service.contacts}


def test_a_worldwide_service_that_the_country_has_itself_is_not_listed_twice() -> None:
    found = listed("US")
    assert found["image-removal"] == ["us-takeitdown", "zz-stopncii"]
    assert "us-cybertipline" in found["police-report"]
    assert "zz-cybertip" not in found["police-report"]
    assert load_directory(RESOURCES, "en", "US").get("zz-takeitdown") is not None


def test_a_need_takes_every_service_that_meets_it_whatever_its_first_kind() -> None:
    assert listed("GB", need="take-down") == {
        "image-removal": ["gb-report-remove", "gb-rph", "zz-takeitdown", "zz-stopncii"]
    }
    assert listed("FR", need="take-down")["child-helpline"] == ["fr-3018"]
    assert listed("DK", need="parents") == {}


def test_an_age_takes_those_who_answer_people_of_that_age() -> None:
    young, teens, adults = ({name for found in listed("GB", age=age).values() for name in found} for age in AGES)
    assert "gb-rph" in adults - teens - young
    assert "gb-report-remove" in (young & teens) - adults
    assert "gb-nir-dsah" in (teens & adults) - young  # from 16 on
    assert {"gb-999", "gb-samaritans"} <= young & teens & adults
    assert "de-nummergegenkummer" not in str(listed("DE", age="adult"))
    assert "fr-116006" not in str(listed("FR", age="13-to-17"))
    assert "es-017" in str(listed("ES", age="adult")), "for everybody, though children come first"


def test_what_was_read_two_years_ago_comes_last_in_its_group_and_is_marked(tmp_path: Path) -> None:
    text = HEADER + EMERGENCY + DAY + NIGHT.replace("2026-11-24", "2028-06-01")
    directory = load_directory(folder(tmp_path, text), "en", "GB")
    later = dt.datetime(2028, 12, 1, 12, tzinfo=dt.UTC)
    now, then = ({group.name: group.services for group in groups(directory, moment)} for moment in (NOON, later))
    assert ids(now["rest"]) == ["gb-day", "gb-night", "zz-list"]
    assert ids(then["rest"]) == ["gb-night", "gb-day", "zz-list"]
    assert [directory.is_old(service, later) for service in then["rest"]] == [False, True, True]
    assert not any(directory.is_old(service, NOON) for service in now["rest"])
