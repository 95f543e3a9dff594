"""Entries, revisions, pictures, drafts: what is kept, what is removed, what is refused."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.journal import chain, exhibit, shelf
from desktop_app.core.journal.entry import Entry
from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.exhibit import LARGEST_EXHIBIT, NewExhibit
from desktop_app.core.journal.journal import Journal
from desktop_app.core.journal.store import Store
from tests.core.journal.test_entry import WHOLE
from tests.core.journal.tools import BERLIN, Calendar, opened, ways


@pytest.fixture
def store(journal: Journal) -> Store:
    return journal.store


def picture(data: bytes = b"\x89PNG picture", **more: Any) -> NewExhibit:
    return NewExhibit(data, **{"type": "image/png", "made": "screenshot", "covered": True, **more})


def words(store: Store) -> dict[int, str]:
    return {revision.number: revision.entry["what"] for revision in store.entries(store.numbers())}


def code_of(do: Any, *arguments: Any) -> str:
    with pytest.raises(JournalError) as caught:
        do(*arguments)
    return caught.value.code


def test_what_was_kept_is_there_after_the_journal_was_opened_again(journal: Journal, data_dir: Path) -> None:
    journal.store.add(WHOLE, [picture()])
    journal.close()
    with opened(data_dir).store.database as database:
        store = Store(database, Calendar(), "0.0.2")
        (revision,) = store.entries([1])
        assert revision.entry == WHOLE
        assert (revision.n, revision.number, revision.app, revision.clock_earlier) == (1, 1, "0.0.1", False)
        assert revision.written.isoformat() == "2026-11-24T21:30:05+01:00"
        assert store.exhibit_bytes(1) == b"\x89PNG picture"


def test_entries_stand_by_when_it_happened_and_else_by_when_it_was_written(store: Store, calendar: Calendar) -> None:
    store.add({"what": "written today"})
    calendar.move(days=1)
    store.add({"what": "of last year", "when": {"kind": "about", "at": "2025-12-24"}})
    store.add({"what": "of this morning", "when": {"kind": "exact", "at": "2026-11-25T08:00", "zone": "Asia/Tokyo"}})
    store.add({"what": "odd zone", "when": {"kind": "exact", "at": "2026-11-25T00:30", "zone": "../etc/passwd"}})
    store.add({"what": "an hour before", "when": {"kind": "exact", "at": "2026-11-25T00:00", "zone": "+01:30"}})
    store.add({"what": "odd time", "when": {"kind": "about", "at": "tea time"}})
    assert list(words(store).values()) == [
        *("odd time", "odd zone", "of this morning", "an hour before", "written today", "of last year")
    ]


def test_an_edit_is_a_new_revision_and_the_old_one_stays(store: Store) -> None:
    number = store.add({"what": "first"})
    store.revise(number, {"what": "second"})
    assert [revision.entry["what"] for revision in store.revisions(number)] == ["first", "second"]
    assert words(store) == {1: "second"}


def test_a_number_is_never_used_twice(store: Store) -> None:
    for _ in range(3):
        store.remove(store.add({"what": "it"}))
    assert store.add({"what": "it"}) == 4


def test_a_clock_that_went_back_is_flagged_and_not_refused(store: Store, calendar: Calendar) -> None:
    store.add({"what": "now"})
    calendar.move(hours=-1)
    store.add({"what": "an hour before"})
    calendar.move(seconds=1)
    store.add({"what": "the clock goes on"})
    calendar.now = calendar.now.astimezone(BERLIN)
    flags = {revision.entry["what"]: revision.clock_earlier for revision in store.entries(store.numbers())}
    assert flags == {"now": False, "an hour before": True, "the clock goes on": False}


def test_the_chain_is_the_one_that_was_promised(store: Store) -> None:
    store.add({"what": "a"})
    store.revise(1, {"what": "b"})
    rows = store.database.rows("SELECT random, text FROM revisions ORDER BY n")
    head = bytes(32)
    for random, text in rows:
        assert len(random) == 16
        head = hashlib.sha256(head + hashlib.sha256(random + text).digest()).digest()
    assert store.fingerprint() == head
    assert chain.is_whole(store.links())


def test_a_link_that_was_changed_or_left_out_breaks_the_chain(store: Store) -> None:
    for _ in range(3):
        store.add({"what": "it"})
    one, two, three = store.links()
    assert chain.is_whole([one, two, three])
    assert not chain.is_whole([one, three])
    assert not chain.is_whole([two, three])
    assert not chain.is_whole([one, two._replace(digest=bytes(32)), three])
    assert not chain.is_whole([one, two._replace(head=bytes(32)), three])


def test_a_removed_entry_leaves_hashes_and_days_and_nothing_else(journal: Journal, data_dir: Path) -> None:
    store = journal.store
    store.add({"what": "stays"})
    number = store.add({"what": "goes"}, [picture()])
    store.revise(number, {"what": "goes too"})
    store.save_draft({"what": "and that"}, number)
    before = store.links()
    store.remove(number)
    assert words(store) == {1: "stays"}
    assert (store.revisions(number), store.exhibits(number), store.draft(number)) == ((), (), None)
    after = store.links()
    assert [(link.digest, link.head) for link in after] == [(link.digest, link.head) for link in before]
    assert [(link.removed, link.what) for link in after] == [
        *(("", ""), ("2026-11-24", "version"), ("2026-11-24", "entry"))
    ]
    assert chain.is_whole(after)
    assert store.add({"what": "next"}) == 3
    assert chain.is_whole(store.links())


def test_earlier_versions_can_be_erased(store: Store) -> None:
    number = store.add({"what": "first"})
    store.add({"what": "another"})
    store.revise(number, {"what": "second"})
    store.revise(number, {"what": "third"})
    store.erase_earlier(number)
    assert [revision.entry["what"] for revision in store.revisions(number)] == ["third"]
    assert [link.what for link in store.links()] == ["version", "", "version", ""]
    assert chain.is_whole(store.links())


def test_a_removal_makes_the_file_smaller(journal: Journal) -> None:
    assert journal.folder is not None
    file = journal.folder / "store"
    small = file.stat().st_size
    number = journal.store.add({"what": "it"}, [picture(bytes(1_000_000))])
    assert file.stat().st_size > small + 1_000_000
    journal.store.remove(number)
    assert file.stat().st_size == small


def test_a_picture_is_kept_byte_for_byte_with_what_is_known_of_it(store: Store) -> None:
    data = bytes(range(256)) * 1000
    number = store.add({"what": "it"}, [picture(data, type="image/jpeg", made="photo", covered=False, dated="2026:11")])
    (kept,) = store.exhibits(number)
    assert store.exhibit_bytes(kept.number) == data
    assert (kept.sha256, kept.size, kept.type) == (hashlib.sha256(data).digest(), 256_000, "image/jpeg")
    assert (kept.made, kept.covered, kept.dated, kept.added) == ("photo", False, "2026:11", "2026-11-24T20:30:05Z")
    (noted,) = store.entries([number])[0].exhibits
    assert (noted["sha256"], noted["size"], noted["covered"]) == (kept.sha256.hex(), 256_000, False)


def test_a_removed_picture_leaves_its_hash_and_the_day(store: Store) -> None:
    number = store.add({"what": "it"}, [picture(b"one"), picture(b"two")])
    store.remove_exhibit(1)
    assert [kept.number for kept in store.exhibits(number)] == [2]
    assert code_of(store.exhibit_bytes, 1) == "not-there"
    assert [noted["number"] for noted in store.entries([number])[0].exhibits] == [2]
    assert store.database.rows("SELECT * FROM removed_exhibits") == [(1, hashlib.sha256(b"one").digest(), "2026-11-24")]
    assert chain.is_whole(store.links())
    assert store.entries([number])[0].entry == {"what": "it"}


def test_the_largest_picture_fits_and_one_byte_more_does_not(store: Store) -> None:
    store.add({"what": "it"}, [picture(bytes(LARGEST_EXHIBIT))])
    assert len(store.exhibit_bytes(1)) == LARGEST_EXHIBIT
    assert code_of(store.add, {"what": "it"}, [picture(bytes(LARGEST_EXHIBIT + 1))]) == "exhibit-too-large"
    assert code_of(store.add, {"what": "it"}, [picture(b"")]) == "exhibit-empty"
    assert code_of(store.add, {"what": "it"}, [picture(type="image/svg+xml")]) == "exhibit-type"
    assert len(store.numbers()) == 1


def test_the_picture_after_the_last_is_refused_and_its_words_are_not_half_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.core.journal import store as module

    assert exhibit.MOST_EXHIBITS == 200
    monkeypatch.setattr(module, "MOST_EXHIBITS", 3)
    store.add({"what": "it"}, [picture(), picture(), picture()])
    assert code_of(store.add, {"what": "too many"}, [picture()]) == "exhibits-full"
    assert words(store) == {1: "it"}
    store.add({"what": "words still fit"})
    store.remove_exhibit(1)
    store.revise(1, {"what": "again"}, [picture()])


def test_drafts_are_kept_until_the_entry_is(store: Store) -> None:
    store.save_draft({"what": ""})
    store.save_draft({"what": "half a sent", "when": {"at": "2026"}})
    assert store.draft() == {"what": "half a sent", "when": {"at": "2026"}}
    number = store.add({"what": "half a sentence"})
    assert store.draft() is None
    store.save_draft({"what": "more"}, number)
    store.save_draft({"what": "of another"})
    store.revise(number, {"what": "more of it"})
    assert (store.draft(number), store.draft()) == (None, {"what": "of another"})
    store.drop_draft()
    assert store.draft() is None


def test_a_place_in_a_plan_is_kept(store: Store) -> None:
    store.keep("place", {"plan": "young-person", "answers": {"paid": "no"}})
    store.keep("place", {"plan": "young-person", "answers": {"paid": "yes"}})
    assert store.kept("place") == {"plan": "young-person", "answers": {"paid": "yes"}}
    store.keep("place", None)
    assert store.kept("place") is None
    assert code_of(store.keep, "place", {"odd": b"bytes"}) == "entry-odd"


@pytest.mark.parametrize("do", ["revise", "remove", "erase_earlier", "remove_exhibit"])
def test_what_is_not_there_is_said(store: Store, do: str) -> None:
    arguments: tuple[Any, ...] = (7, {"what": "it"}) if do == "revise" else (7,)
    assert code_of(getattr(store, do), *arguments) == "not-there"
    assert (store.entries([7]), store.revisions(7), store.exhibits(7)) == ((), (), ())


@pytest.mark.parametrize("text", ["x" * 1_000_000, "\0\x1b[2J", "🙈" * 999, "שלום ‮gnp.exe", "../../etc/passwd", "ﷺ"])
def test_any_words_are_kept_as_they_are(store: Store, text: str) -> None:
    entry: Entry = {"what": text, "platform": text}
    store.add(entry)
    assert store.entries([1])[0].entry == entry


def test_words_without_end_are_refused(store: Store) -> None:
    assert code_of(store.add, {"what": "x" * 4_200_000}) == "entry-too-large"
    assert code_of(store.save_draft, {"what": "x" * 4_200_000}) == "entry-too-large"
    assert words(store) == {}


def test_a_journal_in_memory_keeps_nothing_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    journal = shelf.in_memory(ways())
    journal.store.add(WHOLE, [picture()])
    assert journal.store.exhibit_bytes(1) == b"\x89PNG picture"
    assert code_of(journal.change_passphrase, "x", ways().derivation) == "no-folder"
    journal.erase()
    assert code_of(journal.store.numbers) == "closed"
    assert list(tmp_path.iterdir()) == []
