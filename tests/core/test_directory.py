"""Who is shown first, and what is left when a file is broken: always somebody to reach."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.directory import Directory, countries, country_name, load_directory
from desktop_app.core.resources import find_resources
from tests.core.generated_plans import modest

RESOURCES = find_resources()
HEADER = """\
country = "GB"
timezone = "Europe/London"
read_on = 2026-11-24
crisis = ["gb-emergency", "gb-night", "gb-day"]
best = ["gb-day", "gb-night"]
"""
EMERGENCY = """
[[service]]
id = "gb-emergency"
name = "Emergency"
kinds = ["emergency"]
confidence = "confirmed"
read_on = 2026-11-24
sources = ["https://example.org"]
[[service.contact]]
way = "phone"
to = "999"
hours = "always"
"""
DAY = """
[[service]]
id = "gb-day"
name = "Day line"
kinds = ["crisis"]
confidence = "confirmed"
read_on = 2026-11-24
sources = ["https://example.org"]
[[service.contact]]
way = "phone"
to = "0800 1"
hours = ["Mon-Fri 10:00-16:00"]
"""
NIGHT = """
[[service]]
id = "gb-night"
name = "Night line"
kinds = ["crisis"]
confidence = "confirmed"
read_on = 2026-11-24
sources = ["https://example.org"]
[[service.contact]]
way = "sms"
to = "85258"
keyword = "HI"
hours = "always"
"""
ALL = HEADER + EMERGENCY + DAY + NIGHT
WORLD = """\
country = "ZZ"
read_on = 2026-11-24
crisis = ["zz-list"]
best = ["zz-list"]

[[service]]
id = "zz-list"
name = "List of lines"
kinds = ["crisis"]
confidence = "confirmed"
read_on = 2026-11-24
sources = ["https://example.org"]
[[service.contact]]
way = "web"
to = "https://example.org"
"""
WORDS = """\
name = "United Kingdom"
in_sentence = "the United Kingdom"

[gb-day]
line = "By day"

[gb-night]
line = "By night"
"""
WORLD_WORDS = 'name = "Any country"\nin_sentence = "any country"\n[zz-list]\nline = "All lines"\n'

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
NIGHT_TIME = dt.datetime(2026, 11, 24, 3, tzinfo=dt.UTC)
MOMENTS = st.integers(0, 2 * 366 * 24).map(
    lambda hours: dt.datetime(2026, 11, 24, tzinfo=dt.UTC) + dt.timedelta(hours=hours)
)
WRONG_CLOCKS = (dt.datetime(1980, 1, 1, tzinfo=dt.UTC), dt.datetime(2106, 2, 7, tzinfo=dt.UTC))


def folder(root: Path, data: str | bytes = ALL, words: str | bytes = WORDS, world: str | bytes = WORLD) -> Path:
    for place, content in (
        ("directory/GB.toml", data),
        ("directory/ZZ.toml", world),
        ("en/directory/GB.toml", words),
        ("en/directory/ZZ.toml", WORLD_WORDS),
    ):
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def ids(services: tuple[object, ...]) -> list[str]:
    return [getattr(service, "id", "") for service in services]


def codes(directory: Directory) -> list[tuple[str, str, int]]:
    return [(problem.code, problem.file, problem.line) for problem in directory.problems]


@pytest.fixture(scope="module")
def britain() -> Directory:
    return load_directory(RESOURCES, "en", "GB")


# Who comes first


@pytest.mark.parametrize("now", [NOON, NIGHT_TIME, *WRONG_CLOCKS])
def test_a_young_person_in_britain_gets_childline_and_a_line_by_text(britain: Directory, now: dt.datetime) -> None:
    assert ids(britain.best(now, adult=False)) == ["gb-childline", "gb-shout"]


def test_an_adult_gets_the_helpline_for_adults_only_while_it_is_open(britain: Directory) -> None:
    assert ids(britain.best(NOON, adult=True)) == ["gb-rph", "gb-shout"]
    for now in (NIGHT_TIME, *WRONG_CLOCKS):
        assert ids(britain.best(now, adult=True)) == ["gb-shout", "gb-samaritans"]


@modest
@given(MOMENTS, st.booleans())
def test_there_are_always_two_lines_for_britain_and_both_can_be_reached(now: dt.datetime, adult: bool) -> None:
    directory = load_directory(RESOURCES, "en", "GB")
    best = directory.best(now, adult)
    assert len(best) == 2
    for service in best:
        assert service.confirmed
        assert service.subdivision is None
        assert service.serves(adult)
        assert service.contacts[0].way in ("phone", "sms")
        assert directory.state(service, service.contacts[0], now).kind != "closed"


@modest
@given(
    MOMENTS | st.sampled_from(WRONG_CLOCKS),
    st.permutations(["gb-childline", "gb-rph", "gb-shout", "gb-samaritans", "gb-posh"]),
)
def test_no_closed_line_is_shown_while_an_open_one_is_left_out(now: dt.datetime, order: list[str]) -> None:
    directory = load_directory(RESOURCES, "en", "GB")
    shuffled = Directory(**{**directory.__dict__, "best_ids": tuple(order)})
    for adult in (False, True):
        shown = shuffled.best(now, adult)
        left_out = shuffled.best(now, adult, count=9)[2:]
        closed = [s for s in shown if directory.state(s, s.contacts[0], now).kind == "closed"]
        reachable = [s for s in left_out if directory.state(s, s.contacts[0], now).kind in ("open", "always")]
        assert not (closed and reachable)


def test_the_order_of_the_file_decides_between_lines_that_are_open(tmp_path: Path) -> None:
    directory = load_directory(folder(tmp_path), "en", "GB")
    assert ids(directory.best(NOON, adult=False)) == ["gb-day", "gb-night"]
    assert ids(directory.best(NIGHT_TIME, adult=False)) == ["gb-night", "gb-day"]
    assert ids(directory.best(NIGHT_TIME, adult=False, count=1)) == ["gb-night"]


def test_hours_that_are_not_known_come_between_open_and_closed(tmp_path: Path) -> None:
    unknown = DAY.replace("gb-day", "gb-unknown").replace('hours = ["Mon-Fri 10:00-16:00"]\n', "")
    text = ALL.replace('best = ["gb-day",', 'best = ["gb-day", "gb-unknown",') + unknown
    directory = load_directory(folder(tmp_path, text), "en", "GB")
    assert ids(directory.best(NIGHT_TIME, adult=False, count=3)) == ["gb-night", "gb-unknown", "gb-day"]


def test_a_single_source_is_never_a_crisis_line(tmp_path: Path) -> None:
    for weaker in (
        NIGHT.replace('"confirmed"', '"single"'),
        NIGHT.replace("read_on", 'subdivision = "GB-SCT"\nread_on', 1),
    ):
        text = HEADER + 'crisis_access = ["gb-night"]\n' + EMERGENCY + DAY + weaker
        directory = load_directory(folder(tmp_path, text), "en", "GB")
        assert directory.problems == ()
        assert ids(directory.crisis()) == ["gb-emergency", "gb-day"]
        assert ids(directory.best(NIGHT_TIME, adult=False)) == ["gb-day"]
        assert directory.crisis_access() == ()
        assert directory.get("gb-night") is not None


def test_the_crisis_page_is_the_same_whatever_the_clock_says(britain: Directory) -> None:
    assert ids(britain.crisis()) == ["gb-999", "gb-childline", "gb-shout", "gb-samaritans"]


def test_tools_against_a_picture_fit_the_age(britain: Directory) -> None:
    assert ids(britain.of_kind("image-removal", adult=False)) == ["gb-report-remove", "zz-takeitdown"]
    assert ids(britain.of_kind("image-removal", adult=True)) == ["gb-rph", "zz-takeitdown", "zz-stopncii"]


def test_a_kind_lists_the_whole_country_then_its_parts_then_the_world(britain: Directory) -> None:
    found = britain.of_kind("crisis", adult=False)
    assert ids(found) == [
        "gb-samaritans",
        "gb-shout",
        "gb-eng-nhs111",
        "gb-nir-lifeline",
        "gb-nir-dsah",
        "zz-findahelpline",
    ]
    assert britain.of_kind("hotline", adult=False) == ()  # only weaker ones
    assert britain.of_kind("no-such-kind", adult=False) == ()


def test_what_was_read_two_years_ago_is_moved_down_and_stays(tmp_path: Path) -> None:
    text = HEADER + EMERGENCY + DAY + NIGHT.replace("2026-11-24", "2028-06-01")
    directory = load_directory(folder(tmp_path, text), "en", "GB")
    later = dt.datetime(2028, 12, 1, 12, tzinfo=dt.UTC)
    assert ids(directory.of_kind("crisis", adult=False, now=NOON)) == ["gb-day", "gb-night", "zz-list"]
    assert ids(directory.of_kind("crisis", adult=False, now=later)) == ["gb-night", "gb-day", "zz-list"]
    assert ids(directory.best(later, adult=False)) == ["gb-night", "gb-day"]


def test_a_number_that_was_rung_counts_from_that_day(tmp_path: Path) -> None:
    text = ALL.replace('to = "0800 1"', 'to = "0800 1"').replace(
        DAY, DAY.replace("read_on =", "rung_on = 2027-03-01\nread_on =")
    )
    directory = load_directory(folder(tmp_path, text), "en", "GB")
    service = directory.get("gb-day")
    assert service is not None
    assert service.checked_on == directory.read_on == dt.date(2027, 3, 1)
    assert directory.state(service, service.contacts[0], dt.datetime(2027, 12, 1, 12, tzinfo=dt.UTC)).kind == "open"


# Countries


@pytest.mark.parametrize("country", ["FR", "XX", "ZZ", "zz", None, "", "../GB", "G\0", "United Kingdom", "gb/../GB"])
def test_a_country_without_a_file_gets_the_worldwide_services(country: str | None) -> None:
    directory = load_directory(RESOURCES, "en", country)
    assert not directory.has_file
    assert directory.problems == ()
    assert {service.country for service in directory.services} == {"ZZ"}
    assert ids(directory.best(NIGHT_TIME, adult=False)) == ["zz-chi", "zz-findahelpline"]
    assert ids(directory.crisis()) == ["zz-findahelpline", "zz-chi"]
    assert directory.name == "Any country"


def test_a_country_with_a_file_keeps_the_worldwide_services_beside_its_own(britain: Directory) -> None:
    assert britain.has_file
    assert (britain.country, britain.name, britain.in_sentence) == ("GB", "United Kingdom", "the United Kingdom")
    assert britain.get("zz-takeitdown") is not None
    assert britain.get("nobody") is None
    assert load_directory(RESOURCES, "en", " gb ").country == "GB"


def test_countries_are_those_with_a_file_of_their_own(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "directory" / "notes.toml").write_text("")
    assert countries(tmp_path) == ("GB",)
    assert countries(tmp_path / "nowhere") == ()


def test_a_country_is_called_by_its_code_when_no_file_names_it(tmp_path: Path) -> None:
    folder(tmp_path)
    assert country_name(tmp_path, "en", "GB") == "United Kingdom"
    assert country_name(tmp_path, "fr", "GB") == "United Kingdom"
    assert country_name(tmp_path, "../en", "GB") == "United Kingdom"
    assert country_name(tmp_path, "en", "FR") == "FR"


def test_a_language_is_filled_up_from_english_entry_by_entry(tmp_path: Path) -> None:
    folder(tmp_path)
    french = tmp_path / "fr" / "directory" / "GB.toml"
    french.parent.mkdir(parents=True)
    french.write_text(
        'name = "Royaume-Uni"\nin_sentence = "au Royaume-Uni"\n[gb-day]\nline = "Le jour"\n', encoding="utf-8"
    )
    directory = load_directory(tmp_path, "fr", "GB")
    assert directory.problems == ()
    assert directory.name == "Royaume-Uni"
    lines = {service.id: service.line for service in directory.services}
    assert lines == {"gb-emergency": "Emergency", "gb-day": "Le jour", "gb-night": "By night", "zz-list": "All lines"}


# Bad input


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ('to = "0800 1"', "to = 08001111", "toml-syntax"),
        ('to = "0800 1"', "to = 999", "key-not-text"),
        ('to = "0800 1"', 'to = "call me"', "contact-shape"),
        ('to = "0800 1"', 'to = "0"' + 'to = "1"', "toml-syntax"),
        ('to = "0800 1"', f'to = "{"1" * 25}"', "contact-shape"),
        ('way = "phone"\nto = "0800 1"', 'way = "web"\nto = "http://example.org"', "contact-shape"),
        ('way = "phone"\nto = "0800 1"', 'way = "email"\nto = "nobody"', "contact-shape"),
        ('way = "phone"\nto = "0800 1"', 'way = "fax"\nto = "0800 1"', "choice-unknown"),
        ('hours = ["Mon-Fri 10:00-16:00"]', 'hours = ["Mon-Fri 10-16"]', "hours-shape"),
        ('hours = ["Mon-Fri 10:00-16:00"]', 'hours = "sometimes"', "hours-shape"),
        ('kinds = ["crisis"]', 'kinds = ["magic"]', "choice-unknown"),
        ('kinds = ["crisis"]', "kinds = []", "key-missing"),
        ('kinds = ["crisis"]', 'kinds = "crisis"', "key-not-list"),
        ('confidence = "confirmed"', 'confidence = "doubtful"', "choice-unknown"),
        ("read_on = 2026-11-24\nsources", 'read_on = "today"\nsources', "key-not-date"),
        ("read_on = 2026-11-24\nsources", "age_min = 18.5\nread_on = 2026-11-24\nsources", "key-not-years"),
        ("read_on = 2026-11-24\nsources", "age_max = 900\nread_on = 2026-11-24\nsources", "key-not-years"),
        ('name = "Day line"', 'name = "Day line"\ncolour = "red"', "key-unknown"),
        ('name = "Day line"\n', "", "key-missing"),
        ('id = "gb-day"', 'id = "Day Line"', "id-shape"),
        ('id = "gb-day"', 'id = "gb-emergency"', "listed-twice"),
        ('[[service.contact]]\nway = "phone"\nto = "0800 1"', "[service.contact]", "key-not-tables"),
    ],
)
def test_a_slip_in_one_entry_leaves_the_emergency_number(tmp_path: Path, wrong: str, right: str, code: str) -> None:
    broken = DAY.replace(wrong, right)
    assert broken != DAY
    directory = load_directory(folder(tmp_path, HEADER + EMERGENCY + broken + NIGHT), "en", "GB")
    assert directory.has_file
    assert ids(directory.crisis()) == ["gb-emergency", "gb-night"]
    assert directory.crisis()[0].contacts[0].to == "999"
    assert ids(directory.best(NOON, adult=False)) == ["gb-night"]
    first = HEADER.count("\n") + EMERGENCY.count("\n") + 1
    named = [line for found, file, line in codes(directory) if found == code and file == "directory/GB.toml"]
    assert named
    assert first <= named[0] <= first + broken.count("\n")


def test_a_list_that_names_nobody_is_named_and_passed_over(tmp_path: Path) -> None:
    directory = load_directory(
        folder(tmp_path, ALL.replace('"gb-night", "gb-day"]', '"gb-nigth", "gb-day"]')), "en", "GB"
    )
    assert ids(directory.crisis()) == ["gb-emergency", "gb-day"]
    assert codes(directory) == [("service-unknown", "directory/GB.toml", 4)]


@pytest.mark.parametrize(
    "header", ["", "crisis = 7\nbest = [1]\n", "crisis = [\n", 'country = "FR"\ntimezone = 3\nread_on = 1\n']
)
def test_without_its_lists_the_emergency_number_still_comes_first(tmp_path: Path, header: str) -> None:
    directory = load_directory(folder(tmp_path, header + EMERGENCY + DAY + NIGHT), "en", "GB")
    assert ids(directory.crisis()) == ["gb-emergency", "gb-day", "gb-night"]
    assert set(ids(directory.best(NIGHT_TIME, adult=False))) == {"gb-day", "gb-night"}
    assert directory.problems


@pytest.mark.parametrize(
    "words", [b"", b"\xff\xfe", b"[[[", b"name = 1\n", b"\0", b"x" * 300_000, b"[gb-night]\nline = 3\n"]
)
def test_broken_words_leave_names_and_numbers(tmp_path: Path, words: bytes) -> None:
    directory = load_directory(folder(tmp_path, words=words), "en", "GB")
    assert [(row.name, row.contacts[0].to, row.crisis) for row in directory.crisis()] == [
        ("Emergency", "999", "Emergency"),
        ("Night line", "85258", "Night line"),
        ("Day line", "0800 1", "Day line"),
    ]
    assert directory.name == "GB"
    assert "en/directory/GB.toml" in {problem.file for problem in directory.problems}


def test_one_broken_entry_of_words_leaves_the_others(tmp_path: Path) -> None:
    words = WORDS.replace('line = "By day"', "line = 4")
    directory = load_directory(folder(tmp_path, words=words), "en", "GB")
    assert {service.id: service.line for service in directory.services}["gb-night"] == "By night"
    assert codes(directory) == [("key-not-text", "en/directory/GB.toml", 5)]


@pytest.mark.parametrize(
    "garbage", [b"", b"\xff\xfe\0", b"[[[[", b"service = 3\n", b"[[service]]\n", b"a" * 300_000, b"\0" * 9]
)
def test_a_broken_country_file_falls_back_to_the_world_and_says_so(tmp_path: Path, garbage: bytes) -> None:
    directory = load_directory(folder(tmp_path, data=garbage), "en", "GB")
    assert not directory.has_file
    assert directory.country == "GB"
    assert ids(directory.crisis()) == ["zz-list"]
    assert directory.problems[0].file == "directory/GB.toml"


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "directory" / "GB.toml").unlink()
    (tmp_path / "directory" / "GB.toml").mkdir()
    directory = load_directory(tmp_path, "en", "GB")
    assert codes(directory) == [("file-folder", "directory/GB.toml", 0)]
    assert ids(directory.crisis()) == ["zz-list"]


def test_when_the_worldwide_file_is_broken_the_country_still_works(tmp_path: Path) -> None:
    directory = load_directory(folder(tmp_path, world=b"[["), "en", "GB")
    assert ids(directory.crisis()) == ["gb-emergency", "gb-night", "gb-day"]
    assert directory.problems[0].file == "directory/ZZ.toml"


def test_when_everything_is_broken_there_is_an_empty_directory_and_its_reasons(tmp_path: Path) -> None:
    for directory in (
        load_directory(folder(tmp_path, b"[", b"[", b"["), "en", "GB"),
        load_directory(tmp_path / "nowhere", "en", "GB"),
        load_directory(tmp_path / "nowhere", "en", None),
    ):
        assert directory.services == ()
        assert directory.problems
        assert directory.read_on is None
        assert directory.crisis() == directory.crisis_access() == directory.best(NOON, adult=False) == ()
        assert directory.of_kind("crisis", adult=True, now=NOON) == ()


@modest
@given(st.data())
def test_damage_anywhere_never_stops_it(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    root = tmp_path_factory.mktemp("damaged")
    for place in ("directory", "en/directory"):
        shutil.copytree(RESOURCES / place, root / place)
    path = root / data.draw(st.sampled_from(["directory/GB.toml", "directory/ZZ.toml", "en/directory/GB.toml"]))
    content = path.read_bytes()
    at = data.draw(st.integers(0, len(content)))
    path.write_bytes(content[:at] + data.draw(st.binary(max_size=8)) + content[at + data.draw(st.integers(0, 40)) :])
    directory = load_directory(root, "en", "GB")
    assert directory.crisis()
    if directory.has_file and directory.get("gb-999") is not None and "gb-999" in directory.crisis_ids:
        assert directory.crisis()[0].id == "gb-999"
    directory.best(NIGHT_TIME, adult=True)
