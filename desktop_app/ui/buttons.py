"""Buttons that wrap their words instead of cutting them.

All are real push buttons to the keyboard and to a screen reader. Only their drawing is ours: Qt's own cannot wrap.
"""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen

from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.pressable import Pressable
from desktop_app.ui.theme import Look

WRAP = Qt.TextFlag.TextWordWrap


class Kind(NamedTuple):
    """How a kind of button is drawn: colour tokens at rest, hovered and pressed, and its measures in px at 100 %."""

    fill: str
    hover: str
    press: str
    text: str
    edge: str = ""
    height: int = 48
    pad: int = 20
    role: str = "button"
    at_start: bool = False
    underlined: bool = False


KINDS = {
    "primary": Kind("accent", "accent_hover", "accent_press", "on_accent"),
    "secondary": Kind("surface", "hover", "sunken", "ink", edge="control"),
    "compact": Kind("surface", "hover", "sunken", "ink", edge="control", height=44, pad=13, role="label"),
    "chip": Kind("surface", "hover", "sunken", "ink", edge="control", height=48, pad=16, role="label"),
    "plain": Kind("", "hover", "sunken", "ink", height=44, pad=12, role="label"),
    "quiet-start": Kind("", "", "", "accent", height=44, pad=0, role="label", at_start=True),
    "quiet": Kind("", "hover", "sunken", "accent", height=44, pad=4, role="label"),
    "quiet-ink": Kind("", "hover", "sunken", "ink", pad=14),
    "row": Kind("surface", "hover", "sunken", "ink", edge="line", height=50, pad=16, role="label", at_start=True),
    "link-icon": Kind("", "", "", "accent", height=44, pad=0, at_start=True, underlined=True),
    "line": Kind("", "", "", "ink", height=44, pad=0, role="label", at_start=True),
    "link": Kind("", "", "", "accent", height=44, pad=0, role="label", at_start=True, underlined=True),
}
ICON = 20
GAP = 10
RADIUS = 10


class Button(Pressable):
    """A button of one of `KINDS` with an icon before its words and one after them."""

    def __init__(self, look: Look, words: str, kind: str = "secondary", before: str = "", after: str = "") -> None:
        super().__init__(words.replace("&", "&&"))
        self._look = look
        self._kind = KINDS[kind]
        self._before = before
        self._after = after
        self._found = False
        self.setFont(look.font(self._kind.role))
        self.setSizePolicy(wrapping())

    def say(self, words: str, before: str | None = None) -> None:
        """Shows other words, and another icon before them if one is named."""
        self._before = self._before if before is None else before
        self.setText(words.replace("&", "&&"))
        self.updateGeometry()

    def show_picked(self, yes: bool) -> None:
        """Shows whether this choice holds, without announcing it: `toggled` is for what the person does.

        Connect `toggled` on choices, not `clicked`: a screen reader toggles them, and Qt then says nothing of a click.
        """
        self.blockSignals(True)
        self.setChecked(yes)
        self.blockSignals(False)
        self.update()

    def show_found(self, words: str, here: int) -> int:
        """Marks the button when these words stand on it; not for "". Gives how often."""
        from desktop_app.core.finding import places  # not above: Home does without

        found = len(places(self.words(), words))
        if self._found is not bool(found):
            self._found = bool(found)
            self.update()
        return found

    def words(self) -> str:
        """The words as they are read."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        """All words in one line."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.words()) + 2 + self._around()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word in a line of its own."""
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(word) for word in self.words().split()), default=0)
        width = widest + 2 + self._around()
        return QSize(width, self._look.fit(self._kind.height))

    def hasHeightForWidth(self) -> bool:
        """Words that wrap make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at a width in px."""
        room = max(1, width - self._around())
        words = QFontMetrics(self.font()).boundingRect(QRect(0, 0, room, 10_000), WRAP, self.words())
        return max(self._look.fit(self._kind.height), words.height() + self._look.fit(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground, the icons and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        color = self._color()
        painter.setPen(self._look.color(color))
        painter.setFont(self.font())
        self._paint_words(painter, getattr(self._look.tokens, color))

    def _paint_ground(self, painter: QPainter) -> None:
        kind, chosen = self._kind, self.isCheckable() and self.isChecked()
        fill = kind.press if self.isDown() else kind.hover if self.underMouse() else kind.fill
        edge, width = (kind.edge, 1.0)
        if self._found:
            fill = "note"
        if chosen:
            fill, edge, width = "soft", "accent", 2.0
        painter.setBrush(self._look.color(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.color(edge), width) if edge else Qt.PenStyle.NoPen)
        half = width / 2 if edge else 0.0
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)

    def _paint_words(self, painter: QPainter, color: str) -> None:
        icon, gap, pad = self._icon(), self._gap(), self._look.fit(self._kind.pad)
        before, after = self._first_icon(), self._after
        room = max(1, self.width() - self._around())
        metrics = QFontMetrics(self.font())
        words = metrics.boundingRect(QRect(0, 0, room, 10_000), WRAP, self.words())
        drawn = words.width() + (icon + gap if before else 0) + (icon + gap if after else 0)
        mirrored = self.mirrored()
        x = pad if self._kind.at_start else max(pad, (self.width() - drawn) // 2)
        middle = self.height() / 2
        if before:
            where = QRectF(self.from_start(x, icon), middle - icon / 2, icon, icon)
            self._look.icons.paint(painter, before, where, color, mirrored and before.startswith("arrow"))
            x += icon + gap
        place = QRect(int(self.from_start(x, words.width() + 2)), 0, words.width() + 2, self.height())
        side = Qt.AlignmentFlag.AlignHCenter if not self._kind.at_start else Qt.AlignmentFlag.AlignLeading
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side | WRAP, self.words())
        if self._kind.underlined:
            self._underline(painter, place, words.height())
        if after:
            x += words.width() + gap
            where = QRectF(self.from_start(x, icon), middle - icon / 2, icon, icon)
            self._look.icons.paint(painter, after, where, color, mirrored)

    def _underline(self, painter: QPainter, place: QRect, height: int) -> None:
        y = (self.height() + height) // 2 + 1
        painter.drawLine(place.left(), y, place.right() - 2, y)

    def _first_icon(self) -> str:
        return "check" if self.isCheckable() and self.isChecked() and not self._before else self._before

    def _color(self) -> str:
        if self.isCheckable() and self.isChecked():
            return "accent"
        return "note_ink" if self._found else self._kind.text

    def _icon(self) -> int:
        return self._look.fit(ICON)

    def _gap(self) -> int:
        return self._look.fit(GAP)

    def _around(self) -> int:
        icons = (1 if self._before or self.isCheckable() else 0) + (1 if self._after else 0)
        return 2 * self._look.fit(self._kind.pad) + icons * (self._icon() + self._gap())
