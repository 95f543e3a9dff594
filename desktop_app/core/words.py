"""The words of one screen: a file with front matter in TOML between two `+++` lines, then Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.blocks import Block, Heading, parse_blocks
from desktop_app.core.errors import ContentError
from desktop_app.core.resources import name_of, parse_toml, read_text
from desktop_app.core.toml_table import Table

FALLBACK = "en"
"""What a language does not have is shown in this one, file by file."""

_FENCE = "+++"


@dataclass(frozen=True)
class Words:
    """One screen's words, ready to draw."""

    title: str
    short: str
    """For the rail; the title when the file gives none."""
    sources: tuple[str, ...]
    """Ids of `resources/sources.toml`."""
    body: tuple[Block, ...]
    why: tuple[Block, ...]
    """Everything after the heading with the id "why"; that heading itself is left out."""


def load_words(path: Path, root: Path) -> Words:
    """The words in one file. `root` is `resources/`.

    Raises ContentError, which names the file relative to `root` and the line.
    """
    file = name_of(path, root)
    front, body, body_line = split_front_matter(read_text(path, root), file)
    front.only(("title", "short", "sources"))
    title = front.text("title")
    blocks = parse_blocks(body, file, body_line)
    marks = [number for number, block in enumerate(blocks) if isinstance(block, Heading) and block.id == "why"]
    cut = marks[0] if marks else len(blocks)
    return Words(
        title=title,
        short=front.text("short", title),
        sources=front.texts("sources", ()),
        body=blocks[:cut],
        why=blocks[cut + 1 :],
    )


def split_front_matter(text: str, file: str) -> tuple[Table, str, int]:
    """The front matter's table, the Markdown after it, and the line where that begins. Raises ContentError."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        raise ContentError.at("front-matter-missing", file, 1, _FENCE)
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == _FENCE:
            values = parse_toml("\n".join(lines[1 : number - 1]), file, first_line=2)
            return Table(values, file, lines[:number]), "\n".join(lines[number:]), number + 1
    raise ContentError.at("front-matter-open", file, 1, _FENCE)
