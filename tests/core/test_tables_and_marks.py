"""Source marks and tables in the words: what they become, and what of them is named as a mistake."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.blocks import BulletList, Callout, Paragraph, TableBlock, inlines, parse_blocks, plain_text
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.span import Span
from tests.core.generated_plans import modest

SOURCES = ("one", "two-b")
TABLE = "| A | B |\n| --- | --- |\n| x | y |"


def problem_of(text: str) -> ContentProblem:
    with pytest.raises(ContentError) as caught:
        parse_blocks(text, "page.md", 10, SOURCES)
    return caught.value.problem


def test_a_mark_is_a_span_of_its_own_right_after_its_sentence() -> None:
    assert parse_blocks("It is so.[^one] And so. [^two-b][^one]", sources=SOURCES) == (
        Paragraph(
            (
                Span("It is so."),
                Span("", source="one"),
                Span(" And so."),
                Span("", source="two-b"),
                Span("", source="one"),
            )
        ),
    )


def test_a_mark_in_strong_words_is_not_strong() -> None:
    (paragraph,) = parse_blocks("**Strong.[^one]** More.", sources=SOURCES)
    assert paragraph == Paragraph((Span("Strong.", strong=True), Span("", source="one"), Span(" More.")))


def test_marks_stand_in_lists_and_notes_too() -> None:
    assert parse_blocks('- a[^one]\n\n!!! note ""\n    b[^one]', sources=SOURCES) == (
        BulletList(((Span("a"), Span("", source="one")),)),
        Callout("note", "", (Paragraph((Span("b"), Span("", source="one"))),)),
    )


def test_marks_are_no_words() -> None:
    assert plain_text(parse_blocks("It is so.[^one]\nAnd so.[^one]", sources=SOURCES)) == "It is so. And so."


def test_a_table_has_a_head_and_rows() -> None:
    text = "| What | How |\n| --- | --- |\n| **Pay** | never[^one] |\n|  | [talk](talk:) |"
    assert parse_blocks(text, sources=SOURCES) == (
        TableBlock(
            ((Span("What"),), (Span("How"),)),
            (
                ((Span("Pay", strong=True),), (Span("never"), Span("", source="one"))),
                ((), (Span("talk", link="talk:"),)),
            ),
        ),
    )


def test_a_sign_of_a_table_can_be_written_in_a_cell() -> None:
    (table,) = parse_blocks("| A | B |\n| --- | --- |\n| x \\| z | y |")
    assert isinstance(table, TableBlock)
    assert table.rows == (((Span("x | z"),), (Span("y"),)),)


def test_a_table_is_heard_cell_by_cell() -> None:
    assert plain_text(parse_blocks(TABLE)) == "A\nB\nx\ny"


@pytest.mark.parametrize(
    ("code", "line", "text"),
    [
        ("mark-shape", 12, "One\n\nTwo.[^]"),
        ("mark-shape", 10, "One.[^A b]"),
        ("mark-shape", 10, "One.[^one"),
        ("mark-shape", 10, "One.[^*one*]"),
        ("mark-unlisted", 11, "One.[^one]\nTwo.[^three]"),
        ("mark-place", 10, "[^one] One."),
        ("mark-place", 12, "One\n\n[^one]"),
        ("mark-place", 10, "## One[^one]"),
        ("mark-place", 10, "- [ ] one[^one]"),
        ("mark-place", 10, "[talk[^one]](talk:)"),
        ("mark-place", 11, '!!! say "To mum"\n    Hello.[^one]'),
        ("link-not-alone", 10, "[](service:gb-ceop)[^one]"),
        ("table-row", 12, "| A | B |\n| --- | --- |\n| x |"),
        ("table-row", 12, "| A | B |\n| --- | --- |\n| x | y | z |"),
        ("table-row", 11, "| A | B |\n| --- |\n| x | y |"),
        ("table-columns", 10, "| A |\n| --- |\n| x |"),
        ("table-columns", 10, "| A | B | C | D |\n| --- | --- | --- | --- |\n| x | y | z | u |"),
        ("table-shape", 10, "| A | B |\n| x | y |"),
        ("table-shape", 10, "| A | B |\n| --- | --- |"),
        ("table-shape", 10, "| A | B |\n| :-- | --- |\n| x | y |"),
        ("table-shape", 10, "|  | B |\n| --- | --- |\n| x | y |"),
        ("table-shape", 10, "Text\n" + TABLE),
        ("table-shape", 13, TABLE + "\nText"),
        ("table-shape", 10, "A | B\n--- | ---\nx | y"),
        ("table-shape", 12, "| A | B |\n| --- | --- |\n| x | y"),
        ("table-shape", 10, '!!! note ""\n' + "\n".join(f"    {row}" for row in TABLE.split("\n"))),
        ("nested-too-deep", 10, '!!! note ""\n\n' + "\n".join(f"    {row}" for row in TABLE.split("\n"))),
        ("link-not-alone", 12, "| A | B |\n| --- | --- |\n| [x](help:crisis) | y |"),
    ],
)
def test_a_mark_or_table_that_cannot_be_drawn_is_named_with_its_line(code: str, line: int, text: str) -> None:
    problem = problem_of(text)
    assert (problem.code, problem.file, problem.line) == (code, "page.md", line)


PARTS = ["[^", "[^one]", "[^two-b]", "[^x]", "]", "|", " | ", "| --- | --- |", "\n", "\n\n", "\\|", "`", "word", ". "]
PARTS += ["**", "- ", "[x](talk:)", '!!! note ""\n    ', TABLE, "---", " "]


@modest
@given(st.lists(st.sampled_from(PARTS), max_size=20).map("".join))
def test_no_cell_and_no_mark_is_lost_without_a_word(text: str) -> None:
    try:
        blocks = parse_blocks(text, "page.md", sources=SOURCES)
    except ContentError as error:
        problem = error.problem
        assert 0 <= problem.line <= text.count("\n") + 1
        return
    spans = [span for inline in inlines(blocks) for span in inline]
    assert sum(span.source is not None for span in spans) == sum(text.count(f"[^{source}]") for source in SOURCES)
    assert plain_text(blocks).count("word") == text.count("word")
    for block in blocks:
        if isinstance(block, TableBlock):
            assert {len(row) for row in block.rows} == {len(block.head)}
