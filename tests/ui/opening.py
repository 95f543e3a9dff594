"""How tests open the real window: on a fixed day, in a country, in a size."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from desktop_app.core.place import Place
from desktop_app.ui.main_window import MainWindow

NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


class OpenWindow(Protocol):
    """Opens one more real window and waits until it has the keyboard and has come to rest."""

    def __call__(
        self,
        place: Place = ...,
        at: dt.datetime = ...,
        resources: Path | None = ...,
        size: tuple[int, int] = ...,
        prepare: Callable[[MainWindow], None] = ...,
    ) -> MainWindow: ...
