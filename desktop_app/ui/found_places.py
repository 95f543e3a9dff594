"""Where words stand on a page that is shown: in its texts, on its buttons and in its lists to tick."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.buttons import Button
from desktop_app.ui.callout import SayBox
from desktop_app.ui.checklist import CheckRow
from desktop_app.ui.text import Text

Part = Text | Button | CheckRow


class FoundPlaces:
    """All places of some words, in the order of reading, marked while they are looked for."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._words = ""
        self._places: list[tuple[Part, int]] = []

    def __len__(self) -> int:
        return len(self._places)

    def look_for(self, words: str) -> None:
        """Marks the places where these words stand; none for ""."""
        self._words = words
        self._places = []
        for part in self._page.findChildren(QWidget):
            if isinstance(part, (Text, Button, CheckRow)) and self._can_be_seen(part):
                count = part.show_found(words, -1)
                self._places += [(part, number) for number in range(count)]

    def show(self, number: int) -> QWidget:
        """Marks one place, from 0, more than the others, unfolds what hides it, and gives the part it is in."""
        for part in {part for part, _ in self._places}:
            part.show_found(self._words, -1)
        part, place = self._places[number]
        part.show_found(self._words, place)
        box = self._folded_box(part)
        if box is not None:
            box.unfold(True)
        return part

    def _can_be_seen(self, part: QWidget) -> bool:
        return part.isVisibleTo(self._page) or self._folded_box(part) is not None

    def _folded_box(self, part: QWidget) -> SayBox | None:
        """The folded box that the part is in; None when it is in none, or hidden for another reason."""
        hidden: QWidget | None = part
        while hidden is not None and hidden is not self._page and not hidden.isHidden():
            hidden = hidden.parentWidget()
        box = hidden.parentWidget() if hidden is not None else None
        return box if isinstance(box, SayBox) else None
