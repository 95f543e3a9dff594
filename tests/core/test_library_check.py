"""What the check finds in a library: pages that are gone, sources without a mark, links that lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.errors import ContentProblem
from desktop_app.core.library_check import library_problems
from desktop_app.core.resources import find_resources
from tests.core.small_library import contents, page, sources, write

PLAN = "young-person"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A whole library of one page, with our own plans and directory beside it."""
    for folder in ("plans", "directory", "apps", "pay"):
        (tmp_path / folder).symlink_to(find_resources() / folder)
    sources(tmp_path, "one", "two")
    contents(tmp_path, young=["a"])
    write(tmp_path, "young/a", page())
    return tmp_path


def found(root: Path, *languages: str) -> list[ContentProblem]:
    return list(library_problems(root, languages or ("en",), PLAN))


def places(root: Path) -> list[tuple[str, str, int, str]]:
    return [tuple(problem) for problem in found(root)]  # type: ignore[misc]


def test_a_whole_library_has_no_problems(root: Path) -> None:
    assert found(root) == []


def test_a_page_that_is_gone_is_missed(root: Path) -> None:
    contents(root, young=["a"], school=["b"])
    assert places(root) == [("file-missing", "en/pages/school/b.md", 0, "b")]


def test_a_page_that_nobody_listed_is_named(root: Path) -> None:
    write(root, "parents/b", page())
    assert places(root) == [("page-unlisted", "pages.toml", 2, "b")]


@pytest.mark.parametrize("text", ["young = 1", "young = [", "old = []", "young = []"])
def test_a_broken_list_of_pages_is_named(root: Path, text: str) -> None:
    (root / "pages.toml").write_text(text, encoding="utf-8")
    assert {problem.file for problem in found(root)} == {"pages.toml"}


def test_a_source_that_is_not_there_is_named(root: Path) -> None:
    write(root, "young/a", page(sources='"one", "three"', body="One.[^one] Two.[^three]"))
    assert places(root) == [("source-unknown", "en/pages/young/a.md", 5, "three")]


def test_a_source_without_a_mark_is_named(root: Path) -> None:
    write(root, "young/a", page(sources='"one", "two"'))
    assert places(root) == [("source-unmarked", "en/pages/young/a.md", 5, "two")]


def test_marks_in_tables_and_call_outs_count(root: Path) -> None:
    body = '| A | B |\n| --- | --- |\n| x[^one] | y |\n\n!!! calm ""\n    Two.[^two]'
    write(root, "young/a", page(sources='"one", "two"', body=body))
    assert found(root) == []


def test_sources_that_cannot_be_read_are_no_fault_of_the_pages(root: Path) -> None:
    (root / "sources" / "all.toml").write_text("broken", encoding="utf-8")
    assert found(root) == []


@pytest.mark.parametrize(
    "address",
    [
        *("page:b", "page:a-b", "step:nowhere", "answer:fits=nothing", "answer:nothing=paid"),
        *("service:gb-nobody", "service:xx-ceop", "service:ceop", "help:nobody"),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_line(root: Path, address: str) -> None:
    write(root, "young/a", page(body=f"One.[^one]\n\n[Words]({address})"))
    assert places(root) == [("link-lost", "en/pages/young/a.md", 11, address)]


@pytest.mark.parametrize(
    "address",
    [
        *("page:a", "step:stop", "answer:age=adult", "answer:fits=skipped", "service:gb-ceop", "service:zz-inhope"),
        *("help:best", "help:image-removal", "plan:", "crisis:", "talk:"),
    ],
)
def test_a_link_that_leads_somewhere_is_fine(root: Path, address: str) -> None:
    write(root, "young/a", page(body=f"One.[^one]\n\n[Words]({address})"))
    assert found(root) == []


def test_pages_that_link_to_each_other_in_a_ring_are_fine(root: Path) -> None:
    contents(root, young=["a", "b", "c"])
    for here, there in ("ab", "bc", "ca"):
        write(root, f"young/{here}", page(body=f"One.[^one] [On](page:{there})"))
    assert found(root) == []


def test_a_page_whose_text_is_broken_is_named_and_the_others_are_looked_at(root: Path) -> None:
    contents(root, young=["a", "b"])
    write(root, "young/a", page(body="One.[^]"))
    write(root, "young/b", page(body="One.[^one] [Two](page:none)"))
    assert [problem.code for problem in found(root)] == ["mark-shape", "link-lost"]


def test_a_translation_is_looked_at_too(root: Path) -> None:
    write(root, "young/a", page(body="Eins."), language="de")
    assert [(problem.code, problem.file) for problem in found(root, "en", "de")] == [
        ("source-unmarked", "de/pages/young/a.md")
    ]
