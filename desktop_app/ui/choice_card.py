"""The big choice on Home: one button with an icon tile, a title and a line that already says what to do."""

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextDocument
from PySide6.QtWidgets import QSizePolicy

from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.pressable import Pressable
from desktop_app.ui.theme import TYPES, Look

RADIUS = 14
PAD = 27
GAP = 22
TILE = 56
ICON = 28
ARROW = 24
TILE_FROM = 420


class ChoiceCard(Pressable):
    """A card that is a button. `line` is read after the title; `strong` stands at the end of it in bold."""

    def __init__(self, look: Look, icon: str, title: str, line: str, strong: str) -> None:
        super().__init__()
        self._look = look
        self.setProperty("ring", RADIUS)
        self._icon = icon
        self._words = QTextDocument(self)
        self._words.setDocumentMargin(0)
        self._words.setHtml(self._html(title, line, strong))
        self.setAccessibleName(f"{title}. {line} {strong}")
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Expanding))

    def sizeHint(self) -> QSize:
        """As wide as a page likes it."""
        return QSize(600, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        """The longest word beside the arrow."""
        return QSize(self._around(0) + self._look.px(150), self._look.fit(108))

    def hasHeightForWidth(self) -> bool:
        """Words that wrap make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at a width in px."""
        self._words.setTextWidth(max(1, width - self._around(width)))
        return max(
            self._look.fit(108),
            round(self._words.size().height()) + 2 * (self._look.fit(24) if self._has_tile(width) else 8),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the card."""
        look, tokens = self._look, self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "hero"
        if tokens.hero == tokens.accent:  # elsewhere its words would not stand out from the pressed colours
            fill = "accent_press" if self.isDown() else "accent_hover" if self.underMouse() else "hero"
        painter.setBrush(look.color(fill))
        painter.setPen(QPen(look.color("hero_line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        mirrored = self.mirrored()
        arrow = look.fit(ARROW)
        middle = self.height() / 2
        start = PAD
        if self._has_tile(self.width()):
            tile, icon = look.fit(TILE), look.fit(ICON)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("hero_tile"))
            where = QRectF(self.from_start(PAD, tile), middle - tile / 2, tile, tile)
            painter.drawRoundedRect(where, RADIUS, RADIUS)
            inset = (tile - icon) / 2
            look.icons.paint(painter, self._icon, where.adjusted(inset, inset, -inset, -inset), tokens.on_hero)
            start = PAD + tile + GAP
        x = self.width() - PAD - arrow - 2
        where = QRectF(self.from_start(x, arrow), middle - arrow / 2, arrow, arrow)
        look.icons.paint(painter, "arrow-right", where, tokens.on_hero, mirrored)
        room = max(1, self.width() - self._around(self.width()))
        self._words.setTextWidth(room)
        painter.translate(self.from_start(start, room), middle - self._words.size().height() / 2)
        self._words.drawContents(painter)

    def _has_tile(self, width: int) -> bool:
        """Where it is narrow the drawing gives its room to the words."""
        return width >= self._look.px(TILE_FROM)

    def _around(self, width: int) -> int:
        tile = self._look.fit(TILE) + GAP if self._has_tile(width) else 0
        return 2 * PAD + tile + self._look.fit(ARROW) + GAP

    def _html(self, title: str, line: str, strong: str) -> str:
        look, tokens = self._look, self._look.tokens
        big, small = TYPES["home-choice"], TYPES["body"]
        family = look.font("body").family()
        align = "right" if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else "left"
        return (
            f"<div style=\"font-family:'{family}'; text-align:{align}\">"
            f'<div style="font-size:{look.px(big.size)}px; font-weight:600; color:{tokens.on_hero}">'
            f"{escape(title)}</div>"
            f'<div style="font-size:{look.px(small.size)}px; line-height:118%; color:{tokens.on_hero2}">{escape(line)} '
            f'<span style="font-weight:600; color:{tokens.on_hero}">{escape(strong)}</span></div></div>'
        )
