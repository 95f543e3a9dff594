"""Text on the screen: one label for each piece, in a role of the type table.

Labels wrap, never cut. They hold no links: a link is a button of its own, for the keyboard and for a screen reader.
"""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QWidget

from desktop_app.core.span import Span
from desktop_app.ui import strings
from desktop_app.ui.theme import LONG_TITLE, TYPES, Look

Found = tuple[int, int, str]
FILL = 1000
OWN_LINE = 102
"""Percent of the font's own line height up to which a label needs no line height of ours."""

_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escape(text: str) -> str:
    """Text as it stands between tags. Not `html.escape`: to load that module would put off the first window."""
    return text.translate(_SIGNS)


def html(spans: Iterable[Span], found: Sequence[Found] = ()) -> str:
    """The spans as the small HTML that a label understands. The number of a source is small and raised.

    `found` are parts to mark, in order: each its first letter, the one after its last, and a style for it.
    """
    parts = []
    after_mark = False
    at = 0
    for span in spans:
        text = "".join(_marked(span.text, at, found)) if found else escape(span.text)
        at += len(span.text)
        if span.source:
            text = f"<sup>{',&nbsp;' if after_mark else ''}{text}</sup>"
        after_mark = span.source is not None
        if span.strong:
            text = f"<b>{text}</b>"
        if span.emphasis:
            text = f"<i>{text}</i>"
        parts.append(text)
    return "".join(parts)


def _marked(text: str, at: int, found: Sequence[Found]) -> Iterator[str]:
    """A piece that begins at letter `at` of its label, with the parts that are marked."""
    done = 0
    for first, last, style in found:
        begin, end = max(first - at, done), min(last - at, len(text))
        if begin < end:
            yield escape(text[done:begin])
            yield f'<span style="{style}">{escape(text[begin:end])}</span>'
            done = end
    yield escape(text[done:])


class Text(QLabel):
    """A label in a role of `TYPES`, with that role's line height and a colour token."""

    def __init__(
        self, look: Look, words: str | Iterable[Span], role: str = "body", token: str = "ink", wrap: bool = True
    ) -> None:
        super().__init__()
        self._look = look
        self._role = role
        self._marked = False
        self.setFont(look.font(role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, look.color(token))
        self.setPalette(palette)
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.say(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves every key to the page."""
        # SAFETY: Qt's label hands all its words to every X11 program on Ctrl+A, and copies them for good on Ctrl+C,
        # although it lets nobody select (test_no_key_takes_words_off_the_screen).
        event.ignore()

    def use_role(self, role: str) -> None:
        """Sets the same words in another role."""
        if role != self._role:
            self._role = role
            self.setFont(self._look.font(role))
            self.say(self._spans)

    def sizeHint(self) -> QSize:
        """All words in one line, so that a row gives them the room they need before they wrap."""
        if not self.wordWrap():
            return super().sizeHint()
        width = QFontMetrics(self.font()).horizontalAdvance(self._plain.replace("\u200b", "")) + 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word, where words may wrap."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(word) for word in self._words_to_break()), default=0)
        return QSize(widest + 4, metrics.lineSpacing())

    def _words_to_break(self) -> list[str]:
        return self._plain.replace("\u200b", " ").split()

    def say(self, words: str | Iterable[Span]) -> None:
        """Shows other words in the same place."""
        self._spans = (Span(words),) if isinstance(words, str) else tuple(words)
        self._plain = "".join(span.text for span in self._spans)
        self._draw(())
        self.setAccessibleName("".join(map(_spoken, self._spans)).replace("\u200b", ""))

    def show_found(self, words: str, here: int) -> int:
        """Marks the places where these words stand, the one with number `here` most; none for "". Gives how many."""
        from desktop_app.core.finding import places  # not above: Home does without

        tokens = self._look.tokens
        plain = f"background-color:{tokens.note}; color:{tokens.note_ink}; text-decoration:underline"
        strong = f"background-color:{tokens.accent}; color:{tokens.on_accent}"
        found = places(self._plain, words)
        if found or self._marked:
            self._marked = bool(found)
            self._draw([(*place, strong if number == here else plain) for number, place in enumerate(found)])
        return len(found)

    def _draw(self, found: Sequence[Found]) -> None:
        height = round(100 * self._look.px(TYPES[self._role].line) / QFontMetrics(self.font()).lineSpacing())
        styled = any(span.strong or span.emphasis or span.source for span in self._spans)
        if height <= OWN_LINE and not styled and not found:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(self._plain)
        else:
            self.setTextFormat(Qt.TextFormat.RichText)
            self.setText(f'<div style="line-height:{height}%">{html(self._spans, found)}</div>')


def _spoken(span: Span) -> str:
    return f" {strings.SOURCE_MARK.format(number=span.text)}" if span.source else span.text


class Title(Text):
    """The title of a page. It takes the focus when the page comes, so that a screen reader reads it out."""

    def __init__(self, look: Look, words: str, role: str = "page-title") -> None:
        super().__init__(look, words, role)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)


def title_role(words: str) -> str:
    """The role for a page's title: a long one is set a little smaller."""
    return "page-title" if len(words) <= LONG_TITLE else "page-title-long"


def capped(widget: QWidget, width: int) -> QHBoxLayout:
    """A row that keeps a widget at most `width` px wide at its start, so that lines stay short enough to read."""
    widget.setMaximumWidth(width)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget, FILL)
    row.addStretch(1)
    return row


def at_start(widget: QWidget) -> QHBoxLayout:
    """A row that keeps a widget at its own width, where reading begins."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return row


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()
