"""Rows of measurements, what they amount to, and whether a limit holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

HEADINGS = ("what", "rounds", "quarter", "half", "three quarters", "95 %", "limit", "")


@dataclass
class Row:
    """One thing that is measured, once a round. `limit` and `goal` are in `unit` ("ms" or "x": times the bare window).

    A round may have more than one measurement and counts with its worst. `at_95`: the limit is meant for the 95th
    percentile of all single measurements; else for the median of the rounds.
    """

    what: str
    unit: str
    limit: float
    goal: float | None = None
    at_95: bool = False
    rounds: list[float] = field(default_factory=list)
    single: list[float] = field(default_factory=list)

    def add(self, *values: float) -> None:
        """Add the measurements of one round."""
        self.rounds.append(max(values))
        self.single.extend(values)

    @property
    def fails(self) -> bool:
        """Over the limit, and not by chance: three quarters of the rounds were."""
        return lower_quartile(self.rounds) > self.limit

    def verdict(self) -> str:
        """One or two words."""
        if self.fails:
            return "FAILS"
        if (percentile_95(self.single) if self.at_95 else median(self.rounds)) > self.limit:
            return "over"
        if self.goal is not None and median(self.rounds) > self.goal:
            return "holds, goal missed"
        return "holds"

    def cells(self) -> tuple[str, ...]:
        """What the table says of it, under `HEADINGS`."""
        low, middle, high = quartiles(self.rounds)
        limit = self._say(self.limit) + (f" (goal {self._say(self.goal)})" if self.goal is not None else "")
        numbers = [self._say(number) for number in (low, middle, high, percentile_95(self.single))]
        return self.what, str(len(self.rounds)), *numbers, limit, self.verdict()

    def _say(self, number: float) -> str:
        return f"{number:.2f} x" if self.unit == "x" else f"{number:.0f} ms"


def quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    """The values below which a quarter, half and three quarters lie. One value is all three."""
    if len(values) == 1:
        return values[0], values[0], values[0]
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return low, middle, high


def lower_quartile(values: Sequence[float]) -> float:
    """The value below which a quarter lies."""
    return quartiles(values)[0]


def percentile_95(values: Sequence[float]) -> float:
    """The smallest value that at least 95 % do not exceed: with fewer than 20 it is the largest."""
    in_order = sorted(values)
    return in_order[-(-95 * len(in_order) // 100) - 1]


def table(rows: Sequence[Row]) -> str:
    """All rows under their headings, in columns."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, len(HEADINGS) - 1) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
