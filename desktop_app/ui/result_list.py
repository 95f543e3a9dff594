"""What a search found: how many, and a card for each; the arrow keys go through them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent

from desktop_app.core.search import Hit
from desktop_app.ui import strings
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.result_card import ResultCard
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

SIDE = 16
GAP = 8
NEAR = 20
SAID_AFTER = 700
"""Milliseconds without a key after which a screen reader hears how many there are."""


class ResultList(ScrollColumn):
    """Announces the result that was chosen, and the wish to go back to the field or to clear it."""

    chosen = Signal(object)
    left = Signal()
    cleared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, top=0, ground="sunken", centred=False)
        self._cards: list[ResultCard] = []
        self._shown = 0
        self.count = Text(look, "", "small", "ink2")
        self.column.setSpacing(GAP)
        self.column.addWidget(self.count)
        self.column.addStretch(1)
        self._quiet = QTimer(self, singleShot=True, interval=SAID_AFTER)
        self._quiet.timeout.connect(self._announce)

    @property
    def cards(self) -> tuple[ResultCard, ...]:
        """The cards that are seen, from the top."""
        return tuple(self._cards[: self._shown])

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Shows other results, from the top."""
        counts = {0: strings.NO_RESULTS, 1: strings.ONE_RESULT}
        self._say(counts.get(len(hits), strings.RESULTS.format(count=len(hits))))
        self._show(hits)

    def show_no_search(self) -> None:
        """Says that nothing can be searched here."""
        self._say(strings.NO_SEARCH)
        self._show(())

    def choose_first(self) -> None:
        """Chooses what Enter in the field opens."""
        if self.cards:
            self.cards[0].click()

    def enter(self) -> None:
        """The first card has the keyboard."""
        if self.cards:
            self.cards[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down, to the first and last, back to the field, and Esc."""
        place = next((number for number, card in enumerate(self.cards) if card.hasFocus()), None)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -self._shown, Qt.Key.Key_End: self._shown}
        step = steps.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.cleared.emit()
        elif place is not None and step == -1 and place == 0:
            self.left.emit()
        elif place is not None and step is not None:
            card = self.cards[max(0, min(self._shown - 1, place + step))]
            card.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(card, 0, NEAR)
        else:
            super().keyPressEvent(event)

    def _fit(self, width: int) -> None:
        """As near to the edges as the contents beside a page."""
        super()._fit(width)
        self.column.setContentsMargins(SIDE, 4, SIDE, 24)

    def _say(self, words: str) -> None:
        self.count.say(words)
        self._quiet.start()

    def _announce(self) -> None:
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.count.accessibleName()))

    def _show(self, hits: Sequence[Hit]) -> None:
        while len(self._cards) < len(hits):
            self._cards.append(self._card())
        for number, card in enumerate(self._cards):
            if number < len(hits):
                card.show_hit(hits[number], first=number == 0)
            card.setVisible(number < len(hits))
        self._shown = len(hits)
        self.bar.setValue(0)

    def _card(self) -> ResultCard:
        card = ResultCard(self._look)
        card.clicked.connect(lambda: self._choose(card))
        self.column.insertWidget(self.column.count() - 1, card)  # before the stretch at the end
        return card

    def _choose(self, card: ResultCard) -> None:
        if card.hit is not None:
            self.chosen.emit(card.hit.link)
