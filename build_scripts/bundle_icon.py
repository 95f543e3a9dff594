"""The mark of Handrail as the icon that Windows and macOS show for a program."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop_app.ui.theme import LIGHT

_ICO_SIZES = (16, 24, 32, 48, 256)
_ICNS_SIZES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512}
"""What macOS calls the picture of each size, in px."""


def ico(mark: Path) -> bytes:
    """The icon file of Windows, made from the drawing in the SVG file `mark`."""
    pictures = [(size, png(mark, size)) for size in _ICO_SIZES]
    head = struct.pack("<3H", 0, 1, len(pictures))
    begin = len(head) + 16 * len(pictures)
    for size, picture in pictures:
        # 256 is written as 0: a side has one byte.
        head += struct.pack("<4B2H2L", size % 256, size % 256, 0, 0, 1, 32, len(picture), begin)
        begin += len(picture)
    return head + b"".join(picture for _, picture in pictures)


def icns(mark: Path) -> bytes:
    """The icon file of macOS."""
    parts = b""
    for name, size in _ICNS_SIZES.items():
        picture = png(mark, size)
        parts += name + struct.pack(">L", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">L", 8 + len(parts)) + parts


def png(mark: Path, size: int) -> bytes:
    """The mark on its square, `size` px wide and high, as a PNG."""
    drawing = mark.read_bytes().replace(b"currentColor", LIGHT.on_accent.encode())
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.accent))
    corner = size * 8 / 30
    painter.drawRoundedRect(QRectF(0, 0, size, size), corner, corner)
    QSvgRenderer(drawing).render(painter, QRectF(0, 0, size, size))
    painter.end()
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(file, "PNG")  # type: ignore[call-overload]  # the stubs forget that a device will do
    return bytes(file.data().data())
