"""The rules that every plan keeps, checked on every way through it.

A way is a country and an answer to every question that is asked on it. Ways are followed step by step, all at once: an
answer is left open until a condition looks at it, and two ways that can no longer differ become one. So a plan with
very many answers is checked completely, and quickly. For tests and for `handrail check`; the window never needs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from desktop_app.core.blocks import Block, inlines
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.links import Link, read_link
from desktop_app.core.plan import COUNTRY, Part, Piece, Plan, Step, Variant
from desktop_app.core.plan_file import structure_problems
from desktop_app.core.plan_ways import Answer, Example, Walked, Way, Ways
from desktop_app.core.plan_words import PlanWords
from desktop_app.core.resources import name_of, read_text
from desktop_app.core.sources import Source, load_sources
from desktop_app.core.words import Words

MOST_SCREENS = 12
MOST_QUESTIONS = 7
MOST_WAYS = 50_000
"""Through one step. More are not followed."""

_PEOPLE = ("best", "child-helpline", "crisis")
"""Kinds of services where a person answers; "best" is the two lines for this country and hour."""


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
        self._targets: frozenset[str] = frozenset()
        self._later = [self._answers_from(number) for number in range(len(plan.steps) + 1)]
        self._ways = Ways(
            plan, self._later[0], lambda question, line: self._report("not-asked-on-this-way", question, line)
        )

    def run(self) -> None:
        if self._words is not None:
            self._look_at_words(self._words)
        if self._plan.shortcut and not all(map(self._shortcut_shown, self._countries())):
            self._report("shortcut-hidden", self._plan.shortcut)
        ways: dict[Way, Example] = {Way(): ()}
        for number, step in enumerate(self._plan.steps):
            after: dict[Way, Example] = {}
            through = chain.from_iterable(self._through(walked, step) for walked in ways.items())
            for count, (way, example) in enumerate(through):
                after.setdefault(self._only_what_matters(way, number + 1), example)
                if count > MOST_WAYS:
                    self._report("plan-too-branched", step.id, step.line)
                    return
            ways = after
        for way, example in ways.items():
            self._at_the_end(way, example)
        self._unused()

    def _through(self, walked: Walked, step: Step) -> Iterator[Walked]:
        for before, shown in self._ways.decide(walked, step, step.line):
            if before[0].ended or not shown:
                yield before
            elif not step.composed:
                yield from self._on(before, step)
            else:
                for each, names in self._pieces(before, step):
                    yield from self._on(each, step) if names else iter((each,))

    def _on(self, walked: Walked, step: Step) -> Iterator[Walked]:
        """The ways on from a step that is shown."""
        self._used.add((step.id, 0))
        ways = [(walked, frozenset[str]())]
        for question in self._plan.asked_on(step.id):
            ways = [
                (after, names | {question.id} if asked else names)
                for each, names in ways
                for after, asked in self._ways.decide(each, question, question.line)
            ]
        for (way, example), names in ways:
            asked = way.questions + len(names) if names else 0
            if asked > MOST_QUESTIONS:
                self._report("too-many-questions", step.id, step.line)
            if way.screens == MOST_SCREENS:
                self._report("plan-too-long", self._named(example), step.line)
            here = replace(
                way,
                asked=way.asked | names,
                shown=way.shown | {step.id},
                screens=min(way.screens + 1, MOST_SCREENS),
                questions=min(asked, MOST_QUESTIONS + 1),
                ended=step.id if step.ending else "",
            )
            for stayed in self._stay((here, example)):
                for page, words in self._page(stayed, step):
                    yield self._read(page, words)

    def _stay(self, walked: Walked) -> Iterator[Walked]:
        """The ways that are not handed over: those go on in another plan, which is checked by itself."""
        ways = [walked]
        for handover in self._plan.handovers:
            ways = [after for each in ways for after, away in self._ways.decide(each, handover) if not away]
        yield from ways

    def _page(self, walked: Walked, step: Step) -> Iterator[tuple[Walked, tuple[str, ...]]]:
        for middle, own in self._own_words(walked, step):
            for each, names in self._pieces(middle, step):
                yield each, (*own, *names)

    def _own_words(self, walked: Walked, step: Step) -> Iterator[tuple[Walked, tuple[str, ...]]]:
        if step.composed:
            yield walked, ()
            return
        ways = [walked]
        for number, variant in enumerate(step.variants, 1):
            others = []
            for after, wanted in [found for each in ways for found in self._ways.decide(each, variant, step.line)]:
                if wanted:
                    self._used.add((step.id, number))
                    yield after, (variant.words,)
                else:
                    others.append(after)
            ways = others
        yield from ((each, (step.id,)) for each in ways)

    def _pieces(self, walked: Walked, step: Step) -> Iterator[tuple[Walked, tuple[str, ...]]]:
        ways: list[tuple[Walked, tuple[str, ...]]] = [(walked, ())]
        for number, piece in enumerate(step.pieces, 1 + len(step.variants)):
            after = []
            for each, names in ways:
                for found, wanted in self._ways.decide(each, piece, step.line):
                    if wanted:
                        self._used.add((step.id, number))
                    after.append((found, (*names, piece.words) if wanted else names))
            ways = after
        yield from ways

    def _read(self, walked: Walked, names: tuple[str, ...]) -> Walked:
        way, example = walked
        links = [link for name in names for link in self._links.get(name, ())]
        targets = {link.target for link in links if link.scheme == "step"}
        person = way.person or not self._people.isdisjoint(names)
        return replace(way, person=person, promised=way.promised | targets), example

    def _at_the_end(self, way: Way, example: Example) -> None:
        if not way.ended:
            self._report("no-ending", self._named(example))
        if self._words is not None and not way.person:
            self._report("no-person", self._named(example))
        for step_id in sorted(way.promised - way.shown - self._after(way.ended)):
            self._report("link-to-hidden-step", f"step:{step_id} ({self._named(example)})")

    def _after(self, ending: str) -> frozenset[str]:
        """The steps after an ending that only some reach: who follows a link there takes back what led to it."""
        ids = [step.id for step in self._plan.steps]
        step = self._plan.step(ending)
        return frozenset(ids[ids.index(ending) :]) if step is not None and step.when is not None else frozenset()

    def _unused(self) -> None:
        for step in self._plan.steps:
            if (step.id, 0) not in self._used:
                self._report("step-unreachable", step.id, step.line)
                continue
            others: tuple[Variant | Piece, ...] = (*step.variants, *step.pieces)
            for number, part in enumerate(others, 1):
                if (step.id, number) not in self._used:
                    self._report("variant-unreachable", part.words, part.line)

    def _look_at_words(self, plan_words: PlanWords) -> None:
        sources: Mapping[str, Source] | None = None
        try:
            sources = load_sources(plan_words.resources)
        except ContentError as error:
            self.problems[error.problem] = None
        names = {name for step in self._plan.steps for name in step.all_words()}
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

    def _only_what_matters(self, way: Way, number: int) -> Way:
        later = self._later[number]
        return replace(
            way,
            yes=way.yes & later,
            no=way.no & later,
            asked=way.asked & {question for question, _ in later},
            shown=way.shown & self._targets,
        )

    def _answers_from(self, number: int) -> frozenset[Answer]:
        """What the steps from this one on look at."""
        steps = {step.id: step for step in self._plan.steps[number:]}
        asked = {question.id for question in self._plan.questions if question.step in steps}
        parts: list[Part] = [part for step in steps.values() for part in step.parts()]
        parts += [question for question in self._plan.questions if question.step in steps]
        parts += [
            each
            for each in self._plan.handovers
            if any(name in asked for condition in each.conditions() for name, _ in condition.needs)
        ]
        needs = chain.from_iterable(condition.needs for part in parts for condition in part.conditions())
        return frozenset((question, answer) for question, wanted in needs for answer in wanted)

    def _countries(self) -> list[str]:
        """Every country that a condition names, one that none names, and none at all."""
        named = sorted({answer for question, answer in self._later[0] if question == COUNTRY})
        other = next(code for code in ("ZZ", "XX", "QQ", "AA") if code not in named)
        return list(dict.fromkeys((*named, "none", other)))

    def _named(self, example: Example) -> str:
        """The answers of a way, in words of the file: "fits=mail+paid, country=none"."""
        picked: dict[str, list[str]] = {}
        for question, answer, given in example:
            if given:
                picked.setdefault(question, []).append(answer)
        if COUNTRY not in picked:
            not_there = {answer for question, answer, _ in example if question == COUNTRY}
            picked[COUNTRY] = [country for country in self._countries() if country not in not_there][-1:]
        return ", ".join(f"{question}={'+'.join(sorted(answers))}" for question, answers in picked.items())

    def _shortcut_shown(self, country: str) -> bool:
        screens = self._plan.screens({COUNTRY: frozenset({country})})
        return any(screen.step.id == self._plan.shortcut for screen in screens)

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
