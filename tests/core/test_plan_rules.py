"""The rules of a plan: good plans keep them, and each mistake is found and named."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from desktop_app.core import plan_rules
from desktop_app.core.plan import Condition, Piece, Plan, Question, Step, Variant
from desktop_app.core.plan_rules import check_plan
from desktop_app.core.plan_words import load_plan_words
from desktop_app.core.walk import Walk
from tests.core.generated_plans import (
    FAULTS,
    SOMEWHERE,
    Fault,
    every_answer,
    good_plans,
    modest,
    wild_plans,
    write_words,
)


def codes(plan: Plan) -> set[str]:
    return {problem.code for problem in check_plan(plan, None)}


def codes_with_words(plan: Plan, root: Path) -> set[str]:
    return {problem.code for problem in check_plan(plan, load_plan_words(root, "en", plan))}


SMALL = Plan("small", "one", (Question("fits", "one", True, ("a", "b")),), (Step("one"), Step("last", ending=True)))


@modest
@given(good_plans())
def test_a_plan_that_keeps_every_rule_has_no_problem(plan: Plan) -> None:
    assert check_plan(plan, None) == ()


@pytest.mark.parametrize(("code", "fault"), [pytest.param(code, fault, id=name) for code, name, fault in FAULTS])
def test_one_mistake_in_a_small_plan_is_found_by_its_own_code(code: str, fault: Fault) -> None:
    plan = Plan("small", "s0", (), (Step("s0"), Step("last", ending=True)))
    assert check_plan(plan, None) == ()
    assert code in codes(fault(plan))


@modest
@given(good_plans())
def test_one_mistake_in_any_good_plan_is_found_by_its_own_code(plan: Plan) -> None:
    missed = [name for code, name, fault in FAULTS if code not in codes(fault(plan))]
    assert missed == []


@modest
@given(wild_plans())
def test_following_all_ways_at_once_finds_what_trying_every_answer_finds(plan: Plan) -> None:
    shown: set[str] = set()
    words: set[str] = set()
    endless = False
    for answers in every_answer(plan):
        screens = plan.screens(answers)
        shown |= {screen.step.id for screen in screens}
        words |= {name for screen in screens for name in screen.words}
        ends = [screen.step.ending for screen in screens]
        endless |= not any(ends)
    problems = check_plan(plan, None)
    named = {(problem.code, problem.about) for problem in problems}
    found = {problem.code for problem in problems}
    assert {about for code, about in named if code == "step-unreachable"} == {step.id for step in plan.steps} - shown
    hidden = {v.words for step in plan.steps if step.id in shown for v in step.variants} - words
    assert {about for code, about in named if code == "variant-unreachable"} == hidden
    assert ("no-ending" in found) == endless


@modest
@given(good_plans())
def test_no_way_through_a_good_plan_is_a_dead_end_or_a_trap(plan: Plan) -> None:
    for number, answers in enumerate(every_answer(plan, ("GB", "ZZ"))):
        if number == 200:
            break
        walk = Walk(plan, next(iter(answers["country"])))
        for question in plan.questions:
            for answer in answers[question.id]:
                walk.answer(question.id, answer)
        for _ in range(walk.total):
            walk.done()
        assert walk.here.ending
        for _ in range(walk.total):
            walk.back()
        assert walk.number == 1


def test_a_problem_says_file_line_and_step() -> None:
    plan = Plan("p", "one", (), (Step("one"), Step("last", ending=True), Step("more", line=9)), file="plans/p.toml")
    (problem,) = check_plan(plan, None)
    assert (problem.code, problem.file, problem.line, problem.about) == ("step-unreachable", "plans/p.toml", 9, "more")


def test_a_plan_ends_at_its_first_ending() -> None:
    scam = Condition((("fits", frozenset({"a"})),))
    steps = (Step("one"), Step("scam", scam, ending=True), Step("on"), Step("last", ending=True))
    plan = Plan("p", "one", SMALL.questions, steps)
    assert check_plan(plan, None) == ()
    assert [screen.step.id for screen in plan.screens({"fits": frozenset({"a"})})] == ["one", "scam"]


def test_a_plan_of_many_branches_is_still_checked() -> None:
    answers = tuple(f"a{number}" for number in range(12))
    fits = Question("fits", "one", True, answers)
    variants = [Variant(f"w-{each}", Condition((("fits", frozenset({each})),))) for each in answers]
    swaps = tuple(Step(f"swap-{number}", variants=tuple(variants[number::4])) for number in range(4))
    plan = Plan("p", "one", (fits,), (Step("one"), *swaps, Step("last", ending=True)))
    assert check_plan(plan, None) == ()


def test_a_page_of_more_combinations_than_can_be_followed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_rules, "MOST_WAYS", 50)
    answers = tuple(f"a{number}" for number in range(6))
    fits = Question("fits", "one", True, answers)
    pieces = tuple(Piece(f"w-{each}", Condition((("fits", frozenset({each})),))) for each in answers)
    plan = Plan("p", "one", (fits,), (Step("one", pieces=pieces), Step("last", ending=True)))
    assert [problem.code for problem in check_plan(plan, None)] == ["plan-too-branched"]


def test_the_longest_way_is_named_by_its_answers() -> None:
    adds = tuple(Step(f"add-{each}", Condition((("fits", frozenset({each})),))) for each in ("a", "b"))
    rest = tuple(Step(f"n{number}") for number in range(9))
    plan = Plan("p", "one", SMALL.questions, (Step("one"), *adds, *rest, Step("last", ending=True)))
    (problem,) = check_plan(plan, None)
    assert problem.code == "plan-too-long"
    assert "fits=a+b" in problem.about


def test_good_words_have_no_problem(tmp_path: Path) -> None:
    write_words(SMALL, tmp_path)
    assert codes_with_words(SMALL, tmp_path) == set()


@modest
@given(good_plans())
def test_good_words_for_any_good_plan_have_no_problem(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_words(plan, Path(folder))
        assert codes_with_words(plan, Path(folder)) == set()


def _replace(old: str, new: str) -> Callable[[Path], object]:
    return lambda page: page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("code", "spoil"),
    [
        ("no-person", _replace("talk:", "step:last")),
        ("why-missing", _replace("## Why? {#why}", "## Why?")),
        ("sources-missing", _replace('["one"]', "[]")),
        ("source-unknown", _replace('["one"]', '["two"]')),
        ("link-step", _replace("talk:", "step:nowhere")),
        ("link-answer", _replace("talk:", "answer:fits=z")),
        ("link-answer", _replace("talk:", "answer:nothing=a")),
        ("link-scheme", _replace("talk:", "https://example.org")),
        ("file-missing", Path.unlink),
        ("words-empty", lambda page: page.write_text('+++\ntitle = "A"\n+++\n', "utf-8")),
    ],
)
def test_one_mistake_in_the_words_is_found_by_its_own_code(
    tmp_path: Path, code: str, spoil: Callable[[Path], object]
) -> None:
    write_words(SMALL, tmp_path)
    spoil(tmp_path / "en/plans/small/one.md")
    problems = check_plan(SMALL, load_plan_words(tmp_path, "en", SMALL))
    assert code in {problem.code for problem in problems}
    if code != "no-person":
        line = {"source-unknown": 3, "link-step": 6, "link-answer": 6, "link-scheme": 6}.get(code, 0)
        places = [(problem.file, problem.line) for problem in problems if problem.code == code]
        assert places == [("en/plans/small/one.md", line)]


@pytest.mark.parametrize("link", ["talk:", "crisis:"])
def test_a_link_to_a_person_among_the_words_is_enough(tmp_path: Path, link: str) -> None:
    write_words(SMALL, tmp_path)
    _replace("talk:", link)(tmp_path / "en/plans/small/one.md")
    assert codes_with_words(SMALL, tmp_path) == set()


@pytest.mark.parametrize("kind", ["image-removal", "police-report", "fraud"])
def test_cards_of_tools_are_not_a_person_to_talk_to(tmp_path: Path, kind: str) -> None:
    write_words(SMALL, tmp_path)
    _replace("[Talk to someone](talk:)", f"\n\n[Cards](help:{kind})\n\n")(tmp_path / "en/plans/small/one.md")
    assert codes_with_words(SMALL, tmp_path) == {"no-person"}


def test_a_person_named_only_under_why_is_not_enough(tmp_path: Path) -> None:
    write_words(SMALL, tmp_path)
    _replace("talk:", "step:last")(tmp_path / "en/plans/small/one.md")
    _replace("Because.", "[Talk](talk:)")(tmp_path / "en/plans/small/one.md")
    assert codes_with_words(SMALL, tmp_path) == {"no-person"}


@pytest.mark.parametrize("kind", ["best", "crisis", "child-helpline"])
def test_cards_of_people_to_talk_to_are_enough(tmp_path: Path, kind: str) -> None:
    write_words(SMALL, tmp_path)
    _replace("[Talk to someone](talk:)", f"\n\n[Cards](help:{kind})\n\n")(tmp_path / "en/plans/small/one.md")
    assert codes_with_words(SMALL, tmp_path) == set()


def test_a_person_met_in_one_country_only_is_not_enough(tmp_path: Path) -> None:
    steps = (Step("one"), Step("two", variants=(Variant("two-gb", SOMEWHERE),)), Step("last", ending=True))
    plan = Plan("p", "one", (), steps)
    write_words(plan, tmp_path, {"two-gb": "[Here](talk:)"})
    _replace("talk:", "step:last")(tmp_path / "en/plans/p/one.md")
    (problem,) = check_plan(plan, load_plan_words(tmp_path, "en", plan))
    assert problem.code == "no-person"
    assert "country=none" in problem.about or "country=ZZ" in problem.about


def test_a_link_to_a_step_that_is_hidden_for_some_is_named(tmp_path: Path) -> None:
    plan = Plan("p", "one", (), (Step("one"), Step("two", SOMEWHERE), Step("last", ending=True)))
    write_words(plan, tmp_path, {"one": "[There](step:two)"})
    assert codes_with_words(plan, tmp_path) == {"link-to-hidden-step"}


def test_missing_sources_are_one_problem_and_not_one_a_page(tmp_path: Path) -> None:
    write_words(SMALL, tmp_path)
    (tmp_path / "sources" / "all.toml").unlink()
    (problem,) = check_plan(SMALL, load_plan_words(tmp_path, "en", SMALL))
    assert (problem.code, problem.file) == ("file-missing", "sources")
