"""Several journals in one folder: the passphrase picks, nothing else tells them apart, failures change nothing."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.journal import derivation, files, shelf, slots
from desktop_app.core.journal.derivation import Cost, Derivation
from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.journal import Journal
from desktop_app.core.journal.key_file import PASSPHRASE as SLOT
from tests.core.journal.tools import CHEAP, PASSPHRASE, TINY, everything, opened, started, ways

STRONGER = Cost(2, 16384)


def refused(do: Any, *arguments: Any) -> JournalError:
    with pytest.raises(JournalError) as caught:
        do(*arguments)
    return caught.value


def code_of(do: Any, *arguments: Any) -> str:
    return refused(do, *arguments).code


@pytest.fixture
def derived(monkeypatch: pytest.MonkeyPatch) -> list[Cost]:
    """The costs of all derivations in the test."""
    costs: list[Cost] = []
    real = derivation.derive

    def derive(passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
        costs.append(cost)
        return real(passphrase, salt, cost)

    monkeypatch.setattr(slots, "derive", derive)
    return costs


def test_looking_for_a_journal_makes_nothing(data_dir: Path, tmp_path: Path) -> None:
    files.mend(data_dir)
    assert code_of(shelf.unlock, data_dir, PASSPHRASE, ways()) == "no-journal"
    assert code_of(shelf.unlock_with_code, data_dir, "0" * 26, ways()) in ("no-journal", "recovery-mistyped")
    assert list(tmp_path.iterdir()) == []


def test_a_journal_is_one_folder_with_two_files(journal: Journal, data_dir: Path) -> None:
    (folder,) = data_dir.iterdir()
    assert len(folder.name) == 32
    assert set(folder.name) <= set("0123456789abcdef")
    assert {path.name for path in folder.iterdir()} == {"keys", "store"}


def test_files_and_folder_are_private_and_their_times_say_nothing(journal: Journal, data_dir: Path) -> None:
    journal.store.add({"what": "it"})
    journal.add_recovery_code()
    (folder,) = data_dir.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for path in (folder / "keys", folder / "store"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for path in (data_dir, folder, folder / "keys", folder / "store"):
        assert path.stat().st_mtime == files.CALM  # the test itself has just read the folders
    for path in (folder / "keys", folder / "store"):
        assert path.stat().st_atime == files.CALM


def test_nothing_in_the_files_can_be_read(journal: Journal, data_dir: Path) -> None:
    journal.store.add({"what": "canary-words " * 50, "them": {"handle": "canary-handle"}})
    journal.store.save_draft({"what": "canary-draft"})
    journal.close()
    for data in everything(data_dir).values():
        assert data is None or not any(word in data for word in (b"canary", b"SQLite", b"entries", PASSPHRASE.encode()))


def test_the_passphrase_picks_the_journal(data_dir: Path) -> None:
    for who in ("first", "second", "third"):
        with started(data_dir, passphrase=who).store.database:
            pass
        journal = opened(data_dir, passphrase=who)
        journal.store.add({"what": who})
        journal.close()
    for who in ("second", "first", "third"):
        journal = opened(data_dir, passphrase=who)
        assert [each.entry["what"] for each in journal.store.entries(journal.store.numbers())] == [who]
        journal.close()
    assert code_of(shelf.unlock, data_dir, "fourth", ways()) == "passphrase-wrong"


def test_opening_derives_once_however_many_journals_there_are(data_dir: Path, derived: list[Cost]) -> None:
    for who in ("first", "second", "third"):
        started(data_dir, passphrase=who).close()
    derived.clear()
    opened(data_dir, passphrase="third").close()
    assert derived == [TINY]
    assert code_of(shelf.unlock, data_dir, "nobody's", ways()) == "passphrase-wrong"
    assert len(derived) == 2


def test_a_new_journal_copies_salt_and_parameters(data_dir: Path) -> None:
    journals = [started(data_dir, passphrase=who) for who in ("first", "second")]
    one, two = (journal.keys.slot(SLOT) for journal in journals)
    assert one is not None
    assert two is not None
    assert (one.salt, one.cost) == (two.salt, two.cost)
    assert one.nonce != two.nonce
    assert journals[0].store_key != journals[1].store_key
    for journal in journals:
        journal.close()


def test_a_passphrase_that_opens_another_journal_is_refused(data_dir: Path) -> None:
    started(data_dir, passphrase="first").close()
    before = everything(data_dir)
    assert code_of(shelf.create, data_dir, "first", ways()) == "passphrase-taken"
    assert everything(data_dir) == before
    journal = started(data_dir, passphrase="second")
    assert code_of(journal.change_passphrase, "first", CHEAP) == "passphrase-taken"
    journal.close()
    opened(data_dir, passphrase="second").close()


def test_the_passphrase_can_be_changed_and_the_words_stay(journal: Journal, data_dir: Path) -> None:
    journal.store.add({"what": "it"})
    journal.change_passphrase("another", CHEAP)
    journal.change_passphrase("another", CHEAP)
    journal.close()
    assert code_of(shelf.unlock, data_dir, PASSPHRASE, ways()) == "passphrase-wrong"
    again = opened(data_dir, passphrase="another")
    assert again.store.numbers() == (1,)
    again.close()


def test_a_recovery_code_opens_until_it_is_removed_or_replaced(journal: Journal, data_dir: Path) -> None:
    before = journal.has_recovery_code
    first = journal.add_recovery_code()
    second = journal.add_recovery_code()
    assert (before, journal.has_recovery_code) == (False, True)
    assert code_of(shelf.unlock_with_code, data_dir, first, ways()) == "recovery-wrong"
    again = shelf.unlock_with_code(data_dir, second.lower(), ways())
    again.change_passphrase("a new one", CHEAP)
    again.remove_recovery_code()
    again.close()
    assert code_of(shelf.unlock_with_code, data_dir, second, ways()) == "recovery-wrong"
    assert code_of(shelf.unlock_with_code, data_dir, second[:-1], ways()) == "recovery-mistyped"
    opened(data_dir, passphrase="a new one").close()


def test_a_weak_slot_is_wrapped_stronger_on_a_later_unlock(data_dir: Path, derived: list[Cost]) -> None:
    started(data_dir).close()
    strong = Derivation(STRONGER, TINY, TINY)
    for costs in ([TINY, STRONGER], [STRONGER]):
        derived.clear()
        shelf.unlock(data_dir, PASSPHRASE, ways(derivation=strong)).close()
        assert derived == costs
    started(data_dir, passphrase="another").close()
    derived.clear()
    opened(data_dir, passphrase="another").close()
    assert derived == [STRONGER]


def test_where_the_memory_is_still_not_there_the_slot_stays(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started(data_dir).close()
    before, real = everything(data_dir), derivation.derive

    def scant(passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
        if cost == STRONGER:
            raise JournalError("no-memory")
        return real(passphrase, salt, cost)

    monkeypatch.setattr(slots, "derive", scant)
    shelf.unlock(data_dir, PASSPHRASE, ways(derivation=Derivation(STRONGER, TINY, TINY))).close()
    assert everything(data_dir) == before


def test_an_erased_journal_is_gone_and_the_others_are_not(data_dir: Path) -> None:
    started(data_dir, passphrase="first").close()
    before = everything(data_dir)
    journal = started(data_dir, passphrase="second")
    journal.erase()
    assert everything(data_dir) == before
    assert code_of(journal.store.numbers) == "closed"
    assert code_of(journal.change_passphrase, "x", CHEAP) == "closed"
    assert data_dir.stat().st_mtime == files.CALM


def test_a_start_finishes_what_a_kill_left_and_calms_the_times(journal: Journal, data_dir: Path) -> None:
    journal.close()
    (folder,) = data_dir.iterdir()
    before = everything(data_dir)
    for left in ("a" * 32 + ".new", "b" * 32 + ".gone"):
        (data_dir / left).mkdir()
        (data_dir / left / "store").write_bytes(b"half")
        (data_dir / left / "keys").write_bytes(b"half")
    (folder / "keys.new").write_bytes(b"half")
    (folder / "store").chmod(0o644)
    files.mend(data_dir)
    assert everything(data_dir) == before
    assert (folder / "store").stat().st_mtime == folder.stat().st_mtime == files.CALM
    assert stat.S_IMODE((folder / "store").stat().st_mode) == 0o600


def test_what_is_not_ours_is_never_touched(journal: Journal, data_dir: Path, tmp_path: Path) -> None:
    journal.close()
    (folder,) = data_dir.iterdir()
    (data_dir / "handrail.ini").write_text("[handrail]\n")
    (data_dir / ("c" * 32)).write_text("a file with the name of a folder")
    (data_dir / ("d" * 32)).symlink_to(tmp_path)
    (data_dir / ("e" * 32 + ".gone")).symlink_to(tmp_path)
    (data_dir / ("f" * 32)).mkdir()
    before, time = everything(data_dir), (data_dir / "handrail.ini").stat().st_mtime
    files.mend(data_dir)
    opened(data_dir).close()
    assert everything(data_dir) == before
    assert (data_dir / "handrail.ini").stat().st_mtime == time
    (folder / "notes.txt").write_text("somebody else's")
    assert code_of(opened(data_dir).erase) == "in-the-way"
    assert [path.name for path in data_dir.rglob("notes.txt")] == ["notes.txt"]


def test_a_pipe_named_keys_holds_nobody_up(journal: Journal, data_dir: Path) -> None:
    journal.close()
    (folder,) = data_dir.iterdir()
    (folder / "keys").unlink()
    os.mkfifo(folder / "keys")
    assert code_of(shelf.unlock, data_dir, PASSPHRASE, ways()) == "in-the-way"
    (folder / "keys").unlink()
    (folder / "keys").symlink_to("/dev/zero")
    assert code_of(shelf.unlock, data_dir, PASSPHRASE, ways()) == "in-the-way"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert code_of(shelf.create, tmp_path / "file" / "handrail", PASSPHRASE, ways()) in ("no-folder", "in-the-way")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
