"""Passphrases and recovery codes as people make them, write them down and type them in."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.passphrase import LIST_LENGTH, load_word_list, make_passphrase, normalized, wait_after
from desktop_app.core.journal.recovery_code import ALPHABET, LENGTH, code_of, new_secret, secret_of
from desktop_app.core.resources import find_resources

SECRETS = st.binary(min_size=16, max_size=16)


def mistyped(code: str) -> bool:
    try:
        secret_of(code)
    except JournalError as error:
        return error.code == "recovery-mistyped"
    return False


def test_the_word_list_is_the_long_one_of_the_eff() -> None:
    words = load_word_list(find_resources())
    assert (len(words), len(set(words)), words[0], words[-1]) == (7776, 7776, "abacus", "zoom")
    assert math.log2(len(words)) * 4 > 51.6


def test_a_passphrase_is_four_words_of_the_list_and_another_one_each_time() -> None:
    words = load_word_list(find_resources())
    made = [make_passphrase(words).split(" ") for _ in range(20)]
    assert all(len(four) == 4 and set(four) <= set(words) for four in made)
    assert len({tuple(four) for four in made}) == 20


def test_a_passphrase_is_not_made_of_a_list_that_is_too_short() -> None:
    with pytest.raises(ValueError, match="2"):
        make_passphrase(["one", "two"] * LIST_LENGTH)


def test_two_keyboards_spell_one_passphrase() -> None:
    assert normalized("Ｍu\u0308de") == normalized("M\u00fcde") == "M\u00fcde".encode()
    assert normalized("a") != normalized("A")
    assert normalized("\ud800")  # half a character, as a broken keyboard may send, is no reason to crash


def test_the_waits_are_the_promised_ones() -> None:
    assert [wait_after(tries) for tries in range(1, 13)] == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert wait_after(0) == 0
    assert wait_after(10**9) == 60


@given(SECRETS)
def test_a_code_gives_its_secret_back_however_it_is_typed(secret: bytes) -> None:
    code = code_of(secret)
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    pairs = " - ".join(code[at : at + 2] for at in range(0, LENGTH, 2))
    typed = code.lower().replace("0", "o").replace("1", "l")
    assert secret_of(code) == secret_of(pairs) == secret_of(typed) == secret


@given(SECRETS, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_a_wrong_letter_is_mistyped_or_another_code(secret: bytes, at: int, letter: str) -> None:
    code = code_of(secret)
    wrong = code[:at] + letter + code[at + 1 :]
    assert wrong == code or mistyped(wrong) or secret_of(wrong) != secret


@given(st.text(max_size=40))
def test_any_other_text_is_mistyped(text: str) -> None:
    assert len(text.strip()) >= LENGTH or mistyped(text)


def test_secrets_are_not_alike() -> None:
    assert len({new_secret() for _ in range(100)}) == 100
