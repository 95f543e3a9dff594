"""All that can be found somewhere, also where a part of the content is broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.core.links import Link
from desktop_app.core.plan_file import load_plan
from desktop_app.core.plan_words import load_plan_words
from desktop_app.core.resources import find_resources
from desktop_app.core.search import CRISIS
from desktop_app.core.search_index import step_documents
from tests.core.small_search import addresses, shipped_search


def test_a_country_finds_its_own_services_and_those_of_any_country() -> None:
    assert "service:gb-childline" in addresses(shipped_search("GB").find("childline"))
    assert "service:gb-childline" not in addresses(shipped_search("US").find("childline"))
    for country in ("GB", "US", "XX", None):
        assert "service:zz-stopncii" in addresses(shipped_search(country).find("stopncii")), country


def test_a_service_that_only_one_page_names_is_not_found() -> None:
    assert "service:gb-mermaids" not in addresses(shipped_search("GB").find("mermaids"))


def test_a_step_is_found_by_the_answer_that_leads_to_it() -> None:
    assert "step:ringing" in addresses(shipped_search().find("they are ringing me or writing non-stop"))[:3]


@pytest.mark.parametrize("country", ["GB", "US", "XX", None])
def test_nothing_can_be_found_twice(country: str | None) -> None:
    plan = load_plan(find_resources(), "young-person")
    links = [each.link for each in step_documents(plan, load_plan_words(find_resources(), "en", plan), country)]
    assert sorted(map(str, links)) == sorted(map(str, set(links)))
    assert Link("answer", "urgent", "paid") in links


@pytest.mark.parametrize(
    "file", ["plans/young-person.toml", "en/plans/young-person/stop.md", "search/en.toml", "directory/GB.toml"]
)
def test_a_broken_file_takes_only_itself_out_of_the_search(tmp_path: Path, file: str) -> None:
    resources = tmp_path / "resources"
    shutil.copytree(find_resources(), resources, ignore=shutil.ignore_patterns("fonts", "icons", "licences"))
    (resources / file).write_text("+++\n= broken\n", encoding="utf-8")
    found = shipped_search("GB", resources)
    assert "page:over-18" in addresses(found.find("adult"))
    if file != "search/en.toml":
        assert found.find("kill myself")[0].group == CRISIS
