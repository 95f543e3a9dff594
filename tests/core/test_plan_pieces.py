"""Pages put together from pieces, plans that end at their first ending, and plans that hand over to another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.blocks import Heading, inline_text, plain_text
from desktop_app.core.errors import ContentError
from desktop_app.core.plan import Condition, Handover, Piece, Plan, Question, Step, Variant
from desktop_app.core.plan_file import load_plan
from desktop_app.core.plan_words import join, load_plan_words
from desktop_app.core.walk import Mark, Walk
from desktop_app.core.words import Words, load_words


def on(question: str, *answers: str) -> Condition:
    return Condition(((question, frozenset(answers)),))


URGENT = Question("urgent", "stop", True, ("paid", "more", "posted", "mail"))
AGE = Question("age", "stop", False, ("teen", "adult"))
HOME = Question("home", "tell", True, ("unsafe",))
GIVEN = Step("given", pieces=(Piece("money", on("urgent", "paid")), Piece("more", on("urgent", "more"))), composed=True)
PICTURE = Step(
    "picture",
    variants=(Variant("picture-gb", on("country", "GB")),),
    pieces=(Piece("posted", on("urgent", "posted"), before=True), Piece("hotline", on("country", "GB"))),
)
TELL = Step("tell", pieces=(Piece("unsafe", on("home", "unsafe"), before=True),))
YOUNG = Plan(
    "young",
    "picture",
    (URGENT, AGE, HOME),
    (
        Step("stop"),
        Step("mail", on("urgent", "mail"), on("urgent", "paid"), ending=True),
        GIVEN,
        TELL,
        PICTURE,
        Step("next", ending=True),
        Step("never"),
    ),
    (Handover("adult", on("age", "adult")),),
)
ADULT = Plan("adult", "", (URGENT, AGE), (Step("stop"), GIVEN, Step("work"), Step("next", ending=True)))


def shown(walk: Walk) -> list[str]:
    return [step.id for step in walk.steps]


# -- pieces ------------------------------------------------------------------------------------------------------------


def test_a_composed_step_is_there_when_one_of_its_pieces_is() -> None:
    walk = Walk(YOUNG, None)
    assert "given" not in shown(walk)
    assert walk.answer("urgent", "more").added == (GIVEN,)
    assert walk.words(GIVEN) == ("more",)
    change = walk.answer("urgent", "paid")
    assert (change.added, change.reworded) == ((), (GIVEN,))
    assert walk.words(GIVEN) == ("money", "more")
    walk.answer("urgent", "more")
    assert walk.answer("urgent", "paid").removed == (GIVEN,)


def test_pieces_stand_before_and_after_the_words_or_the_variant_of_a_step() -> None:
    walk = Walk(YOUNG, None)
    assert walk.words(PICTURE) == ("picture",)
    walk.answer("urgent", "posted")
    assert walk.words(PICTURE) == ("posted", "picture")
    walk.country = "GB"
    assert walk.words(PICTURE) == ("posted", "picture-gb", "hotline")


def test_an_answer_on_a_step_can_put_a_piece_on_that_step() -> None:
    walk = Walk(YOUNG, None)
    assert walk.answer("home", "unsafe").reworded == (TELL,)
    assert walk.words(TELL) == ("unsafe", "tell")


def test_a_link_to_a_composed_step_answers_what_its_first_piece_needs() -> None:
    from desktop_app.core.links import Link

    walk = Walk(YOUNG, None)
    walk.follow(Link("step", "given"))
    assert (walk.here.id, walk.answers("urgent")) == ("given", frozenset({"paid"}))


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ('id = "two"\ncomposed = true', "step-without-words"),
        ('id = "two"\n[[step.piece]]\nwords = "a"', "variant-always"),
        ('id = "two"\n[[step.piece]]\nwords = "a"\nafter = true\nwhen = { fits = ["a"] }', "key-unknown"),
        ('id = "two"\n[[step.piece]]\nwords = "a"\nbefore = 1\nwhen = { fits = ["a"] }', "key-not-flag"),
        ('id = "two"\n[[step.piece]]\nwords = "a"\nwhen = { fits = ["c"] }', "answer-unknown"),
        ('id = "two"\ncomposed = true\n[[step.piece]]\nwords = "a"\nwhen = { own = ["a"] }', "asked-too-late"),
        ('id = "two"\n[[handover]]\nplan = "other"', "variant-always"),
        ('id = "two"\n[[handover]]\nplan = "other"\nwhen = { fist = ["a"] }', "question-unknown"),
        ('id = "two"\n[[question]]\nid = "q"\nstep = "two"\nfrom = "banks"', "choice-unknown"),
        ('id = "two"\n[[question]]\nid = "q"\nstep = "two"\nfrom = "apps"', "question-without-answers"),
    ],
)
def test_a_mistake_in_a_piece_a_handover_or_a_list_is_named(tmp_path: Path, step: str, code: str) -> None:
    (tmp_path / "plans").mkdir()
    asks = '[[question]]\nid = "fits"\nstep = "one"\nanswers = ["a", "b"]\n'
    own = '[[question]]\nid = "own"\nstep = "two"\nanswers = ["a"]\n'
    text = f'id = "small"\n{asks}{own}[[step]]\nid = "one"\n[[step]]\n{step}\n'
    (tmp_path / "plans" / "small.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        load_plan(tmp_path, "small")
    assert (caught.value.problem.code, caught.value.problem.file) == (code, "plans/small.toml")


def test_a_question_on_its_own_step_may_put_a_piece_there_but_not_the_step(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    asks = '[[question]]\nid = "own"\nstep = "two"\nanswers = ["a"]\n'
    piece = '[[step.piece]]\nwords = "more"\nwhen = { own = ["a"] }\n'
    (tmp_path / "plans" / "small.toml").write_text(
        f'id = "small"\n{asks}[[step]]\nid = "one"\n[[step]]\nid = "two"\n{piece}', "utf-8"
    )
    assert load_plan(tmp_path, "small").steps[1].pieces == (Piece("more", on("own", "a")),)


# -- the words of a page -----------------------------------------------------------------------------------------------


def written(folder: Path, name: str, body: str, sources: str = '"one"') -> Words:
    path = folder / f"{name}.md"
    path.write_text(
        f'+++\ntitle = "Title {name}"\nshort = "Short {name}"\nsources = [{sources}]\n+++\n\n{body}\n\n'
        f"## Why? {{#why}}\n\nBecause {name}.\n",
        "utf-8",
    )
    return load_words(path, folder)


def test_the_first_piece_gives_the_title_and_the_others_a_heading(tmp_path: Path) -> None:
    one, two = written(tmp_path, "a", "Text a."), written(tmp_path, "b", "Text b.", '"one", "two"')
    page = join([one, two])
    assert (page.title, page.short) == ("Title a", "Short a")
    assert page.sources == ("one", "two")
    assert [inline_text(block.inline) for block in page.body if isinstance(block, Heading)] == ["Title b"]
    assert plain_text(page.body).split("\n") == ["Text a.", "Title b", "Text b."]
    assert plain_text(page.why).split("\n") == ["Because a.", "Because b."]


def test_a_page_of_one_is_what_its_file_says(tmp_path: Path) -> None:
    one = written(tmp_path, "a", "Text.\n\n[Talk](talk:)\n\n[Talk](talk:)")
    assert join([one]) == one


def test_a_way_on_that_comes_again_further_down_stands_there_only(tmp_path: Path) -> None:
    pieces = [
        written(tmp_path, "a", "Text a.\n\n[Talk to someone](talk:)"),
        written(tmp_path, "b", "Text b.\n\n[Talk to someone](talk:)\n\n[Other](page:other)"),
        written(tmp_path, "c", "Text c. [Talk to someone](talk:)"),
    ]
    assert plain_text(join(pieces[:2]).body).count("Talk to someone") == 1
    said = plain_text(join(pieces).body)
    assert said.count("Talk to someone") == 1
    assert said.endswith("Text c. Talk to someone")
    assert "Other" in said


def test_cards_stay_wherever_they_stand(tmp_path: Path) -> None:
    pieces = [written(tmp_path, name, "Text.\n\n[Childline](service:gb-childline)") for name in "ab"]
    assert plain_text(join(pieces).body).count("Childline") == 2


def test_a_piece_that_is_gone_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "plans" / "young"
    folder.mkdir(parents=True)
    questions = "".join(
        f'[question.{question.id}]\nask = "Which?"\n[question.{question.id}.answers]\n'
        + "".join(f'{answer} = "This"\n' for answer in question.answers)
        for question in YOUNG.questions
    )
    (folder / "plan.md").write_text(f'+++\ntitle = "The plan"\n{questions}+++\n', "utf-8")
    written(folder, "money", "Text.")
    words = load_plan_words(tmp_path, "en", YOUNG)
    assert words.page(("money",)).title == "Title money"
    with pytest.raises(ContentError) as caught:
        words.page(("money", "more"))
    assert caught.value.problem.file == "en/plans/young/more.md"


# -- the first ending --------------------------------------------------------------------------------------------------


def test_nothing_comes_after_the_first_ending() -> None:
    walk = Walk(YOUNG, None)
    assert shown(walk) == ["stop", "tell", "picture", "next"]
    change = walk.answer("urgent", "mail")
    assert shown(walk) == ["stop", "mail"]
    assert [step.id for step in change.removed] == ["tell", "picture", "next"]
    walk.answer("urgent", "paid")
    assert shown(walk) == ["stop", "given", "tell", "picture", "next"]


def test_a_link_to_a_step_behind_an_ending_takes_back_what_led_there() -> None:
    from desktop_app.core.links import Link

    walk = Walk(YOUNG, None)
    walk.answer("urgent", "mail")
    walk.go("mail")
    walk.follow(Link("step", "picture"))
    assert walk.here.id == "picture"
    assert walk.answers("urgent") == frozenset()


# -- handing over ------------------------------------------------------------------------------------------------------


def find(name: str) -> Plan | None:
    return {"adult": ADULT, "young": YOUNG}.get(name)


def test_answers_marks_and_ticks_of_the_same_names_go_along() -> None:
    walk = Walk(YOUNG, "GB", find)
    walk.answer("urgent", "more")
    walk.tick("stop", "Pay nothing", True)
    walk.done()
    change = walk.answer("age", "adult")
    assert change.handed_over
    assert (change.added, change.removed, change.reworded) == ((), (), ())
    assert walk.plan is ADULT
    assert shown(walk) == ["stop", "given", "work", "next"]
    assert walk.here.id == "given"
    assert walk.mark("stop") is Mark.DONE
    assert walk.ticks("stop") == {"Pay nothing"}
    assert walk.answers("age") == {"adult"}


def test_who_stood_on_a_step_that_the_other_plan_lacks_stands_on_the_one_before() -> None:
    walk = Walk(YOUNG, None, find)
    walk.answer("urgent", "more")
    walk.go("picture")
    walk.answer("age", "adult")
    assert walk.here.id == "given"


def test_a_plan_that_cannot_be_had_leaves_the_walk_where_it_is() -> None:
    walk = Walk(YOUNG, None)
    change = walk.answer("age", "adult")
    assert not change.handed_over
    assert walk.plan is YOUNG


def test_another_country_can_hand_over_as_an_answer_does() -> None:
    plan = Plan("here", "", (), (Step("one"),), (Handover("adult", on("country", "GB")),))
    walk = Walk(plan, None, find)
    walk.country = "GB"
    assert walk.plan is ADULT
