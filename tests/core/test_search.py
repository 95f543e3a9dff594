"""What is found, in which order, and with which words marked."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.links import Link
from desktop_app.core.search import CRISIS, MOST_HITS, Search
from desktop_app.core.search_index import Document
from desktop_app.core.search_table import Piece, SearchMissingError
from desktop_app.core.search_words import Meaning, Same, SearchWords
from tests.core.small_search import document, names, search, shipped_search

WORDS = SearchWords(
    ignored=frozenset({"the", "my", "is", "want"}),
    danger=(("kill*", "myself"), ("suicid*",), ("die",)),
    same=(Same("child", (("son",), ("my_boy",))),),
    meanings=(
        Meaning((("nudes",), ("dick_pic",)), also=("picture",), to=("page:tools",)),
        Meaning((("child",),), audience="parents"),
    ),
)
SHIPPED = shipped_search()


def test_a_word_in_the_title_counts_most_then_summary_then_heading_then_text() -> None:
    found = search(
        document("text", body="money and more"),
        document("heading", headings="money and more"),
        document("summary", summary="money and more"),
        document("title", title="money and more"),
    ).find("money")
    assert names(found) == ["title", "summary", "heading", "text"]


def test_what_holds_more_of_the_words_stands_before_what_holds_one_often() -> None:
    found = search(document("one", body="money " * 9), document("both", body="money bank")).find("money bank")
    assert names(found) == ["both", "one"]


@pytest.mark.parametrize(
    "typed", ["blackmail", "Blackmailing", "BLACKMAILED", "blackm", "blakmail", "blackmial", "bläckmail"]
)
def test_other_endings_beginnings_and_slips_find_a_word(typed: str) -> None:
    assert names(
        search(document("it", title="Someone is blackmailing you"), document("no", title="x")).find(typed)
    ) == ["it"]


@pytest.mark.parametrize("typed", ["", " ", "?!", "🙂", "\x00\x02\x03", "zzzqqq"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert search(document("it", title="Words")).find(typed) == ()
    assert Search((), SearchWords()).find(typed) == ()


def test_the_words_found_are_marked_in_the_title_and_in_the_line_under_it() -> None:
    found = search(document("it", "Your phone", "What it answers.", body="They may take the phone away.")).find("phone")
    assert found[0].title == (Piece("Your "), Piece("phone", True))
    assert found[0].snippet == (Piece("They may take the "), Piece("phone", True), Piece(" away."))


def test_the_summary_is_shown_where_the_word_is_in_it_and_where_it_is_nowhere() -> None:
    page = document("it", "Phones", "Your phone.", body="The phone.")
    assert search(page).find("phone")[0].snippet == (Piece("Your "), Piece("phone", True), Piece("."))
    led = search(document("tools", "Tools", "What helps."), words=WORDS).find("nudes")
    assert led[0].snippet == (Piece("What helps."),)


def test_other_words_for_a_thing_lead_to_it() -> None:
    found = search(document("other", body="A picture."), document("tools", title="Free help"), words=WORDS)
    assert names(found.find("nudes")) == ["tools", "other"]
    assert names(found.find("my nuds")) == ["tools", "other"]
    assert names(found.find("his dick pic")) == ["tools", "other"]
    assert names(found.find("pic of a dick")) == ["other"]


def test_words_of_a_parent_put_their_pages_first() -> None:
    pages = (document("young", title="Money"), Document(Link("page", "adults"), "parents", "Money", "", "", ""))
    found = search(*pages, words=WORDS)
    assert names(found.find("money")) == ["young", "adults"]
    assert names(found.find("my boy money")) == ["adults", "young"]


def test_after_the_best_three_the_others_stand_by_group() -> None:
    groups = ["young", "parents", "young", "school", "parents", "young", "school", "parents"]
    pages = [
        Document(Link("page", str(number)), group, "", "", "", "money " * (20 - number) + "other " * number * number)
        for number, group in enumerate(groups)
    ]
    rest = [hit.group for hit in search(*pages).find("money")[3:]]
    assert len(rest) >= 4
    assert rest == sorted(rest, key=rest.index)


def test_a_list_ends_before_nobody_reads_on() -> None:
    assert len(search(*(document(str(number), title="money") for number in range(40))).find("money")) == MOST_HITS


@pytest.mark.parametrize(
    "typed",
    [
        "kill myself",
        "KILL  MYSELF!!",
        "myself i want to kill",
        "killmyself",
        "suiside",
        "suicidal",
        "su1c1de",
        "dei",
        "k i l l myself",
    ],
)
def test_a_query_of_somebody_in_danger_puts_the_crisis_page_first(typed: str) -> None:
    found = search(document("it", title="Suicide, kill, myself"), words=WORDS).find(typed)
    assert found[0].group == CRISIS
    assert [hit.group for hit in found].count(CRISIS) == 1


def test_danger_is_heard_at_the_end_of_a_long_text() -> None:
    typed = " ".join(f"word{number}" for number in range(900)) + " i want to die"
    assert search(words=WORDS).find(typed)[0].group == CRISIS


def test_words_of_the_search_engine_are_words_like_others() -> None:
    found = search(document("it", title="Near the bank or not"))
    for typed in (
        '"',
        "bank*",
        'title:"bank"',
        "bank NEAR(x)",
        "NOT bank",
        "^bank",
        "-bank",
        "(bank",
        "bank)",
        "{bank}",
        "bank AND",
    ):
        assert names(found.find(typed)) in (["it"], []), typed
    assert names(found.find('"bank" OR x')) == ["it"]


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=60) | st.text("\"*():^-+{}ANDORNT '%;", max_size=30) | st.from_regex(r"[a-z؀-ۿ ]{0,40}"))
def test_whatever_is_typed_gives_a_list_and_no_error(typed: str) -> None:
    found = SHIPPED.find(typed)
    assert len(found) <= MOST_HITS + 1
    assert len(set(names(found))) == len(found) or len({hit.link for hit in found}) == len(found)


@pytest.mark.parametrize(
    "typed", ["money " * 1700, "x" * 10_000, "kll myslf " * 1000, "🙂" * 10_000, "أريد المساعدة " * 700, '"' * 10_000]
)
def test_ten_thousand_letters_are_searched_for_like_ten(typed: str) -> None:
    assert len(SHIPPED.find(typed)) <= MOST_HITS + 1


def test_a_search_made_on_one_thread_serves_another() -> None:
    made: list[Search] = []
    thread = threading.Thread(target=lambda: made.append(search(document("it", title="money"))))
    thread.start()
    thread.join()
    assert names(made[0].find("money")) == ["it"]


def test_searching_leaves_no_file_and_no_query(home: Path) -> None:
    before = sorted(home.rglob("*"))
    found = search(document("it", title="money"))
    found.find("canary money")
    assert sorted(home.rglob("*")) == before
    assert "canary" not in repr(vars(found)) + repr(vars(found._vocabulary)) + repr(vars(found._table))


def test_a_computer_without_full_text_search_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Without(sqlite3.Connection):
        def execute(self, sql: str, parameters: object = ()) -> sqlite3.Cursor:
            if "fts5" in sql:
                raise sqlite3.OperationalError("no such module: fts5")
            return super().execute(sql)

    whole = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *args, **named: whole(*args, factory=Without, **named))
    with pytest.raises(SearchMissingError):
        search(document("it"))
