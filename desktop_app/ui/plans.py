"""The plans that this person has opened, and where they are in each. In memory only, as all of the visit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from desktop_app.core.blocks import Block
from desktop_app.core.entries import Entry, EntryWords, load_entries, load_entry_words
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.links import SLOTS, Link
from desktop_app.core.plan import Plan, Question, Step
from desktop_app.core.plan_file import load_plan
from desktop_app.core.plan_words import PlanWords, QuestionWords, load_plan_words
from desktop_app.core.slots import fill_slots
from desktop_app.core.walk import Walk
from desktop_app.core.words import Words


class Plans:
    """`note` is told what is wrong with the content; what is broken is left out and never stops a person."""

    def __init__(self, resources: Path, language: str, note: Callable[[ContentProblem], None]) -> None:
        self.walk: Walk | None = None
        """Through the plan that was opened last; None while none was, or when it could not be read."""
        self._resources = resources
        self._language = language
        self._note = note
        self._walks: dict[str, Walk] = {}
        self._words: dict[str, PlanWords] = {}
        self._entries: dict[str, Mapping[str, Entry]] = {}
        self._entry_words: dict[tuple[str, str], EntryWords | None] = {}

    def open(self, name: str, country: str | None) -> Walk | None:
        """The walk that began in that plan, begun when it is first asked for. None when the plan cannot be read."""
        if name not in self._walks:
            plan = self._load(name)
            if plan is None:
                self.walk = None
                return None
            self._walks[name] = Walk(plan, country, self._load)
        self.walk = self._walks[name]
        return self.walk

    def use_country(self, country: str | None) -> None:
        """The person is somewhere else: other steps and words, in every plan."""
        for walk in self._walks.values():
            walk.country = country

    def answered(self, question: str, answer: str) -> bool:
        """Whether that was answered in the plan that was opened last."""
        return self.walk is not None and answer in self.walk.answers(question)

    def all_answers(self, name: str) -> Mapping[tuple[str, str], str]:
        """Every answer that a plan has, by question and answer, as it says it, before anybody walks it; none when it
        cannot be read."""
        plan = self._load(name)
        if plan is None:
            return {}
        said = {}
        for question in plan.questions:
            words = self._words[name].question(question.id).answers
            names = {entry.id: entry.name for entry in self.entries(question.listed)} if question.listed else words
            said.update({(question.id, answer): names[answer] for answer in question.answers if answer in names})
        return said

    def page(self, step: Step) -> Words:
        """All words of a step as the walk has it now. Raises ContentError."""
        walk, words = self._here()
        asked_here = {question.listed for question in walk.questions(step)}
        return fill_slots(words.page(walk.words(step)), self._picked, asked_here)

    def picked(self, slot: Link) -> Iterable[Block]:
        """What is known about each app or way to pay that was picked, for one place in a plan."""
        for words in self._picked(SLOTS[slot.scheme]):
            yield from words.sections.get(slot.target, ())

    def short_name(self, step_id: str) -> str:
        """The short name of a step for the rail; its id where its words are broken."""
        step = self.walk.plan.step(step_id) if self.walk is not None else None
        if step is None:
            return step_id
        walk, words = self._here()
        try:
            return words.short_name(walk.words(step)[0])
        except ContentError as error:
            self._note(error.problem)
            return step_id.replace("-", " ").capitalize()

    def question_words(self, question: Question) -> QuestionWords:
        """How a question is asked; the answers of a list in its order, without those of other countries.

        What was picked before another country was chosen is there, so that it can be taken back.
        """
        walk, words = self._here()
        asked = words.question(question.id)
        if not question.listed:
            return asked
        entries, picked = self.entries(question.listed), walk.answers(question.id)
        names = {entry.id: entry.name for entry in entries if entry.is_in(walk.country) or entry.id in picked}
        return QuestionWords(asked.ask, asked.hint, {**names, **asked.answers})

    def entries(self, listed: str) -> Iterable[Entry]:
        """The apps or ways to pay, in the order to offer them."""
        if listed not in self._entries:
            entries, problems = load_entries(self._resources, listed)
            for problem in problems:
                self._note(problem)
            self._entries[listed] = {entry.id: entry for entry in entries}
        return self._entries[listed].values()

    def _picked(self, listed: str) -> Sequence[EntryWords]:
        walk, _ = self._here()
        asked = [question for question in walk.plan.questions if question.listed == listed]
        picked = {answer for question in asked for answer in walk.answers(question.id)}
        words = (
            self._words_of(listed, entry.id)
            for entry in self.entries(listed)
            if entry.id in picked and entry.is_in(walk.country)
        )
        return [each for each in words if each is not None]

    def _words_of(self, listed: str, name: str) -> EntryWords | None:
        if (listed, name) not in self._entry_words:
            found = None
            try:
                found = load_entry_words(self._resources, self._language, listed, name)
            except ContentError as error:
                self._note(error.problem)
            self._entry_words[listed, name] = found
        return self._entry_words[listed, name]

    def _load(self, name: str) -> Plan | None:
        """A plan whose own words can be read, too; None and a note when not."""
        try:
            plan = load_plan(self._resources, name)
            self._words[name] = load_plan_words(self._resources, self._language, plan)
        except ContentError as error:
            self._note(error.problem)
            return None
        return plan

    def _here(self) -> tuple[Walk, PlanWords]:
        assert self.walk is not None
        return self.walk, self._words[self.walk.plan.id]
