"""The smaller sheets: words to read, words to show large, all steps, the lines to talk to, and the country."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import ContentError
from desktop_app.core.hours import OpenState
from desktop_app.core.service import Contact, Service
from desktop_app.core.words import load_words
from desktop_app.ui import strings, strings_plan
from desktop_app.ui.article import Article, Reader
from desktop_app.ui.buttons import Button
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.columns import Columns
from desktop_app.ui.copy_button import CopyButton
from desktop_app.ui.help_card import help_card
from desktop_app.ui.item_layout import held
from desktop_app.ui.plan_rail import RailStep, spoken
from desktop_app.ui.problems import sentence
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look
from desktop_app.ui.way_card import WayCard


def words_sheet(look: Look, resources: Path, language: str, name: str, reader: Reader) -> Sheet:
    """A short text from `resources/<language>/sheets/`; where it is broken, what to do without it."""
    folder = resources / language / "sheets"
    try:
        words = load_words(folder / f"{name}.md", resources)
    except ContentError as error:
        problem = f"{strings.BROKEN_TELL} {sentence(error.problem)}"
        return Sheet(
            look, strings.BROKEN_SHEET, (Text(look, strings.BROKEN_SHEET_WHAT, "lead"), Text(look, problem, "small"))
        )
    return Sheet(look, words.title, (Article(look, words.body, reader),))


def large_sheet(look: Look, title: str, words: str, clipboard: Clipboard) -> Sheet:
    """Words in large type, to hold up to somebody or to read out."""
    copy = CopyButton(look, clipboard, words, f"{strings.COPY_WORDS}: {title}", strings.COPY_WORDS, "secondary")
    return Sheet(look, title, [Text(look, line, "large") for line in words.split("\n")], (copy,))


def talk_sheet(
    look: Look,
    services: Iterable[Service],
    state: Callable[[Service, Contact], OpenState],
    clipboard: Clipboard,
    show_code: Callable[[Service, Contact], None],
    more: QWidget,
) -> Sheet:
    """The lines to talk to now. `more` leads on from them."""
    cards = [help_card(look, service, state, clipboard, show_code, name=True) for service in services]
    words = strings.TRY_NEXT if cards else strings.NO_LINES
    return Sheet(look, strings.TALK_NOW, (*cards, Text(look, words, "small", "ink2"), more))


def helper_sheet(look: Look, choose: Callable[[str], None]) -> Sheet:
    """The plans for who helps somebody, each a card."""
    cards = []
    for icon, (plan, (who, what)) in zip(
        ("hand-heart", "users-round", "school"), strings_plan.HELPERS.items(), strict=True
    ):
        card = WayCard(look, icon, who, what)
        card.clicked.connect(lambda _=False, plan=plan: choose(plan))
        cards.append(card)
    return Sheet(look, strings_plan.WHO_ARE_YOU, cards)


def steps_sheet(look: Look, steps: tuple[RailStep, ...], here: str, choose: Callable[[str], None]) -> Sheet:
    """All steps as buttons, for where the rail has no room."""
    buttons = []
    for number, step in enumerate(steps, 1):
        button = Button(look, f"{number}. {step.name}", "row", before="check" if step.mark == "done" else "circle")
        state = strings.YOU_ARE_HERE if step.id == here else ""
        button.setAccessibleName(f"{spoken(step, number, len(steps))}. {state}".removesuffix(". "))
        button.clicked.connect(lambda _=False, step=step: choose(step.id))
        buttons.append(button)
    return Sheet(look, strings.YOUR_PLAN, buttons)


def country_sheet(
    look: Look, countries: Iterable[tuple[str, str]], chosen: str | None, choose: Callable[[str | None], None]
) -> Sheet:
    """The countries we have numbers for (name and code), the chosen one first, and "another country"."""
    first = sorted(countries, key=lambda country: country[1] != chosen)
    columns = Columns(2, look.px(240), 8)
    for name, code in (*first, (strings.COUNTRY_OTHER, "")):
        button = Button(look, name, "row")
        button.setCheckable(True)
        button.show_picked(code == chosen)
        button.toggled.connect(lambda _on, code=code: choose(code or None))
        columns.addWidget(button)
    lead, other = (
        Text(look, strings.COUNTRY_LEAD, "body", "ink2"),
        Text(look, strings.COUNTRY_OTHER_WHAT, "small", "ink2"),
    )
    return Sheet(look, strings.COUNTRY_TITLE, (lead, held(columns), other))
