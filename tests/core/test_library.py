"""The library opens with whatever can be read, in order, and says what is wrong with the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core import library
from desktop_app.core.blocks import Block, Paragraph, parse_blocks
from desktop_app.core.errors import ContentError
from desktop_app.core.library import AUDIENCES, load_library
from desktop_app.core.span import Span
from tests.core.generated_plans import modest
from tests.core.small_library import page, write


def test_a_page_has_its_front_matter_and_its_text(tmp_path: Path) -> None:
    write(tmp_path, "young/stop-here", page("Stop here", 30, '"one", "two"', "It is so.[^two]"))
    found = load_library(tmp_path, "en").get("stop-here")
    assert found is not None
    assert (found.id, found.audience, found.title, found.summary) == (
        "stop-here",
        "young",
        "Stop here",
        "What it answers.",
    )
    assert (found.order, found.sources, found.checked) == (30, ("one", "two"), dt.date(2026, 11, 24))
    assert found.file == "en/pages/young/stop-here.md"
    assert found.body == (Paragraph((Span("It is so."), Span("", source="two"))),)


def test_pages_stand_in_the_order_of_their_audience(tmp_path: Path) -> None:
    for name, order in (("c", 10), ("a", 30), ("b", 20), ("d", 20)):
        write(tmp_path, f"parents/{name}", page(order=order))
    write(tmp_path, "young/e", page(order=90))
    found = load_library(tmp_path, "en")
    assert [each.id for each in found.pages("parents")] == ["c", "b", "d", "a"]
    assert [each.id for each in found] == ["e", "c", "b", "d", "a"]
    assert found.pages("school") == found.pages("nobody") == ()


def test_no_text_is_read_before_a_page_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "young/a", page(body="One.[^one]"))
    read: list[str] = []

    def parse(markdown: str, file: str, first_line: int, sources: Collection[str]) -> tuple[Block, ...]:
        read.append(file)
        return parse_blocks(markdown, file, first_line, sources)

    monkeypatch.setattr(library, "parse_blocks", parse)
    found = load_library(tmp_path, "en").get("a")
    assert read == []
    assert found is not None
    assert found.body is found.body
    assert read == ["en/pages/young/a.md"]


def test_a_language_shows_english_where_it_has_no_page_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, "young/a", page("English a"))
    write(tmp_path, "young/b", page("English b"))
    write(tmp_path, "young/b", page("Deutsch b"), language="de")
    assert [each.title for each in load_library(tmp_path, "de")] == ["English a", "Deutsch b"]
    assert [each.title for each in load_library(tmp_path, "fr")] == ["English a", "English b"]


def test_no_pages_at_all_is_an_empty_library(tmp_path: Path) -> None:
    found = load_library(tmp_path, "en")
    assert (list(found), found.problems, found.get("a")) == ([], (), None)
    (tmp_path / "en" / "pages").mkdir(parents=True)
    (tmp_path / "en" / "pages" / "young").write_text("not a folder", encoding="utf-8")
    assert list(load_library(tmp_path, "en")) == []


@pytest.mark.parametrize(
    ("code", "line", "text"),
    [
        ("front-matter-missing", 1, "# A page"),
        ("front-matter-open", 1, '+++\ntitle = "A page"'),
        ("toml-syntax", 2, page().replace("title = ", "title ")),
        ("key-missing", 0, page().replace('title = "A page"\n', "")),
        ("key-missing", 0, page().replace("order = 10\n", "")),
        ("key-not-number", 4, page().replace("10", '"10"')),
        ("key-not-number", 4, page().replace("10", "true")),
        ("key-not-date", 6, page().replace("2026-11-24", '"2026"')),
        ("key-not-list", 5, page().replace('["one"]', '"one"')),
        ("listed-twice", 5, page(sources='"one", "one"')),
        ("key-unknown", 5, page().replace("sources", "source")),
        ("control-character", 9, page(body="One\x1b")),
        ("file-too-big", 0, page(body="Five megabytes. " * 330_000)),
    ],
)
def test_a_page_with_broken_front_matter_is_named_and_the_others_stay(
    tmp_path: Path, code: str, line: int, text: str
) -> None:
    write(tmp_path, "young/bad", text)
    write(tmp_path, "young/good", page())
    found = load_library(tmp_path, "en")
    assert [each.id for each in found] == ["good"]
    assert [(p.code, p.file, p.line) for p in found.problems] == [(code, "en/pages/young/bad.md", line)]


def test_an_id_that_is_there_twice_is_named_and_the_first_page_stays(tmp_path: Path) -> None:
    write(tmp_path, "young/a", page("The first"))
    write(tmp_path, "school/a", page("The second"))
    found = load_library(tmp_path, "en")
    assert [each.title for each in found] == ["The first"]
    assert [(p.code, p.file) for p in found.problems] == [("page-twice", "en/pages/school/a.md")]


def test_a_file_name_that_is_no_id_and_a_folder_with_a_name_of_a_page_are_named(tmp_path: Path) -> None:
    write(tmp_path, "young/A page", page())
    (tmp_path / "en" / "pages" / "young" / "b.md").mkdir()
    write(tmp_path, "young/notes", page()).rename(tmp_path / "en" / "pages" / "young" / "notes.txt")
    assert {p.code for p in load_library(tmp_path, "en").problems} == {"id-shape", "file-folder"}


@pytest.mark.parametrize(
    ("code", "line", "body"),
    [
        ("words-empty", 0, ""),
        ("mark-unlisted", 11, "One.[^one]\n\nTwo.[^three]"),
        ("mark-shape", 9, "One.[^]"),
        ("table-row", 11, "| A | B |\n| --- | --- |\n| x |"),
        ("raw-html", 9, "<b>One</b>"),
    ],
)
def test_a_page_whose_text_is_broken_says_so_when_it_is_opened(tmp_path: Path, code: str, line: int, body: str) -> None:
    write(tmp_path, "forms/bad", page(body=body))
    found = load_library(tmp_path, "en").get("bad")
    assert found is not None
    for _ in range(2):
        with pytest.raises(ContentError) as caught:
            assert found.body
        assert caught.value.problem[:3] == (code, "en/pages/forms/bad.md", line)


@modest
@given(st.dictionaries(st.sampled_from(AUDIENCES), st.binary(max_size=300), min_size=1))
def test_whatever_the_files_hold_the_library_opens(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    root = tmp_path_factory.mktemp("library")
    for audience, data in files.items():
        write(root, f"{audience}/page-{audience}", page()).write_bytes(data)
    write(root, "young/good", page())
    found = load_library(root, "en")
    assert found.get("good") is not None
    assert len(list(found)) + len(found.problems) == len(files) + 1
