"""Takes what was understood into a plan: the answers are given, and the person stands where it matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.core.own_words import ADULT, IN_DANGER, YOUNG, Understood
from desktop_app.core.walk import Walk


def plan_to_open(plan: str) -> str:
    """Where a plan begins: the one for young people hands over to the adult's by the age that is said."""
    return YOUNG if plan in ("", ADULT) else plan


def used(understood: Understood, left_out: frozenset[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    """The answers by question, without those left out."""
    kept = {
        question: tuple(answer for answer in answers if (question, answer) not in left_out)
        for question, answers in understood.answers.items()
    }
    return {question: answers for question, answers in kept.items() if answers}


def give(walk: Walk, answers: Mapping[str, Sequence[str]]) -> None:
    """Gives answers, and goes to the first step that is there because of them; the step then says what to come back to.

    What the plan does not ask is left out, and nothing that was answered before is taken back. Whose other person is in
    danger stands on the first step, which says what to do.
    """
    before = {step.id for step in walk.steps}
    # By age the plan may be another one, so that comes first.
    for question in sorted(answers, key=lambda name: name != "age"):
        for answer in answers[question]:
            if answer not in walk.answers(question):
                walk.answer(question, answer)
    if IN_DANGER[1] in walk.answers(IN_DANGER[0]):
        walk.go(walk.steps[0].id)
        return
    added = [step.id for step in walk.steps if step.id not in before]
    if added:
        walk.jump(added[0])
