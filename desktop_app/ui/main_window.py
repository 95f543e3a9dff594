"""The one window: the bar on top, and under it the page, with sheets and the crisis page laid over it.

Pages announce and this connects them; they don't know each other. A new text size or theme builds every screen anew
from what the session knows, so no screen has to know how to change its look.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout

from desktop_app.core.settings import with_choice
from desktop_app.ui import strings
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.covering import COVER, Covering
from desktop_app.ui.layers import Layers, Screen
from desktop_app.ui.leave_now import LeaveNow
from desktop_app.ui.motion import Motion
from desktop_app.ui.page import Ground, paint
from desktop_app.ui.pages import ABOUT, CRISIS, HELP, HOME, LIBRARY, NAMES, PLAN, SETTINGS, Pages
from desktop_app.ui.session import Session
from desktop_app.ui.sheet_opener import SheetOpener
from desktop_app.ui.theme import Look, Theme, palette
from desktop_app.ui.top_bar import TopBar

if TYPE_CHECKING:
    from desktop_app.core.links import Link
    from desktop_app.ui.focus_ring import FocusRing

SIZE = (1100, 760)
LEAST = (560, 360)


class MainWindow(QMainWindow):
    """`choose_look` gives the look for the session's text size and theme."""

    first_painted = Signal()
    settings_chosen = Signal()
    """One of the settings was chosen; the session has it."""
    remember_chosen = Signal(bool)
    remember_told = Signal()
    """The session knows anew whether the settings are kept."""

    def __init__(
        self,
        app: QApplication,
        session: Session,
        clipboard: Clipboard,
        leave: LeaveNow,
        choose_look: Callable[[Session], Look],
    ) -> None:
        super().__init__()
        self.setWindowTitle(strings.APP)
        self.setMinimumSize(*LEAST)
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
        self._app = app
        self.session = session
        self._clipboard = clipboard
        self._leave = leave
        self._motion = Motion(app)
        self._choose_look = choose_look
        self.look = choose_look(session)
        self._ring: FocusRing | None = None
        self._shell = Ground()
        self._shell.first_painted.connect(self._fill)
        self._column = QVBoxLayout(self._shell)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setCentralWidget(self._shell)
        self._bar = self._top_bar()
        self._layers = Layers()
        self.covering = Covering(self, self._layers, session, lambda: self.look)
        self._column.addLayout(self.covering.room)
        self._column.addWidget(self._layers, 1)
        self._layers.changed.connect(self._show_top)
        self._sheets = SheetOpener(session, clipboard, self._layers, lambda: self.look, lambda: self.tasks)
        self._sheets.crisis_wanted.connect(self.show_crisis)
        self._sheets.country_chosen.connect(lambda code: self._choose_on_sheet("country", code))
        self._sheets.extra_key_chosen.connect(lambda key: self._choose_on_sheet("extra_exit_key", key))
        self._pages = Pages(session, clipboard, self._sheets, self, lambda: self.look, lambda: self.tasks)
        self.show_home()
        leave.shift_counted.connect(self._show_shifts)
        self._use_settings()
        app.styleHints().colorSchemeChanged.connect(self.apply_look)

    def watch_keys(self) -> None:
        """Shows the focus while keys are used; call once the window is shown."""
        from desktop_app.ui.focus_ring import FocusRing

        self._ring = FocusRing(self.look, self, self._app)
        self._ring.watch(self.windowHandle())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what lies over the page; a second one leaves, which is not decided here."""
        if event.key() == Qt.Key.Key_Escape:
            self._layers.close_top()
            return
        super().keyPressEvent(event)

    # Where to go --------------------------------------------------------------------------------

    def show_home(self) -> None:
        """Home, with nothing over it."""
        self._layers.show_page(HOME, self._home)

    def show_plan(self, link: Link | None = None) -> None:
        """A plan, where it was left, or where a link leads in it; it then says what to come back to."""
        walk = self.session.open_plan(link.target if link is not None and link.scheme == "plan" else "")
        if walk is not None and link is not None:
            walk.follow(link)
        self._layers.show_page(PLAN, self._pages.plan)

    def show_picture_tools(self) -> None:
        """The step with the tools that block a picture, first; the step says what to come back to."""
        from desktop_app.core.links import Link  # not above: Home comes sooner

        walk = self.session.open_plan()
        self.show_plan(Link("step", walk.plan.shortcut) if walk is not None else None)

    def show_directory(self) -> None:
        """Everybody who helps here."""
        self._layers.show_page(HELP, self._pages.directory)

    def show_library(self, page_id: str = "") -> None:
        """The pages to read, where they were left, or the one with that id."""
        if page_id:
            self.session.reading.open(page_id)
        self._layers.show_page(LIBRARY, lambda: self._pages.library(bool(page_id)))

    def show_neutral(self) -> None:
        """A page that says nothing, with Home behind it: somebody started the program a second time."""
        self.show_home()
        self.covering.cover()

    def show_crisis(self) -> None:
        """The crisis page, over whatever is there; what lies over it goes."""
        if self._layers.holds(CRISIS):
            self._layers.close_down_to(CRISIS)
        else:
            self._layers.lay_over(CRISIS, self._pages.crisis)

    def show_settings(self, group: str = "") -> None:
        """What can be chosen about the program. `group` is where to begin reading, "" for the top."""

        def make() -> Screen:
            page = self._pages.settings(group)
            page.remember_chosen.connect(self.remember_chosen)
            self.remember_told.connect(page.show_remembered)
            page.cover_chosen.connect(self.covering.show_strip)
            return page

        self._layers.show_page(SETTINGS, make)

    def show_about(self) -> None:
        """What this program is, and what it can't do."""
        self._layers.show_page(ABOUT, self._pages.about)

    # What the person chose ----------------------------------------------------------------------

    def choose(self, name: str, value: object) -> None:
        """One of the settings, at once. `settings_chosen` then lets it be kept, where that was asked for."""
        if name == "country":
            assert isinstance(value, str)
            self.session.use_country(value or None)
            self._layers.make_again()
        else:
            self.session.settings = with_choice(self.session.settings, name, value)
            self._use_settings()
            if not isinstance(value, bool):  # a check box already shows what it was set to
                self.apply_look()
        self.settings_chosen.emit()

    def show_again(self) -> None:
        """What the session knows of remembering has changed: the page that shows it says so."""
        self.remember_told.emit()

    def use_look(self, text_size: int, theme: Theme) -> None:
        """Another text size (percent) and theme, at once."""
        self.session.settings = self.session.settings._replace(text_size=text_size, theme=theme)
        self.apply_look()

    def apply_look(self) -> None:
        """Builds every screen anew in the look that the session asks for now."""
        self.look = self._choose_look(self.session)
        old = self._bar
        old.hide()
        old.deleteLater()
        self._bar = self._top_bar()
        self._layers.make_again()

    def _choose_on_sheet(self, name: str, value: str) -> None:
        self._layers.close_top()
        self.choose(name, value)

    def _use_settings(self) -> None:
        """What is neither seen nor a place: the ways to leave, and what moves."""
        settings = self.session.settings
        self._leave.use(settings.slow_exit, settings.extra_exit_key)
        self._motion.reduce(settings.reduce_motion)

    def _show_shifts(self, count: int) -> None:
        if self.session.settings.shift_hint:
            self._bar.leave.show_shifts(count)

    # Making screens -----------------------------------------------------------------------------

    def _top_bar(self) -> TopBar:
        self._app.setPalette(palette(self.look.tokens))
        self._app.setFont(self.look.font("body"))
        if self._ring is not None:
            self._ring.look = self.look
        paint(self._shell, self.look, "bg")
        bar = TopBar(self.look)
        self._leave.guard(bar.leave)
        bar.crisis_pressed.connect(self.show_crisis)
        bar.home_pressed.connect(self.show_home)
        bar.back_pressed.connect(lambda: self._layers.close_top())
        self._column.insertWidget(0, bar)
        return bar

    def _show_top(self) -> None:
        top = self._layers.top
        quiet = top.name == COVER
        place = NAMES.get(top.name, "")
        self._bar.show_place(place, at_home=top.name in (HOME, COVER), over=top.name == CRISIS, quiet=quiet)
        top.widget.take_focus()

    def _fill(self) -> None:
        from desktop_app.ui.tasks import Tasks

        self.tasks = Tasks(self)
        try:
            self._layers.top.widget.fill()
        finally:  # the watchdog and the keys wait for this, whatever happens to the rest of Home
            self.first_painted.emit()

    def _home(self) -> Screen:
        home = self._pages.home()
        if self._shell.painted:
            home.fill()
        return home
