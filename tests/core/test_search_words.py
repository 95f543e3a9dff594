"""How queries are read, how slips are forgiven, and the file of what people type."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.blocks import parse_blocks, plain_text
from desktop_app.core.errors import ContentError
from desktop_app.core.library import load_library
from desktop_app.core.query_words import count_words, disguised_words, query_words
from desktop_app.core.resources import find_resources
from desktop_app.core.search_text import headings_and_body
from desktop_app.core.search_words import load_search_words
from desktop_app.core.spelling import Vocabulary, slips


def test_a_query_is_read_as_small_plain_words() -> None:
    assert query_words("  Can’t—PAY, “Caché” naïve\u200b ﬁx! ") == ("cant", "pay", "cache", "naive", "fix")
    assert query_words("k i l l and w.a.n.t") == ("kill", "and", "want")


def test_signs_in_the_place_of_letters_are_read_as_those() -> None:
    assert disguised_words("su1c!de k1ll 0800") == ("suicide", "kill")


@given(st.text(max_size=80))
def test_words_have_no_signs_whatever_was_typed(text: str) -> None:
    assert all(word.isalnum() for word in query_words(text))


def test_words_are_counted_as_they_are_searched_for() -> None:
    assert count_words(["Don’t pay, don't. PAY"]) == {"dont": 2, "pay": 2}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("blakmail", "blackmail"),
        ("blackmial", "blackmail"),
        ("samaritens", "samaritans"),
        ("nuds", "nudes"),
        ("pleaseeee", "please"),
        ("dei", "die"),
        ("threatning", "threatens"),
    ],
)
def test_the_nearest_word_is_meant(typed: str, meant: str) -> None:
    words = Vocabulary(dict.fromkeys(["blackmail", "black", "samaritans", "nudes", "please", "die", "threatens"], 1))
    assert words.meant_by(typed)[0] == meant


def test_a_word_that_goes_on_is_met_before_it_is_whole() -> None:
    words = Vocabulary({"blackmailing": 1, "blanket": 1})
    assert words.meant_by("blakmail") == ()
    assert words.meant_by("blakmail", unfinished=True) == ("blackmailing",)
    assert words.beginning_with("bla") == ("blackmailing", "blanket")


def test_short_words_are_not_bent_into_others() -> None:
    assert Vocabulary({"will": 1, "bank": 1}).meant_by("xll") == ()


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_slips_are_counted_alike_from_both_sides(one: str, other: str) -> None:
    assert slips(one, other, 9)[0] == slips(other, one, 9)[0]
    assert (slips(one, other, 9)[0] == 0) == (one == other)
    assert slips(one, other, 9)[1] <= slips(one, other, 9)[0]


def test_the_words_searched_are_those_of_the_page() -> None:
    for page in load_library(find_resources(), "en"):
        headings, body = headings_and_body(page.markdown)
        shown = query_words(plain_text(parse_blocks(page.markdown, page.file, page.first_line, page.sources)))
        cards = {"help", "service"}  # a line that stands for cards is never seen
        missing = set(query_words(f"{headings} {body}")) - set(shown) - cards
        assert missing == set(), page.id


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('danger = "x"', "key-missing", 0),
        ('ignored = "x"\ndanger = ["x"]', "key-not-text", 2),
        ('ignored = "x"\ndanger = "x"\nother = 1', "key-unknown", 3),
        ('ignored = "x"\ndanger = "x"\n[[meaning]]\ntyped = "x"\nto = ["https://x"]', "link-scheme", 5),
        ('ignored = "x"\ndanger = "x"\n[[meaning]]\ntyped = "x"\naudience = "all"', "choice-unknown", 5),
        ('ignored = "x"\n[[same]]\ntyped = "x"', "key-missing", 0),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "en.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_search_words(tmp_path, "cy")
    assert (raised.value.problem.code, raised.value.problem.line) == (code, line)


def test_phrases_are_read_as_queries_are(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    text = 'ignored = "The, a"\ndanger = """can\'t go,\nkill*  MY_self, ,"""\n'
    (tmp_path / "search" / "en.toml").write_text(text, encoding="utf-8")
    words = load_search_words(tmp_path, "en")
    assert words.ignored == {"the", "a"}
    assert words.danger == (("cant", "go"), ("kill*", "my_self"))
