"""What somebody writes in their own words is understood: a "not", an "if", somebody else's words and age, and slips."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.core.own_words import Understood, load_own_words
from desktop_app.core.plan_file import load_plan
from desktop_app.core.resources import find_resources

RESOURCES = find_resources()
OWN_WORDS = load_own_words(RESOURCES, "en")
WORDS = (
    *("i", "he", "she", "they", "my", "son", "friend", "pupil", "not", "didnt", "if", "unless", "or", "said", "says"),
    *("15", "18", "40", "im", "year", "9", "£", "50", "paid", "sent", "posted", "pics", "on", "snap", "insta", "steam"),
    *("card", "paypal", "uk", "ireland", "from", "in", "and", ",", ".", "?", "!", "'", '"', "police", "ai", "blocked"),
    *("deleted", "die", "kill", "myself", "gay", "home", "told", "email", "webcam", "wants", "ex", "school", "teacher"),
)


def said(text: str, country: str | None = None) -> Understood:
    return OWN_WORDS.understand(text, country)


def answers(text: str) -> set[str]:
    return {f"{question}={answer}" for question, given in said(text).answers.items() for answer in given}


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("i paid them", {"urgent=paid"}),
        ("i didnt pay them", set()),
        ("i never paid anything", set()),
        ("what if i pay", set()),
        ("they post it if i dont pay", set()),
        ("he paid me first", set()),
        ("he posted it", {"urgent=posted"}),
        ("he says he will post it", set()),
        ("he says he already posted it", set()),
        ("dont know if he actually posted it", set()),
        ("i sent more", {"urgent=more"}),
        ("he wants me to send more", set()),
        ("i sent more money", {"urgent=paid"}),
        ("i blocked him and he made a new account", {"fits=still"}),
        ("he blocked me and made a new account", set()),
        ("should i go to the police", set()),
        ("he says he is from the police", {"fits=threats"}),
        ("it was a fake account", set()),
        ("it is a fake nude", {"fits=fake"}),
    ],
)
def test_a_not_an_if_and_a_threat_are_told_from_what_has_happened(text: str, understood: set[str]) -> None:
    assert answers(text) == understood


def test_what_somebody_else_says_is_not_what_the_writer_says() -> None:
    assert answers("he keeps saying 'i paid for this'") == set()
    assert "home=outing" not in answers("he wrote “im not out” on his page")


@pytest.mark.parametrize(
    ("text", "apps"),
    [
        ("on snap", ("snapchat",)),
        ("snpachat", ("snapchat",)),
        ("Insta and TikTok", ("instagram", "tiktok")),
        ("not on snap, on insta", ("instagram",)),
        ("met on steam, wants a steam card", ("steam",)),
        ("wants a steam card", ()),
        ("kicked me off the stream", ()),
        ("he zooms in", ()),
        ("on zoom", ("zoom",)),
        ("my ex", ()),
        ("posted it on X", ("x",)),
    ],
)
def test_apps_are_known_by_their_names_and_no_other_word_is_one(text: str, apps: tuple[str, ...]) -> None:
    assert said(text).answers.get("apps", ()) == apps


def test_a_way_to_pay_counts_only_where_something_was_paid() -> None:
    assert "pay" not in said("wants 50 by paypal").answers
    assert said("paid 50 by paypal").answers["pay"] == ("paypal",)
    assert said("paid by paypal and now he wants bitcoin").answers["pay"] == ("paypal",)
    assert said("paid with zelle and bitcoin").answers["pay"] == ("zelle", "crypto")


def test_a_bank_is_the_one_of_the_country() -> None:
    assert said("paid by bank transfer", "GB").answers["pay"] == ("uk-bank",)
    assert said("paid by bank transfer", "US").answers["pay"] == ("us-bank",)
    assert said("paid by bank transfer, im in the uk", "US").answers["pay"] == ("uk-bank",)
    assert said("paid by bank transfer", "IE").answers["pay"] == ("bank",)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("im 15", "teen"),
        ("15f", "teen"),
        ("im twelve", "under-13"),
        ("im thirty two", "adult"),
        ("im in year 10", "teen"),
        ("im in year 8", ""),
        ("turning 18 next month", "teen"),
        ("not 13 yet", "under-13"),
        ("i told him im 18 but im really 15", "teen"),
        ("i was 15 when it began, now im 20", "adult"),
        ("hes 34", ""),
        ("a 40 year old man has my pics, im 14", "teen"),
        ("she said shes 18, im 16", "teen"),
        ("he paid me 50", ""),
        ("he wants 40", ""),
        ("he gave me 15 minutes", ""),
        ("im 15 minutes away", ""),
        ("wants money, 50", ""),
        ("im 15. im 20", ""),
        ("i h8 it", ""),
    ],
)
def test_an_age_is_the_writers_or_none(text: str, age: str) -> None:
    assert "".join(said(text).answers.get("age", ())) == age


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("im in ireland", "IE"),
        ("im from northern ireland", "GB"),
        ("16, uk", "GB"),
        ("im american", "US"),
        ("im in the US", "US"),
        ("he has a video of us", None),
        ("HE HAS A VIDEO OF US", None),
        ("hes in the philippines", None),
        ("a guy from nigeria", None),
        ("i have family in canada", None),
        ("from ireland but i live in germany", "DE"),
        ("im from spain and from france", None),
    ],
)
def test_a_country_is_where_the_writer_is_or_none(text: str, country: str | None) -> None:
    assert said(text).country == country


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("im 15", "young-person"),
        ("im 30", "adult"),
        ("someone has my pics", ""),
        ("my daughter is being blackmailed", "parent"),
        ("he will send it to my daughter", ""),
        ("my mate is being blackmailed", "friend"),
        ("he wants pics of my mate", ""),
        ("a pupil told me she is being blackmailed", "school"),
        ("im a teacher and someone has my nudes", ""),
        ("my foster mum wont help", ""),
    ],
)
def test_whom_it_is_about_is_heard(text: str, plan: str) -> None:
    assert said(text).plan == plan


def test_ages_of_two_people_are_kept_apart() -> None:
    assert answers("I'm 42 and my daughter's 15") == {"age=teen"}
    assert answers("my son is 19 and im 50") == {"age=adult-child"}
    assert answers("my mate is being blackmailed, im 20 hes 17") == {"age=under-18"}
    assert answers("my mate is being blackmailed, im 20 hes 19") == {"age=adult"}
    assert answers("my mate is being blackmailed, im 20") == set()


def test_danger_is_heard_and_a_manner_of_speech_is_not() -> None:
    assert said("i want to die").danger
    assert said("KILLMYSELF").danger
    assert said("k i l l myself").danger
    assert said("i dont want to hrut myslef").danger
    assert not said("my phone died").danger
    assert not said("my mum will kill me").danger
    assert said("my mum will kill me and i want to die").danger


def test_danger_is_heard_at_the_end_of_a_long_text() -> None:
    assert said("he wrote to me again. " * 300 + "i want to die").danger


def test_who_helps_somebody_in_danger_is_told_first_what_to_do() -> None:
    assert "urgent=danger" in answers("my son says he wants to die")
    assert "urgent=danger" in answers("my mate says he wants to die")
    assert "urgent=danger" not in answers("i want to die")


@pytest.mark.parametrize(
    "text", ["", " ", "help", "asdfghjkl", "ayuda por favor", "🥺🥺", "\0", "???", "12345678901234567890"]
)
def test_what_says_nothing_gives_nothing(text: str) -> None:
    assert said(text).nothing


@given(st.text(max_size=300) | st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
@example("'" * 500)
@example("“" * 500)
@example("½ ² ① ٣ 三 १५ im ٣")
@example("\u202eim 15\u202c \ud800")
@example("\0paid\0")
@settings(max_examples=400)
def test_nothing_is_raised_and_all_answers_are_ones_that_the_plan_has(text: str) -> None:
    understood = said(text)
    plan = load_plan(RESOURCES, understood.plan or "young-person")
    for name, given_answers in understood.answers.items():
        question = plan.question(name)
        assert question is not None
        assert set(given_answers) <= set(question.answers)
        assert question.many or len(given_answers) == 1


@pytest.mark.parametrize("letters", ["he ", "paid ", "im 15 ", "“", "a", "💀", "\0", "م", "1 ", "kill "])
def test_ten_thousand_letters_are_read_without_an_error(letters: str) -> None:
    said((letters * 10_000)[:10_000])


def test_the_same_text_is_always_understood_alike() -> None:
    text = "paid 50 by steam card on snap, 15, ireland"
    assert said(text) == said(text) == load_own_words(RESOURCES, "en").understand(text)
