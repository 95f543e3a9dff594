"""Opens the smaller sheets over whatever is there. They are imported when first needed, so that Home comes sooner."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.layers import Layers
from desktop_app.ui.session import Session
from desktop_app.ui.theme import Look

if TYPE_CHECKING:
    from desktop_app.core.licences import Licence
    from desktop_app.core.links import Link
    from desktop_app.core.service import Contact, Service
    from desktop_app.ui.article import Reader
    from desktop_app.ui.own_words_opener import OwnWordsOpener
    from desktop_app.ui.print_document import Printed
    from desktop_app.ui.print_opener import PrintOpener
    from desktop_app.ui.sheet import Sheet
    from desktop_app.ui.tasks import Tasks

SHEET = "sheet"


class SheetOpener(QObject):
    """Lays sheets over a stack of screens. `look` gives the look of now, each time a sheet is made."""

    crisis_wanted = Signal()
    directory_wanted = Signal()
    link_into_plan = Signal(object)
    """A `plan:`, `step:` or `answer:` link was followed outside the plan."""
    page_wanted = Signal(str)
    country_chosen = Signal(str)
    extra_key_chosen = Signal(str)

    def __init__(
        self,
        session: Session,
        clipboard: Clipboard,
        layers: Layers,
        look: Callable[[], Look],
        tasks: Callable[[], Tasks],
    ) -> None:
        super().__init__()
        self._session = session
        self._clipboard = clipboard
        self._layers = layers
        self._look = look
        self._tasks = tasks

    def show_contact(self, service: Service, contact: Contact) -> None:
        """One line with its code."""
        from desktop_app.ui.contact_sheet import contact_sheet

        def make() -> Sheet:
            sheet = contact_sheet(self._look(), service, contact, self._clipboard)
            sheet.open_pressed.connect(lambda: self.ask_to_open(service, contact))
            return sheet

        self._open(make)

    def show_service(self, service: Service) -> None:
        """All that we know of a service."""
        from desktop_app.ui.service_sheet import ServiceSheet

        def make() -> Sheet:
            session = self._session
            sheet = ServiceSheet(
                self._look(), service, session.state, session.clock(), self._clipboard, session.language
            )
            sheet.qr_pressed.connect(self.show_contact)
            return sheet

        self._open(make)

    def ask_to_open(self, service: Service, contact: Contact) -> None:
        """Whether an address shall be opened on this computer."""
        from desktop_app.ui.open_here import OpenHere, open_outside

        self._open(lambda: OpenHere(self._look(), service, contact, open_outside))

    def show_talk(self) -> None:
        """The two lines to talk to now."""
        from desktop_app.ui.all_help import all_help
        from desktop_app.ui.sheets import talk_sheet

        def make() -> Sheet:
            session, look = self._session, self._look()
            more = all_help(look, session.directory, self.directory_wanted.emit)
            return talk_sheet(look, session.best(), session.state, self._clipboard, self.show_contact, more)

        self._open(make)

    def ask_who_helps(self) -> None:
        """Who are you to them? Each has a plan of their own."""
        from desktop_app.core.links import Link
        from desktop_app.ui.sheets import helper_sheet

        self._open(lambda: helper_sheet(self._look(), lambda plan: self.link_into_plan.emit(Link("plan", plan))))

    def hear(self, text: str, in_plan: bool = False) -> None:
        """What somebody says in their own words. `in_plan`: not on Home."""
        self._own_words.hear(text, in_plan)

    @cached_property
    def _own_words(self) -> OwnWordsOpener:
        from desktop_app.ui.own_words_opener import OwnWordsOpener

        opener = OwnWordsOpener(self._session, self._look, self._tasks(), self._open, self.show_talk, self)
        opener.crisis_wanted.connect(self.crisis_wanted)
        opener.country_chosen.connect(self.country_chosen)
        opener.plan_wanted.connect(self.link_into_plan)
        return opener

    def show_words(self, name: str) -> None:
        """A short text of `resources/<language>/sheets/`."""
        from desktop_app.ui.sheets import words_sheet

        session, reader = self._session, self.reader()
        self._open(lambda: words_sheet(self._look(), session.resources, session.language, name, reader))

    def reader(self) -> Reader:
        """What drawing words needs that stand in no plan."""
        from desktop_app.ui.article import Reader

        return Reader(
            follow=self.follow,
            cards=lambda link: (),
            ticked=frozenset(),
            tick=lambda index, on: None,
            show_large=self.show_large,
            change_words=self.change_words,
            changed=self._session.said,
            clipboard=self._clipboard,
        )

    def show_large(self, title: str, words: str) -> None:
        """Words to hold up to somebody."""
        from desktop_app.ui.sheets import large_sheet

        self._open(lambda: large_sheet(self._look(), title, words, self._clipboard))

    def change_words(self, title: str, written: str) -> None:
        """Words to say, for the person to change as they like; what was changed stays until Handrail is left."""
        from desktop_app.ui.say_sheet import SaySheet

        said = self._session.said
        changed = False

        def keep(words: str) -> None:
            nonlocal changed
            said[written], changed = words, True

        def show_below() -> None:
            nonlocal changed
            if changed and not self._layers.covered:
                changed = False
                self._layers.make_again()  # the page below shows and copies them, too

        def make() -> Sheet:
            sheet = SaySheet(self._look(), title, said.get(written, written), self._clipboard)
            sheet.large_pressed.connect(self.show_large)
            sheet.words_changed.connect(keep)
            return sheet

        self._layers.changed.connect(show_below)
        self._open(make)

    def show_steps(self) -> None:
        """All steps of the plan that lies under the sheet, for where the rail has no room."""
        from desktop_app.ui.plan_page import PlanPage
        from desktop_app.ui.sheets import steps_sheet

        def page() -> PlanPage:
            # Asked for anew each time: another look or country makes the page under the sheet again.
            found = self._layers.page.widget
            assert isinstance(found, PlanPage)
            return found

        def go(step_id: str) -> None:
            self._layers.close_top()
            page().go(step_id)

        def make() -> Sheet:
            walk = self._session.plans.walk
            return steps_sheet(self._look(), page().rail_steps(), walk.here.id if walk is not None else "", go)

        self._open(make)

    def ask_country(self) -> None:
        """Where are you?"""
        from desktop_app.core.directory import countries, country_name
        from desktop_app.ui.sheets import country_sheet

        session = self._session
        codes = countries(session.resources)
        names = sorted((country_name(session.resources, session.language, code), code) for code in codes)
        self._open(
            lambda: country_sheet(
                self._look(), names, session.place.code, lambda code: self.country_chosen.emit(code or "")
            )
        )

    def ask_extra_key(self) -> None:
        """Which key leaves, too?"""
        from desktop_app.ui.extra_key_sheet import extra_key_sheet

        session = self._session
        self._open(lambda: extra_key_sheet(self._look(), session.settings.extra_exit_key, self.extra_key_chosen.emit))

    def show_licence(self, licence: Licence) -> None:
        """The full text under which others let us use their work."""
        from desktop_app.ui.licence_sheet import LicenceSheet

        self._open(lambda: LicenceSheet(self._look(), self._session.resources, licence))

    def show_print(self, printed: Printed) -> None:
        """Printing something; from there it can also be saved as a file."""
        self._printing.show_print(printed)

    def show_save(self, printed: Printed) -> None:
        """Saving something as a file that other people can find."""
        self._printing.show_save(printed)

    @cached_property
    def _printing(self) -> PrintOpener:
        from desktop_app.ui.print_opener import PrintOpener

        return PrintOpener(self._session, self._look, self._tasks(), self._open, self.show_large, self)

    def follow(self, link: Link) -> None:
        """A link in the words that leads to another screen."""
        if link.scheme == "crisis":
            self.crisis_wanted.emit()
        elif link.scheme == "talk":
            self.show_talk()
        elif link.scheme == "page":
            self.page_wanted.emit(link.target)
        elif link.scheme in ("plan", "step", "answer"):
            self.link_into_plan.emit(link)
        elif link.scheme == "service":
            for service in self._session.services(link):
                self.show_service(service)

    def _open(self, make: Callable[[], Sheet]) -> None:
        def made() -> Sheet:
            sheet = make()
            sheet.closed.connect(self._layers.close_top)
            return sheet

        self._layers.lay_over(SHEET, made)
