"""What the tests of Home look at."""

from PySide6.QtWidgets import QWidget

from tests.ui.screens import (
    buttons,
    spoken,
)

BIG_CHOICE = "I’m being blackmailed right now. Don’t pay. Don’t send anything. Don’t answer. It is not your fault."


ANYWHERE = "Help from anywhere in the world."


def numbers(window: QWidget) -> list[str]:
    """The numbers and addresses that can be copied on what is shown, with whose they are."""
    return [spoken(button).removeprefix("Copy ") for button in buttons(window) if spoken(button).startswith("Copy ")]
