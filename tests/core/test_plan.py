"""Reading a plan and its words: what the file says is what is walked, and mistakes are named with file and line."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.plan import Condition, Plan, Question, Step, Variant
from desktop_app.core.plan_file import load_plan
from desktop_app.core.plan_words import QuestionWords, load_plan_words
from tests.core.generated_plans import as_toml, good_plans, modest, problem_in, write_words

TEXT = """\
id = "small"
shortcut = "last"

[[question]]
id = "fits"
step = "one"
many = true
answers = ["ringing", "paid"]

[[step]]
id = "one"

[[step]]
id = "two"
when = { fits = ["paid"], country = ["GB", "none"] }
unless = { fits = ["ringing"] }

[[step.variant]]
words = "two-gb"
when = { country = ["GB"] }

[[step]]
id = "last"
ending = true
"""
PAID = ("fits", frozenset({"paid"}))
SMALL = Plan(
    "small",
    "last",
    (Question("fits", "one", True, ("ringing", "paid")),),
    (
        Step("one"),
        Step(
            "two",
            Condition((PAID, ("country", frozenset({"GB", "none"})))),
            Condition((("fits", frozenset({"ringing"})),)),
            (Variant("two-gb", Condition((("country", frozenset({"GB"})),))),),
        ),
        Step("last", ending=True),
    ),
)


def plan_in(root: Path, text: str | bytes, name: str = "small") -> Plan:
    (root / "plans").mkdir(exist_ok=True)
    (root / "plans" / f"{name}.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_plan(root, name)


def problem_of(work: Callable[[], object]) -> ContentProblem:
    with pytest.raises(ContentError) as caught:
        work()
    return caught.value.problem


def test_the_file_says_which_steps_and_questions_there_are(tmp_path: Path) -> None:
    plan = plan_in(tmp_path, TEXT)
    assert plan == SMALL
    assert [step.line for step in plan.steps] == [10, 13, 22]
    assert (plan.questions[0].line, plan.steps[1].variants[0].line) == (4, 18)
    assert plan.step("two") is plan.steps[1]
    assert plan.step("nowhere") is None
    assert plan.question("nothing") is None
    assert plan.asked_on("one") == plan.questions


@modest
@given(good_plans())
def test_a_plan_written_down_and_read_again_is_the_same(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert plan_in(Path(folder), as_toml(plan), plan.id) == plan


def test_a_plan_without_a_shortcut_has_none(tmp_path: Path) -> None:
    assert plan_in(tmp_path, TEXT.replace('shortcut = "last"\n', "")).shortcut == ""


@pytest.mark.parametrize(
    ("code", "line", "about", "old", "new"),
    [
        ("toml-syntax", 2, None, 'shortcut = "last"', "shortcut = last"),
        ("key-unknown", 2, "shortcutt", "shortcut =", "shortcutt ="),
        ("key-unknown", 7, "mnay", "many", "mnay"),
        ("key-unknown", 15, "wehn", "when = { fits", "wehn = { fits"),
        ("key-unknown", 20, "wen", "when = { country = [", "wen = { country = ["),
        ("key-unknown", 10, "stepp", '[[step]]\nid = "one"', '[[stepp]]\nid = "one"'),
        ("plan-id", 1, "big", 'id = "small"', 'id = "big"'),
        ("id-shape", 11, "One Two", 'id = "one"', 'id = "One Two"'),
        ("id-shape", 19, "../../etc/passwd", "two-gb", "../../etc/passwd"),
        ("id-shape", 8, "pa id", '"paid"]\n\n', '"pa id"]\n\n'),
        ("key-missing", 10, "id", '[[step]]\nid = "one"', "[[step]]"),
        ("key-not-text", 11, "id", 'id = "one"', "id = 1"),
        ("key-not-flag", 7, "many", "true", '"yes"'),
        ("key-not-flag", 24, "ending", "ending = true", "ending = 1"),
        ("key-not-list", 8, "answers", '["ringing", "paid"]', '"paid"'),
        ("key-not-list", 15, "fits", 'fits = ["paid"]', 'fits = "paid"'),
        ("key-not-table", 15, "when", '{ fits = ["paid"], country = ["GB", "none"] }', '["paid"]'),
        ("key-not-tables", 4, "question", "[[question]]", "[question]"),
        ("listed-twice", 8, "paid", '["ringing", "paid"]', '["paid", "paid"]'),
        ("condition-empty", 16, "unless", '{ fits = ["ringing"] }', "{ }"),
        ("condition-empty", 16, "fits", '{ fits = ["ringing"] }', "{ fits = [] }"),
        ("variant-always", 19, "two-gb", 'when = { country = ["GB"] }', ""),
        ("step-id", 13, "one", 'id = "two"', 'id = "one"'),
        ("step-unknown", 0, "lost", 'shortcut = "last"', 'shortcut = "lost"'),
        ("step-unknown", 4, "own", 'step = "one"', 'step = "own"'),
        ("question-unknown", 13, "fist", 'unless = { fits', 'unless = { fist'),
        ("answer-unknown", 13, "payed", '{ fits = ["paid"]', '{ fits = ["payed"]'),
        ("answer-unknown", 18, "UK", 'country = ["GB"] }', 'country = ["UKX"] }'),
        ("asked-too-late", 13, "fits", 'step = "one"', 'step = "last"'),
        ("asked-too-late", 13, "fits", 'step = "one"', 'step = "two"'),
        ("question-id", 4, "country", '[[question]]\nid = "fits"', '[[question]]\nid = "country"'),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_word(
    tmp_path: Path, code: str, line: int, about: str | None, old: str, new: str
) -> None:
    assert old in TEXT
    problem = problem_of(lambda: plan_in(tmp_path, TEXT.replace(old, new, 1)))
    assert (problem.code, problem.file, problem.line) == (code, "plans/small.toml", line)
    if about is not None:
        assert problem.about.startswith(about)


@pytest.mark.parametrize("name", ["missing", "", "../plans/small", "a\x00b", "small.toml"])
def test_a_plan_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    plan_in(tmp_path, TEXT)
    assert problem_of(lambda: load_plan(tmp_path, name)).code == "file-missing"


def test_a_folder_in_place_of_a_plan_is_named(tmp_path: Path) -> None:
    (tmp_path / "plans" / "small.toml").mkdir(parents=True)
    assert problem_of(lambda: load_plan(tmp_path, "small")).code == "file-folder"


def test_tables_written_inside_a_line_are_read_too(tmp_path: Path) -> None:
    text = 'id = "small"\nstep = [{id = "one"}, {id = "last", ending = true}]\n'
    assert plan_in(tmp_path, text).steps == (Step("one"), Step("last", ending=True))
    broken = text.replace('"one"', '"One"')
    assert problem_of(lambda: plan_in(tmp_path, broken)) == ContentProblem("id-shape", "plans/small.toml", 2, "One")


PIECES = TEXT.split("\n")
PIECES += ["[question]", "[[step.variant]]", "[step.when]", 'fits = ["paid"]', "when = {}", "id = 1", "[[", '"""']
PIECES += ["id = [[[[[]]]]]", "when = { when = { when = [] } }", "ending = 2026-01-01", "answers = [[]]", "step = 1"]


@modest
@given(
    st.one_of(st.binary(), st.lists(st.sampled_from(PIECES), max_size=20).map(lambda each: "\n".join(each).encode()))
)
def test_only_a_content_error_comes_out_of_any_plan(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        problem = problem_in(lambda: plan_in(Path(folder), data))
        if problem is not None:
            assert problem.file == "plans/small.toml"
            assert 0 <= problem.line <= data.count(b"\n") + data.count(b"\r") + 1


def test_what_is_shown_follows_the_answers() -> None:
    def shown(country: str, *fits: str) -> list[str]:
        answers = {"country": frozenset({country}), "fits": frozenset(fits)}
        return [name for screen in SMALL.screens(answers) for name in screen.words]

    assert shown("GB") == ["one", "last"]
    assert shown("GB", "paid") == ["one", "two-gb", "last"]
    assert shown("none", "paid") == ["one", "two", "last"]
    assert shown("FR", "paid") == ["one", "last"]
    assert shown("GB", "paid", "ringing") == ["one", "last"]


def test_a_plan_has_a_title_and_words_for_its_questions(tmp_path: Path) -> None:
    write_words(SMALL, tmp_path)
    words = load_plan_words(tmp_path, "en", SMALL)
    assert words.title == "The plan"
    assert words.question("fits") == QuestionWords("Which?", "", {"ringing": "This one", "paid": "This one"})
    assert words.step("two-gb").title == "A title"
    assert words.step("two-gb") is words.step("two-gb")


def test_a_language_without_a_file_borrows_the_english_one(tmp_path: Path) -> None:
    write_words(SMALL, tmp_path)
    own = tmp_path / "de" / "plans" / "small" / "one.md"
    own.parent.mkdir(parents=True)
    own.write_text('+++\ntitle = "Titel"\n+++\nText.', "utf-8")
    words = load_plan_words(tmp_path, "de", SMALL)
    assert (words.title, words.step("one").title, words.step("last").title) == ("The plan", "Titel", "A title")


def test_words_that_are_gone_are_not_taken_from_another_plan(tmp_path: Path) -> None:
    write_words(SMALL, tmp_path)
    other = replace(SMALL, id="other", like="small", borrowed=frozenset({"plan", "one"}))
    own = tmp_path / "en" / "plans" / "other" / "last.md"
    own.parent.mkdir()
    own.write_text('+++\ntitle = "Its own"\n+++\nText.', "utf-8")
    words = load_plan_words(tmp_path, "en", other)
    assert (words.step("one").title, words.step("last").title) == ("A title", "Its own")
    own.unlink()
    words = load_plan_words(tmp_path, "en", other)
    for name in ("last", "two"):
        assert problem_of(partial(words.step, name)).file == f"en/plans/other/{name}.md"


def test_borrowed_words_are_not_taken_from_the_own_folder(tmp_path: Path) -> None:
    write_words(SMALL, tmp_path)
    other = replace(SMALL, id="other", like="small", borrowed=frozenset({"plan", "one"}))
    own = tmp_path / "en" / "plans" / "other" / "one.md"
    own.parent.mkdir()
    own.write_text('+++\ntitle = "Forgotten"\n+++\nText.', "utf-8")
    assert load_plan_words(tmp_path, "en", other).step("one").title == "A title"


@pytest.mark.parametrize("language", ["xx", "", "..", "a/b", "a\x00b", "a" * 5000])
def test_an_odd_language_is_english(tmp_path: Path, language: str) -> None:
    write_words(SMALL, tmp_path)
    assert load_plan_words(tmp_path, language, SMALL).title == "The plan"


def test_one_broken_step_leaves_the_others(tmp_path: Path) -> None:
    write_words(SMALL, tmp_path)
    (tmp_path / "en/plans/small/one.md").unlink()
    (tmp_path / "en/plans/small/two.md").write_text('+++\ntitle = "A"\n+++\n\n[x](step:nowhere)\n', "utf-8")
    words = load_plan_words(tmp_path, "en", SMALL)
    assert problem_of(lambda: words.step("one")).code == "file-missing"
    assert problem_of(lambda: words.step("two")) == ContentProblem(
        "link-step", "en/plans/small/two.md", 5, "step:nowhere"
    )
    assert problem_of(lambda: words.step("../small/last")).code == "file-missing"
    assert words.step("last").title == "A title"


@pytest.mark.parametrize(
    ("code", "line", "old", "new"),
    [
        ("key-unknown", 3, "[question.fits]", "[question.fist]"),
        ("key-unknown", 4, 'ask = "Which?"', 'aks = "Which?"'),
        ("key-missing", 3, 'ask = "Which?"\n', ""),
        ("key-unknown", 6, "ringing =", "ringign ="),
        ("key-missing", 5, 'paid = "This one"\n', ""),
        ("key-unknown", 2, "title =", "titel ="),
        ("plan-words-body", 9, "", ""),
        ("key-not-text", 4, 'ask = "Which?"', "ask = 1"),
    ],
)
def test_a_mistake_in_the_words_of_a_question_is_named(
    tmp_path: Path, code: str, line: int, old: str, new: str
) -> None:
    write_words(SMALL, tmp_path)
    page = tmp_path / "en/plans/small/plan.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace(old, new, 1) if old else text + "Text.\n", "utf-8")
    problem = problem_of(lambda: load_plan_words(tmp_path, "en", SMALL))
    assert problem.file == "en/plans/small/plan.md"
    assert problem.code == code
    assert problem.line == line


def test_a_question_without_words_is_named(tmp_path: Path) -> None:
    write_words(SMALL, tmp_path)
    page = tmp_path / "en/plans/small/plan.md"
    for text in ('title = "A"', 'title = "A"\n[question]'):
        page.write_text(f"+++\n{text}\n+++\n", "utf-8")
        problem = problem_of(lambda: load_plan_words(tmp_path, "en", SMALL))
        assert (problem.code, problem.about) == ("question-without-words", "fits")
    page.write_text('+++\ntitle = "A"\n[question]\nfits = 1\n+++\n', "utf-8")
    assert problem_of(lambda: load_plan_words(tmp_path, "en", SMALL)).code == "key-not-table"


def test_words_for_i_dont_know_may_be_given(tmp_path: Path) -> None:
    write_words(SMALL, tmp_path)
    page = tmp_path / "en/plans/small/plan.md"
    page.write_text(page.read_text("utf-8").replace("ringing =", 'unknown = "Not sure"\nringing ='), "utf-8")
    assert load_plan_words(tmp_path, "en", SMALL).question("fits").answers["unknown"] == "Not sure"
