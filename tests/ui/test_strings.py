"""The sentences of the program's own frame: each is used, and each keeps to how we speak."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop_app
from desktop_app.ui import problems, strings

SOURCES = Path(desktop_app.__file__).parent
FORBIDDEN = (
    "!",
    '"',
    "'",
    "sextortion",
    "victim",
    "csam",
    "stupid",
    "fault of",
    "you should have",
    "why did you",
    "never happen",
    "will not share",
    "commit suicide",
    "committed",
    "simply",
    "please note",
    "oops",
    "error",
    "invalid",
    "fatal",
    "abort",
)


def sentences() -> Iterator[tuple[str, str]]:
    """Name and words of every constant; tables give one pair for each of their values."""
    for name, value in vars(strings).items():
        if not name.isupper():
            continue
        values = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for words in values:
            assert isinstance(words, str), name
            yield name, words


def test_every_sentence_is_used_somewhere() -> None:
    used = set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "strings":
                used.add(node.attr)
    assert {name for name in vars(strings) if name.isupper()} - used == set()


def test_every_sentence_that_is_used_is_there() -> None:
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "strings":
                assert hasattr(strings, node.attr), f"{path.name}: strings.{node.attr}"


@pytest.mark.parametrize("part", FORBIDDEN)
def test_no_sentence_shouts_blames_or_speaks_like_a_machine(part: str) -> None:
    assert [(name, words) for name, words in sentences() if part in words.lower()] == []


def test_no_two_sentences_are_the_same() -> None:
    alone = [words for name, words in sentences() if isinstance(getattr(strings, name), str)]
    assert sorted({words for words in alone if alone.count(words) > 1}) == []


def test_sentences_are_short() -> None:
    for name, words in sentences():
        for sentence in re.split(r"(?<=[.?])\s", words):
            assert len(sentence.split()) <= 18, (name, sentence)


def test_apostrophes_and_quotes_are_the_ones_of_print() -> None:
    for name, words in sentences():
        assert not re.search(r"\w'\w|[\"`]|\.\.\.| -- |  ", words), (name, words)
        assert words == words.strip(), name


def test_sentences_end_as_sentences_and_labels_do_not() -> None:
    for name, words in sentences():
        if re.search(r"[.?] \S", words) and not re.search(r"\{\w+\}$", words):
            # A label of a button may hold two parts; whoever has more than one sentence ends the last one.
            assert words.endswith((".", "?", ":")) or name in ("LEAVE_NAME", "CHANGE_COUNTRY", "CLOSED_OPENS"), name


def test_what_is_said_about_a_broken_file_says_what_to_do() -> None:
    for code, words in problems.SENTENCES.items():
        assert words.count(". ") + words.count("? ") >= 1, code
        assert "!" not in words.replace("!!! ", ""), code
