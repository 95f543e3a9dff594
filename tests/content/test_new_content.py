"""A new app, a new way to pay and a new country are files in `resources/`, and nothing else."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from desktop_app.core.blocks import plain_text
from desktop_app.core.directory import countries, load_directory
from desktop_app.core.errors import ContentProblem
from desktop_app.core.self_check import check_content
from desktop_app.core.slots import slot_of
from desktop_app.core.walk import Walk
from desktop_app.ui.plans import Plans
from tests.content.sentences import RESOURCES

NEW_APP = {
    "apps/chatterbox.toml": """name = "Chatterbox"
aka = ["chatterbox"]
order = 15
status = "open"
screenshot = "unknown"
sequence = ["note", "report", "block"]
tools = []
not_on = []
sources = ["handrail"]
""",
    "en/apps/chatterbox.md": """+++
title = "Chatterbox"
sources = ["handrail"]
+++

## On Chatterbox {#keep}

- Write down the name by the parrot.

## On Chatterbox {#block}

1. Write the name down first.
2. Report, then block.
""",
    "pay/shells.toml": """name = "Shells"
aka = ["shells"]
order = 5
countries = ["AR"]
speed = "minutes"
sources = ["handrail"]
""",
    "en/pay/shells.md": """+++
title = "Shells"
sources = ["handrail"]
+++

## Shells {#do}

1. Ask the beach to stop the payment.
""",
}
NEW_COUNTRY = {
    "directory/AR.toml": """country = "AR"
timezone = "America/Buenos_Aires"
read_on = 2026-11-24
crisis = ["ar-emergency", "ar-line"]
best = ["ar-line"]

[[service]]
id = "ar-emergency"
name = "Emergency services"
kinds = ["emergency"]
confidence = "confirmed"
read_on = 2026-11-24
sources = ["https://example.org/emergency"]
[[service.contact]]
way = "phone"
to = "000 000"
hours = "always"

[[service]]
id = "ar-line"
name = "The new line"
kinds = ["child-helpline"]
confidence = "confirmed"
read_on = 2026-11-24
sources = ["https://example.org/line"]
[[service.contact]]
way = "phone"
to = "000 001"
hours = "always"

[[service]]
id = "ar-police"
name = "The new police desk"
kinds = ["police-report"]
confidence = "confirmed"
read_on = 2026-11-24
sources = ["https://example.org/police"]
[[service.contact]]
way = "web"
to = "https://example.org/report"
""",
    "en/directory/AR.toml": """name = "Argentina"
in_sentence = "Argentina"

[ar-emergency]
line = "Police and ambulance"
about = "Call in danger."
crisis = "In danger or hurt"

[ar-line]
line = "For young people"
about = "They listen."
crisis = "Need to talk"

[ar-police]
line = "Report it here"
about = "They take the report."
""",
    "en/plans/young-person/tell-ar.md": """+++
title = "Tell one person there"
short = "Tell one person"
sources = ["handrail"]
+++

The new line listens. [Talk to someone now](talk:)

[The new line](service:ar-line)

## Why? {#why}

You are not alone with it.
""",
}
NEW_WORDS = """[[step.variant]]
words = "tell-ar"
when = { country = ["AR"] }

# The place that shows the picture"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(RESOURCES, tmp_path / "resources")


def add(resources: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        assert not (resources / name).exists()
        (resources / name).write_text(text, encoding="utf-8")


def plans_of(resources: Path, country: str) -> tuple[Plans, Walk]:
    problems: list[ContentProblem] = []
    plans = Plans(resources, "en", problems.append)
    walk = plans.open("young-person", country)
    assert walk is not None
    assert problems == []
    return plans, walk


def page(plans: Plans, walk: Walk, step_id: str) -> str:
    step = walk.plan.step(step_id)
    assert step is not None
    body = plans.page(step).body
    # Where the page asks itself, what was picked is shown below the choices.
    room = [slot for block in body if (slot := slot_of(block)) is not None]
    return plain_text((*body, *(block for slot in room for block in plans.picked(slot))))


def offered(plans: Plans, walk: Walk, question_id: str) -> list[str]:
    question = walk.plan.question(question_id)
    assert question is not None
    return list(plans.question_words(question).answers)


def test_a_new_app_and_a_new_way_to_pay_are_two_files_each(copy: Path) -> None:
    add(copy, NEW_APP)
    assert check_content(copy) == ()
    plans, walk = plans_of(copy, "AR")
    assert offered(plans, walk, "apps")[:3] == ["instagram", "chatterbox", "snapchat"]
    assert offered(plans, walk, "pay")[0] == "shells"
    assert "parrot" not in page(plans, walk, "keep")
    walk.answer("apps", "chatterbox")
    walk.answer("urgent", "paid")
    walk.answer("pay", "shells")
    assert "parrot" in page(plans, walk, "keep")
    assert "Report, then block." in page(plans, walk, "block")
    assert "Ask the beach" in page(plans, walk, "given")
    plans, walk = plans_of(copy, "GB")
    assert "shells" not in offered(plans, walk, "pay")


def test_a_new_country_is_two_files_and_words_where_it_needs_its_own(copy: Path) -> None:
    add(copy, NEW_COUNTRY)
    graph = copy / "plans" / "young-person.toml"
    text = graph.read_text(encoding="utf-8")
    assert text.count("# The place that shows the picture") == 1
    graph.write_text(text.replace("# The place that shows the picture", NEW_WORDS), encoding="utf-8")
    assert check_content(copy) == ()
    assert "AR" in countries(copy)
    directory = load_directory(copy, "en", "AR")
    assert [service.id for service in directory.crisis()][:2] == ["ar-emergency", "ar-line"]
    now = dt.datetime(2026, 12, 1, 3, tzinfo=dt.UTC)
    assert directory.best(now, adult=False)[0].name == "The new line"
    assert directory.of_kind("police-report", adult=False)[0].name == "The new police desk"
    plans, walk = plans_of(copy, "AR")
    assert "The new line listens" in page(plans, walk, "tell")
    plans, walk = plans_of(copy, "NZ")
    assert "The new line listens" not in page(plans, walk, "tell")
