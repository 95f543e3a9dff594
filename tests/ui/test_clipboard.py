"""Copying, and taking back what was copied."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.clipboard import Clipboard


@pytest.fixture
def system(qtbot: QtBot) -> Iterator[QClipboard]:
    """The system's clipboard, with nothing on it."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    yield clipboard
    clipboard.clear()


def test_words_are_copied(system: QClipboard) -> None:
    clipboard = Clipboard()
    clipboard.copy("0800 1111")
    assert system.text() == "0800 1111"


def test_histories_are_asked_to_look_away(system: QClipboard) -> None:
    clipboard = Clipboard()
    clipboard.copy("0800 1111")
    data = system.mimeData()
    assert data.data("x-kde-passwordManagerHint").data() == b"secret"
    assert data.data("CanIncludeInClipboardHistory").data() == bytes(4)
    assert data.data("CanUploadToCloudClipboard").data() == bytes(4)
    assert data.hasFormat("ExcludeClipboardContentFromMonitorProcessing")
    assert data.hasFormat("application/x-nspasteboard-concealed-type")


def test_the_copy_goes_by_itself(system: QClipboard, qtbot: QtBot) -> None:
    clipboard = Clipboard(kept_for=0.02)
    clipboard.copy("0800 1111")
    qtbot.waitUntil(lambda: system.text() == "")


def test_a_second_copy_stays_its_own_time(system: QClipboard, qtbot: QtBot) -> None:
    clipboard = Clipboard(kept_for=60)
    clipboard.copy("0800 1111")
    clipboard.copy("116 123")
    assert system.text() == "116 123"
    clipboard.clear_if_ours()
    assert system.text() == ""


def test_what_another_program_copied_stays(system: QClipboard, monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard = Clipboard()
    clipboard.copy("0800 1111")
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: False)  # as if the next words were another program's
    system.setText("somebody else's words")
    clipboard.clear_if_ours()
    assert system.text() == "somebody else's words"


def test_leaving_without_a_copy_touches_nothing(system: QClipboard) -> None:
    system.setText("somebody else's words")
    Clipboard().clear_if_ours()
    assert system.text() == "somebody else's words"


def test_a_selection_is_never_handed_to_other_programs(system: QClipboard) -> None:
    clipboard = Clipboard()
    clipboard.copy("0800 1111")
    if system.supportsSelection():
        assert system.text(QClipboard.Mode.Selection) == ""
