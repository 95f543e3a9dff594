"""A plan that is broken leaves the first rule, the numbers and the name of the file to mend."""

import shutil
from pathlib import Path

import pytest

from desktop_app.core.blocks import plain_text
from desktop_app.core.place import Place
from desktop_app.ui.main_window import MainWindow
from tests.broken_files import scramble
from tests.ui.damage import DAMAGE, RULE, assert_home_helps, each_damage, numbers, title, told
from tests.ui.opening import OpenWindow
from tests.ui.screens import (
    FIRST_STEP,
    GB,
    LEAVE,
    NOT_SAFE,
    NOWHERE,
    buttons,
    has,
    press,
    says,
    spoken,
    words,
)

STEPS = Path("en", "plans", "young-person")


GRAPH = Path("plans", "young-person.toml")


def assert_plan_helps_all_the_same(window: MainWindow) -> None:
    assert says(window, RULE)
    assert [has(window, name) for name in (LEAVE, NOT_SAFE)] == [True, True]
    assert numbers(window) == ["0800 1111 for Childline", "85258 for Shout"]


@each_damage
@pytest.mark.parametrize("file", [GRAPH, STEPS / "plan.md"], ids=["graph", "words of the plan"])
def test_a_plan_that_cannot_be_read_gives_the_rule_the_numbers_and_the_name_of_the_file(
    open_window: OpenWindow, content: Path, file: Path, damage: str
) -> None:
    DAMAGE[damage](content / file)
    window = open_window(resources=content)
    assert_home_helps(window)
    press(window, "I’m being blackmailed")
    assert title(window) == "We can’t show the steps."
    assert_plan_helps_all_the_same(window)
    assert file.as_posix() in told(window)
    press(window, "Show a QR code for Shout")
    assert title(window) == "Shout"


def test_a_mistake_in_the_graph_is_named_with_its_line(open_window: OpenWindow, content: Path) -> None:
    lines = (content / GRAPH).read_text(encoding="utf-8").splitlines()
    at = lines.index("[[step]]") + 1
    lines[at] = "id = stop and go"
    (content / GRAPH).write_text("\n".join(lines), encoding="utf-8")
    window = open_window(resources=content)
    press(window, "I’m being blackmailed")
    assert f"{GRAPH.as_posix()}, line {at + 1}: " in told(window)


def test_the_way_to_the_picture_tools_survives_a_broken_plan(open_window: OpenWindow, content: Path) -> None:
    scramble(content / GRAPH)
    window = open_window(resources=content)
    press(window, "Go there first")
    assert_plan_helps_all_the_same(window)


@each_damage
def test_a_step_that_cannot_be_read_gives_the_rule_and_the_numbers_and_the_plan_goes_on(
    open_window: OpenWindow, content: Path, damage: str
) -> None:
    file = STEPS / "keep.md"
    DAMAGE[damage](content / file)
    window = open_window(resources=content)
    press(window, "I’m being blackmailed")
    press(window, "Done, next step")
    press(window, "Done, next step")
    assert title(window) == "We can’t show this step."
    assert_plan_helps_all_the_same(window)
    assert file.as_posix() in told(window)
    press(window, "Done, next step")
    assert title(window) != "We can’t show this step."
    press(window, "Back")
    assert title(window) == "We can’t show this step."


def test_a_mistake_in_a_step_is_named_with_its_line(open_window: OpenWindow, content: Path) -> None:
    path = content / STEPS / "keep.md"
    lines = path.read_text(encoding="utf-8").splitlines()
    (content / STEPS / "keep.md").write_text("\n".join([*lines, "", "<b>bold</b>"]), encoding="utf-8")
    window = open_window(resources=content)
    press(window, "I’m being blackmailed")
    press(window, "Done, next step")
    press(window, "Done, next step")
    assert f"{(STEPS / 'keep.md').as_posix()}, line {len(lines) + 2}: " in told(window)


def test_a_broken_first_step_still_asks_nothing_and_offers_the_crisis_page(
    open_window: OpenWindow, content: Path
) -> None:
    scramble(content / STEPS / "stop.md")
    window = open_window(resources=content)
    press(window, "I’m being blackmailed")
    assert_plan_helps_all_the_same(window)
    press(window, NOT_SAFE)
    assert numbers(window)[0] == "999 for Emergency services"


def test_every_file_of_words_may_be_missing_at_once(open_window: OpenWindow, content: Path) -> None:
    shutil.rmtree(content / "en")
    window = open_window(resources=content)
    assert any(RULE in spoken(button) for button in buttons(window))
    for name in ("I’m being blackmailed", NOT_SAFE):
        press(window, name)
        assert has(window, LEAVE)
    assert numbers(window)[:2] == ["999 for Emergency services", "0800 1111 for Childline"]


@each_damage
def test_sources_that_cannot_be_read_take_nothing_from_a_step(
    open_window: OpenWindow, content: Path, damage: str
) -> None:
    for file in list((content / "sources").iterdir()):
        DAMAGE[damage](file)
    window = open_window(resources=content)
    press(window, "I’m being blackmailed")
    press(window, "Why?")
    assert plain_text(FIRST_STEP.why).split("\n")[0] in words(window)


@pytest.mark.parametrize("place", [GB, NOWHERE], ids=["country", "no country"])
def test_an_empty_folder_still_gives_a_window_with_the_first_rule(
    open_window: OpenWindow, tmp_path: Path, place: Place
) -> None:
    window = open_window(place, resources=tmp_path)
    assert any(RULE in spoken(button) for button in buttons(window))
    press(window, "I’m being blackmailed")
    assert says(window, RULE)
    assert has(window, LEAVE)
    press(window, NOT_SAFE)
    assert says(window, "your emergency number now.")
    press(window, "Back to where I was")
    press(window, "Home")
    press(window, "Try it")
    assert title(window) == "We can’t show this text."
