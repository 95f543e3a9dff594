"""A window with a page that scrolls, over which the cover is laid."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.resources import find_resources
from desktop_app.ui.cover import Cover
from desktop_app.ui.icons import Icons
from desktop_app.ui.layers import Layers, Screen
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.text import Text
from desktop_app.ui.theme import LIGHT, Look, Tokens

BAR = 64
WIDE = (1100, 760)
TOPIC = "I am being blackmailed"


class Page(Screen):
    """A page that scrolls, with a button far down."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.article = ScrollColumn(look)
        self.title = Text(look, TOPIC, "page-title")
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.button = QPushButton("Talk to someone")
        self.article.column.addWidget(self.title)
        self.article.column.addSpacing(2000)
        self.article.column.addWidget(self.button)
        self.article.column.addSpacing(2000)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.article)

    def take_focus(self) -> None:
        self.title.setFocus()


class Room:
    """A window with a bar and layers, as the program's own; what is said by the cover that lies there."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.window = QMainWindow()
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = QWidget()
        self.bar.setFixedHeight(BAR)
        self.layers = Layers()
        column.addWidget(self.bar)
        column.addWidget(self.layers, 1)
        self.window.setCentralWidget(ground)
        self.window.resize(*WIDE)
        self.layers.changed.connect(lambda: self.layers.top.widget.take_focus())
        self.passed: list[str] = []
        self.layers.show_page("page", lambda: Page(self.look))

    @property
    def page(self) -> Page:
        found = self.layers.page.widget
        assert isinstance(found, Page)
        return found

    @property
    def cover(self) -> Cover:
        found = self.layers.top.widget
        assert isinstance(found, Cover)
        return found

    def lay_cover(self) -> None:
        self.layers.lay_over("cover", self._cover)

    def _cover(self) -> Cover:
        cover = Cover(self.look, self.window)
        cover.passed.connect(lambda: self._passed(cover))
        return cover

    def _passed(self, cover: Cover) -> None:
        self.passed.append("passed")
        self.layers.close_top()
        cover.give_back()


def look(tokens: Tokens = LIGHT, text_size: int = 100) -> Look:
    return Look(tokens, text_size, Icons(find_resources() / "icons"))
