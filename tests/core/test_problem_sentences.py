"""Every mistake that the core can name has its sentence, and no sentence is left over."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import core
from desktop_app.core.errors import ContentProblem
from desktop_app.ui.problems import SENTENCES, sentence

CORE = Path(core.__path__[0])


def places_of_code(trees: list[ast.Module]) -> dict[str, int]:
    """Functions that take a code, and at which place: found by the name of the parameter."""
    places = {"ContentProblem": 0}
    for function in (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        names = [each.arg for each in function.args.args if each.arg not in ("self", "cls")]
        if "code" in names:
            places[function.name] = names.index("code")
    return places


def codes(trees: list[ast.Module]) -> Iterator[str]:
    places = places_of_code(trees)
    for call in (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in places and len(call.args) > places[name]:
            argument = call.args[places[name]]
            yield from (
                node.value
                for node in ast.walk(argument)
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            )


def test_every_code_has_its_sentence_and_the_other_way_round() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(CORE.glob("**/*.py"))]
    raised = {code for code in codes(trees) if re.fullmatch("[a-z]+(-[a-z]+)+", code)}
    raised |= {"file-folder", "file-unreadable"}  # chosen in a variable
    assert raised - set(SENTENCES) == set()
    assert set(SENTENCES) - raised == set()


@pytest.mark.parametrize("code", [*SENTENCES, "never-heard-of"])
def test_a_sentence_says_where_what_and_what_to_do(code: str) -> None:
    text = sentence(ContentProblem(code, "en/plans/a/b.md", 12, "{odd} %s"))
    assert re.match(r"en/plans/a/b.md, line 12: \S.*[.”] [A-Z]\w+ \S", text)
    assert "{about}" not in text


def test_a_problem_of_a_whole_file_names_no_line() -> None:
    assert sentence(ContentProblem("file-missing", "a.md", 0, "a.md")).startswith("a.md: ")
    assert "line" not in sentence(ContentProblem("resources-missing", "", 0, "resources"))
