"""Every sentence that people can read, with the file it stands in."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.core.blocks import plain_text
from desktop_app.core.library import Page, load_library
from desktop_app.core.plan_file import load_plan
from desktop_app.core.plan_words import load_plan_words
from desktop_app.core.resources import find_resources
from desktop_app.core.words import Words, load_words

RESOURCES = find_resources()
ENGLISH = RESOURCES / "en"
FRAME = tuple(sorted((Path(__file__).parents[2] / "desktop_app" / "ui").glob("strings*.py")))
QUESTIONS = "plan.md"


def data(file: str) -> dict[str, Any]:
    """A table of this folder."""
    return tomllib.loads((Path(__file__).parent / file).read_text(encoding="utf-8"))


def plain(line: str) -> str:
    """A line to look for words in: small letters, one space, one kind of apostrophe."""
    return re.sub(r"\s+", " ", line.replace("'", "’")).lower()


def said(phrase: str, line: str) -> bool:
    """True when a line has this phrase as whole words; "*" stands for the rest of a word."""
    pattern = r"(?<!\w)" + re.escape(plain(phrase)).replace(r"\*", r"[\w’]*") + r"(?!\w)"
    return re.search(pattern, plain(line)) is not None


@cache
def step_files() -> tuple[Path, ...]:
    """The words of plan steps and their variants."""
    return tuple(sorted(path for path in ENGLISH.glob("plans/*/*.md") if path.name != QUESTIONS))


@cache
def entry_files() -> tuple[Path, ...]:
    """The words about each app and each way to pay, which steps take in."""
    return tuple(sorted((*ENGLISH.glob("apps/*.md"), *ENGLISH.glob("pay/*.md"))))


@cache
def sheet_files() -> tuple[Path, ...]:
    """The words of sheets, and of the page about Handrail."""
    return tuple(sorted((*ENGLISH.glob("sheets/*.md"), *ENGLISH.glob("about/*.md"))))


@cache
def pages() -> tuple[Page, ...]:
    """The pages of "Read and learn"."""
    return tuple(load_library(RESOURCES, "en"))


def page_text(page: Page) -> str:
    """All that one page shows, one line for each title, paragraph, item and cell."""
    return f"{page.title}\n{page.summary}\n{plain_text(page.body)}"


@cache
def words(path: Path) -> Words:
    """One file, read by the program's own reader."""
    return load_words(path, RESOURCES)


def name(path: Path) -> str:
    """How a test calls a file."""
    return path.relative_to(RESOURCES).as_posix() if path.is_relative_to(RESOURCES) else path.name


def text(path: Path) -> str:
    """All that one file shows, one line for each title, paragraph and item."""
    screen = words(path)
    return "\n".join((screen.title, plain_text(screen.body), plain_text(screen.why)))


@cache
def questions() -> str:
    """What the plans ask, and the answers to pick from."""
    lines = []
    for file in sorted((RESOURCES / "plans").glob("*.toml")):
        plan = load_plan(RESOURCES, file.stem)
        plan_words = load_plan_words(RESOURCES, "en", plan)
        lines.append(plan_words.title)
        for question in plan.questions:
            asked = plan_words.question(question.id)
            lines += [asked.ask, asked.hint, *asked.answers.values()]
    return "\n".join(filter(None, lines))


@cache
def everything() -> tuple[tuple[str, str], ...]:
    """File and line of text: all content in English, and the sentences of the program's frame."""
    return tuple(_everything())


def _everything() -> Iterator[tuple[str, str]]:
    for path in (*step_files(), *entry_files(), *sheet_files()):
        for line in (words(path).short, *text(path).split("\n")):
            yield name(path), line
    for page in pages():
        for line in page_text(page).split("\n"):
            yield page.file, line
    for line in questions().split("\n"):
        yield "plans", line
    for path in sorted(ENGLISH.rglob("*.toml")):
        for line in _texts(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield name(path), line
    for path in sorted((*RESOURCES.glob("apps/*.toml"), *RESOURCES.glob("pay/*.toml"))):
        yield name(path), tomllib.loads(path.read_text(encoding="utf-8"))["name"]
    for path in FRAME:
        for line in _spoken(ast.parse(path.read_text(encoding="utf-8"))):
            yield path.name, line


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for below in value.values():
                yield from _texts(below)
        case list():
            for below in value:
                yield from _texts(below)


def _spoken(tree: ast.Module) -> Iterator[str]:
    """The texts of a Python file but its docstrings. A name in braces is filled in later and is nobody's word."""
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield re.sub(r"\{\w*\}", "", node.value)
