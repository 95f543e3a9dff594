"""A person's way through a plan: nothing they do may lose their place or their marks."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.core.links import Link
from desktop_app.core.plan import Condition, Plan, Question, Step, Variant
from desktop_app.core.walk import Change, Mark, Walk


def on(question: str, *answers: str) -> Condition:
    return Condition(((question, frozenset(answers)),))


FITS = Question("fits", "stop", True, ("ringing", "paid", "adult"))
AGE = Question("age", "keep", False, ("child", "adult"))
PICTURE = Step(
    "picture", variants=(Variant("picture-gb", on("country", "GB")), Variant("picture-adult", on("fits", "adult")))
)
PLAN = Plan(
    "young-person",
    "picture",
    (FITS, AGE),
    (
        Step("stop"),
        Step("ringing", on("fits", "ringing")),
        Step("money", on("fits", "paid")),
        Step("keep"),
        PICTURE,
        Step("next", ending=True),
    ),
)


def names(steps: tuple[Step, ...]) -> list[str]:
    return [step.id for step in steps]


def test_a_walk_begins_on_the_first_step() -> None:
    walk = Walk(PLAN, None)
    assert (walk.here.id, walk.number, walk.total) == ("stop", 1, 4)
    assert walk.back_to is None
    assert walk.back() is False


def test_done_and_later_mark_the_step_and_go_on() -> None:
    walk = Walk(PLAN, None)
    walk.done()
    walk.later()
    assert (walk.mark("stop"), walk.mark("keep"), walk.here.id) == (Mark.DONE, Mark.LATER, "picture")


def test_done_on_the_last_step_stays_there() -> None:
    walk = Walk(PLAN, None)
    walk.go("next")
    walk.done()
    assert (walk.here.id, walk.mark("next")) == ("next", Mark.DONE)


def test_undo_takes_the_mark_off_and_does_not_move() -> None:
    walk = Walk(PLAN, None)
    walk.done()
    walk.undo("stop")
    assert (walk.mark("stop"), walk.here.id) == (Mark.NONE, "keep")


def test_an_answer_adds_its_step_and_says_so() -> None:
    walk = Walk(PLAN, None)
    change = walk.answer("fits", "paid")
    assert names(change.added) == ["money"]
    assert names(walk.steps) == ["stop", "money", "keep", "picture", "next"]
    assert names(walk.answer("fits", "paid").removed) == ["money"]
    assert walk.answers("fits") == frozenset()


def test_an_answer_that_rewords_a_step_says_so() -> None:
    walk = Walk(PLAN, None)
    change = walk.answer("fits", "adult")
    assert (names(change.added), names(change.removed), names(change.reworded)) == ([], [], ["picture"])
    assert walk.words(PICTURE) == ("picture-adult",)


def test_the_first_variant_that_fits_wins() -> None:
    walk = Walk(PLAN, "GB")
    walk.answer("fits", "adult")
    assert walk.words(PICTURE) == ("picture-gb",)
    walk.country = None
    assert walk.words(PICTURE) == ("picture-adult",)
    walk.country = "IE"
    assert walk.country == "IE"
    assert walk.answers("country") == {"IE"}


def test_where_one_answer_is_allowed_the_next_replaces_it() -> None:
    walk = Walk(PLAN, None)
    walk.answer("age", "child")
    walk.answer("age", "adult")
    walk.answer("age", "adult")
    assert walk.answers("age") == {"adult"}
    walk.clear("age")
    assert walk.answers("age") == frozenset()


def test_i_dont_know_and_skip_replace_all_other_answers() -> None:
    walk = Walk(PLAN, None)
    walk.answer("fits", "paid")
    walk.answer("fits", "unknown")
    assert walk.answers("fits") == {"unknown"}
    walk.answer("fits", "skipped")
    assert walk.answers("fits") == {"skipped"}
    walk.answer("fits", "paid")
    assert walk.answers("fits") == {"paid"}


def test_an_answer_that_hides_the_step_one_stands_on_leads_to_the_one_before() -> None:
    walk = Walk(PLAN, None)
    walk.answer("fits", "ringing")
    walk.answer("fits", "paid")
    walk.go("money")
    walk.answer("fits", "paid")
    assert walk.here.id == "ringing"


def test_marks_ticks_and_answers_of_a_hidden_step_are_kept() -> None:
    walk = Walk(PLAN, None)
    walk.answer("fits", "paid")
    walk.go("money")
    walk.tick("money", "call the bank", True)
    walk.done()
    walk.answer("fits", "paid")
    walk.answer("fits", "paid")
    assert (walk.mark("money"), walk.ticks("money")) == (Mark.DONE, frozenset({"call the bank"}))


def test_a_tick_can_be_taken_off() -> None:
    walk = Walk(PLAN, None)
    walk.tick("stop", "mute", True)
    walk.tick("stop", "pay nothing", True)
    walk.tick("stop", "mute", False)
    walk.tick("stop", "never ticked", False)
    assert walk.ticks("stop") == {"pay nothing"}


def test_a_ticked_line_stays_ticked_when_the_words_around_it_are_others() -> None:
    walk = Walk(PLAN, None)
    walk.tick("picture", "use that phone", True)
    walk.answer("fits", "adult")
    assert walk.ticks("picture") == {"use that phone"}


def test_a_jump_remembers_where_to_come_back_to() -> None:
    walk = Walk(PLAN, None)
    assert walk.jump("picture")
    assert walk.back_to == PLAN.steps[0]
    walk.done()
    assert walk.back_to == PLAN.steps[0]
    walk.come_back()
    assert walk.here.id == "stop"
    assert walk.back_to is None


def test_standing_again_where_the_jump_began_forgets_it() -> None:
    walk = Walk(PLAN, None)
    walk.go("keep")
    walk.jump("picture")
    walk.back()
    assert walk.here.id == "keep"
    assert walk.back_to is None
    walk.come_back()
    assert walk.here.id == "keep"


def test_jumps_within_jumps_come_back_one_by_one() -> None:
    walk = Walk(PLAN, None)
    walk.jump("picture")
    walk.jump("keep")
    walk.come_back()
    assert walk.here.id == "picture"
    walk.come_back()
    assert walk.here.id == "stop"


def test_a_place_to_come_back_to_that_is_hidden_by_now_is_passed_over() -> None:
    walk = Walk(PLAN, None)
    walk.answer("fits", "paid")
    walk.go("money")
    walk.jump("picture")
    walk.answer("fits", "paid")
    assert walk.back_to is None
    walk.come_back()
    assert walk.here.id == "picture"


def test_what_the_plan_does_not_have_changes_nothing() -> None:
    walk = Walk(PLAN, None)
    assert walk.answer("nothing", "a") == Change()
    assert walk.answer("fits", "nothing") == Change()
    assert walk.go("nowhere") is False
    assert walk.jump("money") is False
    walk.undo("nowhere")
    walk.tick("nowhere", "mute", True)
    assert walk.ticks("stop") == frozenset()
    assert (walk.here.id, walk.total) == ("stop", 4)


def test_an_answer_counts_only_while_the_step_that_asks_it_is_shown() -> None:
    nested = replace(AGE, step="money")
    plan = replace(
        PLAN, questions=(FITS, nested), steps=(*PLAN.steps[:-1], Step("adult", on("age", "adult")), PLAN.steps[-1])
    )
    walk = Walk(plan, None)
    walk.answer("fits", "paid")
    walk.answer("age", "adult")
    assert "adult" in names(walk.steps)
    walk.answer("fits", "paid")
    assert "adult" not in names(walk.steps)
    assert walk.answers("age") == {"adult"}
    walk.answer("fits", "paid")
    assert "adult" in names(walk.steps)


def test_a_plan_that_hides_all_its_steps_shows_its_first() -> None:
    plan = Plan("p", "", (FITS,), (Step("stop", on("country", "GB")), Step("next", on("country", "GB"), ending=True)))
    walk = Walk(plan, "GB")
    walk.done()
    walk.country = None
    assert (names(walk.steps), walk.here.id, walk.number) == (["stop"], "stop", 1)


def test_a_link_to_a_step_remembers_where_to_come_back_to() -> None:
    walk = Walk(PLAN, "GB")
    first = walk.here
    last = walk.steps[-1]
    walk.follow(Link("step", last.id))
    assert (walk.here, walk.back_to) == (last, first)


def test_a_link_that_answers_leads_to_the_step_it_adds_and_never_takes_the_answer_back() -> None:
    walk = Walk(PLAN, "GB")
    for _ in range(2):
        walk.follow(Link("answer", "fits", "paid"))
        assert walk.answers("fits") == {"paid"}
        assert walk.here.id == "money"


def test_a_link_to_a_step_that_is_not_shown_gives_the_answer_it_needs_and_never_takes_it_back() -> None:
    walk = Walk(PLAN, "GB")
    for _ in range(2):
        walk.follow(Link("step", "money"))
        assert walk.here.id == "money"
        assert walk.answers("fits") == {"paid"}
    assert walk.back_to == PLAN.steps[0]


def test_a_link_to_nothing_changes_nothing() -> None:
    walk = Walk(PLAN, "GB")
    for link in (Link("step", "nowhere"), Link("answer", "fits", "nothing"), Link("answer", "nobody", "paid")):
        walk.follow(link)
        assert walk.here == PLAN.steps[0]
        assert walk.answers("fits") == frozenset()
