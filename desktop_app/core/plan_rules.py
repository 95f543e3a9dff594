"""The rules that every plan keeps, checked on every way through it.

A way is a country and an answer to every question that is asked on it. Ways are followed step by step, all at once, and
two that can no longer differ become one: so a plan with very many answers is checked completely, and quickly. For
tests and for `handrail check`; the window never needs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, combinations

from desktop_app.core.blocks import Block, inlines
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.links import Link, read_link
from desktop_app.core.plan import COUNTRY, RESERVED, Condition, Plan, Question, Step, structure_problems
from desktop_app.core.plan_words import PlanWords
from desktop_app.core.resources import name_of, read_text
from desktop_app.core.sources import Source, load_sources
from desktop_app.core.words import Words

MOST_SCREENS = 12
MOST_QUESTIONS = 7
MOST_ANSWERS_USED = 12
"""Of one question where many may be picked: 4096 different ways are as many as we want to follow at once."""
MOST_WAYS = 50_000

_PEOPLE = ("best", "child-helpline", "crisis")
"""Kinds of services where a person answers; "best" is the two lines for this country and hour."""

Term = tuple[str, frozenset[str]]
"""A question and the answers that a condition asks of it: all that a condition can see."""


@dataclass(frozen=True)
class _Way:
    """What still matters of a way so far."""

    true: frozenset[Term]
    asked: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    promised: frozenset[str] = frozenset()
    screens: int = 0
    questions: int = 0
    person: bool = False
    ended: bool = False


_Example = tuple[tuple[str, frozenset[str]], ...]
"""One set of answers that leads this way, to name it in a problem."""


def check_plan(plan: Plan, words: PlanWords | None) -> tuple[ContentProblem, ...]:
    """Every broken rule, each once. Without `words` only the graph is looked at."""
    broken = tuple(dict.fromkeys(structure_problems(plan)))
    if broken:
        return broken  # names that lead nowhere: there are no ways to follow yet
    check = _Check(plan, words)
    check.run()
    return tuple(check.problems)


class _Check:
    def __init__(self, plan: Plan, words: PlanWords | None) -> None:
        self.problems: dict[ContentProblem, None] = {}
        self._plan = plan
        self._words = words
        self._links: dict[str, tuple[Link, ...]] = {}
        self._people: set[str] = set()
        self._used: set[tuple[str, int]] = set()
        self._terms = {term for step in plan.steps for condition in step.conditions() for term in condition.needs}
        self._targets: frozenset[str] = frozenset()
        self._later = [self._terms_from(number) for number in range(len(plan.steps) + 1)]

    def run(self) -> None:
        if self._words is not None:
            self._look_at_words(self._words)
        crowded = [question for question in self._plan.questions if self._used_answers(question) is None]
        for question in crowded:
            self._report("plan-too-branched", question.id, question.line)
        if not crowded:
            self._follow_all()

    def _follow_all(self) -> None:
        countries = self._countries()
        if self._plan.shortcut and not all(self._shortcut_shown(country) for country in countries):
            self._report("shortcut-hidden", self._plan.shortcut)
        ways: dict[_Way, _Example] = {}
        for country in countries:
            picked = frozenset({country})
            ways.setdefault(self._start(picked), ((COUNTRY, picked),))
        for number, step in enumerate(self._plan.steps):
            after: dict[_Way, _Example] = {}
            for way, example in ways.items():
                for next_way, next_example in self._through(way, example, step):
                    after.setdefault(self._only_what_matters(next_way, number + 1), next_example)
            ways = after
            if len(ways) > MOST_WAYS:
                self._report("plan-too-branched", step.id, step.line)
                return
        for way, example in ways.items():
            self._at_the_end(way, example)
        self._unused()

    def _through(self, way: _Way, example: _Example, step: Step) -> Iterator[tuple[_Way, _Example]]:
        if not self._applies(step, step.when, step.unless, way):
            yield way, example
            return
        self._used.add((step.id, -1))
        if way.ended:
            self._report("ending-twice" if step.ending else "ending-not-last", step.id, step.line)
        questions = self._plan.asked_on(step.id)
        asked = way.questions + len(questions) if questions else 0
        if asked > MOST_QUESTIONS:
            self._report("too-many-questions", step.id, step.line)
        if way.screens == MOST_SCREENS:
            self._report("plan-too-long", _named(example), step.line)
        way = replace(
            way,
            shown=way.shown | {step.id},
            screens=min(way.screens + 1, MOST_SCREENS),
            questions=min(asked, MOST_QUESTIONS + 1),
            ended=way.ended or step.ending,
        )
        ways = [(way, example)]
        for question in questions:
            ways = [answered for each in ways for answered in self._answered(*each, question)]
        for answered_way, answered_example in ways:
            name = self._words_name(step, answered_way)
            targets = {link.target for link in self._links.get(name, ()) if link.scheme == "step"}
            yield (
                replace(
                    answered_way,
                    person=way.person or name in self._people,
                    promised=way.promised | targets,
                ),
                answered_example,
            )

    def _answered(self, way: _Way, example: _Example, question: Question) -> Iterator[tuple[_Way, _Example]]:
        for picked in self._used_answers(question) or ():
            true = {term for term in self._terms if term[0] == question.id and term[1] & picked}
            more: _Example = ((question.id, picked),) if picked else ()
            yield replace(way, true=way.true | true, asked=way.asked | {question.id}), (*example, *more)

    def _applies(self, step: Step, when: Condition | None, unless: Condition | None, way: _Way) -> bool:
        if when is not None and not self._holds(step, when, way):
            return False
        return unless is None or not self._holds(step, unless, way)

    def _holds(self, step: Step, condition: Condition, way: _Way) -> bool:
        open_terms = [term for term in condition.needs if term[0] != COUNTRY and term[0] not in way.asked]
        if not all(term in way.true for term in condition.needs if term not in open_terms):
            return False
        for question, _ in open_terms:
            # It hangs on this answer, and on this way nobody was asked for it.
            self._report("not-asked-on-this-way", question, step.line)
        return not open_terms

    def _words_name(self, step: Step, way: _Way) -> str:
        for number, variant in enumerate(step.variants):
            if self._applies(step, variant.when, variant.unless, way):
                self._used.add((step.id, number))
                return variant.words
        return step.id

    def _at_the_end(self, way: _Way, example: _Example) -> None:
        if not way.ended:
            self._report("no-ending", _named(example))
        if self._words is not None and not way.person:
            self._report("no-person", _named(example))
        for step_id in sorted(way.promised - way.shown):
            self._report("link-to-hidden-step", f"step:{step_id} ({_named(example)})")

    def _unused(self) -> None:
        for step in self._plan.steps:
            if (step.id, -1) not in self._used:
                self._report("step-unreachable", step.id, step.line)
                continue
            for number, variant in enumerate(step.variants):
                if (step.id, number) not in self._used:
                    self._report("variant-unreachable", variant.words, variant.line)

    def _look_at_words(self, plan_words: PlanWords) -> None:
        sources: Mapping[str, Source] | None = None
        try:
            sources = load_sources(plan_words.resources)
        except ContentError as error:
            self.problems[error.problem] = None
        names = {name for step in self._plan.steps for name in (step.id, *(each.words for each in step.variants))}
        for name in sorted(names):
            try:
                words = plan_words.step(name)
            except ContentError as error:
                self.problems[error.problem] = None
                continue
            self._links[name] = tuple(_links((*words.body, *words.why)))
            if any(_leads_to_a_person(link) for link in _links(words.body)):
                self._people.add(name)
            for problem in _words_problems(plan_words, name, words, sources):
                self.problems[problem] = None
        every_link = chain.from_iterable(self._links.values())
        self._targets = frozenset(link.target for link in every_link if link.scheme == "step")

    def _start(self, country: frozenset[str]) -> _Way:
        true = frozenset(term for term in self._terms if term[0] == COUNTRY and term[1] & country)
        return _Way(true=true)

    def _only_what_matters(self, way: _Way, number: int) -> _Way:
        later = self._later[number]
        return replace(
            way,
            true=way.true & later,
            asked=way.asked & {question for question, _ in later},
            shown=way.shown & self._targets,
        )

    def _terms_from(self, number: int) -> frozenset[Term]:
        steps = self._plan.steps[number:]
        return frozenset(term for step in steps for condition in step.conditions() for term in condition.needs)

    def _countries(self) -> list[str]:
        """Every country that a condition names, one that none names, and none at all."""
        named = sorted({country for name, countries in self._terms if name == COUNTRY for country in countries})
        other = next(code for code in ("ZZ", "XX", "QQ", "AA") if code not in named)
        return list(dict.fromkeys((*named, "none", other)))

    def _shortcut_shown(self, country: str) -> bool:
        screens = self._plan.screens({COUNTRY: frozenset({country})})
        return any(screen.step.id == self._plan.shortcut for screen in screens)

    def _used_answers(self, question: Question) -> tuple[frozenset[str], ...] | None:
        """The different things a person can say, as far as the plan looks at them; None when they are too many."""
        used = {answer for name, answers in self._terms if name == question.id for answer in answers}
        alone = [frozenset({answer}) for answer in sorted(used & set(RESERVED))]
        common = sorted(used - set(RESERVED))
        if question.many and len(common) > MOST_ANSWERS_USED:
            return None
        sizes = range(len(common) + 1) if question.many else range(2)
        picks = chain.from_iterable(combinations(common, size) for size in sizes)
        return (*map(frozenset, picks), *alone)

    def _report(self, code: str, about: str, line: int = 0) -> None:
        # One example of a way is enough: the next hundred are the same mistake.
        if code in ("no-ending", "no-person", "plan-too-long") and any(each.code == code for each in self.problems):
            return
        self.problems[ContentProblem(code, self._plan.file, line, about)] = None


def _words_problems(
    plan_words: PlanWords, name: str, words: Words, sources: Mapping[str, Source] | None
) -> Iterator[ContentProblem]:
    path = plan_words.path(name)
    file = name_of(path, plan_words.resources)
    if not words.why:
        yield ContentProblem("why-missing", file, 0, name)
    if not words.sources:
        yield ContentProblem("sources-missing", file, 0, name)
    for source in words.sources:
        if sources is not None and source not in sources:
            lines = read_text(path, plan_words.resources).split("\n")
            line = next((number for number, text in enumerate(lines, 1) if f'"{source}"' in text), 0)
            yield ContentProblem("source-unknown", file, line, source)


def _links(blocks: tuple[Block, ...]) -> Iterator[Link]:
    for inline in inlines(blocks):
        for span in inline:
            link = read_link(span.link or "")
            if link is not None:
                yield link


def _leads_to_a_person(link: Link) -> bool:
    # SAFETY: a list of tools or forms is nobody to talk to (test_cards_of_tools_are_not_a_person_to_talk_to).
    return link.scheme in ("talk", "crisis") or (link.scheme == "help" and link.target in _PEOPLE)


def _named(example: _Example) -> str:
    return ", ".join(f"{question}={'+'.join(sorted(picked))}" for question, picked in example)
