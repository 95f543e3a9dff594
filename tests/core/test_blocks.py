"""Markdown becomes blocks that can be drawn and heard; whatever else somebody writes is named with its line."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.blocks import (
    BulletList,
    Callout,
    Checklist,
    Heading,
    Paragraph,
    inlines,
    parse_blocks,
    plain_text,
)
from desktop_app.core.errors import ContentError, ContentProblem
from desktop_app.core.links import Link, read_link
from desktop_app.core.span import Span
from tests.core.generated_plans import modest


def problem_of(text: str) -> ContentProblem:
    with pytest.raises(ContentError) as caught:
        parse_blocks(text, "page.md", 10)
    return caught.value.problem


def test_headings_keep_their_level_and_their_name() -> None:
    assert parse_blocks("# One\n\n## Why? {#why}\n\n### Also") == (
        Heading(1, (Span("One"),)),
        Heading(2, (Span("Why?"),), "why"),
        Heading(3, (Span("Also"),)),
    )


def test_lines_of_a_paragraph_are_joined_by_one_space() -> None:
    text = "One\ntwo  \nthree\n  four\tfive"
    assert parse_blocks(text) == (Paragraph((Span("One two three four five"),)),)


def test_strong_and_emphasis_and_links_become_spans() -> None:
    (paragraph,) = parse_blocks("Don’t **pay, *ever*** or [go **here**](step:stop).")
    assert paragraph == Paragraph(
        (
            Span("Don’t "),
            Span("pay, ", strong=True),
            Span("ever", strong=True, emphasis=True),
            Span(" or "),
            Span("go ", link="step:stop"),
            Span("here", strong=True, link="step:stop"),
            Span("."),
        )
    )


def test_curly_quotes_and_signs_are_kept_and_entities_decoded() -> None:
    text = "“It’s ok” – 2 &lt; 3 &amp; I <3 you, 0800\u00a01111 & more"
    assert plain_text(parse_blocks(text)) == "“It’s ok” – 2 < 3 & I <3 you, 0800\u00a01111 & more"


def test_lists_come_with_dots_or_numbers() -> None:
    assert parse_blocks("- one\n- two\n  more\n\nText\n\n1. first\n2. second") == (
        BulletList(((Span("one"),), (Span("two more"),))),
        Paragraph((Span("Text"),)),
        BulletList(((Span("first"),), (Span("second"),)), ordered=True),
    )


def test_a_list_with_empty_lines_between_its_items_is_one_list() -> None:
    assert parse_blocks("- one\n\n- two") == (BulletList(((Span("one"),), (Span("two"),))),)


def test_boxes_make_a_checklist() -> None:
    assert parse_blocks("- [ ] Pay **nothing**\n- [ ] **Send** nothing\n- [ ] [Talk](talk:)") == (
        Checklist(
            (
                (Span("Pay "), Span("nothing", strong=True)),
                (Span("Send", strong=True), Span(" nothing")),
                (Span("Talk", link="talk:"),),
            )
        ),
    )


def test_call_outs_have_a_kind_a_title_and_blocks() -> None:
    text = '!!! say "To a parent"\n    Hello.\n\n    - one\n\n!!! note ""\n    Text.\n\nAfter.'
    assert parse_blocks(text) == (
        Callout("say", "To a parent", (Paragraph((Span("Hello."),)), BulletList(((Span("one"),),)))),
        Callout("note", "", (Paragraph((Span("Text."),)),)),
        Paragraph((Span("After."),)),
    )


def test_cards_stand_alone_and_may_have_no_words() -> None:
    assert parse_blocks("[Lines to call](help:child-helpline)\n\n[](service:gb-ceop)") == (
        Paragraph((Span("Lines to call", link="help:child-helpline"),)),
        Paragraph((Span("", link="service:gb-ceop"),)),
    )


def test_no_text_is_no_blocks() -> None:
    assert parse_blocks("") == ()
    assert parse_blocks(" \n\n\t\n") == ()


def test_what_a_person_would_hear_has_one_line_a_part() -> None:
    text = '# Stop\n\nDon’t **pay**.\n\n- [ ] one\n- [ ] two\n\n!!! say "To a parent"\n    I need help.'
    assert plain_text(parse_blocks(text)) == "Stop\nDon’t pay.\none\ntwo\nTo a parent\nI need help."


@pytest.mark.parametrize(
    ("code", "line", "text"),
    [
        ("raw-html", 12, "One\n\nTwo <b>three</b>"),
        ("raw-html", 10, "<script>alert(1)</script>"),
        ("raw-html", 10, "<!-- a note -->"),
        ("raw-html", 10, "a </p> b"),
        ("raw-html", 10, "<https://example.org>"),
        ("raw-html", 10, "`<b>`"),
        ("link-scheme", 12, "One\n\n[two](https://example.org)"),
        ("link-scheme", 10, "[two](javascript:alert(1))"),
        ("link-scheme", 10, "[two](page.md)"),
        ("link-scheme", 10, "[two]()"),
        ("link-scheme", 10, "[two](crisis:now)"),
        ("link-scheme", 10, "[two](step:)"),
        ("link-scheme", 10, "[two](step:one=two)"),
        ("link-scheme", 10, "[two](answer:fits)"),
        ("link-scheme", 10, "[two](answer:fits=)"),
        ("link-scheme", 10, "[two](Step:one)"),
        ("link-empty", 10, "[](talk:)"),
        ("link-empty", 10, "[ ](step:one)"),
        ("link-not-alone", 10, "See [lines](help:crisis) here"),
        ("link-not-alone", 10, "[one](help:crisis) [two](help:money)"),
        ("link-not-alone", 10, "- [lines](help:crisis)"),
        ("link-not-alone", 10, "# [lines](service:gb-ceop)"),
        ("markdown-unsupported", 12, "One\n\n    code"),
        ("markdown-unsupported", 10, "some `code` here"),
        ("markdown-unsupported", 10, "> quote"),
        ("markdown-unsupported", 12, "One\n\n![picture](picture.png)"),
        ("markdown-unsupported", 10, "[one]: talk:"),
        ("markdown-unsupported", 12, "One\n\n---"),
        ("markdown-unsupported", 0, "One\n\n***"),
        ("markdown-unsupported", 11, "One\n==="),
        ("markdown-unsupported", 11, "- one\n-\n- two"),
        ("nested-too-deep", 11, "- one\n    - two"),
        ("nested-too-deep", 0, "> " * 30 + "deep"),
        ("attribute-unknown", 10, "## One {.big}"),
        ("attribute-unknown", 10, '[one](talk: "title")'),
        ("attribute-unknown", 10, "**one**{: .big}"),
        ("attribute-unknown", 10, "*one*{: .big}"),
        ("attribute-unknown", 11, "one\n{: .big}"),
        ("attribute-unknown", 10, "- one {: .big}"),
        ("attribute-unknown", 11, "- one\n{: .big}"),
        ("heading-shape", 0, "##"),
        ("heading-shape", 10, "## Why? {#why"),
        ("heading-shape", 10, "## {#why}"),
        ("heading-id", 10, "## Why? {#why}\n\n## Why? {#why}"),
        ("heading-id", 10, "## Why? {#Why}"),
        ("list-start", 10, "3. three\n4. four"),
        ("list-item-empty", 0, "- one\n- &#32;\n- two"),
        ("checklist-shape", 11, "- [ ] one\n- two"),
        ("checklist-shape", 10, "- [x] one"),
        ("checklist-shape", 10, "- []one"),
        ("callout-shape", 10, "!!! note\n    Text."),
        ("callout-shape", 10, "!!!note \"\"\n    Text."),
        ("callout-kind", 10, '!!! nota ""\n    Text.'),
        ("callout-empty", 10, '!!! note "Title"\nText.'),
        ("part-too-long", 12, "One\n\n" + "[" * 4001),
        ("part-too-long", 12, "\n".join(["long " * 300] * 9)),
        ("control-character", 11, "One\n\x00"),
        ("control-character", 10, "\x1b[1m"),
        ("control-character", 10, "\u202eevil"),
        ("control-character", 10, "\ud800"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_named_with_its_line(code: str, line: int, text: str) -> None:
    problem = problem_of(text)
    assert (problem.code, problem.file, problem.line) == (code, "page.md", line)


def test_a_call_out_inside_a_call_out_is_refused() -> None:
    assert problem_of('!!! note ""\n    Text.\n\n    !!! say ""\n        More.').code == "nested-too-deep"


@pytest.mark.parametrize("character", ["[", "*", "_", "`", ">", "- ", "![", "](", "!!!", "#", "&", "1. ", "\\", "    "])
def test_a_long_row_of_one_sign_is_read_or_refused(character: str) -> None:
    with contextlib.suppress(ContentError):
        parse_blocks(character * 300)


MARKS = ["# ", "## ", "{#why}", "{: .x}", "- ", "- [ ] ", "1. ", "* ", "**", "*", "_", "`", "> ", "![", "[", "](", ")"]
MARKS += ["talk:", "help:crisis", "step:one", "answer:a=b", "https://", "\n", "\n\n", "    ", "\t", '!!! note ""\n']
MARKS += ["!!! say", "<b>", "<", ">", "&lt;", "&#0;", "&#xd800;", "[a]: b", "---", "===", "\\", "word", "“it’s”", " "]
MARKS += ["\x02", "\x03", "\x02wzxhzdk:0\x03", "klzzwxh:0001", "\u2028", "\ufeff"]
MESS = st.one_of(st.text(), st.lists(st.sampled_from(MARKS), max_size=30).map("".join))


@modest
@given(MESS)
def test_only_a_content_error_comes_out_of_any_text(text: str) -> None:
    try:
        blocks = parse_blocks(text, "page.md")
    except ContentError as error:
        problem = error.problem
        assert problem.file == "page.md"
        assert 0 <= problem.line <= text.count("\n") + 1
        return
    for inline in inlines(blocks):
        assert inline
        whole = "".join(span.text for span in inline)
        assert not {"\n", "\r", "\t"} & set(whole)
        assert "  " not in whole
        assert whole == whole.strip(" ")
        assert all(read_link(span.link) is not None for span in inline if span.link is not None)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("crisis:", Link("crisis")),
        ("talk:", Link("talk")),
        ("step:keep-words", Link("step", "keep-words")),
        ("answer:fits=ringing", Link("answer", "fits", "ringing")),
        ("help:child-helpline", Link("help", "child-helpline")),
        ("service:gb-ceop", Link("service", "gb-ceop")),
        ("page:dont-pay", Link("page", "dont-pay")),
        ("plan:", Link("plan")),
        ("plan:parent", Link("plan", "parent")),
        ("plan:Parent", None),
        ("page:", None),
        ("talk", None),
        ("", None),
        ("https:", None),
        ("step:a b", None),
        ("step:../x", None),
        ("answer:a=b=c", None),
    ],
)
def test_a_link_is_taken_apart_or_refused(address: str, link: Link | None) -> None:
    assert read_link(address) == link
