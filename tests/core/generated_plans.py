"""Plans made up at random: some that keep every rule, some that keep none, and mistakes to put into a good one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.plan import COUNTRY, RESERVED, Condition, Handover, Piece, Plan, Question, Step, Variant

# The machines that run this are shared: a slow moment is not a failure.
modest = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def problem_in(work: Callable[[], object]) -> ContentProblem | None:
    """The problem that `work` ends with; None when it has none. Anything but a ContentError comes through."""
    try:
        work()
    except ContentError as error:
        return error.problem
    return None


LETTERS = ("a", "b", "c")
COUNTRIES = ("GB", "IE", "none")

Needs = dict[str, frozenset[str]]


def condition(needs: Mapping[str, frozenset[str]]) -> Condition | None:
    """The condition with these needs; None for none."""
    return Condition(tuple(needs.items())) if needs else None


def some_of(letters: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(letters), min_size=1, max_size=len(letters) - 1)


@st.composite
def good_plans(draw: st.DrawFn) -> Plan:
    """Plans that keep every rule: what a step hangs on is asked before, and on every way that leads there."""
    steps: list[Step] = []
    questions: list[Question] = []
    needs_of: dict[str, Needs] = {}  # what has to be answered, and how, before a question is asked
    for number in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(["always", "when", "unless"])) if number else "always"
        when: Needs = {}
        unless: Needs = {}
        if kind == "when":
            for name in draw(st.lists(st.sampled_from([COUNTRY, *needs_of]), min_size=1, max_size=2, unique=True)):
                answers = draw(some_of(LETTERS if name != COUNTRY else COUNTRIES))
                more = {**needs_of.get(name, {}), name: answers}
                both = {each: wanted & when.get(each, wanted) for each, wanted in more.items()}
                when |= both if all(both.values()) else {}  # never what nobody can answer
        always_asked = [name for name, needs in needs_of.items() if not needs]
        if kind == "unless":
            name = draw(st.sampled_from([COUNTRY, *always_asked]))
            unless = {name: draw(some_of(LETTERS if name != COUNTRY else COUNTRIES))}
        step_id = f"s{number}"
        if kind != "unless" and draw(st.booleans()):
            name = f"q{number}"
            questions.append(Question(name, step_id, draw(st.booleans()), LETTERS))
            needs_of[name] = dict(when)
            if not when:
                always_asked.append(name)
        free = [name for name in [COUNTRY, *always_asked] if name not in when and name not in unless]
        variants = [
            Variant(f"{step_id}-{name}", condition({name: draw(some_of(LETTERS if name != COUNTRY else COUNTRIES))}))
            for name in draw(st.lists(st.sampled_from(free), max_size=2, unique=True) if free else st.just([]))
        ]
        steps.append(Step(step_id, condition(when), condition(unless), tuple(variants)))
    steps.append(Step("last", ending=True))
    fixed = [step.id for step in steps if step.when is None and step.unless is None]
    return Plan("made-up", draw(st.sampled_from(fixed)), tuple(questions), tuple(steps))


@st.composite
def wild_plans(draw: st.DrawFn) -> Plan:
    """Plans whose names all exist, and whose conditions are anything: most break some rule."""
    count = draw(st.integers(2, 6))
    questions = tuple(
        Question(f"q{number}", f"s{draw(st.integers(0, count - 2))}", draw(st.booleans()), LETTERS[:2])
        for number in range(draw(st.integers(0, 3)))
    )
    steps = []
    for number in range(count):
        before = [each.id for each in questions if int(each.step[1:]) < number]
        asked = [each.id for each in questions if int(each.step[1:]) <= number]
        when = draw(_anything(before)) if number else None
        unless = draw(_anything(before)) if number else None
        variants = [
            Variant(f"w{number}-{each}", draw(_anything(asked)), draw(_anything(asked)))
            for each in range(draw(st.integers(0, 2)))
        ]
        steps.append(Step(f"s{number}", when, unless, tuple(variants), draw(st.booleans())))
    return Plan("wild", draw(st.sampled_from(steps)).id, questions, tuple(steps))


def _anything(questions: list[str]) -> st.SearchStrategy[Condition | None]:
    one = st.sampled_from([COUNTRY, *questions]).flatmap(
        lambda name: st.tuples(
            st.just(name), some_of(COUNTRIES) if name == COUNTRY else some_of((*LETTERS[:2], *RESERVED))
        )
    )
    needs = st.lists(one, max_size=2, unique_by=lambda need: need[0])
    return needs.map(lambda each: condition(dict(each)))


def every_answer(plan: Plan, countries: tuple[str, ...] = (*COUNTRIES, "ZZ")) -> Iterator[dict[str, frozenset[str]]]:
    """Every country with every set of answers that the plan's questions allow, also none. Grows fast."""
    choices = []
    for question in plan.questions:
        picks = [frozenset[str](), *(frozenset({answer}) for answer in (*question.answers, *RESERVED))]
        if question.many:
            for size in range(2, 2 ** len(question.answers)):
                chosen = frozenset(each for bit, each in enumerate(question.answers) if size >> bit & 1)
                picks.append(chosen)
        choices.append(picks)
    names = [question.id for question in plan.questions]
    for country in countries:
        for picked in product(*choices):
            yield {**dict(zip(names, picked, strict=True)), COUNTRY: frozenset({country})}


Fault = Callable[[Plan], Plan]
SOMEWHERE = Condition(((COUNTRY, frozenset({"GB"})),))


def _insert(*new: Step, questions: tuple[Question, ...] = ()) -> Fault:
    """The fault that puts these steps right after the first one."""
    return lambda plan: replace(
        plan, steps=(plan.steps[0], *new, *plan.steps[1:]), questions=plan.questions + questions
    )


def _append(*new: Step) -> Fault:
    return lambda plan: replace(plan, steps=plan.steps + new)


def _ask(*new: Question) -> Fault:
    return lambda plan: replace(plan, questions=plan.questions + new)


def _on(question: str, *answers: str) -> Condition:
    return Condition(((question, frozenset(answers)),))


NEW = Question("new", "s0", False, LETTERS)

FAULTS: list[tuple[str, str, Fault]] = [
    ("no-ending", "the last step is no ending", lambda plan: replace(plan, steps=(*plan.steps[:-1], Step("last")))),
    ("no-ending", "some only reach no ending", lambda plan: replace(
        plan, steps=(*plan.steps[:-1], replace(plan.steps[-1], when=SOMEWHERE)))),
    ("step-unreachable", "a step comes after the ending", _append(Step("more"))),
    ("step-without-words", "a composed step has no pieces", _insert(Step("odd", composed=True))),
    ("asked-too-late", "a composed step hangs on its own question", _insert(
        Step("odd", composed=True, pieces=(Piece("w", _on("new", "a")),)), questions=(replace(NEW, step="odd"),))),
    ("asked-too-late", "a question hangs on its own answer", _ask(replace(NEW, when=_on("new", "a")))),
    ("not-asked-on-this-way", "asked of some, used for all", _insert(
        Step("odd"), Step("even", pieces=(Piece("w", _on("new", "a")),)),
        questions=(replace(NEW, step="odd", when=SOMEWHERE),))),
    ("variant-unreachable", "a piece that contradicts itself", _insert(
        Step("odd", pieces=(Piece("w", SOMEWHERE, SOMEWHERE),)))),
    ("question-unknown", "a handover on no question", lambda plan: replace(
        plan, handovers=(Handover("other", _on("nothing", "a")),))),
    ("plan-empty", "no step at all", lambda plan: replace(plan, steps=())),
    ("step-id", "two steps have one id", _insert(Step("s0"))),
    ("step-id", "a step has the name of the plan's own words", _insert(Step("plan"))),
    ("question-id", "two questions have one id", _ask(NEW, NEW)),
    ("question-id", "a question has the built-in name", _ask(replace(NEW, id=COUNTRY))),
    ("question-without-answers", "a question has no answers", _ask(replace(NEW, answers=()))),
    ("answer-reserved", "a question lists a reserved answer", _ask(replace(NEW, answers=("a", "skipped")))),
    ("step-unknown", "a question is asked nowhere", _ask(replace(NEW, step="nowhere"))),
    ("step-unknown", "the shortcut leads nowhere", lambda plan: replace(plan, shortcut="nowhere")),
    ("first-step-hidden", "the first step has a condition", lambda plan: replace(
        plan, steps=(replace(plan.steps[0], when=SOMEWHERE), *plan.steps[1:]))),
    ("question-unknown", "a condition names no question", _insert(Step("odd", _on("nothing", "a")))),
    ("answer-unknown", "a condition names no answer", _insert(Step("odd", _on("new", "z")), questions=(NEW,))),
    ("answer-unknown", "a condition names no country", _insert(Step("odd", _on(COUNTRY, "gb")))),
    ("asked-too-late", "a condition is asked later", _insert(
        Step("odd", _on("new", "a")), questions=(replace(NEW, step="last"),))),
    ("asked-too-late", "a variant is asked later", _insert(
        Step("odd", variants=(Variant("w", _on("new", "a")),)), questions=(replace(NEW, step="last"),))),
    ("asked-too-late", "a step hangs on its own question", _insert(
        Step("odd", _on("new", "a")), questions=(replace(NEW, step="odd"),))),
    ("asked-too-late", "two steps hang on each other", _insert(
        Step("odd", _on("new", "a")), Step("even", _on("other", "a")),
        questions=(replace(NEW, step="even"), replace(NEW, id="other", step="odd")))),
    ("step-unreachable", "a condition contradicts itself", _insert(
        Step("odd", _on("new", "a"), _on("new", "a", "b")), questions=(NEW,))),
    ("step-unreachable", "one answer only, two asked for", _insert(
        Step("odd", Condition((("new", frozenset("a")), ("new", frozenset("b"))))), questions=(NEW,))),
    ("variant-unreachable", "the same variant twice", _insert(
        Step("odd", variants=(Variant("w", SOMEWHERE), Variant("v", SOMEWHERE))))),
    ("not-asked-on-this-way", "asked in one country, used in all", _insert(
        Step("odd", SOMEWHERE), Step("even", _on("new", "a")), questions=(replace(NEW, step="odd"),))),
    ("not-asked-on-this-way", "not asked, and shown because of it", _insert(
        Step("odd", SOMEWHERE), Step("even", None, _on("new", "a")), questions=(replace(NEW, step="odd"),))),
    ("not-asked-on-this-way", "not asked, and words hang on it", _insert(
        Step("odd", SOMEWHERE), Step("even", variants=(Variant("w", _on("new", "a")),)),
        questions=(replace(NEW, step="odd"),))),
    ("plan-too-long", "twelve steps more than there were", _insert(*(Step(f"n{each}") for each in range(12)))),
    ("too-many-questions", "eight questions on one step", _ask(*(replace(NEW, id=f"n{each}") for each in range(8)))),
    ("too-many-questions", "eight questions on steps in a row", _insert(
        *(Step(f"n{each}") for each in range(8)),
        questions=tuple(replace(NEW, id=f"n{each}", step=f"n{each}") for each in range(8)))),
    ("shortcut-hidden", "the shortcut leads to a step for some", lambda plan: _insert(Step("odd", SOMEWHERE))(
        replace(plan, shortcut="odd"))),
]  # fmt: skip

PAGE = """+++
title = "A title"
sources = ["one"]
+++

Text. {more}

## Why? {{#why}}

Because.
"""

SOURCES = """
[one]
name = "A name"
address = "example.org/one"
grade = "A"
facts = ["1.1"]
read_on = 2026-11-24
"""


def write_words(plan: Plan, root: Path, more: Mapping[str, str] | None = None) -> None:
    """Good words for every step and variant of `plan` under `root`, with a person to talk to on the first step.

    `more` goes from words name to text to put into it.
    """
    (root / "sources").mkdir(parents=True, exist_ok=True)
    (root / "sources" / "all.toml").write_text(SOURCES, "utf-8")
    folder = root / "en" / "plans" / plan.id
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["+++", 'title = "The plan"']
    for question in plan.questions:
        lines += [f"[question.{question.id}]", 'ask = "Which?"', f"[question.{question.id}.answers]"]
        lines += [f'{answer} = "This one"' for answer in question.answers]
    (folder / "plan.md").write_text("\n".join([*lines, "+++", ""]), "utf-8")
    for step in plan.steps:
        for name in (step.id, *(variant.words for variant in step.variants)):
            person = "[Talk to someone](talk:) " if step is plan.steps[0] else ""
            text = PAGE.format(more=person + (more or {}).get(name, ""))
            (folder / f"{name}.md").write_text(text, "utf-8")


def as_toml(plan: Plan) -> str:
    """The file that gives this plan."""
    lines = [f'id = "{plan.id}"', f'shortcut = "{plan.shortcut}"', ""]
    for question in plan.questions:
        lines += ["[[question]]", f'id = "{question.id}"', f'step = "{question.step}"']
        lines += [f"many = {str(question.many).lower()}", f"answers = {_list(question.answers)}", ""]
    for step in plan.steps:
        lines += ["[[step]]", f'id = "{step.id}"', *_conditions(step)]
        lines += ["ending = true"] if step.ending else []
        for variant in step.variants:
            lines += ["[[step.variant]]", f'words = "{variant.words}"', *_conditions(variant)]
        lines.append("")
    return "\n".join(lines)


def _conditions(part: Step | Variant) -> list[str]:
    lines = []
    for key, each in (("when", part.when), ("unless", part.unless)):
        if each is not None:
            needs = ", ".join(f"{name} = {_list(tuple(sorted(answers)))}" for name, answers in each.needs)
            lines.append(f"{key} = {{ {needs} }}")
    return lines


def _list(texts: tuple[str, ...]) -> str:
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"
