"""Ways through a plan on which only those answers are decided that something has looked at. For `plan_rules.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from desktop_app.core.plan import COUNTRY, RESERVED, Condition, Part, Plan

Answer = tuple[str, str]
"""A question and one of its answers."""
Example = tuple[tuple[str, str, bool], ...]
"""What was decided on a way, in order: question, answer, and whether it was given."""


@dataclass(frozen=True)
class Way:
    """What still matters of a way so far. What is in neither `yes` nor `no` is still open."""

    yes: frozenset[Answer] = frozenset()
    no: frozenset[Answer] = frozenset()
    asked: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    promised: frozenset[str] = frozenset()
    screens: int = 0
    questions: int = 0
    person: bool = False
    ended: str = ""


Walked = tuple[Way, Example]


class Ways:
    """Decides answers. `used` are all that any condition looks at; `not_asked` is told of a question and a line."""

    def __init__(self, plan: Plan, used: frozenset[Answer], not_asked: Callable[[str, int], None]) -> None:
        self._plan = plan
        self._used = used
        self._not_asked = not_asked

    def decide(self, walked: Walked, part: Part, line: int | None = None) -> Iterator[tuple[Walked, bool]]:
        """The ways on which it is clear whether a part applies. With `line`, what it hangs on must have been asked."""
        way, example = walked
        found: bool | Answer = True
        if part.when is not None:
            found = self._value(part.when, way, line)
        if found is True and part.unless is not None:
            hidden = self._value(part.unless, way, line)
            found = not hidden if isinstance(hidden, bool) else hidden
        if isinstance(found, bool):
            yield walked, found
            return
        others = {(found[0], answer) for answer in self._excluded(*found)}
        given = replace(way, yes=way.yes | {found}, no=way.no | others)
        yield from self.decide((given, (*example, (*found, True))), part, line)
        yield from self.decide((replace(way, no=way.no | {found}), (*example, (*found, False))), part, line)

    def _value(self, condition: Condition, way: Way, line: int | None) -> bool | Answer:
        """Whether a condition holds; an answer that has to be decided first where that is open."""
        never_asked, open_answer = "", None
        for question, wanted in condition.needs:
            if question != COUNTRY and question not in way.asked:
                never_asked = question
            elif not any((question, answer) in way.yes for answer in wanted):
                left = [answer for answer in sorted(wanted) if (question, answer) not in way.no]
                if not left:
                    return False
                open_answer = open_answer or (question, left[0])
        if open_answer is not None:
            return open_answer
        if never_asked and line is not None:
            # It hangs on this answer, and on this way nobody was asked for it.
            self._not_asked(never_asked, line)
        return not never_asked

    def _excluded(self, question_id: str, picked: str) -> set[str]:
        """The answers that cannot be given together with this one."""
        used = {answer for name, answer in self._used if name == question_id} - {picked}
        question = self._plan.question(question_id)
        if question is None or not question.many or picked in RESERVED:
            return used
        return used & set(RESERVED)
