"""Rows of measurements, what they amount to, and whether a limit holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

HEADINGS = ("what", "rounds", "quarter", "half", "three quarters", "95 %", "limit", "")


@dataclass
class Row:
    """One thing that is measured, once a round. `limit` and `goal` are in `unit`: "ms", "MB" or "x" (times another).

    A round may have more than one measurement and counts with its worst. `at_95`: the limit is meant for the 95th
    percentile of all single measurements; else for the median of the rounds. Without a limit it is only told; `instead`
    is what is told where nothing could be measured.
    """

    what: str
    unit: str
    limit: float | None
    goal: float | None = None
    at_95: bool = False
    instead: str = ""
    rounds: list[float] = field(default_factory=list)
    single: list[float] = field(default_factory=list)

    def add(self, *values: float) -> None:
        """Add the measurements of one round."""
        self.rounds.append(max(values))
        self.single.extend(values)

    @property
    def fails(self) -> bool:
        """Over the limit, and not by chance: three quarters of the rounds were."""
        return self.limit is not None and bool(self.rounds) and lower_quartile(self.rounds) > self.limit

    def verdict(self) -> str:
        """A few words."""
        if not self.rounds:
            return self.instead
        if self.limit is None:
            return "no limit"
        if self.fails:
            return "FAILS"
        if (percentile_95(self.single) if self.at_95 else median(self.rounds)) > self.limit:
            return "over"
        if self.goal is not None and median(self.rounds) > self.goal:
            return "holds, goal missed"
        return "holds"

    def cells(self) -> tuple[str, ...]:
        """What the table says of it, under `HEADINGS`."""
        limit = self._say(self.limit) if self.limit is not None else ""
        limit += f" (goal {self._say(self.goal)})" if self.goal is not None else ""
        numbers = [""] * 4
        if self.rounds:
            numbers = [self._say(number) for number in (*quartiles(self.rounds), percentile_95(self.single))]
        return self.what, str(len(self.rounds)), *numbers, limit, self.verdict()

    def _say(self, number: float) -> str:
        return f"{number:.2f} x" if self.unit == "x" else f"{number:.0f} {self.unit}"


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
    return columns([HEADINGS, *(row.cells() for row in rows)])


def columns(lines: Sequence[Sequence[str]]) -> str:
    """Cells under each other: the first and the last column begin together, those between end together."""
    last = len(lines[0]) - 1
    widths = [max(len(line[column]) for line in lines) for column in range(last + 1)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, last) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
