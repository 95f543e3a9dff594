"""Joins what is chosen in the window to the file that remembers it, where the person asked for that."""

from __future__ import annotations

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.remember import Remember
from desktop_app.ui.session import Session


def join(window: MainWindow, session: Session, remember: Remember) -> None:
    """From now on a choice is kept while `remember` is on, and the window says when that did not work."""

    def keep() -> None:
        if remember.on:
            remember.keep(session.settings)

    def turn(on: bool) -> None:
        if on:
            remember.keep(session.settings)
        else:
            remember.forget()

    def tell(problem: str) -> None:
        session.remembered, session.remember_problem = remember.on, problem
        window.show_again()

    window.settings_chosen.connect(keep)
    window.remember_chosen.connect(turn)
    remember.done.connect(lambda: tell(""))
    remember.failed.connect(tell)
