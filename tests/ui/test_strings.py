"""The sentences of the program's own frame: each is used, and each keeps to how we speak."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop_app
from desktop_app.ui import problems, strings, strings_directory, strings_own_words, strings_print

SOURCES = Path(desktop_app.__file__).parent
MODULES = {
    "strings": strings,
    "strings_directory": strings_directory,
    "strings_own_words": strings_own_words,
    "strings_print": strings_print,
}
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


def constants() -> Iterator[tuple[str, object]]:
    """Name and value of every constant of all modules."""
    for module in MODULES.values():
        yield from ((name, value) for name, value in vars(module).items() if name.isupper())


def uses() -> Iterator[tuple[Path, str, str]]:
    """Every use of a constant in the program: the file, the module and the name."""
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in MODULES:
                yield path, node.value.id, node.attr


def sentences() -> Iterator[tuple[str, str]]:
    """Name and words of every constant; tables give one pair for each of their values."""
    for name, value in constants():
        values = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for words in values:
            assert isinstance(words, str), name
            yield name, words


def test_every_sentence_is_used_somewhere() -> None:
    there = {(module, name) for module in MODULES for name in vars(MODULES[module]) if name.isupper()}
    assert there - {(module, name) for _, module, name in uses()} == set()


def test_every_sentence_that_is_used_is_there() -> None:
    for path, module, name in uses():
        assert hasattr(MODULES[module], name), f"{path.name}: {module}.{name}"


@pytest.mark.parametrize("part", FORBIDDEN)
def test_no_sentence_shouts_blames_or_speaks_like_a_machine(part: str) -> None:
    assert [(name, words) for name, words in sentences() if part in words.lower()] == []


def test_no_two_sentences_are_the_same() -> None:
    alone = [value for _, value in constants() if isinstance(value, str)]
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
