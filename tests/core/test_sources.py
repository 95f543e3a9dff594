"""Where the facts come from: read strictly, and a mistake is named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.sources import load_sources
from tests.core.generated_plans import SOURCES, problem_in


def test_sources_are_read(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "all.toml").write_text(SOURCES, "utf-8")
    source = load_sources(tmp_path)["one"]
    assert (source.name, source.grade, source.facts, source.show) == ("A name", "A", ("1.1",), True)


@pytest.mark.parametrize(
    ("code", "line", "old", "new"),
    [
        ("source-grade", 5, '"A"', '"C"'),
        ("key-not-date", 7, "2026-11-24", '"2026-11-24"'),
        ("key-not-date", 7, "2026-11-24", "2026-11-24T10:00:00"),
        ("key-unknown", 3, "name", "nmae"),
        ("key-missing", 2, 'address = "example.org/one"', ""),
        ("id-shape", 2, "[one]", "[One]"),
        ("key-not-table", 2, "[one]", "two = 2\n[one]"),
    ],
)
def test_a_mistake_in_the_sources_is_named(tmp_path: Path, code: str, line: int, old: str, new: str) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "all.toml").write_text(SOURCES.replace(old, new, 1), "utf-8")
    problem = problem_in(lambda: load_sources(tmp_path))
    assert problem is not None
    assert (problem.code, problem.file, problem.line) == (code, "sources/all.toml", line)
