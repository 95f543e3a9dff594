"""How tests reach every screen of the real window, and what a person finds on it.

Everything here goes by what is seen or said: buttons by their names, texts by their words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QWidget

from desktop_app.core.place import Place
from desktop_app.core.resources import find_resources
from desktop_app.core.words import load_words
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.page_view import PageView
from desktop_app.ui.plan_page import PlanPage

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
    "I am 18 or over",
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


@dataclass(frozen=True)
class Reach:
    """The way to one screen from a fresh Home."""

    go: Callable[[MainWindow], None]
    place: Place = GB
    folded: bool = False
    """Whether it is there only where the rail of the plan is folded away."""


def by(*names: str) -> Callable[[MainWindow], None]:
    """The way by pressing one button after another."""

    def go(window: MainWindow) -> None:
        for name in names:
            press(window, name)

    return go


def step(step_id: str, *answers: str) -> Callable[[MainWindow], None]:
    """The way to a step of the plan, with these answers given, and its reasons unfolded."""

    def go(window: MainWindow) -> None:
        by("I’m being blackmailed", *answers)(window)
        page = window.findChild(PlanPage)
        assert isinstance(page, PlanPage)
        page.go(step_id)
        settle(window)
        press(window, "Why?")

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


def words_shown_large(window: MainWindow) -> None:
    """The words to say to a parent, to hold up."""
    step("tell")(window)
    press(window, "Show large: To a parent")


ALL = (RINGING, PAID, MORE, POSTED)
STEPS = (
    "stop",
    "ringing",
    "more",
    "money",
    "keep",
    "block",
    "tell",
    "posted",
    "picture",
    "report",
    "accounts",
    "next",
)
FOR_ADULTS = ("tell", "picture", "report")
ELSEWHERE = ("money", "tell", "picture", "report")

SCREENS: dict[str, Reach] = {
    "home": Reach(by()),
    "home, no country": Reach(by(), NOWHERE),
    "crisis": Reach(by(NOT_SAFE)),
    "crisis, no country": Reach(by(NOT_SAFE), NOWHERE),
    "code of a number": Reach(by("Show a QR code for Childline")),
    "code of a text": Reach(by("Show a QR code for Shout")),
    "code of an address": Reach(by("Go there first", "Show a QR code for Report Remove")),
    "open a page here": Reach(by("Go there first", "Show a QR code for Report Remove", "Open here")),
    "country": Reach(by("United Kingdom")),
    "settings": Reach(by("Settings")),
    "one more key": Reach(by("Settings", "One more key")),
    "about": Reach(by("Settings", "About Handrail")),
    "about, no country": Reach(by("Settings", "About Handrail"), NOWHERE),
    "licence": Reach(by("Settings", "About Handrail", "Qt 6")),
    "try it": Reach(by("Try it")),
    "what it can’t do": Reach(by("What it can")),
    "one slow breath": Reach(by(NOT_SAFE, "Take one slow breath")),
    "find help": Reach(by("All help")),
    "find help, no country": Reach(by("All help"), NOWHERE),
    "more about a service": Reach(by("All help", "More about Childline")),
    "more about a service, less sure": Reach(by("All help", "More about Mermaids")),
    "talk": Reach(by("I’m being blackmailed", "Talk to someone now")),
    "words shown large": Reach(words_shown_large),
    "all pages": Reach(by("Read and learn"), folded=True),
    "page for young people": Reach(page("Don’t pay. If you already did")),
    "page for parents": Reach(page("Your child has told you")),
    "page for schools": Reach(page("Report it at once")),
    "page about a form": Reach(page("Rehearse the report to CEOP")),
    "page about a form, no country": Reach(page("Rehearse the report to CEOP"), NOWHERE),
    "all steps": Reach(by("I’m being blackmailed", "Step 1 of"), folded=True),
    "picture tools first": Reach(by("Go there first")),
    **{f"step {name}": Reach(step(name, *ALL)) for name in STEPS},
    **{f"step {name}, adult": Reach(step(name, ADULT)) for name in FOR_ADULTS},
    **{f"step {name}, no country": Reach(step(name, PAID), NOWHERE) for name in ELSEWHERE},
    **{f"step {name}, adult, no country": Reach(step(name, ADULT), NOWHERE) for name in FOR_ADULTS},
}

ONE_OF_EACH_KIND = (
    "home",
    "crisis",
    "code of a number",
    "country",
    "settings",
    "about",
    "one slow breath",
    "talk",
    "find help",
    "more about a service",
    "words shown large",
    "all pages",
    "page for parents",
    "page about a form, no country",
    "all steps",
    "step stop",
    "step tell",
    "step picture",
    "step money, no country",
)
"""The screens that together hold every kind of part, for what does not depend on the words."""
