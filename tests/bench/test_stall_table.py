"""What the table of stalls makes of walks."""

from tests.bench.stall_table import StallOfWalk, StallTable, Walk


def stall(place: str, milliseconds: float, where: str = "page.py fill", after: bool = False) -> StallOfWalk:
    stack = ["desktop_app/ui/page.py:7 fill"]
    seconds = milliseconds / 1000
    return {"place": place, "seconds": seconds, "busy": seconds, "where": where, "seen_after": after, "stack": stack}


def table_of(*walks: list[StallOfWalk]) -> StallTable:
    found = StallTable()
    for stalls in walks:
        walk: Walk = {
            "places": ["the first window", "a sheet", "another text size", "copying"],
            "stalls": stalls,
            "cost": 0.01,
        }
        found.add(walk)
    return found


def fails(*walks: list[StallOfWalk]) -> list[str]:
    return [row.what for row in table_of(*walks).rows if row.fails]


def test_a_block_over_the_limit_in_most_walks_fails() -> None:
    assert fails([stall("a sheet", 51)], [stall("a sheet", 60)]) == ["a sheet"]
    assert fails([stall("a sheet", 51)], [], [], []) == []


def test_what_is_allowed_to_take_longer_may() -> None:
    assert fails([stall("the first window", 400), stall("another text size", 190)]) == []
    assert fails([stall("another text size", 210)]) == ["another text size"]


def test_a_walk_counts_with_its_longest_block() -> None:
    found = table_of([stall("a sheet", 20), stall("a sheet", 30)], [])
    assert next(row.rounds for row in found.rows if row.what == "a sheet") == [30, 0]


def test_every_block_is_listed_with_its_place_and_the_function() -> None:
    said = table_of(
        [stall("a sheet", 20), stall("a sheet", 30), stall("a sheet", 25, "text.py say", after=True)]
    ).report()
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert "a sheet 2 25 ms 30 ms 25 ms page.py fill" in lines
    assert "a sheet 1 25 ms 25 ms 25 ms text.py say (seen when it was over)" in lines
    assert "Never for 16 ms or more: the first window, another text size, copying." in lines


def test_only_what_is_too_long_is_shown_with_its_whole_stack() -> None:
    assert "page.py:7" not in table_of([stall("a sheet", 30), stall("the first window", 300)]).report()
    assert "a sheet, 70 ms:\n    desktop_app/ui/page.py:7 fill" in table_of([stall("a sheet", 70)]).report()


def test_without_any_block_there_is_no_list() -> None:
    said = table_of([], []).report()
    assert said.startswith("Never for 16 ms or more: the first window,")
    assert said.endswith("1.0 % of the window thread's time.")
