"""A heading inside a page; a screen reader meets it as one (see `accessible.py`)."""

from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look


class HeadingText(Text):
    """A heading of level 2 and down; a page's own title is `Title`."""

    def __init__(self, look: Look, words: str, level: int = 2) -> None:
        super().__init__(look, words, "heading" if level <= 2 else "card-title")
