"""What is in the golden journals, and how one of a new version is made.

python -m tests.core.journal.golden tests/data/golden-journal-VERSION

A golden journal is test data for ever. Its passphrase and code are no secrets; its cost is the real floor.
"""

import base64
import datetime as dt
import sys
from pathlib import Path

from desktop_app.core.journal import shelf
from desktop_app.core.journal.derivation import REAL, Cost, Derivation
from desktop_app.core.journal.entry import Entry
from desktop_app.core.journal.exhibit import NewExhibit
from desktop_app.core.journal.shelf import Ways

FLOOR = Derivation(REAL.floor, REAL.floor, REAL.floor)
PASSPHRASE = "golden ſtraße Ｐassphrase 1"
SAME_PASSPHRASE = "golden straße Passphrase 1"
MOMENT = dt.datetime(2026, 11, 24, 21, 30, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
ENTRY: Entry = {
    "what": "He wrote: “pay or I send it”. שלום 🙈\nSecond line.",
    "when": {"kind": "about", "at": "2026-11-23", "zone": "Europe/London", "words": "after school"},
    "platform": "a chat",
    "them": {"handle": "@x", "id": "1234", "other_accounts": ["@y", "@z"]},
    "demand": {"kinds": ["money"], "amount": "200", "currency": "GBP", "accounts": ["AAAA-BBBB"]},
    "image": {"of": "me", "real": "not-sure", "where": "chat", "age": "15"},
    "age_then": 15,
    "done": [{"what": "reported-police", "whom": "101", "reference": "42"}],
    "author": "me",
}
DRAFT = {"what": "half a sent"}
PLACE = {"plan": "young-person", "step": "webcam"}
assert Cost(3, 64 * 1024 * 1024) == REAL.floor


def make(folder: Path) -> str:
    """A journal in `folder`, which is not there yet; gives its recovery code."""
    journal = shelf.create(folder, PASSPHRASE, Ways(FLOOR, lambda: MOMENT, "0.0.1"))
    store = journal.store
    number = store.add({"what": "First words."})
    store.revise(number, ENTRY, [NewExhibit(PICTURE, "image/png", "screenshot", True, "2026:11:23 20:00:00")])
    store.remove(store.add({"what": "Gone."}))
    store.save_draft(DRAFT)
    store.keep("place", PLACE)
    code = journal.add_recovery_code()
    journal.close()
    return code


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))
