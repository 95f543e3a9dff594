"""A plan's words in one language: the title, the questions, and each page's words, read when they are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.blocks import Block, Heading, Paragraph, inlines
from desktop_app.core.entries import SECTIONS
from desktop_app.core.errors import ContentError
from desktop_app.core.links import SLOTS, STANDING_ALONE, read_link
from desktop_app.core.plan import RESERVED, Plan
from desktop_app.core.resources import is_there, name_of, read_text
from desktop_app.core.span import Span
from desktop_app.core.toml_table import Table, is_id
from desktop_app.core.words import FALLBACK, Words, load_words, split_front_matter


@dataclass(frozen=True)
class QuestionWords:
    """How a question is asked. `answers` goes from answer id to its sentence, in the plan's order.

    The answers that every question has are there only where the question says them in its own way, and those of a list
    have their names from there.
    """

    ask: str
    hint: str
    answers: Mapping[str, str]


class PlanWords:
    """The words of one plan."""

    def __init__(
        self, plan: Plan, resources: Path, language: str, title: str, questions: Mapping[str, QuestionWords]
    ) -> None:
        self.title = title
        self.resources = resources
        self._plan = plan
        self._language = language
        self._questions = questions
        self._read: dict[str, Words] = {}
        self._short: dict[str, str] = {}

    def question(self, question_id: str) -> QuestionWords:
        """The words of one of the plan's questions."""
        return self._questions[question_id]

    def path(self, words_name: str) -> Path:
        """The file with these words: this language's, else the fallback's; else those of the plan it is like."""
        return _path(self.resources, self._language, self._plan, words_name)

    def short_name(self, words_name: str) -> str:
        """A step's name for the rail. Reads its front matter only. Raises ContentError as `step` does."""
        if words_name in self._read:
            return self._read[words_name].short
        if words_name not in self._short:
            path = self.path(words_name)
            front, _, _ = split_front_matter(read_text(path, self.resources), name_of(path, self.resources))
            self._short[words_name] = front.text("short", front.text("title"))
        return self._short[words_name]

    def page(self, names: Sequence[str]) -> Words:
        """All words of a page as one. Raises ContentError when a file is missing or broken."""
        return join([self.step(name) for name in names])

    def step(self, words_name: str) -> Words:
        """The words of one file, kept once read. Raises ContentError when it is missing or broken."""
        if words_name not in self._read:
            path = self.path(words_name)
            if not is_id(words_name):
                raise ContentError.at("file-missing", name_of(path, self.resources), 0, words_name)
            words = load_words(path, self.resources)
            if not words.body:
                raise ContentError.at("words-empty", name_of(path, self.resources), 0, words_name)
            self._check_links(words, path)
            self._read[words_name] = words
        return self._read[words_name]

    def _check_links(self, words: Words, path: Path) -> None:
        for inline in inlines((*words.body, *words.why)):
            for address in {span.link for span in inline if span.link}:
                link = read_link(address)
                if link is None:
                    raise self._fault("link-scheme", path, address)
                if link.scheme in SLOTS and link.target not in SECTIONS[SLOTS[link.scheme]]:
                    raise self._fault("link-lost", path, address)
                if link.scheme == "plan" and link.target and not is_there(_graph(self.resources, link.target)):
                    raise self._fault("link-lost", path, address)
                if link.scheme == "step" and self._plan.step(link.target) is None:
                    raise self._fault("link-step", path, address)
                if link.scheme == "answer":
                    question = self._plan.question(link.target)
                    if question is None or link.answer not in (*question.answers, *RESERVED):
                        raise self._fault("link-answer", path, address)

    def _fault(self, code: str, path: Path, address: str) -> ContentError:
        lines = read_text(path, self.resources).split("\n")
        line = next((number for number, text in enumerate(lines, 1) if address in text), 0)
        return ContentError.at(code, name_of(path, self.resources), line, address)


def join(parts: Sequence[Words]) -> Words:
    """Several words as one page. The first gives the title; the titles of the others become headings in it.

    A way on that stands alone, such as to the lines, and comes again further down is left out where it is first.
    """
    first = parts[0]
    body: list[Block] = []
    for place, part in enumerate(parts):
        said_later = {span for later in parts[place + 1 :] for inline in inlines(later.body) for span in inline}
        body += [Heading(2, (Span(part.title),))] if place else []
        body += [block for block in part.body if _only_link(block) not in said_later]
    return Words(
        title=first.title,
        short=first.short,
        sources=tuple(dict.fromkeys(source for part in parts for source in part.sources)),
        body=tuple(body),
        why=tuple(block for part in parts for block in part.why),
    )


def _only_link(block: Block) -> Span | None:
    """The link that a paragraph is and that leads on; None for everything else."""
    if not isinstance(block, Paragraph) or len(block.inline) != 1:
        return None
    link = read_link(block.inline[0].link or "")
    return block.inline[0] if link is not None and link.scheme not in STANDING_ALONE else None


def load_plan_words(resources: Path, language: str, plan: Plan) -> PlanWords:
    """The words of `plan`. Reads `plan.md` only, and raises ContentError when a question there lacks its words."""
    path = _path(resources, language, plan, "plan")
    file = name_of(path, resources)
    front, body, body_line = split_front_matter(read_text(path, resources), file)
    if body.strip():
        raise ContentError.at("plan-words-body", file, body_line, "plan")
    front.only(("title", "question"))
    below = front.table("question")
    questions = {}
    if below is not None:
        below.only([question.id for question in plan.questions])
    for question in plan.questions:
        table = below.table(question.id) if below is not None else None
        if table is None:
            raise front.fault("question-without-words", question.id, "question")
        questions[question.id] = _question_words(table, () if question.listed else question.answers)
    return PlanWords(plan, resources, language, front.text("title"), questions)


def _question_words(table: Table, wanted: tuple[str, ...]) -> QuestionWords:
    table.only(("ask", "hint", "answers"))
    answers = table.table("answers")
    if answers is None and wanted:
        raise table.fault("key-missing", "answers")
    said = {}
    if answers is not None:
        answers.only((*wanted, *RESERVED))
        given = [answer for answer in RESERVED if answer in answers.values]
        said = {answer: answers.text(answer) for answer in (*wanted, *given)}
    return QuestionWords(ask=table.text("ask"), hint=table.text("hint", ""), answers=said)


def _path(resources: Path, language: str, plan: Plan, words_name: str) -> Path:
    # SAFETY: only words that are listed come from another plan. A file that is gone must be missed, and not be replaced
    # by words for somebody else (test_words_that_are_gone_are_not_taken_from_another_plan).
    name = plan.like if words_name in plan.borrowed else plan.id
    own = resources / language / "plans" / name / f"{words_name}.md"
    if language == FALLBACK or is_there(own):
        return own
    return resources / FALLBACK / "plans" / name / f"{words_name}.md"


def _graph(resources: Path, plan: str) -> Path:
    return resources / "plans" / f"{plan}.toml"
