"""The end of a page: its sources under their numbers, with addresses as text, and the day when it was checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.sources import Source
from desktop_app.ui import strings
from desktop_app.ui.heading import HeadingText
from desktop_app.ui.help_card import breakable
from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

ABOVE = 20


class SourceList(QWidget):
    """The sources with these ids, in their order: the first one is number 1 in the text.

    `known` are all sources by id; one that is not in it keeps its number and says that it can't be shown.
    """

    def __init__(
        self, look: Look, ids: Sequence[str], known: Mapping[str, Source], checked: dt.date, language: str
    ) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(wrapping())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ABOVE, 0, 0)
        column.setSpacing(8)
        heading = HeadingText(look, strings.SOURCES)
        heading.use_role("small-strong")
        column.addWidget(heading)
        rows = QGridLayout()
        rows.setHorizontalSpacing(8)
        rows.setVerticalSpacing(8)
        rows.setColumnStretch(1, 1)
        for number, source_id in enumerate(ids, 1):
            rows.addWidget(self._figure(number), number, 0, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(self._source(known.get(source_id)), number, 1)
        column.addLayout(rows)
        day = QLocale(language).toString(QDate(checked.year, checked.month, checked.day), "d MMMM yyyy")
        column.addWidget(Text(look, strings.CHECKED_ON.format(day=day), "small", "ink2"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line that ends the text."""
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.color("line"))

    def _figure(self, number: int) -> Text:
        figure = Text(self._look, f"{number}.", "small", "ink2", wrap=False)
        figure.setAccessibleName(strings.SOURCE_NUMBER.format(number=number))
        figure.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        return figure

    def _source(self, source: Source | None) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Text(self._look, source.name if source else strings.SOURCE_NOT_FOUND, "small", "ink"))
        if source is not None and source.show:
            # The address is no link: wherever it is opened, that stays behind.
            lines.addWidget(Text(self._look, breakable(source.address), "small", "ink2"))
        return lines
