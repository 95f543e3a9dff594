"""Every combination of answers, in every country: where it ends, who is met, how long it is, and that it fits them."""

from __future__ import annotations

import random
import re

import pytest

from desktop_app.core.blocks import Checklist
from desktop_app.core.plan import RESERVED, Answers
from desktop_app.core.walk import Walk
from tests.content.sheets import Sheets, answers_of, parts_of
from tests.content.shown import COUNTRIES, NOWHERE, PLANS, cards, page, plan, read_aloud
from tests.content.way_rules import FOR_A_NATION, about_an_adult, all_sheets, broken, every_page, pages_in, sheets

NOW_ITEMS = 3
OTHER_AGE = re.compile(r"(?:under 18|18 or over) in (?:the picture|it)|until you (?:are|turn) \d\d", re.IGNORECASE)
"""Where a page itself says whom the card of another age is for."""
COUNTRY_OF_WORDS = re.compile(r"-(gb|ie|us|ca|au|nz)(?=-|$)")
ADULT_WORDS = re.compile(r"(?<!under)-18(?=-|$)")
YOUNGEST = "under-13"
SAMPLE = 150
"""Sheets of answers, a plan."""

each_plan = pytest.mark.parametrize("name", PLANS)


@each_plan
def test_every_way_ends_well_and_meets_who_helps(name: str) -> None:
    count = sum(sheets(name, country).here.bit_count() for country in COUNTRIES)
    print(f"\n{name}: {count:,} sheets of answers in {len(COUNTRIES)} countries end here")
    found = [
        (problem, every.example(some)) for every in all_sheets(name) for problem, some in broken(name, every) if some
    ]
    assert found == []


@each_plan
def test_the_last_page_has_at_most_three_things_for_now(name: str) -> None:
    endings = {step.id for step in plan(name).steps if step.ending}
    for words, step in every_page(name).items():
        if step in endings:
            (now,) = [block.items for block in page(name, words).body if isinstance(block, Checklist)]
            assert len(now) <= NOW_ITEMS, words


@pytest.mark.parametrize("country", COUNTRIES)
@each_plan
def test_no_card_is_empty_or_for_somebody_else(name: str, country: str) -> None:
    wrong = set()
    for _, words, age in pages_in(name, country):
        shown, adult = page(name, words), about_an_adult(name, age)
        near = {country, "ZZ", *(["GB"] if FOR_A_NATION & set(words) else [])}
        for link, found in cards(name, shown, country, adult).items():
            here = f"{link.scheme}:{link.target} on {'+'.join(words)}"
            if not found:
                wrong.add(f"nobody: {here}")
            for service in found:
                if service.country not in near:
                    wrong.add(f"{service.id}, another country: {here}")
                fits = service.serves(adult) and not (adult and service.kinds[0] == "child-helpline")
                if not fits and not OTHER_AGE.search(read_aloud(shown)):
                    wrong.add(f"{service.id}, another age: {here}")
    assert wrong == set()


@each_plan
def test_words_of_a_country_are_shown_there_only(name: str) -> None:
    for every in all_sheets(name):
        for _, names, _ in pages_in(name, every.country):
            for words in set(names) - FOR_A_NATION:
                ending = COUNTRY_OF_WORDS.search(words)
                assert ending is None or ending[1].upper() == every.country, words


@each_plan
def test_words_of_an_age_are_shown_to_it_only(name: str) -> None:
    for every in all_sheets(name):
        for _, names, age in pages_in(name, every.country):
            assert not any(ADULT_WORDS.search(words) for words in names) or about_an_adult(name, age), names
            assert not any(words.endswith(YOUNGEST) for words in names) or age == YOUNGEST, names


@each_plan
def test_i_do_not_know_and_skip_are_like_no_answer(name: str) -> None:
    looked_at = answers_of(parts_of(plan(name)))
    assert {question for question, answers in looked_at.items() if answers & set(RESERVED)} == set()


@each_plan
def test_nothing_that_is_picked_from_a_list_changes_steps(name: str) -> None:
    listed = {question.id for question in plan(name).questions if question.listed}
    assert listed & set(answers_of(parts_of(plan(name)))) == set()


def some_of(every: Sheets) -> list[int]:
    dice = random.Random(f"{every.plan.id} {every.country}")
    return [dice.randrange(every.count) for _ in range(SAMPLE)]


def walked(every: Sheets, answers: Answers) -> Walk:
    """A person who answers what is asked, step by step, and goes on till the end or into another plan."""
    walk = Walk(every.plan, None if every.country == NOWHERE else every.country, plan)
    while True:
        for question in walk.questions(walk.here):
            for answer in sorted(answers[question.id] - walk.answers(question.id)):
                walk.answer(question.id, answer)
        if walk.here.ending or walk.plan is not every.plan:
            return walk
        walk.done()


@each_plan
def test_a_person_who_answers_sees_the_pages_of_their_sheet_and_can_go_back(name: str) -> None:
    for every in all_sheets(name):
        for number in some_of(every):
            walk = walked(every, every.answers(number))
            place = f"{number} of {every.country}: {every.answers(number)}"
            if walk.plan is not every.plan:
                assert every.handed[walk.plan.id] >> number & 1, place
                continue
            assert every.ended[walk.here.id] >> number & 1, place
            pages = [(each.step.id, each.words) for each in every.pages if each.on >> number & 1]
            assert [(step.id, walk.words(step)) for step in walk.steps] == pages, place
            assert len(pages) == walk.number
            while walk.back():
                pass
            assert walk.here is every.plan.steps[0], place
