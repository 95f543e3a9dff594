"""What the tests of one's own words look at."""

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.private_field import PrivateField
from tests.ui.screens import boxes, seen, spoken

TEXT = "paid by paypal, it was on snap, im 15 from ireland"
LINES = ["I already paid", "My age: 13 to 17", "App: Snapchat", "Paid with: PayPal", "I am in Ireland"]
CRISIS = "You matter more than any picture."
BACK = "Back to where I was"


def field(window: MainWindow) -> PrivateField:
    return next(widget for widget in seen(window) if isinstance(widget, PrivateField))


def lines(window: MainWindow) -> list[str]:
    return [spoken(box) for box in boxes(window)]


def answers(window: MainWindow, question: str) -> set[str]:
    walk = window.session.plans.walk
    assert walk is not None
    return set(walk.answers(question))
