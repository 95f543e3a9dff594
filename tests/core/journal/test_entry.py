"""What an entry may say, and what becomes of odd texts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.journal.chain import canonical
from desktop_app.core.journal.entry import Entry, checked, checked_draft
from desktop_app.core.journal.errors import JournalError

WHOLE: Entry = {
    "what": "He said he would send it to my friends.",
    "when": {"kind": "about", "at": "2026-11-24", "zone": "Europe/London", "words": "after school"},
    "platform": "a chat",
    "them": {
        "handle": "@x",
        "id": "https://example.invalid/1234",
        "display_name": "Sam",
        "other_accounts": ["@y"],
        "phone": "none",
        "email": "none",
        "claims": "16, from the next town",
    },
    "demand": {
        "kinds": ["money", "pictures"],
        "words": "pay or else",
        "amount": "200",
        "currency": "GBP",
        "deadline": "tonight",
        "how_to_pay": "gift cards",
        "accounts": ["AAAA-BBBB"],
    },
    "payment": {"paid": "yes", "when": {"kind": "unknown"}, "amount": "50", "currency": "GBP", "reference": "R1"},
    "threat": {"send_to": "my class", "shared": "no", "where": "nowhere", "meeting": "unknown", "meeting_words": "?"},
    "image": {
        "of": "me",
        "real": "not-sure",
        "where": "chat",
        "sent": {"kind": "exact", "at": "2026-11-23T22:10"},
        "who_has": "he",
        "age": "15",
    },
    "age_then": 15,
    "country": "GB",
    "region": "Wales",
    "done": [{"what": "reported-police", "whom": "101", "reference": "42", "when": {"kind": "unknown"}}],
    "author": "me",
    "answers": [{"plan": "young-person", "step": "webcam", "answer": "yes"}],
}


def code_of(entry: Any) -> str:
    with pytest.raises(JournalError) as caught:
        checked(entry)
    return caught.value.code


def test_every_field_can_be_said() -> None:
    assert checked(WHOLE) == WHOLE


def test_only_what_happened_is_needed() -> None:
    assert checked({"what": "it"}) == {"what": "it"}


@pytest.mark.parametrize("entry", [{}, {"what": ""}, {"what": " \n"}, {"platform": "a chat"}])
def test_an_entry_says_what_happened(entry: dict[str, str]) -> None:
    assert code_of(entry) == "what-missing"


def test_empty_fields_are_not_kept() -> None:
    empty: Any = {"what": "it", "platform": "", "them": {"handle": ""}, "done": [], "demand": {"kinds": []}}
    assert checked(empty) == {"what": "it"}


@pytest.mark.parametrize(
    "odd",
    [
        {"secret": "x"},
        {"what": 3},
        {"them": "x"},
        {"them": {"nick": "x"}},
        {"demand": {"kinds": ["love"]}},
        {"demand": {"kinds": "money"}},
        {"when": {"at": "2026-11-24"}},
        {"when": {"kind": "never"}},
        {"done": [{"whom": "somebody"}]},
        {"age_then": -1},
        {"age_then": 151},
        {"age_then": True},
        {"age_then": 12.5},
        {"author": ["me"]},
        {"answers": [{"plan": "a", "step": "b"}]},
    ],
)
def test_what_no_entry_can_say_is_refused(odd: dict[str, Any]) -> None:
    assert code_of({"what": "it", **odd}) == "entry-odd"


@given(st.text(st.characters(), min_size=1))
def test_any_text_can_be_kept_and_only_half_characters_change(text: str) -> None:
    kept = checked_draft({"what": text})["what"]
    assert canonical(kept)
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    assert kept == text


def test_a_draft_may_be_anything_half_done() -> None:
    assert checked_draft({"when": {"at": "2026"}, "done": [{"whom": "x"}]})
    assert checked_draft({}) == {}
    with pytest.raises(JournalError):
        checked_draft({"what": 1})


def test_the_json_is_in_one_form() -> None:
    assert canonical({"b": 'ü\x00\x1f"\\/\u2028', "a": [1, True]}) == (
        '{"a":[1,true],"b":"ü\\u0000\\u001f\\"\\\\/\u2028"}'.encode()
    )
