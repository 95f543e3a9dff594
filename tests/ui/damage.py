"""Ways to damage the content, and what must be on the screen all the same."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.core.resources import find_resources
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.text import Title
from tests.broken_files import empty, put_a_folder_there, remove, scramble
from tests.ui.screens import (
    LEAVE,
    buttons,
    has,
    seen,
    spoken,
    words,
)

RULE = "Don’t pay. Don’t send anything. Don’t answer."


TELL = "For the person who looks after this computer:"


def title(window: MainWindow) -> str:
    return next(spoken(widget) for widget in seen(window) if isinstance(widget, Title))


def numbers(window: QWidget) -> list[str]:
    return [spoken(button).removeprefix("Copy ") for button in buttons(window) if spoken(button).startswith("Copy ")]


def told(window: QWidget) -> str:
    """The sentence for the person who looks after the computer."""
    return next(text for text in words(window) if text.startswith(TELL))


def assert_home_helps(window: MainWindow) -> None:
    assert any(RULE in spoken(button) for button in buttons(window))
    assert has(window, LEAVE)
    assert numbers(window) == ["0800 1111 for Childline", "85258 for Shout"]


DAMAGE: dict[str, Callable[[Path], None]] = {
    "missing": remove,
    "garbage": scramble,
    "empty": empty,
    "a folder": put_a_folder_there,
}


each_damage = pytest.mark.parametrize("damage", DAMAGE)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of our content that may be broken."""
    return Path(shutil.copytree(find_resources(), tmp_path / "resources"))
