"""Joins everything once and runs it. Knows all parts; nothing knows it."""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

BUS = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
if sys.platform == "linux" and (not BUS or BUS.startswith("autolaunch:")):
    # Before Qt is imported: without a session bus it would start one and leave ~/.dbus behind.
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"


from PySide6.QtCore import QMessageLogContext, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop_app.core.crash_traces import keep_memory_out_of_crash_reports
from desktop_app.core.folders import settings_path
from desktop_app.core.settings import Settings
from desktop_app.core.settings_file import Kept, SettingsFile
from desktop_app.core.terminal import leave_the_terminal
from desktop_app.ui import strings
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.icons import Icons
from desktop_app.ui.leave_now import LeaveNow, leave_at_once
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from desktop_app.ui.single_instance import claim, come_forward, system_door
from desktop_app.ui.theme import DARK, LIGHT, Look, Theme, high_contrast, is_dark, load_fonts

if TYPE_CHECKING:
    import datetime as dt

    from desktop_app.core.place import Place

NOTHING_CHOSEN = Settings()
PAUSE = 10
"""Milliseconds between loading one screen and the next."""
OPENS_WITHIN = 20
"""Seconds that a check gives the window to open."""


def run(resources: Path, data_dir: Path | None) -> int:
    """Opens the window and stays until it is left. `data_dir`: where a person wants what is remembered to be kept."""
    keep_memory_out_of_crash_reports()
    # SAFETY: words in a terminal or a system log tell that this was open (test_nothing_is_written_to_a_terminal).
    if sys.flags.dev_mode:
        last_words = sys.stderr
    else:
        sys.excepthook = lambda kind, error, traceback: None
        last_words = leave_the_terminal()
    qInstallMessageHandler(silence(strings.NO_DISPLAY, last_words))
    app = make_application(resources)
    qInstallMessageHandler(silence())
    right = claim(system_door())
    if right is None:
        return 0
    place = settings_path(data_dir)
    file = SettingsFile(place)
    kept = file.read()
    window, leave = make_window(app, resources, now, settings=kept.settings)
    window.session.settings_file = place
    window.first_painted.connect(lambda: settle(app, window, resources, file, kept))
    right.watch(lambda: start_again(window))
    window.show()
    leave.watch()
    return app.exec()


def now() -> dt.datetime:
    """The moment, in UTC."""
    import datetime as dt  # not above: the first picture of Home needs no time

    return dt.datetime.now(dt.UTC)


def start_again(window: MainWindow) -> None:
    """Somebody started the program a second time: a page that says nothing, and only then the window in front."""
    window.show_neutral()
    come_forward(window)


def opens(resources: Path, give_up: Callable[[], None]) -> bool:
    """Whether the window can be opened: opens it, waits until there is something to see, at most OPENS_WITHIN.

    Where Qt itself cannot go on, calls `give_up` and ends the process with 1. A screen that takes the call and never
    answers ends it with 1 a little later, without a word, because nothing of ours runs meanwhile.
    """

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            give_up()
            os._exit(1)

    qInstallMessageHandler(hear)
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(OPENS_WITHIN + 2, exit=True, file=nowhere)
        app = make_application(resources)
        seen: list[bool] = []
        window, _ = make_window(app, resources, now, end=lambda clear: app.quit())
        window.first_painted.connect(lambda: seen.append(True))
        window.first_painted.connect(app.quit)
        QTimer.singleShot(OPENS_WITHIN * 1000, app.quit)
        window.show()
        app.exec()
        window.hide()
        faulthandler.cancel_dump_traceback_later()
    return bool(seen)


def silence(last_words: str = "", stream: TextIO | None = None) -> Callable[[QtMsgType, QMessageLogContext, str], None]:
    """What takes every word that Qt has to say. Where Qt cannot go on, `last_words` are all a person is told."""

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            # SAFETY: Qt would abort now, and systems keep a picture of the memory of what aborts
            # (test_a_screen_that_does_not_answer_gives_one_sentence_and_no_abort).
            with suppress(OSError, ValueError):  # nobody there to read it
                if stream is not None:
                    print(last_words, file=stream, flush=True)
            os._exit(1)

    return hear


def settle(app: QApplication, window: MainWindow, resources: Path, file: SettingsFile, kept: Kept) -> None:
    """What can wait until the person sees Home."""
    import signal

    from desktop_app.ui.assistive import assistive_technology_on
    from desktop_app.ui.attention import Attention
    from desktop_app.ui.freeze_watchdog import FreezeWatchdog
    from desktop_app.ui.previews import keep_out_of_previews
    from desktop_app.ui.remember import Remember
    from desktop_app.ui.remembering import join

    # SAFETY: Python would make a mistake of Ctrl+C in a terminal, somewhere in the middle of painting, and stay
    # (test_ctrl_c_in_the_terminal_ends_it).
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window.watch_keys()
    meet_screen_readers()
    watchdog = FreezeWatchdog(parent=window)
    watchdog.start()
    window.tasks.unwatched = watchdog.paused
    load_fonts(resources, first=False)
    keep_out_of_previews(int(window.winId()))
    attention = Attention(app, lambda: not window.covering.is_wanted() or assistive_technology_on(), window)
    attention.lost.connect(window.covering.cover_for_now)
    window.session.remembered, window.session.remember_problem = kept.exists, kept.problem or ""
    join(window, window.session, Remember(file, kept.exists, window.tasks, window))
    window.tasks.run(
        warm_up, window, lambda _: warm_up_screens((*SCREENS, lambda: window.session.library)), lambda _: None
    )


def make_application(resources: Path) -> QApplication:
    """The application with our style and fonts."""
    app = QApplication([strings.APP])
    dress(app, resources)
    return app


def dress(app: QApplication, resources: Path) -> None:
    """Gives an application our name, style and fonts."""
    app.setApplicationName(strings.APP)
    app.setDesktopFileName("handrail")
    app.setStyle("Fusion")
    load_fonts(resources, first=True)


def make_window(
    app: QApplication,
    resources: Path,
    clock: Callable[[], dt.datetime],
    place: Place | None = None,
    end: Callable[[Callable[[], None]], None] = leave_at_once,
    settings: Settings = NOTHING_CHOSEN,
) -> tuple[MainWindow, LeaveNow]:
    """The window and its ways out. `place` is where the person is, else the system's time zone says.

    `end` ends the program; it gets what clears the clipboard. `settings` are what was remembered.
    """
    clipboard = Clipboard()
    leave = LeaveNow(lambda: end(clipboard.clear_if_ours))
    icons = Icons(resources / "icons")
    system_palette = app.palette()
    hints = app.styleHints()  # kept: PySide forgets what belongs to it with the last name for it
    session = Session(resources, "en", lambda country: place or system_place(resources, country), clock, settings)

    def choose_look(session: Session) -> Look:
        dark = is_dark(Theme(session.settings.theme), hints.colorScheme())
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return Look(high_contrast(system_palette), session.settings.text_size, icons)
        return Look(DARK if dark else LIGHT, session.settings.text_size, icons)

    return MainWindow(app, session, clipboard, leave, choose_look), leave


def system_place(resources: Path, remembered: str | None) -> Place:
    """The remembered country, else that of the time zone.

    Never the language: a computer in London may speak American English.
    """
    # Not above: these are only needed once Home has been seen.
    from PySide6.QtCore import QLocale, QTimeZone

    from desktop_app.core.directory import countries
    from desktop_app.core.place import choose_country, country_of_old_zone

    zone = QTimeZone.systemTimeZone()
    old_name = bytes(zone.id().data()).decode("ascii", "replace")
    territory = QLocale.territoryToCode(zone.territory()) or country_of_old_zone(old_name)
    return choose_country(remembered, None, territory, countries(resources))


def meet_screen_readers() -> None:
    """From now on a screen reader meets headings as headings, and pages that it can ask anything."""
    from PySide6.QtGui import QAccessible

    from desktop_app.ui.accessible import accessible

    QAccessible.installFactory(accessible)


def warm_up() -> None:
    """Loads the plain parts that the first click will need, while the person reads Home. Runs beside the window."""
    import markdown  # noqa: F401

    import desktop_app.core.block_reader
    import desktop_app.core.plan_words
    import desktop_app.core.walk  # noqa: F401
    from desktop_app.core.qr import modules

    modules("tel:0")


def warm_up_plan() -> None:
    """Loads the plan's screen."""
    import desktop_app.ui.plan_page  # noqa: F401


def warm_up_crisis() -> None:
    """Loads the crisis page."""
    import desktop_app.ui.crisis_page  # noqa: F401


def warm_up_sheets() -> None:
    """Loads the sheets."""
    import desktop_app.ui.contact_sheet
    import desktop_app.ui.sheets  # noqa: F401


def warm_up_settings() -> None:
    """Loads the settings and what they say about the program."""
    import desktop_app.ui.about_page
    import desktop_app.ui.settings_page  # noqa: F401


def warm_up_library() -> None:
    """Loads the pages' screen and that of the help directory."""
    import desktop_app.ui.directory_page
    import desktop_app.ui.library_page
    import desktop_app.ui.search_pane  # noqa: F401


SCREENS = (warm_up_plan, warm_up_crisis, warm_up_sheets, warm_up_library, warm_up_settings)


def warm_up_screens(parts: Sequence[Callable[[], object]] = SCREENS) -> None:
    """Loads the screens one by one, between the person's own presses.

    On the window's own thread: PySide finishes its classes when they are first used; two threads must not meet there.
    """
    if parts:
        parts[0]()
        QTimer.singleShot(PAUSE, lambda: warm_up_screens(parts[1:]))
