"""Settings as text: what is written is read again, and no text at all can do harm."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.settings import (
    EXTRA_EXIT_KEYS,
    FORMAT,
    LOCK_MINUTES,
    TEXT_SIZES,
    THEMES,
    Settings,
    read_settings,
    write_settings,
)

SETTINGS = st.builds(
    Settings,
    country=st.sampled_from([None, "GB", "GR", "US", "FR"]),
    language=st.sampled_from([None, "en", "de", "fr"]),
    text_size=st.sampled_from(TEXT_SIZES),
    theme=st.sampled_from(THEMES),
    lock_minutes=st.sampled_from(LOCK_MINUTES),
    extra_exit_key=st.sampled_from(["", *EXTRA_EXIT_KEYS]),
    shift_hint=st.booleans(),
    slow_exit=st.booleans(),
    reduce_motion=st.booleans(),
)
LINES = st.lists(
    st.one_of(
        st.sampled_from(["[handrail]", "[DEFAULT]", "[other]", "; no", "", "%(x)s", "=", "\0", "\x85"]),
        st.tuples(st.sampled_from([*Settings._fields, "format", "colour"]), st.text(max_size=8)).map(" = ".join),
        st.text(max_size=30),
    ),
    max_size=12,
).map("\n".join)


@given(SETTINGS)
def test_what_is_written_is_read_again(settings: Settings) -> None:
    assert read_settings(write_settings(settings)) == (settings, FORMAT)


@given(LINES)
def test_any_text_is_settings_that_can_be_written_or_no_settings(text: str) -> None:
    try:
        settings, _ = read_settings(text)
    except ValueError:
        return
    assert read_settings(write_settings(settings)) == (settings, FORMAT)


@given(SETTINGS, st.sampled_from(Settings._fields), st.text(st.characters(exclude_categories=["Cc", "Zl", "Zp"])))
def test_a_value_that_cannot_be_leaves_the_others(settings: Settings, name: str, value: str) -> None:
    lines = [line for line in write_settings(settings).splitlines() if not line.startswith(f"{name} =")]
    found, _ = read_settings("\n".join([*lines, f"{name} = ?{value}"]))
    assert found == settings._replace(**{name: getattr(Settings(), name)})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "theme = dark",
        "[other]\ntheme = dark",
        "[handrail",
        "[handrail]\ntheme = dark\ntheme = light",
        "[handrail]\n[handrail]",
        "[handrail]\ndark",
        "[handrail]\n= dark",
        "PK\x03\x04",
    ],
)
def test_what_has_no_settings_in_it_says_so(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its words are for nobody
        read_settings(text)


def test_keys_and_sections_that_are_not_known_do_no_harm() -> None:
    text = "# a word\n[handrail]\ncolour = red\ntheme = dark\n[later]\ntheme = light\n"
    assert read_settings(text)[0] == Settings(theme="dark")


@pytest.mark.parametrize(
    ("written", "number"), [("1", 1), ("2", 2), ("1000000", 1000000), ("", 1), ("-3", 1), ("two", 1), ("²", 1)]
)
def test_the_format_is_known_before_anything_is_written_over(written: str, number: int) -> None:
    assert read_settings(f"[handrail]\nformat = {written}\ntheme = dark") == (Settings(theme="dark"), number)


@pytest.mark.parametrize(
    "text",
    [
        "[handrail]\na" + " " * 65000 + "b",
        "[handrail]\n" + " ;" * 32000,
        "[" * 65000,
        "[handrail]\nformat = " + "9" * 65000,
        "[handrail]\n" + "".join(f"k{number}=1\n" for number in range(9000)),
    ],
)
def test_no_text_of_the_largest_size_keeps_the_start_waiting(text: str) -> None:
    begun = time.process_time()
    with suppress(ValueError):
        read_settings(text)
    # Seconds of work: a guard against a hang, no measurement. configparser needs 20 for the first of these.
    assert time.process_time() - begun < 5
