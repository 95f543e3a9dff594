"""Puts a document on pages: black on white, our fonts, page numbers at the foot, and nothing that tells whose it was.

Works on another thread than the windows', and on anything that has pages: a file, or a printer of Windows.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from desktop_app.ui import strings, strings_print
from desktop_app.ui.theme import FAMILY

MARGINS = (18.0, 16.0, 18.0, 14.0)
"""Left, top, right and bottom, in millimetres."""
BODY = 11.5
"""Points, where text on the screen has its usual size."""
FOOT = 9.0
FOOT_ROOM = 2.4
"""Height of the foot of a page, in lines of it."""
LARGEST = 150
"""Percent. Larger letters than these leave too few words on a line of paper."""
SHORT = 6
"""Lines of a paragraph that can stay together."""
EDGE = 2
"""Dots. What begins where the next page does touches this one, and would stand unseen under its foot."""
DOTS = 600
"""An inch."""
LETTER = ("US", "CA")
"""Countries whose paper is Letter."""


@dataclass(frozen=True)
class Paper:
    """What it is printed on, and the text size in percent."""

    letter: bool
    text_size: int

    @property
    def body(self) -> float:
        """The size of plain text in points."""
        return BODY * min(self.text_size, LARGEST) / 100


@dataclass(frozen=True)
class Pdf:
    """A whole PDF file and how many pages it has."""

    data: bytes
    pages: int


def paper_for(country: str | None, text_size: int) -> Paper:
    """The paper of a country (two letters, or None where that is not known)."""
    return Paper(country in LETTER, text_size)


def make_pdf(html: str, paper: Paper) -> Pdf:
    """The document as a file, in memory."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    # SAFETY: what a file says about itself is read by whoever finds it (test_the_file_says_nothing_about_its_page).
    writer.setTitle(strings.APP)
    writer.setCreator(strings.APP)
    writer.setPageLayout(page_layout(paper))
    pages = paint(html, writer, paper.body)
    buffer.close()
    return Pdf(bytes(data.data()), pages)


def page_layout(paper: Paper) -> QPageLayout:
    """Size and margins of a page."""
    size = QPageSize(QPageSize.PageSizeId.Letter if paper.letter else QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(*MARGINS), QPageLayout.Unit.Millimeter)


def paint(html: str, device: QPagedPaintDevice, body: float) -> int:
    """Draws the document on a device, plain text in `body` points. Gives the number of pages, 0 where it can't."""
    painter = QPainter()
    if not painter.begin(device):
        return 0
    room = QRectF(device.pageLayout().paintRectPixels(device.logicalDpiY())).size()
    painter.setFont(_font(FOOT))
    foot = FOOT_ROOM * painter.fontMetrics().height()
    document = lay_out(html, device, QSizeF(room.width(), room.height() - foot), body)
    pages = document.pageCount()
    for page in range(pages):
        if page:
            device.newPage()
        _paint_page(painter, document, page)
        line = QRectF(0, room.height() - foot, room.width(), foot)
        said = strings_print.PAGE_OF.format(number=page + 1, count=pages)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(line, bottom | Qt.AlignmentFlag.AlignLeft, strings.APP)
        painter.drawText(line, bottom | Qt.AlignmentFlag.AlignRight, said)
    painter.end()
    return pages


def lay_out(html: str, device: QPagedPaintDevice, room: QSizeF, body: float) -> QTextDocument:
    """The document with its lines in their places, on pages of the size `room` in dots of the device."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setUseDesignMetrics(True)
    document.setDefaultTextOption(option)
    document.setDefaultFont(_font(body))
    document.setDefaultStyleSheet(_style(body))
    document.setHtml(html)
    document.setPageSize(room)
    _keep_together(document, room.height())
    return document


def _keep_together(document: QTextDocument, height: float) -> None:
    """What is short is not torn apart at the foot of a page, nor is a heading from the words under it."""
    heading: QTextBlock | None = None
    document.pageCount()  # places everything; Qt would do the rest when it has time
    block = document.begin()
    while block.isValid():
        first, last = _pages_of(block, height)
        torn = first != last and block.layout().lineCount() <= SHORT
        if heading is not None and (torn or _pages_of(heading, height)[1] != first):
            _begin_page_with(heading)
            document.pageCount()
        elif torn and QTextCursor(block).currentTable() is None:
            _begin_page_with(block)
            document.pageCount()
        heading = block if block.blockFormat().headingLevel() else None
        block = block.next()


def _pages_of(block: QTextBlock, height: float) -> tuple[int, int]:
    """The pages on which its first and its last line stand."""
    layout = block.layout()
    down, count = layout.position().y(), layout.lineCount()
    lines = (layout.lineAt(0), layout.lineAt(count - 1)) if count else ()
    middles = [down + line.y() + line.height() / 2 for line in lines] or [down]  # its edges may be rounded across
    return int(middles[0] // height), int(middles[-1] // height)


def _begin_page_with(block: QTextBlock) -> None:
    form = block.blockFormat()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(form)


def _paint_page(painter: QPainter, document: QTextDocument, page: int) -> None:
    size = document.pageSize()
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette(context.palette)
    palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)  # the program's own may be light on dark
    context.palette = palette
    whole = QRectF(0, page * size.height(), size.width(), size.height())
    context.clip = whole.adjusted(0, EDGE, 0, -EDGE)
    painter.save()
    painter.translate(0, -page * size.height())
    painter.setClipRect(whole)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _font(points: float) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    return font


def _style(body: float) -> str:
    """Sizes and spaces. Spaces are px as everywhere in Qt's documents: it makes dots of them."""
    return (
        f"h1 {{ font-size:{body * 1.75}pt; font-weight:600; margin-top:0; margin-bottom:8px }}"
        f"h2 {{ font-size:{body * 1.25}pt; font-weight:600; margin-top:14px; margin-bottom:4px }}"
        f"h3 {{ font-size:{body * 1.1}pt; font-weight:600; margin-top:12px; margin-bottom:4px }}"
        "p { margin-top:0; margin-bottom:7px } li { margin-bottom:5px } ul, ol { margin-bottom:8px }"
        f".lead {{ font-size:{body * 1.12}pt; margin-bottom:10px }}"
        f".source {{ font-size:{body * 0.85}pt; margin-bottom:3px }}"
    )
