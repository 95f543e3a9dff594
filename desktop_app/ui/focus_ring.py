"""The keyboard ring: one see-through widget over everything, painted round the control that has the focus.

A style sheet cannot paint outside a control, and inside it the ring would be lost on dark fills.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QScrollArea, QWidget
from shiboken6 import isValid

from desktop_app.ui.theme import Look

WIDTH = 3
GAP = 2
AROUND = WIDTH + GAP
MARGIN = 24
PLACES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Follows the focus inside its window. Shown while keys are used, hidden while the mouse is; a text field shows it
    always. A control says its corner radius in the property `ring`.
    """

    def __init__(self, look: Look, window: QWidget, app: QApplication) -> None:
        super().__init__(window)
        self.look = look
        self._target: QWidget | None = None
        self._over = window
        self._by_keys = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app.focusChanged.connect(self._follow)

    def watch(self, window: QWindow) -> None:
        """Learns from this window whether keys or the mouse are used."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes what is used, and where the control goes."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            self._by_keys = True
        elif kind is QEvent.Type.MouseButtonPress:
            self._by_keys = False
        elif kind in PLACES and isinstance(watched, QWidget):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ring."""
        target = self._here()
        if target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._seen(target).translated(-self.pos()))
        painter.setPen(QPen(self.look.color("focus"), WIDTH))
        radius = float(target.property("ring") or 10) + AROUND - WIDTH / 2
        half = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        # The focus can come to a page that is being put away, and go with it before anybody says so.
        for widget in self._chain(self._here()):
            widget.removeEventFilter(self)
        self._target = new if new is not None and self._over.isAncestorOf(new) else None
        for widget in self._chain(self._target):
            widget.installEventFilter(self)
            if self._by_keys and isinstance(widget, QScrollArea) and self._target is not None:
                self._scroll_to(self._target, widget)
        self._place()

    def _scroll_to(self, target: QWidget, area: QScrollArea) -> None:
        """Qt scrolls when the focus moves inside the area, not when it comes in from the bars, nor for the ring."""
        bar, room = area.verticalScrollBar(), area.viewport().height()
        top = target.mapTo(area.viewport(), QPoint(0, 0)).y() + bar.value()
        bottom = top + target.height()
        if top - AROUND < bar.value():
            bar.setValue(top - MARGIN)
        elif bottom + AROUND > bar.value() + room:
            bar.setValue(min(top - MARGIN, bottom + MARGIN - room))

    def _place(self) -> None:
        target = self._here()
        if target is None or not self._wanted(target):
            self.hide()
            return
        corner = target.mapTo(self._over, QPoint(0, 0))
        around = QRect(corner, target.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
        self.setGeometry(around)
        self.show()
        self.raise_()
        self.update()

    def _here(self) -> QWidget | None:
        """What has the ring, while it is there."""
        return self._target if self._target is not None and isValid(self._target) else None

    def _wanted(self, target: QWidget) -> bool:
        reached_by_tab = bool(target.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return target.isVisible() and (isinstance(target, QLineEdit) or (self._by_keys and reached_by_tab))

    def _chain(self, widget: QWidget | None) -> list[QWidget]:
        """The widget and everything it stands in, up to the window: any of them may move it."""
        chain = []
        while widget is not None and widget is not self._over:
            chain.append(widget)
            widget = widget.parentWidget()
        return chain

    def _seen(self, target: QWidget) -> QRect:
        """The part of the window in which the ring may be drawn: not over the bars above and below a scrolled page."""
        seen = self._over.rect()
        for widget in self._chain(target)[1:]:
            if isinstance(widget, QAbstractScrollArea):
                port = widget.viewport()
                seen = seen.intersected(QRect(port.mapTo(self._over, QPoint(0, 0)), port.size()))
        return seen
