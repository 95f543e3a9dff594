"""Reads the words of a PDF file as Qt writes it, page by page. No more of the format than that needs."""

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)


class Objects(dict[int, bytes]):
    """The objects of a file by their numbers."""

    def __init__(self, data: bytes) -> None:
        super().__init__((int(number), body) for number, body in _OBJECT.findall(data))

    def stream(self, number: int) -> bytes:
        """What a stream holds, unpacked."""
        body = self[number]
        found = _STREAM.search(body)
        assert found is not None
        return zlib.decompress(found.group(1)) if b"/FlateDecode" in body else found.group(1)

    def number(self, body: bytes, key: str) -> int:
        """The number of the object that a key of another one names."""
        found = re.search(rb"/" + key.encode() + rb"\s+(\d+) 0 R", body)
        assert found is not None, key
        return int(found.group(1))


class Page(NamedTuple):
    """One page: its words, and the raw drawing."""

    words: str
    drawing: bytes


def pages(data: bytes) -> list[Page]:
    """All pages in their order."""
    objects = Objects(data)
    root = next(body for body in objects.values() if b"/Type /Pages" in body)
    kids = re.findall(rb"(\d+) 0 R", root.partition(b"/Kids")[2].partition(b"]")[0])
    found = []
    for kid in map(int, kids):
        drawing = objects.stream(objects.number(objects[kid], "Contents"))
        resources = objects[objects.number(objects[kid], "Resources")]
        fonts = {name: _letters(objects, int(number)) for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", resources)}
        found.append(Page(" ".join("".join(_shown(drawing, fonts)).split()), drawing))
    return found


def text(data: bytes) -> str:
    """All words of the file."""
    return " ".join(page.words for page in pages(data))


def _letters(objects: Objects, font: int) -> dict[int, str]:
    """What each glyph of a font stands for."""
    table = objects.stream(objects.number(objects[font], "ToUnicode")).decode("latin-1")
    letters: dict[int, str] = {}
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, rest in re.findall(r"<(\w+)>\s*<(\w+)>\s*(\[[^\]]*\]|<\w+>)", part):
            codes = range(int(first, 16), int(last, 16) + 1)
            values = re.findall(r"<(\w+)>", rest)
            for place, code in enumerate(codes):
                one_each = len(values) > 1 or rest.startswith("[")
                raw = bytes.fromhex(values[place] if one_each else values[0])
                letters[code] = raw.decode("utf-16-be") if one_each or not place else chr(int(values[0], 16) + place)
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, value in re.findall(r"<(\w+)>\s*<(\w+)>", part):
            letters[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be")
    return letters


def _shown(drawing: bytes, fonts: dict[bytes, dict[int, str]]) -> Iterator[str]:
    """The pieces of words in the order of drawing; a space stands between one piece in one font and the next."""
    letters: dict[int, str] = {}
    for begin, name, codes in re.findall(rb"(\bBT\b)|/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)>", drawing):
        if begin:
            yield " "
        elif name:
            letters = fonts[name]
        else:
            yield "".join(letters.get(int(codes[at : at + 4], 16), "") for at in range(0, len(codes), 4))
