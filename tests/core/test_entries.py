"""The apps and the ways to pay: read strictly, one file each, and one that is broken takes no other away."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.blocks import plain_text
from desktop_app.core.entries import entry_ids, entry_problems, load_entries, load_entry_words
from desktop_app.core.errors import ContentError, ContentProblem

APP = """\
name = "{name}"
aka = ["{name}"]
order = {order}
status = "open"
screenshot = "tells"
sequence = ["note", "report", "block"]
tools = []
not_on = []
sources = ["one"]
"""
PAY = """\
name = "{name}"
aka = []
order = {order}
countries = [{countries}]
speed = "minutes"
sources = ["one"]
"""
APP_WORDS = """\
+++
title = "{name}"
sources = ["one", "two"]
+++

## On {name} {{#keep}}

Keep it.

### More

More of it.

## On {name} {{#block}}

Block them.
"""
PAY_WORDS = '+++\ntitle = "{name}"\nsources = ["one"]\n+++\n\n## {name} {{#do}}\n\nTell them.\n'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two apps and two ways to pay."""
    for name, order in (("kik", 20), ("snapchat", 10)):
        put(tmp_path / "apps" / f"{name}.toml", APP.format(name=name.capitalize(), order=order))
        put(tmp_path / "en" / "apps" / f"{name}.md", APP_WORDS.format(name=name.capitalize()))
    for name, order, countries in (("card", 1, ""), ("zelle", 2, '"US"')):
        put(tmp_path / "pay" / f"{name}.toml", PAY.format(name=name.capitalize(), order=order, countries=countries))
        put(tmp_path / "en" / "pay" / f"{name}.md", PAY_WORDS.format(name=name.capitalize()))
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_good_entries_have_no_problem(content: Path) -> None:
    assert list(entry_problems(content, "en")) == []


def test_they_come_in_the_order_to_offer_them(content: Path) -> None:
    entries, problems = load_entries(content, "apps")
    assert ([entry.id for entry in entries], problems) == (["snapchat", "kik"], ())
    change(content / "apps" / "kik.toml", "order = 20", "order = 10")
    assert [entry.name for entry in load_entries(content, "apps")[0]] == ["Kik", "Snapchat"]


def test_a_way_to_pay_is_in_its_countries_and_where_the_country_is_not_known(content: Path) -> None:
    card, zelle = load_entries(content, "pay")[0]
    assert [card.is_in(country) for country in ("GB", "US", None)] == [True, True, True]
    assert [zelle.is_in(country) for country in ("GB", "US", None)] == [False, True, True]


def test_the_words_are_in_sections_that_begin_with_their_heading(content: Path) -> None:
    words = load_entry_words(content, "en", "apps", "kik")
    assert words.sources == ("one", "two")
    assert plain_text(words.sections["keep"]).split("\n") == ["On Kik", "Keep it.", "More", "More of it."]
    assert plain_text(words.sections["block"]).split("\n") == ["On Kik", "Block them."]


def test_a_language_without_the_file_has_the_english_one(content: Path) -> None:
    put(content / "de" / "apps" / "kik.md", APP_WORDS.format(name="Kik").replace("Keep it.", "Behalte es."))
    assert "Behalte es." in plain_text(load_entry_words(content, "de", "apps", "kik").sections["keep"])
    assert "Keep it." in plain_text(load_entry_words(content, "de", "apps", "snapchat").sections["keep"])


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("toml-syntax", 'name = "Kik"', "name = Kik"),
        ("key-missing", 'name = "Kik"\n', ""),
        ("key-unknown", "order = 20", "oder = 20"),
        ("choice-unknown", '"open"', '"ajar"'),
        ("choice-unknown", '"tells"', '"shouts"'),
        ("key-not-list", "tools = []", 'tools = "none"'),
        ("key-missing", 'sources = ["one"]\n', ""),
    ],
)
def test_a_mistake_takes_one_entry_and_is_named(content: Path, code: str, old: str, new: str) -> None:
    change(content / "apps" / "kik.toml", old, new)
    entries, problems = load_entries(content, "apps")
    assert [entry.id for entry in entries] == ["snapchat"]
    assert [(problem.code, problem.file) for problem in problems] == [(code, "apps/kik.toml")]
    assert list(entry_problems(content, "en")) == list(problems)


@pytest.mark.parametrize(
    ("about", "old", "new"),
    [
        ("keep-more", "{#block}", "{#keep-more}"),
        ("keeep", "{#keep}", "{#keeep}"),
        ("block", "## On Kik {#block}", "### Block"),
        ("kik", "## On Kik {#keep}", "Text.\n\n## On Kik {#keep}"),
    ],
)
def test_a_section_that_is_missing_or_unknown_is_named(content: Path, about: str, old: str, new: str) -> None:
    path = content / "en" / "apps" / "kik.md"
    change(path, old, new)
    (problem,) = entry_problems(content, "en")
    assert (problem.code, problem.file, problem.about) == ("entry-section", "en/apps/kik.md", about)
    with pytest.raises(ContentError):
        load_entry_words(content, "en", "apps", "kik")


def test_words_without_an_entry_and_an_entry_without_words_are_named(content: Path) -> None:
    put(content / "en" / "apps" / "wizz.md", APP_WORDS.format(name="Wizz"))
    (content / "en" / "pay" / "card.md").unlink()
    problems = list(entry_problems(content, "en"))
    assert ContentProblem("file-missing", "apps/wizz.toml", 0, "wizz") in problems
    assert [problem.file for problem in problems] == ["apps/wizz.toml", "en/pay/card.md"]


@pytest.mark.parametrize("name", ["Kik", "k k"])
def test_a_name_that_is_no_id_is_not_offered(content: Path, name: str) -> None:
    put(content / "apps" / f"{name}.toml", APP.format(name="Kik", order=1))
    entries, problems = load_entries(content, "apps")
    assert name not in [entry.id for entry in entries]
    assert [problem.code for problem in problems] == ["id-shape"]


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert entry_ids(tmp_path, "apps") == ()
    assert load_entries(tmp_path, "pay") == ((), ())
    assert list(entry_problems(tmp_path, "en")) == []
