"""What was understood goes into a plan; the words that people use are data, and a mistake in them is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.core.errors import ContentError
from desktop_app.core.own_words import Understood, load_own_words
from desktop_app.core.own_words_check import own_words_problems
from desktop_app.core.own_words_file import load_rules
from desktop_app.core.own_words_use import give, plan_to_open, used
from desktop_app.core.plan_file import load_plan
from desktop_app.core.resources import find_resources
from desktop_app.core.walk import Walk

RESOURCES = find_resources()
OWN_WORDS = load_own_words(RESOURCES, "en")
FILE = "own-words/en.toml"


def said(text: str) -> Understood:
    return OWN_WORDS.understand(text)


def test_answers_are_given_and_the_person_stands_where_they_matter() -> None:
    walk = Walk(load_plan(RESOURCES, "young-person"), "GB")
    give(walk, said("i paid 50 by paypal, im 15").answers)
    assert walk.answers("urgent") == {"paid"}
    assert walk.answers("pay") == {"paypal"}
    assert walk.answers("age") == {"teen"}
    assert walk.here.id == "given"
    assert walk.back_to is not None
    assert walk.back_to.id == "stop"


def test_answers_that_were_given_before_stay_given() -> None:
    walk = Walk(load_plan(RESOURCES, "young-person"), "GB")
    walk.answer("urgent", "paid")
    walk.answer("apps", "kik")
    give(walk, {"urgent": ("paid", "more"), "apps": ("snapchat",), "nothing": ("such",), "age": ("none",)})
    assert walk.answers("urgent") == {"paid", "more"}
    assert walk.answers("apps") == {"kik", "snapchat"}
    assert walk.answers("age") == frozenset()


def test_an_adult_is_handed_over_with_all_answers() -> None:
    walk = Walk(load_plan(RESOURCES, plan_to_open("adult")), "GB", lambda name: load_plan(RESOURCES, name))
    give(walk, said("im 30 and i paid 50 by paypal").answers)
    assert walk.plan.id == "adult"
    assert walk.answers("pay") == {"paypal"}
    assert walk.here.id == "given"


def test_a_parent_of_a_child_in_danger_begins_with_that() -> None:
    walk = Walk(load_plan(RESOURCES, "parent"), "GB")
    give(walk, said("my son wants to die, he paid 50 by paypal").answers)
    assert walk.here.id == "first"
    assert walk.answers("pay") == {"paypal"}


def test_what_is_left_out_is_not_used() -> None:
    understood = Understood("young-person", {"apps": ("kik", "snapchat"), "age": ("teen",)})
    assert used(understood, frozenset({("apps", "kik"), ("age", "teen")})) == {"apps": ("snapchat",)}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RESOURCES, tmp_path / "resources"))


def change(resources: Path, old: str, new: str) -> None:
    path = resources / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_word_an_app_and_a_country_are_added_without_code(copied: Path) -> None:
    change(copied, 'set = "urgent=paid"\ntyped = """', 'set = "urgent=paid"\ntyped = """\nforked out, ')
    change(copied, "[[country]]", '[[country]]\ncode = "IS"\nnames = "iceland"\npeople = "icelandic"\n\n[[country]]')
    (copied / "apps" / "chirp.toml").write_text(
        (copied / "apps" / "kik.toml").read_text(encoding="utf-8").replace("Kik", "Chirp").replace("kik", "chirp"),
        encoding="utf-8",
    )
    understood = load_own_words(copied, "en").understand("forked out on chirp in iceland")
    assert understood.answers == {"urgent": ("paid",), "apps": ("chirp",)}
    assert understood.country == "IS"


@pytest.mark.parametrize(
    ("old", "new", "code", "about"),
    [
        ('set = "urgent=paid"', 'set = "urgent=lost"', "answer-unknown", "lost"),
        ('set = "urgent=paid"', 'set = "hurry=paid"', "question-unknown", "hurry"),
        ('set = "urgent=paid"', 'set = "urgent"', "choice-unknown", "urgent"),
        ('plans = "parent"', 'plans = "uncle"', "file-missing", "uncle"),
        ("STOP =", "HALT =", "key-missing", "STOP"),
        ("[guard.denied]", "[guard.refused]", "key-missing", "denied"),
        ('guards = "not, if', 'guards = "never, if', "choice-unknown", "never"),
        ("I .. paid,", "I .. .., ", "choice-unknown", "I .. .."),
        ("I .. paid,", "YOU paid,", "choice-unknown", "YOU paid"),
        ("I .. paid,", "I? me?,", "choice-unknown", "I? me?"),
        ("one = 1", 'one = "1"', "key-not-number", "one"),
        ("[more.apps]", '[more.apps]\nicq = "icq"', "answer-unknown", "icq"),
        ("[years]", '[years]\nfew = "reception"', "key-not-number", "few"),
        ("[spelled]", "[misspelled]", "key-unknown", "misspelled"),
    ],
)
def test_a_mistake_in_the_file_is_named(copied: Path, old: str, new: str, code: str, about: str) -> None:
    change(copied, old, new)
    problems = [(problem.code, problem.about) for problem in own_words_problems(copied)]
    assert (code, about) in problems


def test_a_language_without_such_a_file_has_the_fallbacks() -> None:
    assert load_rules(RESOURCES, "xx").joins == load_rules(RESOURCES, "en").joins


def test_a_file_that_is_gone_is_named(copied: Path) -> None:
    (copied / FILE).unlink()
    with pytest.raises(ContentError):
        load_own_words(copied, "en")
    assert [problem.code for problem in own_words_problems(copied)] == ["file-missing"]
