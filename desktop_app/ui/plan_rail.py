"""The rail: all steps in one list with the line that joins them. The row that is chosen is the step in view."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.core.walk import Mark
from desktop_app.ui import strings
from desktop_app.ui.theme import Look, scroll_bar_style

ROW = 50
CIRCLE = 28
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class RailStep:
    """One row: the step's id, its short name and what was done with it."""

    id: str
    name: str
    mark: Mark


class RailModel(QAbstractListModel):
    """The rows of the rail."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[RailStep, ...] = ()

    def show(self, steps: tuple[RailStep, ...]) -> None:
        """Other rows; the same ones with other marks only change, so that nobody who listens loses their place."""
        if [step.id for step in steps] == [step.id for step in self.steps]:
            self.steps = steps
            self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))
            return
        self.beginResetModel()
        self.steps = steps
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many steps there are."""
        return 0 if parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The name to draw, or the whole sentence for a screen reader."""
        step = self.steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return step.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(step, index.row() + 1, len(self.steps))
        return None


def spoken(step: RailStep, number: int, total: int) -> str:
    """How a screen reader says a row."""
    state = strings.STEP_STATE[step.mark]
    words = strings.STEP_NAME_STATE if state else strings.STEP_NAME
    return words.format(number=number, total=total, step=step.name, state=state)


class RailDelegate(QStyledItemDelegate):
    """Paints a row: circle with number, check or dash, the name, and the line to the next circle."""

    def __init__(self, look: Look, model: RailModel) -> None:
        super().__init__()
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One row."""
        return QSize(200, self._look.fit(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row."""
        look, step = self._look, self._model.steps[index.row()]
        row = QRectF(option.rect)
        here = index == self.parent_view().currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here:
            painter.setBrush(look.color("surface"))
            painter.setPen(QPen(look.color("line"), 1))
            painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        size = look.fit(CIRCLE)
        x = row.right() - 12 - size if mirrored else row.left() + 12
        circle = QRectF(x, row.center().y() - size / 2, size, size)
        self._line(painter, row, circle, index.row())
        self._circle(painter, circle, step, index.row() + 1, here)
        painter.setPen(look.color("ink" if here else "ink2"))
        painter.setFont(look.font("label" if here else "label-plain"))
        start = 12 + size + look.fit(12)
        words = row.adjusted(8 if mirrored else start, 0, -start if mirrored else -8, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, step.name)
        painter.restore()

    def parent_view(self) -> QListView:
        """The list that this draws for."""
        view = self.parent()
        assert isinstance(view, QListView)
        return view

    def _line(self, painter: QPainter, row: QRectF, circle: QRectF, number: int) -> None:
        steps = self._model.steps
        x = circle.center().x()
        for above in (True, False):
            if (above and number == 0) or (not above and number == len(steps) - 1):
                continue
            walked = steps[number - 1 if above else number].mark is Mark.DONE
            painter.setPen(QPen(self._look.color("accent" if walked else "control"), 2))
            top, bottom = (row.top(), circle.top()) if above else (circle.bottom(), row.bottom())
            painter.drawLine(
                QRect(round(x), round(top), 0, round(bottom - top)).topLeft(),
                QRect(round(x), round(bottom), 0, 0).topLeft(),
            )

    def _circle(self, painter: QPainter, circle: QRectF, step: RailStep, number: int, here: bool) -> None:
        look = self._look
        done = step.mark is Mark.DONE
        edge = "accent" if done or here else "control"
        painter.setBrush(look.color("accent" if done else "surface" if here else "sunken"))
        painter.setPen(QPen(look.color(edge), 2))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        inset = circle.width() * 0.21
        inner = circle.adjusted(inset, inset, -inset, -inset)
        if done:
            look.icons.paint(painter, "check", inner, look.tokens.on_accent)
        elif step.mark is Mark.LATER:
            look.icons.paint(painter, "minus", inner, look.tokens.ink2)
        else:
            painter.setPen(look.color("accent" if here else "ink2"))
            painter.setFont(look.font("small-strong"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))


class PlanRail(QListView):
    """The list. Announces the id of the step that was chosen by click, by arrow keys or by a screen reader."""

    step_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._told = False
        self.walked = False
        self._steps = RailModel()
        self.setModel(self._steps)
        delegate = RailDelegate(look, self._steps)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(strings.YOUR_PLAN)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().setStyleSheet(scroll_bar_style(look.tokens, "sunken"))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, look.color("sunken"))
        self.setPalette(palette)

    def show_steps(self, steps: tuple[RailStep, ...], here: int) -> None:
        """Shows the steps; `here` is the row of the one in view, from 0."""
        self._told = False
        if steps != self._steps.steps:
            self._steps.show(steps)
        self.setCurrentIndex(self._steps.index(here))
        self.viewport().update()
        self._told = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from step to step; who walks with them stays in the rail."""
        self.walked = True
        super().keyPressEvent(event)
        self.walked = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Announces the choice, unless it is the page itself that moves."""
        super().currentChanged(current, previous)
        if self._told and current.isValid():
            self.step_chosen.emit(self._steps.steps[current.row()].id)
