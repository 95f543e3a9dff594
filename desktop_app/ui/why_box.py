"""\"Why?\": the reasons for a step and where they come from, folded away until somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.blocks import Block
from desktop_app.ui import strings
from desktop_app.ui.article import Article, Quoted, Reader
from desktop_app.ui.buttons import Button
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


class WhyBox(QWidget):
    """Opens and folds at a press; says which it is to a screen reader. `sources` gives their names when asked for."""

    def __init__(self, look: Look, why: Iterable[Block], reader: Reader, sources: Callable[[], Iterable[str]]) -> None:
        super().__init__()
        self._look = look
        self._why = tuple(why)
        self._reader = reader
        self._sources = sources
        self._inner: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._button = Button(look, strings.WHY, "quiet-start", before="chevron-right")
        self._button.setAccessibleDescription(strings.FOLDED)
        self._button.clicked.connect(lambda: self.unfold(not self.unfolded))
        row = QHBoxLayout()
        row.addWidget(self._button)
        row.addStretch(1)
        self._column.addLayout(row)

    @property
    def unfolded(self) -> bool:
        """Whether the reasons are shown."""
        return self._inner is not None and not self._inner.isHidden()

    def unfold(self, yes: bool) -> None:
        """Shows the reasons or folds them away."""
        if self._inner is None:
            self._inner = self._reasons()
            self._column.addWidget(self._inner)
        self._inner.setVisible(yes)
        self._button.say(strings.WHY, before="chevron-down" if yes else "chevron-right")
        self._button.setAccessibleDescription(strings.UNFOLDED if yes else strings.FOLDED)

    def _reasons(self) -> QWidget:
        article = Article(self._look, self._why, self._reader, lead=False, token="ink2")
        column = article.layout()
        assert isinstance(column, QVBoxLayout)
        sources = tuple(self._sources())
        if sources:
            names = QVBoxLayout()
            names.setSpacing(2)
            names.addWidget(Text(self._look, strings.SOURCES, "small-strong", "ink2"))
            for name in sources:
                names.addWidget(Text(self._look, name, "small", "ink2"))
            column.addLayout(names)
        return Quoted(self._look, article)
