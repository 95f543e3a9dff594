"""What the benchmark makes of its measurements."""

from tests.bench.figures import Row, percentile_95, quartiles, table


def row_of(*values: float, limit: float = 1.35, at_95: bool = False) -> Row:
    row = Row("start", "x", limit, goal=None if at_95 else 1.25, at_95=at_95)
    for value in values:
        row.add(value)
    return row


def test_a_row_fails_when_three_quarters_of_its_rounds_are_over_the_limit() -> None:
    assert row_of(1.36, 1.4, 1.4, 1.5).fails
    assert not row_of(1.2, 1.3, 1.45, 1.5).fails


def test_a_row_that_is_over_by_chance_says_so_and_does_not_fail() -> None:
    row = row_of(1.2, 1.3, 1.45, 1.5)
    assert (row.verdict(), row.fails) == ("over", False)


def test_a_row_says_whether_it_reached_its_goal() -> None:
    assert row_of(1.3, 1.3).verdict() == "holds, goal missed"
    assert row_of(1.2, 1.2).verdict() == "holds"


def test_a_limit_for_95_of_100_forgives_five() -> None:
    assert row_of(*[40.0] * 95, *[90.0] * 5, limit=50, at_95=True).verdict() == "holds"
    assert row_of(*[40.0] * 94, *[90.0] * 6, limit=50, at_95=True).verdict() == "over"


def test_a_round_counts_with_its_worst_measurement() -> None:
    row = Row("step to step", "ms", 50, at_95=True)
    row.add(10, 60, 20)
    assert row.rounds == [60]
    assert row.single == [10, 60, 20]


def test_with_few_measurements_95_percent_is_the_largest() -> None:
    assert percentile_95([3, 1, 2]) == 3
    assert percentile_95([1]) == 1
    assert percentile_95(list(range(1, 101))) == 95


def test_one_measurement_is_all_its_quartiles() -> None:
    assert quartiles([7.0]) == (7.0, 7.0, 7.0)


def test_the_table_is_in_columns() -> None:
    lines = table([row_of(1.3, 1.3), row_of(1.4)]).splitlines()
    assert lines[0].startswith("what")
    assert lines[1].index("1.30 x") == lines[2].index("1.40 x")


def test_what_has_no_limit_or_could_not_be_measured_never_fails() -> None:
    told = Row("the bundle", "MB", None)
    told.add(118)
    assert (told.verdict(), told.fails) == ("no limit", False)
    unknown = Row("the bundle", "MB", 130, instead="not built")
    assert (unknown.verdict(), unknown.fails) == ("not built", False)
    assert "118 MB" in table([told, unknown]).splitlines()[1]
