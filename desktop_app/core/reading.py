"""Which pages a person has read, in the order of reading, how far, and what they ticked on them. In memory only."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 100
"""Pages to go back to. More than anybody goes back; the oldest are forgotten."""
LETTERS_A_MINUTE = 900
"""What a slow reader reads, about 180 short words."""


@dataclass
class Stop:
    """A page that was opened. `read_to` is how far it was scrolled when it was left, in px."""

    page: str
    read_to: int = 0


class Reading:
    """The way from page to page, which can be gone back and forward."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = -1
        self._ticks: dict[str, frozenset[str]] = {}

    @property
    def here(self) -> Stop | None:
        """The page that is open; None before the first."""
        return self._stops[self._at] if self._stops else None

    @property
    def can_go_back(self) -> bool:
        """Whether a page was read before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether somebody went back from a page."""
        return self._at < len(self._stops) - 1

    def open(self, page_id: str) -> None:
        """Goes on to a page; what one went back from is forgotten. The page that is open already stays as it is."""
        if self.here is not None and self.here.page == page_id:
            return
        del self._stops[self._at + 1 :]
        self._stops.append(Stop(page_id))
        del self._stops[:-LONGEST]
        self._at = len(self._stops) - 1

    def back(self) -> None:
        """To the page before, if there is one."""
        self._at -= self.can_go_back

    def forward(self) -> None:
        """To the page that one went back from, if there is one."""
        self._at += self.can_go_forward

    def ticks(self, page_id: str) -> frozenset[str]:
        """Which lines of a page's lists are ticked."""
        return self._ticks.get(page_id, frozenset())

    def tick(self, page_id: str, line: str, on: bool) -> None:
        """Ticks a line of a page, or takes the tick off."""
        ticked = self.ticks(page_id)
        self._ticks[page_id] = ticked | {line} if on else ticked - {line}


def minutes(text: str) -> int:
    """How long it takes to read a text, in whole minutes and never none."""
    return max(1, round(len(text) / LETTERS_A_MINUTE))
