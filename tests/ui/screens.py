"""How tests reach every screen of the real window, and what a person finds on it.

Everything here goes by what is seen or said: buttons by their names, texts by their words.
"""

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QWidget

from desktop_app.core.place import Place
from desktop_app.core.resources import find_resources
from desktop_app.core.words import load_words
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.page_view import PageView
from desktop_app.ui.plan_page import PlanPage
from desktop_app.ui.private_field import PrivateField
from desktop_app.ui.strings_own_words import GO_ON_NAME

WORDS = find_resources() / "en"
FIRST_STEP = load_words(WORDS / "plans" / "young-person" / "stop.md", find_resources())
GB = Place("GB", known=True, guessed=True)
NOWHERE = Place(None, known=False, guessed=False)
WIDE = (1100, 760)
SMALL = (640, 480)
RINGING, PAID, MORE, POSTED, ADULT = (
    "They are ringing me",
    "I already paid",
    "I already sent more",
    "It is already posted",
    "18 or over",
)
ALL = (RINGING, PAID, MORE, POSTED)
KNOWN, INSIDE, THREATS, MAIL, FAKE = (
    "I know them, and they want something",
    "They are inside my account",
    "They say they are police",
    "It is an email",
    "The picture is fake",
)
AUDIENCES = {
    "young": "Young people",
    "parents": "Parents and carers",
    "school": "School staff",
    "forms": "Rehearse a form",
}
ROUNDS = 10
"""More than any page was seen to need, by twice."""
LEAVE = "Leave now. Closes this app straight away"
NOT_SAFE = "I don’t feel safe"


# -- what is there -----------------------------------------------------------------------------------------------------


def seen(window: QWidget) -> Iterator[QWidget]:
    """Every widget that is shown, in the order of making."""
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def spoken(widget: QWidget) -> str:
    """The name that a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def described(widget: QWidget) -> str:
    """What a screen reader says after the name."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def role(widget: QWidget) -> QAccessible.Role:
    """What a screen reader takes it for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def buttons(window: QWidget) -> list[QAbstractButton]:
    """Every button and check box that is shown."""
    return [widget for widget in seen(window) if isinstance(widget, QAbstractButton)]


def find(window: QWidget, name: str) -> QAbstractButton:
    """The first button or check box that is shown and whose name begins like this, stretched or not."""
    for button in buttons(window):
        if once(spoken(button)).startswith(once(name)):
            return button
    raise LookupError(f"no button here begins with “{name}”, only {[spoken(button) for button in buttons(window)]}")


def once(text: str) -> str:
    """Each letter once in a row: what is left of a text when it was stretched, and of the same text when it was not."""
    return re.sub(r"(.)\1+", r"\1", text)


def has(window: QWidget, name: str) -> bool:
    """Whether there is such a button."""
    return any(once(spoken(button)).startswith(once(name)) for button in buttons(window))


def press(window: QWidget, name: str) -> None:
    """Press the first button whose name begins like this, and wait until everything has its place."""
    button = find(window, name)
    assert button.isEnabled(), f"“{name}” is disabled"
    button.click()
    settle(window)


def boxes(window: QWidget) -> list[QCheckBox]:
    """The rows of checklists that are shown."""
    return [widget for widget in seen(window) if isinstance(widget, QCheckBox)]


def words(window: QWidget) -> list[str]:
    """All texts that are shown, as a screen reader meets them, without those of buttons."""
    return [spoken(widget).strip() for widget in seen(window) if isinstance(widget, QLabel) and spoken(widget)]


def says(window: QWidget, part: str) -> bool:
    """Whether a text that is shown has this part."""
    return any(part in text for text in words(window))


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def in_window(widget: QWidget) -> QRect:
    """Where it is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def in_view(widget: QWidget) -> QRect:
    """The part of that which no scrolled page and no edge of the window cuts off."""
    part = in_window(widget)
    parent = widget.parentWidget()
    while parent is not None and not widget.isWindow():
        part &= in_window(parent)
        parent = None if parent.isWindow() else parent.parentWidget()
    return part


def settle(window: QWidget) -> None:
    """Wait until layouts have come to rest: a change goes up and down the layouts for some rounds of events."""
    for _ in range(10):
        for _ in range(ROUNDS):
            QApplication.processEvents()
        before = [widget.geometry() for widget in seen(window)]
        QApplication.processEvents()
        if before == [widget.geometry() for widget in seen(window)]:
            return
    raise AssertionError("the layout does not come to rest")


# -- how to get there --------------------------------------------------------------------------------------------------


def by(*names: str) -> Callable[[MainWindow], None]:
    """The way by pressing one button after another."""

    def go(window: MainWindow) -> None:
        for name in names:
            press(window, name)

    return go


def step(step_id: str, *answers: str) -> Callable[[MainWindow], None]:
    """The way to a step of the plan, with these answers given, and its reasons unfolded."""

    def go(window: MainWindow) -> None:
        press(window, "I’m being blackmailed")
        page = next(widget for widget in seen(window) if isinstance(widget, PlanPage))
        give(page, *answers)
        page.go(step_id)
        settle(window)
        press(window, "Why?")

    return go


def say(text: str) -> Callable[[MainWindow], None]:
    """The way by saying something in one's own words, on the page that is there."""

    def go(window: MainWindow) -> None:
        field = next(widget for widget in seen(window) if isinstance(widget, PrivateField))
        field.setText(text)
        press(window, GO_ON_NAME)
        window.tasks.wait()
        settle(window)

    return go


def give(page: PlanPage, *answers: str) -> None:
    """Pick answers on the first step, or on the one after it that asks for the rest."""
    for answer in answers:
        if not has(page, answer):
            page.go("fits")
            settle(page)
        press(page, answer)


def helper(who: str, *steps: int) -> Callable[[MainWindow], None]:
    """The way to a step of a plan for who helps somebody: how often to go on."""

    def go(window: MainWindow) -> None:
        by("Someone I know", who)(window)
        for _ in range(*steps):
            press(window, "Done, next step")

    return go


def page(title: str, *then: str) -> Callable[[MainWindow], None]:
    """The way to a page to read, whose title begins like this, and on from there."""

    def go(window: MainWindow) -> None:
        press(window, "Read and learn")
        audience = next(page.audience for page in window.session.library if once(page.title).startswith(once(title)))
        if not has(window, title):
            press(window, AUDIENCES[audience])
        press(window, title)
        whole(window)
        by(*then)(window)

    return go


def whole(window: MainWindow) -> None:
    """Wait for the end of a page, which is added a moment after the rest."""
    for widget in list(seen(window)):
        if isinstance(widget, PageView):
            widget.fill()
    settle(window)
