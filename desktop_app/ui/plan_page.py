"""The plan: a rail of steps, one step in view, two lines to talk to, and the way on.

The page has no step of its own: what it shows comes from the walk (`core/walk.py`) and the words that belong to it.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.links import Link
from desktop_app.core.walk import Mark, Walk
from desktop_app.ui import strings
from desktop_app.ui.action_bar import ActionBar
from desktop_app.ui.buttons import Button
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.layers import Screen
from desktop_app.ui.page import ScrollColumn, paint
from desktop_app.ui.plan_rail import PlanRail, RailStep
from desktop_app.ui.session import Session
from desktop_app.ui.step_lines import StepLines
from desktop_app.ui.step_view import StepView
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

RAIL = 284
COLUMN = 640
SIDE = 56


class PlanPage(Screen):
    """Announces what leads away from the plan; moves within it are its own."""

    left = Signal()
    link_followed = Signal(object)
    line_chosen = Signal(object)
    qr_chosen = Signal(object, object)
    large_chosen = Signal(str, str)
    words_chosen = Signal(str, str)
    own_words_said = Signal(str)
    all_steps_chosen = Signal()

    def __init__(self, look: Look, session: Session, walk: Walk, clipboard: Clipboard) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._walk = walk
        self._clipboard = clipboard
        self._folded = False
        self._step: StepView | None = None
        self._rail = PlanRail(look)
        self._rail.step_chosen.connect(self.go)
        self._lines = StepLines(look)
        self._side_lines = StepLines(look)
        for lines in (self._lines, self._side_lines):
            lines.line_pressed.connect(self.line_chosen)
        self._side = self._side_column()
        self._fold = Button(look, strings.SEE_ALL, "compact", after="chevron-right")
        self._fold.clicked.connect(self.all_steps_chosen)
        self._scroll = ScrollColumn(look, widest=COLUMN, top=26, side=SIDE, centred=False)
        self._bar = ActionBar(look)
        self._bar.back_pressed.connect(self._back)
        self._bar.skip_pressed.connect(self._skip)
        self._bar.done_pressed.connect(self._done)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self._scroll, 1)
        main.addWidget(self._bar)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._side)
        outer.addLayout(main, 1)
        self._main = main
        self._place_bar()
        self.show_step()

    def take_focus(self) -> None:
        """The step's title is read out."""
        if self._step is not None:
            self._step.title.setFocus()

    def go_on_from(self, before: Screen) -> None:
        """Keeps the reasons open and the place read to."""
        if not isinstance(before, PlanPage):
            return
        if before.why_unfolded and self._step and self._step.why:
            self._step.why.unfold(True)
        read_to = before.read_to  # asked for now: the page before is gone by the time this one has its height
        QTimer.singleShot(0, self, lambda: self._scroll.bar.setValue(read_to))

    @property
    def why_unfolded(self) -> bool:
        """Whether the reasons of this step are open."""
        return bool(self._step and self._step.why and self._step.why.unfolded)

    @property
    def read_to(self) -> int:
        """How far the step was scrolled, in px."""
        return self._scroll.bar.value()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the rail away where there is no room for it."""
        super().resizeEvent(event)
        self._fold_rail(self._look.one_column(event.size().width()))

    def show_step(self) -> None:
        """Draws the step of the walk from its top and reads out its title."""
        if self._step is not None:
            focused = self.focusWidget()
            if self._step.isAncestorOf(focused):
                focused.clearFocus()  # else another control would get it, and be read out, before the title
            self._step.hide()
            self._step.deleteLater()
        column = self._scroll.column
        view = StepView(self._look, self._session, self._walk, self._clipboard)
        view.link_followed.connect(self._follow)
        view.qr_chosen.connect(self.qr_chosen)
        view.large_chosen.connect(self.large_chosen)
        view.words_chosen.connect(self.words_chosen)
        view.own_words_said.connect(self.own_words_said)
        view.steps_changed.connect(self._show_place)
        view.steps_changed.connect(self._show_lines)
        view.step_wanted.connect(self.go)
        self._step = view
        column.insertWidget(1, view)
        self._show_place()
        self._show_lines()
        self._scroll.bar.setValue(0)
        if self.isVisible() and not self._rail.walked:
            self.take_focus()

    def _order_tabs(self) -> None:
        """The Tab key goes down the page: what is made anew would come last otherwise."""
        step = self._step.findChildren(QWidget) if self._step is not None else []
        parts = (self._rail, *self._side_lines.buttons, self._fold, *step, *self._lines.buttons, *self._bar.buttons)
        reached = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise(reached):
            QWidget.setTabOrder(before, after)

    def go(self, step_id: str) -> None:
        """Shows a step of the plan."""
        self._walk.go(step_id)
        self.show_step()

    def rail_steps(self) -> tuple[RailStep, ...]:
        """The steps as the rail shows them."""
        name, walk = self._session.plans.short_name, self._walk
        return tuple(RailStep(step.id, name(step.id), walk.mark(step.id)) for step in walk.steps)

    def _show_place(self) -> None:
        walk = self._walk
        steps = self.rail_steps()
        self._rail.show_steps(steps, walk.number - 1)
        done = sum(step.mark is Mark.DONE for step in steps)
        self._count.say(strings.DONE_COUNT.format(done=done, total=walk.total))
        place = strings.STEP_OF.format(number=walk.number, total=walk.total)
        self._fold.say(f"{place}. {strings.SEE_ALL}")
        self._bar.show_place(last=walk.number == walk.total)
        if self._step is not None:
            self._step.show_place(self._folded)

    def _follow(self, link: Link) -> None:
        if link.scheme in ("step", "answer"):
            self._walk.follow(link)
            self.show_step()
        else:
            self.link_followed.emit(link)

    def _back(self) -> None:
        if self._walk.back():
            self.show_step()
        else:
            self.left.emit()

    def _skip(self) -> None:
        self._walk.later()
        self.show_step()

    def _done(self) -> None:
        last = self._walk.number == self._walk.total
        self._walk.done()
        if last:
            self._show_place()
            self.left.emit()
        else:
            self.show_step()

    def _side_column(self) -> QWidget:
        side = QWidget()
        paint(side, self._look, "sunken")
        side.setFixedWidth(self._look.fit(RAIL))
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 24, 16, 12)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 0, 14)
        head.setSpacing(2)
        head.addWidget(Text(self._look, strings.YOUR_PLAN, "body-strong"))
        self._count = Text(self._look, "", "small", "ink2")
        head.addWidget(self._count)
        column.addLayout(head)
        column.addWidget(self._rail, 1)
        column.addWidget(self._side_lines)
        return side

    def _show_lines(self) -> None:
        services = self._session.best()
        for lines in (self._lines, self._side_lines):
            lines.show_services(services)
        self._order_tabs()

    def _place_bar(self) -> None:
        column = self._scroll.column
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeading)
        # Where text is large the bar scrolls with the page, so that it takes no room from the words.
        if self._look.one_column(10_000):
            self._bar.flatten()
            self._main.removeWidget(self._bar)
        column.addSpacing(12)
        column.addWidget(self._lines)
        if self._bar.flat:
            column.addWidget(self._bar)
        column.addStretch(1)
        self._fold_rail(True)

    def _fold_rail(self, folded: bool) -> None:
        self._folded = folded
        if self._step is not None:
            self._step.show_place(folded)
        self._side.setVisible(not folded)
        self._fold.setVisible(folded)
        self._lines.setVisible(folded)
