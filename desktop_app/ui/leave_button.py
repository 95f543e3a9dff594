"""The Leave now pill: the one control that is on every screen, in the same corner, and never disabled."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop_app.ui import strings
from desktop_app.ui.theme import Look

PAD = 20
ICON = 20
GAP = 10
KEY_PAD = 10
DOT = 6


class LeaveButton(QPushButton):
    """Draws "Leave now" with its key beside it, and three dots in the key's place while Shift is being counted."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shifts = 0
        self._with_key = True
        self.setProperty("ring", look.fit(22))
        self.setAccessibleName(strings.LEAVE_NAME)
        self.setToolTip("")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_key(self, yes: bool) -> None:
        """The key may hide where there is no room; the words never do."""
        if yes != self._with_key:
            self._with_key = yes
            self.updateGeometry()
            self.update()

    def show_shifts(self, count: int) -> None:
        """Shows how many of the three Shift presses were counted (0 to 2), and has a screen reader say what is left.

        In neutral words, and politely: not into what is being read just then.
        """
        self._shifts = count
        self.update()
        if count:
            # Not above: the start needs neither.
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, strings.SHIFTS_LEFT[count]))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Draws the hovered colours."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Draws the resting colours."""
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, not only Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def width_with_key(self) -> int:
        """The width in px when the key is shown."""
        return self._width(with_key=True)

    def plain_width(self) -> int:
        """The width in px without the key."""
        return max(120, self._width(with_key=False))

    def sizeHint(self) -> QSize:
        """At least 120 x 44 px, the key included where it is shown."""
        return QSize(max(120, self._width(self._with_key)), self._look.fit(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the pill."""
        look, tokens = self._look, self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("leave_hover" if self.underMouse() or self.isDown() else "leave"))
        half = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), half, half)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        icon, gap = look.fit(ICON), look.fit(GAP)
        words, font = QFontMetrics(look.font("label")), look.font("label")
        x = (
            look.fit(PAD)
            if self._with_key
            else (self.width() - icon - gap - words.horizontalAdvance(strings.LEAVE)) // 2
        )
        where = QRectF(self._flip(x, icon, mirrored), half - icon / 2, icon, icon)
        look.icons.paint(painter, "log-out", where, tokens.on_leave, mirrored)
        x += icon + gap
        width = words.horizontalAdvance(strings.LEAVE) + 2
        painter.setPen(look.color("on_leave"))
        painter.setFont(font)
        painter.drawText(
            QRectF(self._flip(x, width, mirrored), 0, width, self.height()),
            Qt.AlignmentFlag.AlignVCenter,
            strings.LEAVE,
        )
        if self._with_key:
            width = self._key_width()
            self._paint_key(
                painter,
                QRectF(
                    self._flip(x + words.horizontalAdvance(strings.LEAVE) + gap, width, mirrored),
                    half - look.fit(32) / 2 + 0.5,
                    width,
                    look.fit(32) - 1,
                ),
            )

    def _paint_key(self, painter: QPainter, where: QRectF) -> None:
        look = self._look
        if self._shifts:
            dot = look.fit(DOT)
            x = where.center().x() - 2.5 * dot
            for place in range(3):
                painter.setBrush(look.color("on_leave") if place < self._shifts else Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.color("on_leave"), 1))
                painter.drawEllipse(QRectF(x + place * 2 * dot, where.center().y() - dot / 2, dot, dot))
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("leave_key"), 1))
        radius = where.height() / 2
        painter.drawRoundedRect(where, radius, radius)
        painter.setPen(look.color("leave_key_ink"))
        painter.setFont(look.font("small"))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, strings.LEAVE_KEY)

    def _flip(self, x: float, width: float, mirrored: bool) -> float:
        return self.width() - x - width if mirrored else x

    def _key_width(self) -> int:
        font = self._look.font("small")
        return QFontMetrics(font).horizontalAdvance(strings.LEAVE_KEY) + 2 * self._look.fit(KEY_PAD)

    def _width(self, with_key: bool) -> int:
        look = self._look
        words = QFontMetrics(look.font("label")).horizontalAdvance(strings.LEAVE)
        plain = look.fit(PAD) + look.fit(ICON) + look.fit(GAP) + words
        return plain + (look.fit(GAP) + self._key_width() + look.fit(10) if with_key else look.fit(PAD))
