"""What many walks with the stall hunter amount to: which blocks, how long, where, and whether the limits hold."""

from statistics import median
from typing import TypedDict

from tests.bench.figures import Row, columns, table

LIMIT = 50.0
"""Milliseconds that the window thread may block while a person reads, types, scrolls or opens a page."""

ALLOWED: dict[str, float | None] = {"the first window": None, "another text size": 200.0, "other colours": 200.0}
"""What may take longer: milliseconds, or None where another limit holds."""


class StallOfWalk(TypedDict):
    """A stall as stall_walk.py prints it."""

    place: str
    seconds: float
    busy: float
    where: str
    seen_after: bool
    stack: list[str]


class Walk(TypedDict):
    """What stall_walk.py prints."""

    places: list[str]
    stalls: list[StallOfWalk]
    cost: float


class StallTable:
    """All walks so far."""

    def __init__(self) -> None:
        self._rows: dict[str, Row] = {}
        self._stalls: list[StallOfWalk] = []
        self._costs: list[float] = []

    def add(self, walk: Walk) -> None:
        """One more walk. A place in which nothing was long enough to be listed counts as nothing."""
        self._stalls.extend(walk["stalls"])
        self._costs.append(walk["cost"])
        for place in walk["places"]:
            row = self._rows.setdefault(place, Row(place, "ms", ALLOWED.get(place, LIMIT)))
            row.add(max((stall["seconds"] * 1000 for stall in walk["stalls"] if stall["place"] == place), default=0))

    @property
    def rows(self) -> list[Row]:
        """One for each place, with the longest block of each walk."""
        return list(self._rows.values())

    def report(self) -> str:
        """The tables, and the whole stack of what is over its limit."""
        blocked = [row for row in self.rows if any(row.rounds)]
        free = ", ".join(row.what for row in self.rows if not any(row.rounds))
        parts = [
            "The window thread did not answer (the longest block of each walk; what the rest of the computer took of "
            f"it is taken off)\n\n{table(blocked)}"
            if blocked
            else "",
            f"Never for 16 ms or more: {free}." if free else "",
            f"All blocks of 16 ms or more\n\n{self._list()}" if self._stalls else "",
            *self._stacks(),
            f"Looking for them took at most {median(self._costs) * 100:.1f} % of the window thread's time.",
        ]
        return "\n\n".join(part for part in parts if part)

    def _list(self) -> str:
        found: dict[tuple[str, str], list[StallOfWalk]] = {}
        for stall in self._stalls:
            found.setdefault((stall["place"], stall["where"]), []).append(stall)
        order = {place: number for number, place in enumerate(self._rows)}
        lines: list[tuple[str, ...]] = [("place", "times", "half", "longest", "working", "innermost of our functions")]
        for (place, where), stalls in sorted(found.items(), key=lambda entry: order[entry[0][0]]):
            lengths = [stall["seconds"] * 1000 for stall in stalls]
            working = median(stall["busy"] * 1000 for stall in stalls)
            after = " (seen when it was over)" if all(stall["seen_after"] for stall in stalls) else ""
            numbers = [f"{number:.0f} ms" for number in (median(lengths), max(lengths), working)]
            lines.append((place, str(len(stalls)), *numbers, where + after))
        return columns(lines)

    def _stacks(self) -> list[str]:
        parts = []
        for place, row in self._rows.items():
            if row.limit is None:
                continue
            stalls = [stall for stall in self._stalls if stall["place"] == place]
            longest = max(stalls, key=lambda stall: stall["seconds"], default=None)
            if longest is not None and longest["seconds"] * 1000 > row.limit:
                calls = "\n".join(f"    {call}" for call in longest["stack"]) or "    nothing of Python’s"
                parts.append(f"{place}, {longest['seconds'] * 1000:.0f} ms:\n{calls}")
        return parts
