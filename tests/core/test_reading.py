"""The way from page to page: back, forward, how far each was read, and what was ticked on it."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.reading import LONGEST, Reading, minutes


def page(reading: Reading) -> str | None:
    return reading.here.page if reading.here is not None else None


def walked(*pages: str) -> Reading:
    reading = Reading()
    for each in pages:
        reading.open(each)
    return reading


def test_nothing_is_open_before_the_first_page() -> None:
    reading = Reading()
    reading.back()
    reading.forward()
    assert (reading.here, reading.can_go_back, reading.can_go_forward) == (None, False, False)


def test_back_and_forward_go_the_way_that_was_read() -> None:
    reading = walked("a", "b", "c")
    reading.back()
    reading.back()
    assert (page(reading), reading.can_go_back, reading.can_go_forward) == ("a", False, True)
    reading.forward()
    assert page(reading) == "b"


def test_another_page_forgets_what_one_went_back_from() -> None:
    reading = walked("a", "b")
    reading.back()
    reading.open("c")
    assert (page(reading), reading.can_go_forward) == ("c", False)
    reading.back()
    assert page(reading) == "a"


def test_the_page_that_is_open_is_not_a_new_stop() -> None:
    reading = walked("a", "b")
    reading.back()
    reading.open("a")
    assert (page(reading), reading.can_go_forward) == ("a", True)


def test_each_stop_keeps_how_far_it_was_read() -> None:
    reading = walked("a")
    assert reading.here is not None
    reading.here.read_to = 300
    reading.open("b")
    assert reading.here.read_to == 0
    reading.back()
    assert reading.here.read_to == 300


def test_a_tick_can_be_set_and_taken_off_and_belongs_to_its_page() -> None:
    reading = Reading()
    reading.tick("a", "one", True)
    reading.tick("a", "two", True)
    reading.tick("a", "one", False)
    assert reading.ticks("a") == {"two"}
    assert not reading.ticks("b")


@given(st.lists(st.sampled_from(["a", "b", "c", "<", ">"]), max_size=3 * LONGEST))
def test_there_is_always_a_page_once_one_was_opened(moves: list[str]) -> None:
    reading = Reading()
    for move in moves:
        {"<": reading.back, ">": reading.forward}.get(move, lambda move=move: reading.open(move))()
    assert (reading.here is None) == (not set(moves) - {"<", ">"})


def test_the_oldest_page_is_forgotten_and_the_last_stays_open() -> None:
    reading = walked(*map(str, range(2 * LONGEST)))
    assert page(reading) == str(2 * LONGEST - 1)
    for _ in range(2 * LONGEST):
        reading.back()
    assert page(reading) == str(LONGEST)


def test_the_shortest_text_takes_a_minute() -> None:
    assert minutes("") == 1
    assert minutes("x" * 2700) == 3
