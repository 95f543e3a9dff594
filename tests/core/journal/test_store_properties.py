"""Whatever is done in whatever order, the store says what a plain list would, and the chain is whole."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from desktop_app.core.journal.chain import is_whole
from desktop_app.core.journal.exhibit import NewExhibit
from desktop_app.core.journal.salvage import salvage
from tests.core.journal.tools import Calendar, opened, started

TEXT = st.text(min_size=1, max_size=30).filter(lambda text: bool(text.strip()))
PICTURES = st.lists(st.binary(min_size=1, max_size=9000), max_size=2)


def pictures(found: list[bytes]) -> list[NewExhibit]:
    return [NewExhibit(data, "image/png", "file", False) for data in found]


class Writing(RuleBasedStateMachine):
    """`entries`: the revisions of each, oldest first; `kept`: the pictures of each."""

    numbers = Bundle("numbers")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.calendar = Calendar()
        self.journal = started(self.folder, calendar=self.calendar)
        self.entries: dict[int, list[str]] = {}
        self.kept: dict[int, dict[int, bytes]] = {}
        self.written = 0
        self.fingerprints: list[bytes] = []

    def teardown(self) -> None:
        found = salvage(self.journal.store)
        assert found.lost == 0
        assert [entry.number for entry in found.entries] == sorted(self.entries)
        assert len(found.exhibits) == sum(map(len, self.kept.values()))
        self.journal.close()
        shutil.rmtree(self.folder)

    @rule(target=numbers, what=TEXT, data=PICTURES)
    def add(self, what: str, data: list[bytes]) -> int:
        number = self.journal.store.add({"what": what}, pictures(data))
        assert number not in self.entries
        self.entries[number] = [what]
        self.kept[number] = {}
        self._noted(number, data)
        return number

    @rule(number=numbers, what=TEXT, data=PICTURES)
    def revise(self, number: int, what: str, data: list[bytes]) -> None:
        self.journal.store.revise(number, {"what": what}, pictures(data))
        self.entries[number].append(what)
        self._noted(number, data)

    @rule(number=consumes(numbers))
    def remove(self, number: int) -> None:
        self.journal.store.remove(number)
        del self.entries[number], self.kept[number]

    @rule(number=numbers)
    def erase_earlier(self, number: int) -> None:
        self.journal.store.erase_earlier(number)
        del self.entries[number][:-1]

    @rule(number=numbers)
    def remove_a_picture(self, number: int) -> None:
        if not self.kept[number]:
            return
        picture = min(self.kept[number])
        self.journal.store.remove_exhibit(picture)
        del self.kept[number][picture]
        self.entries[number].append(self.entries[number][-1])
        self._noted(number, [])

    @rule(seconds=st.integers(-100, 100))
    def wait(self, seconds: int) -> None:
        self.calendar.move(seconds=seconds)

    @rule()
    def open_again(self) -> None:
        self.journal.close()
        self.journal = opened(self.folder)

    def _noted(self, number: int, data: list[bytes]) -> None:
        self.written += 1
        self.fingerprints.append(self.journal.store.fingerprint())
        known = set(self.kept[number])
        new = [each.number for each in self.journal.store.exhibits(number) if each.number not in known]
        assert len(new) == len(data)
        self.kept[number].update(zip(new, data, strict=True))

    @invariant()
    def it_says_what_was_written(self) -> None:
        store = self.journal.store
        assert set(store.numbers()) == set(self.entries)
        for number, texts in self.entries.items():
            found = store.revisions(number)
            assert [revision.entry["what"] for revision in found] == [self._as_kept(text) for text in texts]
            assert [each["number"] for each in found[-1].exhibits] == sorted(self.kept[number])
            assert store.entries([number]) == found[-1:]
            for picture, data in self.kept[number].items():
                assert store.exhibit_bytes(picture) == data

    @invariant()
    def the_chain_is_whole_and_only_grows(self) -> None:
        links = self.journal.store.links()
        assert is_whole(links)
        assert [link.head for link in links] == self.fingerprints

    @staticmethod
    def _as_kept(text: str) -> str:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


TestWriting = Writing.TestCase
TestWriting.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
