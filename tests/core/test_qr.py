"""What a QR code carries, to the letter, and that its squares are those of just that text."""

from __future__ import annotations

import subprocess
import sys

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.directory import countries, load_directory
from desktop_app.core.place import WORLDWIDE
from desktop_app.core.qr import dial, modules, payload, text
from desktop_app.core.resources import find_resources
from desktop_app.core.service import Contact

RESOURCES = find_resources()
PAYLOADS = sorted(
    {
        carried
        for country in (*countries(RESOURCES), WORLDWIDE)
        for service in load_directory(RESOURCES, "en", country).services
        for contact in service.contacts
        if (carried := payload(contact)) is not None
    }
)


def test_a_number_is_dialled_without_its_gaps() -> None:
    assert dial("0800 1111") == "tel:08001111"
    assert dial("+44 20 7008-0151") == "tel:+442070080151"
    assert dial("101#2") == "tel:101%232"


def test_a_text_message_has_its_word_in_it() -> None:
    assert text("85258", "SHOUT") == "SMSTO:85258:SHOUT"
    assert text("840 01") == "SMSTO:84001"


@pytest.mark.parametrize("wrong", ["", "+", "call me", "0800 1111;ext=1", "08OO 1111", "0800\n1111", "08+00", "٠٨٠٠"])
def test_what_is_no_number_is_never_dialled(wrong: str) -> None:
    for way in (dial, text):
        with pytest.raises(ValueError) as caught:  # noqa: PT011 - the number itself is the message
            way(wrong)
        assert str(caught.value) == wrong


def test_each_way_in_has_its_own_payload() -> None:
    assert payload(Contact("phone", "116 123")) == "tel:116123"
    assert payload(Contact("sms", "85258", "SHOUT")) == "SMSTO:85258:SHOUT"
    assert payload(Contact("email", "jo@samaritans.org")) == "mailto:jo@samaritans.org"
    assert payload(Contact("web", "https://stopncii.org")) == "https://stopncii.org"
    assert payload(Contact("chat", "https://www.childline.org.uk")) == "https://www.childline.org.uk"


def test_a_textphone_has_no_code_because_a_camera_would_call_it_by_voice() -> None:
    assert payload(Contact("textphone", "18000")) is None


@given(st.text("0123456789 -", min_size=1, max_size=20).filter(lambda number: any(map(str.isdigit, number))))
def test_dialling_keeps_every_digit_in_order(number: str) -> None:
    assert dial(number) == "tel:" + "".join(filter(str.isdigit, number))


@pytest.mark.parametrize("carried", PAYLOADS)
def test_every_code_in_the_directory_has_its_three_corners_and_no_margin(carried: str) -> None:
    rows = modules(carried)
    side = len(rows)
    assert side % 4 == 1
    assert 21 <= side <= 57
    assert {len(row) for row in rows} == {side}
    finder = [[max(abs(x - 3), abs(y - 3)) != 2 for x in range(7)] for y in range(7)]
    for top, left in ((0, 0), (0, side - 7), (side - 7, 0)):
        assert [list(row[left : left + 7]) for row in rows[top : top + 7]] == finder
    timing = [x % 2 == 0 for x in range(8, side - 8)]
    assert list(rows[6][8 : side - 8]) == timing
    assert [row[6] for row in rows[8 : side - 8]] == timing


@pytest.mark.parametrize("carried", PAYLOADS)
def test_the_squares_are_those_of_this_text_at_level_m(carried: str) -> None:
    code = segno.make_qr(carried, error="m", boost_error=False)
    assert code.error == "M"
    assert not code.is_micro
    assert modules(carried) == tuple(tuple(map(bool, row)) for row in code.matrix)


def test_two_lines_never_share_a_code() -> None:
    assert len({modules(carried) for carried in PAYLOADS}) == len(PAYLOADS)


def test_drawing_a_code_loads_no_network_code() -> None:
    asked = "import sys; from desktop_app.core.qr import modules; modules('tel:1'); print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert "segno.encoder" in loaded
    for name in ("'socket'", "'ssl'", "'_socket'", "'_ssl'", "'http.client'", "'urllib.request'"):
        assert name not in loaded
