"""Errors, no room and power cuts at every single step of a change: what was acknowledged stays, nothing is half."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from desktop_app.core.journal import shelf
from desktop_app.core.journal.backup import back_up
from desktop_app.core.journal.chain import is_whole
from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.exhibit import NewExhibit
from desktop_app.core.journal.journal import Journal
from desktop_app.core.journal.schema import MIGRATIONS
from tests.core.journal.failing_disk import FailingDisk
from tests.core.journal.tools import CHEAP, PASSPHRASE, everything, opened, started, ways

ALL = frozenset({"write", "truncate", "sync", "delete"})
FAR = 10**9


def add(journal: Journal) -> None:
    journal.store.add({"what": "new"})


def add_a_picture(journal: Journal) -> None:
    journal.store.add({"what": "new"}, [NewExhibit(bytes(60_000), "image/png", "file", False)])


def revise(journal: Journal) -> None:
    journal.store.revise(1, {"what": "changed"})


def remove(journal: Journal) -> None:
    journal.store.remove(1)


def save_draft(journal: Journal) -> None:
    journal.store.save_draft({"what": "half"})


CHANGES = (add, add_a_picture, revise, remove, save_draft)
Said = tuple[object, ...]


@pytest.fixture(scope="module")
def registered() -> FailingDisk:
    return FailingDisk()


@pytest.fixture
def disk(registered: FailingDisk) -> Iterator[FailingDisk]:
    registered.work()
    yield registered
    registered.work()


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """A folder with a journal of two entries and a picture, to be copied."""
    original = tmp_path / "original"
    journal = started(original)
    journal.store.add({"what": "one"}, [NewExhibit(bytes(50_000), "image/png", "file", False)])
    journal.store.add({"what": "two"})
    journal.close()
    return original


def said(journal: Journal) -> Said:
    """All that a store says; and that it holds together."""
    store = journal.store
    assert store.database.whole()
    assert is_whole(store.links())
    entries = [[revision.entry for revision in store.revisions(number)] for number in store.numbers()]
    pictures = [len(store.exhibit_bytes(each.number)) for number in store.numbers() for each in store.exhibits(number)]
    return (entries, pictures, store.draft())


def said_by(data_dir: Path) -> Said:
    journal = opened(data_dir)
    try:
        return said(journal)
    finally:
        journal.close()


def on(disk: str, data_dir: Path) -> Journal:
    return shelf.unlock(data_dir, PASSPHRASE, ways(vfs=disk))


def outcome(do: Callable[[], object]) -> str:
    try:
        do()
    except JournalError as error:
        return error.code
    return ""


def after_it(change: Callable[[Journal], None], original: Path, tmp_path: Path) -> Said:
    """What a journal says in which it was done."""
    done = tmp_path / "done"
    shutil.copytree(original, done)
    journal = opened(done)
    change(journal)
    journal.close()
    return said_by(done)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    ("kinds", "error", "codes"),
    [
        (ALL, apsw.IOError, {"not-written"}),
        (frozenset({"write"}), apsw.FullError, {"disk-full"}),
        (frozenset({"read"}), apsw.IOError, {"not-written", "not-read"}),
    ],
)
def test_an_error_at_any_step_of_a_change_leaves_it_done_or_not_done(
    change: Callable[[Journal], None],
    kinds: frozenset[str],
    error: type[apsw.Error],
    codes: set[str],
    original: Path,
    tmp_path: Path,
    disk: FailingDisk,
) -> None:
    before, after = said_by(original), after_it(change, original, tmp_path)
    step, failures = 0, 0
    while failures == step:
        step += 1
        data_dir = tmp_path / f"{step}"
        shutil.copytree(original, data_dir)
        journal = on(disk.THROUGH_THE_CIPHER, data_dir)
        disk.fail(step, kinds, error)
        code = outcome(lambda: change(journal))  # noqa: B023 (called at once)
        failures += disk.failed
        acknowledged = code == ""
        assert acknowledged or code in codes
        disk.work()
        found = said(journal)
        assert found == after if acknowledged else found in (before, after)
        journal.close()
        assert said_by(data_dir) == found
        shutil.rmtree(data_dir)
    assert failures > 3 or kinds == {"read"}


@pytest.mark.parametrize("change", CHANGES)
def test_a_power_cut_at_any_step_leaves_it_done_or_not_done(
    change: Callable[[Journal], None], original: Path, tmp_path: Path, disk: FailingDisk
) -> None:
    rng, seen = random.Random(change.__name__), set()
    before, after = said_by(original), after_it(change, original, tmp_path)
    step, more = 0, True
    while more:
        step += 1
        data_dir = tmp_path / f"{step}"
        shutil.copytree(original, data_dir)
        (folder,) = data_dir.iterdir()
        disk.work()
        journal = on(disk.THROUGH_THE_CIPHER, data_dir)
        disk.fail(step, ALL, apsw.IOError, power_cut=True)
        acknowledged = outcome(lambda: change(journal)) == ""  # noqa: B023 (called at once)
        more = disk.failed
        for shape in range(3):
            left = tmp_path / f"{step}.{shape}"
            (left / folder.name).mkdir(parents=True)
            shutil.copy(folder / "keys", left / folder.name)
            disk.after_power_cut(rng, left / folder.name)
            found = said_by(left)
            assert found == after if acknowledged else found in (before, after)
            seen.add(found == after)
            shutil.rmtree(left)
        disk.work()
        journal.close()
    assert step > 5
    assert seen == {False, True}


@pytest.mark.parametrize("error", [apsw.IOError, apsw.FullError])
def test_a_disk_that_fails_while_the_version_changes_leaves_the_old_one(
    error: type[apsw.Error], original: Path, disk: FailingDisk
) -> None:
    newer = (*MIGRATIONS, lambda connection: connection.execute("CREATE TABLE more (x)"))
    before, step, failed = everything(original), 0, True
    while failed:
        step += 3
        disk.fail(step, ALL, error)
        code = outcome(
            lambda: shelf.unlock(original, PASSPHRASE, ways(migrations=newer, vfs=disk.THROUGH_THE_CIPHER)).close()
        )
        failed = disk.failed
        disk.work()
        assert (code == "") or code in ("not-written", "disk-full")
        assert code == "" or everything(original) == before
    assert step > 20


def test_a_disk_that_fails_during_a_copy_or_a_start_leaves_nothing_half(
    original: Path, tmp_path: Path, disk: FailingDisk
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    journal = opened(original)
    step, failed = 0, True
    while failed:
        step += 1
        disk.fail(step, ALL, apsw.FullError)
        code = outcome(lambda: back_up(journal, stick, CHEAP, vfs=disk.THROUGH_THE_CIPHER))
        failed = disk.failed
        assert (code, list(stick.iterdir()) == []) == (("disk-full", True) if failed else ("", False))
    assert said_by(stick) == said(journal)
    journal.close()
    step, failed, new = 0, True, tmp_path / "new"
    while failed:
        step += 1
        disk.fail(step, ALL, apsw.FullError)
        code = outcome(lambda: shelf.create(new, PASSPHRASE, ways(vfs=disk.THROUGH_THE_CIPHER)).close())
        failed = disk.failed
        assert (code, list(new.iterdir()) == []) == (("disk-full", True) if failed else ("", False))
    assert step > 5
