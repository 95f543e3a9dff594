"""Makes the pages of the window and joins what each announces to where it leads.

They are imported when they are first needed, so that Home is on the screen sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.ui import strings
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.home import Home
from desktop_app.ui.layers import Screen
from desktop_app.ui.session import PLAN as PLAN_FILE
from desktop_app.ui.session import Session
from desktop_app.ui.sheet_opener import SheetOpener
from desktop_app.ui.theme import Look

if TYPE_CHECKING:
    from desktop_app.core.links import Link
    from desktop_app.ui.search_pane import SearchPane
    from desktop_app.ui.settings_page import SettingsPage
    from desktop_app.ui.tasks import Tasks


HOME, PLAN, HELP, LIBRARY = "home", "plan", "help", "library"
CRISIS, SETTINGS, ABOUT = "crisis", "settings", "about"
NAMES = {PLAN: strings.STEP_BY_STEP, LIBRARY: strings.READ_AND_LEARN}
"""How the bar on top calls a page; the others say themselves what they are."""

if TYPE_CHECKING:
    from typing import Protocol

    class Ways(Protocol):
        """Where a page can lead, and what it can ask for; the window is this."""

        def show_home(self) -> None: ...
        def show_plan(self, link: Link | None = None) -> None: ...
        def show_picture_tools(self) -> None: ...
        def show_directory(self) -> None: ...
        def show_library(self, page_id: str = "") -> None: ...
        def show_settings(self, group: str = "") -> None: ...
        def show_about(self) -> None: ...
        def choose(self, name: str, value: object) -> None: ...


class Pages:
    """`look` gives the look of now, each time a page is made."""

    def __init__(
        self,
        session: Session,
        clipboard: Clipboard,
        sheets: SheetOpener,
        ways: Ways,
        look: Callable[[], Look],
        tasks: Callable[[], Tasks],
    ) -> None:
        self._session = session
        self._clipboard = clipboard
        self._sheets = sheets
        self._ways = ways
        self._look = look
        self._tasks = tasks
        sheets.link_into_plan.connect(ways.show_plan)
        sheets.page_wanted.connect(ways.show_library)
        sheets.directory_wanted.connect(ways.show_directory)

    def home(self) -> Home:
        """The first page; what stands under its big choice is added by `fill`."""
        home = Home(self._look(), self._session, self._clipboard)
        home.plan_chosen.connect(self._ways.show_plan)
        home.picture_tools_chosen.connect(self._ways.show_picture_tools)
        home.someone_chosen.connect(self._sheets.ask_who_helps)
        home.own_words_said.connect(self._sheets.hear)
        home.library_chosen.connect(self._ways.show_library)
        home.try_chosen.connect(lambda: self._sheets.show_words("try-it"))
        home.limits_chosen.connect(lambda: self._sheets.show_words("cannot"))
        home.country_chosen.connect(self._sheets.ask_country)
        home.all_help_chosen.connect(self._ways.show_directory)
        home.qr_chosen.connect(self._sheets.show_contact)
        home.text_size_chosen.connect(lambda size: self._ways.choose("text_size", size))
        home.settings_chosen.connect(self._ways.show_settings)
        return home

    def plan(self) -> Screen:
        """The plan; where it is broken, what to do without it."""
        from desktop_app.ui.broken_plan import BrokenPlan
        from desktop_app.ui.plan_page import PlanPage

        walk = self._session.plans.walk
        if walk is None:
            broken = BrokenPlan(self._look(), self._session, self._clipboard)
            broken.qr_chosen.connect(self._sheets.show_contact)
            return broken
        page = PlanPage(self._look(), self._session, walk, self._clipboard)
        page.left.connect(self._ways.show_home)
        page.link_followed.connect(self._sheets.follow)
        page.line_chosen.connect(lambda service: self._sheets.show_contact(service, service.contacts[0]))
        page.qr_chosen.connect(self._sheets.show_contact)
        page.large_chosen.connect(self._sheets.show_large)
        page.words_chosen.connect(self._sheets.change_words)
        page.own_words_said.connect(lambda text: self._sheets.hear(text, in_plan=True))
        page.all_steps_chosen.connect(self._sheets.show_steps)
        return page

    def library(self, reading: bool) -> Screen:
        """The pages to read; `reading` when somebody asked for one of them."""
        from desktop_app.ui.library_page import LibraryPage

        page = LibraryPage(self._look(), self._session, self._clipboard, self._search(), reading)
        page.print_chosen.connect(self._sheets.show_print)
        page.link_followed.connect(self._sheets.follow)
        page.qr_chosen.connect(self._sheets.show_contact)
        page.large_chosen.connect(self._sheets.show_large)
        page.words_chosen.connect(self._sheets.change_words)
        return page

    def _search(self) -> SearchPane:
        from desktop_app.core.search_setup import load_search
        from desktop_app.ui.search_pane import SearchPane

        session = self._session
        library, directory = session.library, session.directory  # here, and not on the other thread
        return SearchPane(
            self._look(),
            self._tasks(),
            lambda: load_search(session.resources, session.language, PLAN_FILE, library, directory),
        )

    def directory(self) -> Screen:
        """Everybody who helps here."""
        from desktop_app.ui.directory_page import DirectoryPage

        page = DirectoryPage(self._look(), self._session, self._clipboard)
        page.country_pressed.connect(self._sheets.ask_country)
        page.qr_chosen.connect(self._sheets.show_contact)
        page.more_chosen.connect(self._sheets.show_service)
        return page

    def crisis(self) -> Screen:
        """Who helps in danger."""
        from desktop_app.ui.crisis_page import CrisisPage

        page = CrisisPage(self._look(), self._session, self._clipboard)
        page.breath_chosen.connect(lambda: self._sheets.show_words("breath"))
        page.country_chosen.connect(self._sheets.ask_country)
        page.all_help_chosen.connect(self._ways.show_directory)
        return page

    def settings(self, group: str) -> SettingsPage:
        """What can be chosen about the program; `group` is where to begin reading."""
        from desktop_app.ui.settings_page import SettingsPage

        page = SettingsPage(self._look(), self._session, group)
        page.country_pressed.connect(self._sheets.ask_country)
        page.extra_key_pressed.connect(self._sheets.ask_extra_key)
        page.chosen.connect(self._ways.choose)
        page.cover_chosen.connect(self._session.use_cover)
        page.about_chosen.connect(self._ways.show_about)
        return page

    def about(self) -> Screen:
        """What this program is, and what it can't do."""
        from desktop_app.ui.about_page import AboutPage

        page = AboutPage(self._look(), self._session, self._sheets.reader())
        page.settings_chosen.connect(self._ways.show_settings)
        page.talk_chosen.connect(self._sheets.show_talk)
        page.licence_chosen.connect(self._sheets.show_licence)
        return page
