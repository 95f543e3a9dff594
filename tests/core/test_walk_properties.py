"""Whatever a person does, in whatever order, on plans made up at random: they keep their place and their marks."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.core.plan import RESERVED, Plan
from desktop_app.core.walk import Mark, Walk
from tests.core.generated_plans import LETTERS, good_plans, modest, wild_plans

ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["done", "later", "undo", "go", "jump", "come_back", "back", "answer", "tick", "country"]),
        st.integers(0, 20),
        st.sampled_from([*LETTERS, *RESERVED, "nonsense"]),
    ),
    max_size=25,
)


def act(walk: Walk, action: str, number: int, answer: str) -> None:
    every = walk.plan.steps
    step = every[number % len(every)].id
    match action:
        case "done" | "later" | "come_back" | "back":
            getattr(walk, action)()
        case "undo" | "go" | "jump":
            getattr(walk, action)(step)
        case "answer":
            asked = [question.id for question in walk.plan.questions] or ["nothing"]
            walk.answer(asked[number % len(asked)], answer)
        case "tick":
            walk.tick(step, f"line {number}", number % 3 > 0)
        case "country":
            walk.country = ["GB", "IE", None][number % 3]


@modest
@given(st.one_of(good_plans(), wild_plans()), ACTIONS)
def test_whatever_a_person_does_they_stand_on_a_shown_step(plan: Plan, actions: list[tuple[str, int, str]]) -> None:
    walk = Walk(plan, "GB")
    for action in actions:
        marks = {step.id: walk.mark(step.id) for step in plan.steps}
        shown = {step.id for step in walk.steps}
        act(walk, *action)
        assert walk.here in walk.steps
        assert walk.steps[walk.number - 1] is walk.here
        assert 1 <= walk.number <= walk.total == len(walk.steps)
        assert walk.back_to is None or (walk.back_to in walk.steps and walk.back_to is not walk.here)
        hidden = {step.id for step in plan.steps} - shown
        if action[0] != "undo":
            assert {each: walk.mark(each) for each in hidden} == {each: marks[each] for each in hidden}


@modest
@given(good_plans(), ACTIONS, st.sampled_from(LETTERS), st.integers(0, 20))
def test_answering_and_taking_the_answer_back_restores_the_steps(
    plan: Plan, actions: list[tuple[str, int, str]], answer: str, number: int
) -> None:
    walk = Walk(plan, "GB")
    for action in actions:
        act(walk, *action)
    open_questions = [each for each in plan.questions if each.many and not walk.answers(each.id) & set(RESERVED)]
    assume(open_questions)
    question = open_questions[number % len(open_questions)].id
    before = [(step.id, walk.words(step), walk.mark(step.id), walk.ticks(step.id)) for step in walk.steps]
    there = walk.answer(question, answer)
    back = walk.answer(question, answer)
    after = [(step.id, walk.words(step), walk.mark(step.id), walk.ticks(step.id)) for step in walk.steps]
    assert before == after
    assert (there.added, there.removed, there.reworded) == (back.removed, back.added, back.reworded)


@modest
@given(good_plans(), ACTIONS, st.integers(0, 20))
def test_a_jump_from_anywhere_comes_back(plan: Plan, actions: list[tuple[str, int, str]], number: int) -> None:
    walk = Walk(plan, None)
    came_through = set()
    for action in actions:
        came_through.add(walk.here.id)
        act(walk, *action)
    place, came_from = walk.here, walk.back_to
    # Going to where one came from is coming back already: so only to where nobody has been.
    new = [step for step in walk.steps if step is not place and step.id not in came_through]
    assume(new)
    target = new[number % len(new)]
    assert walk.jump(target.id)
    assert walk.back_to is place
    walk.come_back()
    assert walk.here is place
    assert walk.back_to is came_from


@modest
@given(good_plans(), ACTIONS)
def test_undo_after_done_restores_every_mark(plan: Plan, actions: list[tuple[str, int, str]]) -> None:
    walk = Walk(plan, None)
    for action in actions:
        act(walk, *action)
    for step in plan.steps:
        walk.undo(step.id)
    place = walk.here.id
    walk.done()
    walk.undo(place)
    assert {walk.mark(step.id) for step in plan.steps} == {Mark.NONE}


@modest
@given(good_plans(), ACTIONS)
def test_from_wherever_a_person_is_they_reach_the_end_and_the_beginning(
    plan: Plan, actions: list[tuple[str, int, str]]
) -> None:
    walk = Walk(plan, "GB")
    for action in actions:
        act(walk, *action)
    for _ in range(walk.total):
        walk.done()
    assert walk.here.ending
    while walk.back():
        pass
    assert walk.here is plan.steps[0]
