"""All pages by who they are for: groups that open and close, and in them a row a page.

Rows are buttons and no tree: a screen reader, a voice and a switch press them as they press everything else here.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.library import AUDIENCES, Library
from desktop_app.ui import strings
from desktop_app.ui.contents_row import ContentsRow
from desktop_app.ui.item_layout import held
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.text import Title
from desktop_app.ui.theme import Look

WIDEST = 640
SIDE = 16
TOP = 16
NEAR = 60
"""Px of the rows around that are shown with the row that is scrolled to."""


class ContentsList(ScrollColumn):
    """Announces the id of the page that was chosen, and that a group was opened or closed."""

    page_chosen = Signal(str)
    rows_changed = Signal()

    def __init__(self, look: Look, library: Library) -> None:
        super().__init__(look, widest=WIDEST, top=TOP, ground="sunken")
        self._library = library
        self._here = ""
        self._groups: dict[str, ContentsRow] = {}
        self._pages: dict[str, ContentsRow] = {}
        self._boxes: dict[str, QWidget] = {}
        """What holds the rows of a group: a screen reader meets them after the group, whenever they were made."""
        self.title = Title(look, strings.READ_AND_LEARN)
        """Seen only where the contents stand alone."""
        self.column.addWidget(self.title)
        for audience in AUDIENCES:
            pages = library.pages(audience)
            if pages:
                self._add_group(audience, len(pages))
        self.column.addStretch(1)

    @property
    def rows(self) -> tuple[ContentsRow, ...]:
        """The rows in the order of reading."""
        rows: list[ContentsRow] = []
        for audience, group in self._groups.items():
            rows.append(group)
            rows += [self._pages[page.id] for page in self._library.pages(audience) if page.id in self._pages]
        return tuple(rows)

    @property
    def unfolded(self) -> frozenset[str]:
        """The groups that are open."""
        return frozenset(name for name in self._boxes if self._is_open(name))

    def unfold(self, audience: str, yes: bool) -> None:
        """Opens or closes a group."""
        if audience not in self._groups or yes == self._is_open(audience):
            return
        if yes:
            self._fill(audience)
        self._boxes[audience].setVisible(yes)
        self._groups[audience].show_on(yes)
        self.rows_changed.emit()

    def show_here(self, page_id: str) -> None:
        """Marks the page that is read, opens its group, and scrolls to it."""
        page = self._library.get(page_id)
        if self._here in self._pages:
            self._pages[self._here].show_on(False)
        self._here = page_id
        if page is not None:
            self.unfold(page.audience, True)
            self._pages[page_id].show_on(True)
            QTimer.singleShot(0, self, self._scroll_to_here)

    def take_focus(self) -> None:
        """The page that was read has the keyboard, else the title."""
        row = self._pages.get(self._here)
        (row if row is not None and row.isVisible() else self.title).setFocus()

    def _fit(self, width: int) -> None:
        """Beside a page the rows come nearer to the edges than a page of its own would."""
        super()._fit(width)
        if width < self._look.fit(WIDEST):
            self.column.setContentsMargins(SIDE, TOP, SIDE, 24)

    def _add_group(self, audience: str, count: int) -> None:
        words = strings.AUDIENCES[audience]
        group = ContentsRow(self._look, words, group=True)
        group.setAccessibleName(strings.GROUP_NAME.format(group=words, count=count))
        group.show_on(False)
        group.clicked.connect(lambda: self.unfold(audience, not self._is_open(audience)))
        self._groups[audience] = group
        rows = QVBoxLayout()
        rows.setSpacing(0)
        box = self._boxes[audience] = held(rows)
        box.hide()
        self.column.addWidget(group)
        self.column.addWidget(box)
        self.column.addSpacing(4)

    def _fill(self, audience: str) -> None:
        """The rows of a group, made when it is first opened."""
        rows = self._boxes[audience].layout()
        pages = self._library.pages(audience)
        if rows is None or rows.count():
            return
        for number, page in enumerate(pages, 1):
            row = ContentsRow(self._look, page.title, group=False)
            row.setAccessibleName(strings.PAGE_NAME.format(title=page.title, number=number, count=len(pages)))
            row.show_on(page.id == self._here)
            row.clicked.connect(lambda _=False, page_id=page.id: self.page_chosen.emit(page_id))
            self._pages[page.id] = row
            rows.addWidget(row)

    def _is_open(self, audience: str) -> bool:
        return not self._boxes[audience].isHidden()

    def _scroll_to_here(self) -> None:
        row = self._pages.get(self._here)
        if row is not None:
            self.ensureWidgetVisible(row, 0, NEAR)
