"""Saving a page as a file: who can find it is said first, the name tells nothing, and a failure leaves nothing."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core import save_file
from desktop_app.ui import save_places as places_module
from desktop_app.ui import strings_print
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.save_places import SavePlace, is_there, save_places
from desktop_app.ui.theme import Theme
from tests.desktop.pdf_text import text
from tests.desktop.presses import tap
from tests.ui.damage import title
from tests.ui.opening import OpenWindow
from tests.ui.paper import PAGE, PaperPrinters, answered, choices, folders, go, on_sheet, printers
from tests.ui.screens import LEAVE, NOT_SAFE, find, focused, has, press, says, settle, spoken, words

__all__ = ["folders", "printers"]

SAVE, HERE = strings_print.SAVE, strings_print.SAVE_HERE


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick that is put in, and one that was pulled out and left its folder."""
    stick = tmp_path / "media" / "ann" / "BLUE STICK"
    stick.mkdir(parents=True)
    (tmp_path / "media" / "ann" / "pulled out").mkdir()
    mounts = {stick}
    monkeypatch.setattr(places_module, "MOUNTS", (str(tmp_path / "media"), str(tmp_path / "nowhere")))
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) in mounts and Path(path).exists())
    return stick


# -- where -------------------------------------------------------------------------------------------------------------


def test_the_usual_folders_that_are_there_are_offered_each_once(folders: Path) -> None:
    assert save_places() == (
        SavePlace("documents", folders / "Documents"),
        SavePlace("downloads", folders / "Downloads"),
        SavePlace("desktop", folders / "Desktop"),
        SavePlace("home", folders),
    )
    shutil.rmtree(folders / "Downloads")
    assert "downloads" not in [place.kind for place in save_places()]


def test_a_folder_that_is_missing_makes_no_second_name_for_ones_own(home: Path) -> None:
    assert save_places() == (SavePlace("home", home),)


def test_a_stick_that_is_in_comes_first_and_one_that_is_out_is_none(folders: Path, stick: Path) -> None:
    assert save_places()[0] == SavePlace("drive", stick)
    assert [place.folder.name for place in save_places()].count("pulled out") == 0
    assert is_there(SavePlace("drive", stick))
    assert not is_there(SavePlace("drive", stick.with_name("pulled out")))


def test_looking_for_folders_leaves_nothing(folders: Path) -> None:
    save_places()
    assert files(folders) == []


# -- the sheet ---------------------------------------------------------------------------------------------------------


def on_save(open_window: OpenWindow, qtbot: QtBot, *then: str) -> MainWindow:
    return on_sheet(open_window, qtbot, SAVE, *then)


def test_the_sheet_says_first_who_can_find_it_and_what_it_will_be_called(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters, folders: Path, stick: Path
) -> None:
    window = on_save(open_window, qtbot)
    assert title(window) == "Save as a PDF file"
    assert says(window, "This saves a file that other people can find.")
    assert says(window, "Its name will be “Handrail.pdf”.")
    assert [has(window, name) for name in (LEAVE, NOT_SAFE, "Close")] == [True, True, True]
    assert [spoken(row).partition(".")[0] for row in choices(window)] == [
        "BLUE STICK, a stick or drive",
        "Documents",
        "Downloads",
        "Desktop",
        "Your own folder",
    ]
    assert files(folders) == []
    assert printers.asked == 0


def test_the_name_of_the_file_tells_nothing(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters, folders: Path
) -> None:
    window = on_save(open_window, qtbot, "Downloads", HERE)
    assert files(folders) == ["Downloads/Handrail.pdf"]
    saved = (folders / "Downloads" / "Handrail.pdf").read_bytes()
    assert text(saved).startswith(PAGE)
    assert says(window, "Saved as “Handrail.pdf”.")
    assert says(window, "delete it, and empty the bin")
    assert not has(window, HERE)


def test_a_second_one_gets_a_number(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters, folders: Path
) -> None:
    (folders / "Documents" / "Handrail.pdf").write_bytes(b"theirs")
    window = on_save(open_window, qtbot, "Documents", HERE)
    assert says(window, "Saved as “Handrail 2.pdf”.")
    assert (folders / "Documents" / "Handrail.pdf").read_bytes() == b"theirs"


def test_without_a_choice_nothing_is_saved(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters, folders: Path
) -> None:
    window = on_save(open_window, qtbot, HERE)
    assert says(window, "Choose a folder first.")
    assert files(folders) == []


def test_where_there_is_no_folder_the_sheet_says_what_to_do(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "nowhere"))
    window = on_save(open_window, qtbot)
    assert says(window, strings_print.SAVE_PROBLEMS["nowhere"])
    assert [has(window, name) for name in (HERE, "Show large")] == [False, True]
    go(window, qtbot, "Show large")
    assert says(window, "Leave the chat for ten minutes")


# -- what can go wrong -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "problem"),
    [(errno.EROFS, "read-only"), (errno.ENOSPC, "disk-full"), (errno.EIO, "no-folder"), (errno.EBADF, "not-saved")],
)
def test_what_fails_is_said_and_leaves_nothing_and_another_folder_can_be_chosen(
    open_window: OpenWindow,
    qtbot: QtBot,
    printers: PaperPrinters,
    folders: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    problem: str,
) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    window = on_save(open_window, qtbot, "Downloads")
    with monkeypatch.context() as broken:
        broken.setattr(save_file, "_write", fail)
        go(window, qtbot, HERE)
    assert says(window, f"{strings_print.SAVE_PROBLEMS[problem]} {strings_print.BY_HAND}")
    assert files(folders) == []
    go(window, qtbot, "Documents", HERE)
    assert files(folders) == ["Documents/Handrail.pdf"]


def test_a_stick_that_is_pulled_out_in_between_is_not_written_to(
    open_window: OpenWindow,
    qtbot: QtBot,
    printers: PaperPrinters,
    folders: Path,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = on_save(open_window, qtbot, "BLUE STICK")
    monkeypatch.setattr(os.path, "ismount", lambda path: False)
    go(window, qtbot, HERE)
    assert says(window, strings_print.SAVE_PROBLEMS["no-folder"])
    assert files(stick) == []


# -- another look, the keyboard, leaving -------------------------------------------------------------------------------


def test_another_look_keeps_what_was_chosen_and_what_was_said(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters, folders: Path
) -> None:
    window = on_save(open_window, qtbot, "Downloads")
    window.use_look(200, Theme.DARK)
    settle(window)
    assert find(window, "Downloads").isChecked()
    go(window, qtbot, HERE)
    said = words(window)
    window.use_look(100, Theme.LIGHT)
    settle(window)
    assert words(window) == said
    assert files(folders) == ["Downloads/Handrail.pdf"]


def test_it_is_saved_by_the_keyboard_alone(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters, folders: Path
) -> None:
    window = on_save(open_window, qtbot)
    assert spoken(focused()) == "Save as a PDF file"
    tap(window, Qt.Key.Key_Tab)
    assert spoken(focused()).startswith("Documents")
    tap(window, Qt.Key.Key_Down)
    settle(window)
    tap(window, Qt.Key.Key_Tab)
    assert spoken(focused()) == HERE
    tap(window, Qt.Key.Key_Return)
    answered(window, qtbot)
    assert spoken(focused()).startswith("Saved as “Handrail.pdf”.")
    assert files(folders) == ["Downloads/Handrail.pdf"]


def test_leave_now_leaves_from_the_sheet(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters, folders: Path, left: list[str]
) -> None:
    window = on_save(open_window, qtbot)
    press(window, LEAVE)
    assert left == ["left"]
    assert files(folders) == []
