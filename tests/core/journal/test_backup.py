"""A copy on a stick: the same journal, whole, and what was there before is not lost on the way."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.journal import backup, files
from desktop_app.core.journal.backup import back_up
from desktop_app.core.journal.database import Database
from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.exhibit import NewExhibit
from desktop_app.core.journal.journal import Journal
from tests.core.journal.tools import CHEAP, everything, opened, started


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Somebody's stick, with something on it."""
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "homework.txt").write_text("2 + 2")
    return stick


def code_of(do: Any, *arguments: Any) -> str:
    with pytest.raises(JournalError) as caught:
        do(*arguments)
    return caught.value.code


def test_a_copy_opens_with_the_same_passphrase_and_holds_the_same(journal: Journal, stick: Path) -> None:
    journal.store.add({"what": "it"}, [NewExhibit(bytes(100_000), "image/png", "file", False)])
    journal.store.save_draft({"what": "half"})
    folder = back_up(journal, stick, CHEAP)
    assert {path.name for path in folder.iterdir()} == {"keys", "store"}
    copy = opened(stick)
    assert copy.store.links() == journal.store.links()
    assert copy.store.exhibit_bytes(1) == bytes(100_000)
    assert copy.store.draft() == {"what": "half"}
    copy.store.add({"what": "written on the stick"})
    copy.close()
    assert journal.store.numbers() == (1,)
    assert (stick / "homework.txt").read_text() == "2 + 2"


def test_copying_again_brings_the_same_copy_up_to_date(journal: Journal, stick: Path) -> None:
    first = back_up(journal, stick, CHEAP)
    journal.store.add({"what": "later"})
    journal.change_passphrase("changed", CHEAP)
    assert back_up(journal, stick, CHEAP) == first
    copy = opened(stick, passphrase="changed")
    assert copy.store.numbers() == (1,)
    copy.close()
    assert len(files.journal_folders(stick)) == 1


def test_the_copies_of_two_people_lie_side_by_side(journal: Journal, data_dir: Path, stick: Path) -> None:
    other = started(data_dir, passphrase="second")
    assert back_up(journal, stick, CHEAP) != back_up(other, stick, CHEAP)
    other.close()
    opened(stick).close()
    opened(stick, passphrase="second").close()


@pytest.mark.parametrize("again", [False, True])
def test_a_copy_that_does_not_hold_the_same_is_thrown_away(
    journal: Journal, stick: Path, monkeypatch: pytest.MonkeyPatch, again: bool
) -> None:
    if again:
        back_up(journal, stick, CHEAP)
    journal.store.add({"what": "it"})
    before = everything(stick)
    with monkeypatch.context() as broken:
        broken.setattr(Database, "whole", lambda database: False)
        assert code_of(back_up, journal, stick, CHEAP) == "not-verified"
    assert everything(stick) == before
    with monkeypatch.context() as lossy:
        lossy.setattr(backup, "_ends", lambda database: object())
        assert code_of(back_up, journal, stick, CHEAP) == "not-verified"
    assert everything(stick) == before


def test_what_a_kill_left_of_an_old_copy_is_never_mixed_into_the_new_one(journal: Journal, stick: Path) -> None:
    folder = back_up(journal, stick, CHEAP)
    copy = opened(stick)
    with copy.store.database.transaction() as connection:
        connection.pragma("cache_size", 1)
        connection.execute("INSERT INTO settings (name, text) VALUES ('x', zeroblob(200000))")
        hot = (folder / "store-journal").read_bytes()
    copy.close()
    assert hot
    for left in ("store-journal", "store.new", "store.new-journal"):
        (folder / left).write_bytes(hot)
    journal.store.add({"what": "newer"})
    back_up(journal, stick, CHEAP)
    assert {path.name for path in folder.iterdir()} == {"keys", "store"}
    copy = opened(stick)
    assert copy.store.links() == journal.store.links()
    assert copy.store.database.whole()
    copy.close()


def test_a_damaged_copy_is_replaced(journal: Journal, stick: Path) -> None:
    folder = back_up(journal, stick, CHEAP)
    (folder / "store").write_bytes(b"nonsense" * 1000)
    back_up(journal, stick, CHEAP)
    opened(stick).close()


def test_a_stick_that_is_out_and_ones_own_folder_are_refused(journal: Journal, data_dir: Path, tmp_path: Path) -> None:
    assert code_of(back_up, journal, tmp_path / "out", CHEAP) == "no-folder"
    assert code_of(back_up, journal, data_dir, CHEAP) == "in-the-way"
    assert not (tmp_path / "out").exists()


def test_a_copy_has_the_times_that_say_nothing(journal: Journal, stick: Path) -> None:
    folder = back_up(journal, stick, CHEAP)
    assert {path.stat().st_mtime for path in (folder, *folder.iterdir())} == {files.CALM}
