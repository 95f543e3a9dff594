"""The words of a screen: title, rail label, sources, text and reason; mistakes are named with file and line."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.blocks import Paragraph
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.span import Span
from desktop_app.core.words import Words, load_words
from tests.core.generated_plans import modest, problem_in
from tests.core.test_blocks import MESS


def words_in(folder: Path, text: str | bytes) -> Words:
    path = folder / "en" / "page.md"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_words(path, folder)


def problem_of(folder: Path, text: str | bytes) -> ContentProblem:
    with pytest.raises(ContentError) as caught:
        words_in(folder, text)
    assert caught.value.problem.file == "en/page.md"
    return caught.value.problem


def test_a_page_has_a_title_a_label_sources_a_text_and_a_reason(tmp_path: Path) -> None:
    text = '+++\ntitle = "Stop now"\nshort = "Stop"\nsources = ["one"]\n+++\n\nText.\n\n## Why? {#why}\n\nBecause.\n'
    assert words_in(tmp_path, text) == Words(
        title="Stop now",
        short="Stop",
        sources=("one",),
        body=(Paragraph((Span("Text."),)),),
        why=(Paragraph((Span("Because."),)),),
    )


def test_the_label_is_the_title_and_there_are_no_sources_when_none_are_given(tmp_path: Path) -> None:
    words = words_in(tmp_path, '+++\ntitle = "Stop"\n+++\nText.')
    assert (words.short, words.sources, words.why) == ("Stop", (), ())


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    words = words_in(tmp_path, b'\xef\xbb\xbf+++\r\ntitle = "Stop"\r\n+++\r\nText,\r\nmore.\r\n')
    assert words.body == (Paragraph((Span("Text, more."),)),)


def test_a_key_that_is_not_known_is_named(tmp_path: Path) -> None:
    text = '+++\ntitle = "Stop"\nminutes = 2\n+++\nText.'
    assert problem_of(tmp_path, text) == ContentProblem("key-unknown", "en/page.md", 3, "minutes")


@pytest.mark.parametrize(
    ("code", "line", "text"),
    [
        ("front-matter-missing", 1, ""),
        ("front-matter-missing", 1, "Text."),
        ("front-matter-missing", 1, '\n+++\ntitle = "A"\n+++'),
        ("front-matter-open", 1, '+++\ntitle = "A"\nText.'),
        ("toml-syntax", 3, '+++\ntitle = "A"\nshort = A\n+++\n'),
        ("toml-syntax", 2, '+++\ntitle = "A\n+++\n'),
        ("toml-syntax", 3, '+++\ntitle = "A"\ntitle = "B"\n+++\n'),
        ("toml-syntax", 2, f"+++\nnumber = {'9' * 5000}\n+++\n"),
        ("nested-too-deep", 2, f"+++\nx = {'[' * 20000}\n+++\n"),
        ("key-missing", 0, "+++\n+++\n"),
        ("key-not-text", 2, "+++\ntitle = 3\n+++\n"),
        ("key-not-one-line", 2, '+++\ntitle = " "\n+++\n'),
        ("key-not-one-line", 2, '+++\ntitle = "a\\nb"\n+++\n'),
        ("key-not-list", 3, '+++\ntitle = "A"\nsources = "one"\n+++\n'),
        ("key-not-list", 3, '+++\ntitle = "A"\nsources = ["one", 2]\n+++\n'),
        ("listed-twice", 3, '+++\ntitle = "A"\nsources = ["one", "one"]\n+++\n'),
        ("key-unknown", 3, '+++\ntitle = "A"\nshrot = "B"\n+++\n'),
        ("raw-html", 6, '+++\ntitle = "A"\n+++\n\nOne.\n<br>\n'),
        ("link-scheme", 5, '+++\ntitle = "A"\n+++\n\n[one](two:three)\n'),
        ("control-character", 2, '+++\ntitle = "A\x00"\n+++\n'),
        ("file-not-text", 2, b'+++\ntitle = "\xff"\n+++\n'),
        ("file-not-text", 1, '+++\ntitle = "A"\n+++\n'.encode("utf-16")),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, code: str, line: int, text: str | bytes) -> None:
    problem = problem_of(tmp_path, text)
    assert (problem.code, problem.line) == (code, line)


@modest
@given(st.one_of(st.binary(), MESS.map(lambda text: ('+++\ntitle = "A"\n+++\n' + text).encode("utf-8", "replace"))))
def test_only_a_content_error_comes_out_of_any_file(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        problem = problem_in(lambda: words_in(Path(folder), data))
        assert problem is None or problem.file == "en/page.md"
