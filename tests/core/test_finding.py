"""Finding words in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.finding import places


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Don’t pay. Do not pay.", "pay", ["pay", "pay"]),
        ("Don’t pay.", "don't PAY", ["Don’t pay"]),
        ("They say “pay”.", '"pay"', ["“pay”"]),
        ("one\u00a0word", "one  word", ["one\u00a0word"]),
        ("ceop.\u200bpolice.\u200buk", "ceop.police", ["ceop.\u200bpolice"]),
        ("Pay.", " pay ", ["Pay"]),
        ("aaa", "aa", ["aa"]),
        ("Pay (.*)", "(.*)", ["(.*)"]),
        ("Straße", "STRASSE", []),
        ("Pay", "", []),
        ("Pay", "  ", []),
        ("", "pay", []),
    ],
)
def test_words_are_found_as_people_type_them(text: str, words: str, found: list[str]) -> None:
    assert [text[first:last] for first, last in places(text, words)] == found


@given(st.text(), st.text(max_size=200))
def test_whatever_is_typed_each_place_is_in_the_text_and_none_meets_another(text: str, words: str) -> None:
    ends = [end for place in places(text, words) for end in place]
    assert ends == sorted(ends)
    assert all(0 <= end <= len(text) for end in ends)


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "S")), min_size=1), st.text())
def test_what_stands_there_is_found(words: str, before: str) -> None:
    assert places(f"{before} {words}", words)
