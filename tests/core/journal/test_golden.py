"""A journal of every version opens for ever, with Handrail and without it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.journal import shelf
from desktop_app.core.journal.chain import is_whole
from desktop_app.core.journal.derivation import REAL
from desktop_app.core.journal.journal import Journal
from desktop_app.core.journal.schema import MIGRATIONS
from desktop_app.core.journal.shelf import Ways
from tests.core.journal.golden import DRAFT, ENTRY, FLOOR, MOMENT, PASSPHRASE, PICTURE, PLACE, SAME_PASSPHRASE
from tests.core.journal.tools import PASSPHRASE as TODAY
from tests.core.journal.tools import everything, opened, started
from tests.desktop.program import ROOT

CODES = {1: "36608JQA55RD2VZW9GADR0H1S1"}
"""The recovery code of the golden journal of each version."""
WAYS = Ways(FLOOR, lambda: MOMENT, "0.0.1")


@pytest.fixture(params=CODES)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A copy of a golden journal, and its recovery code."""
    folder = tmp_path / "golden"
    shutil.copytree(ROOT / "tests" / "data" / f"golden-journal-{request.param}", folder)
    return folder, CODES[request.param]


def read(folder: Path, out: Path, secret: str, *more: str) -> "subprocess.CompletedProcess[str]":
    """What the stand-alone reader does."""
    command = [sys.executable, "-I", str(ROOT / "build_scripts" / "read_journal.py"), str(folder), str(out), *more]
    return subprocess.run(command, input=secret + "\n", capture_output=True, text=True, check=False)


def check(journal: Journal) -> None:
    store = journal.store
    assert store.numbers() == (1,)
    assert [revision.entry for revision in store.revisions(1)] == [{"what": "First words."}, ENTRY]
    assert store.entries([1])[0].written == MOMENT
    assert (store.draft(), store.kept("place"), store.exhibit_bytes(1)) == (DRAFT, PLACE, PICTURE)
    assert [link.removed for link in store.links()] == ["", "", "2026-11-24"]
    assert is_whole(store.links())
    assert store.database.whole()
    journal.close()


def test_there_is_one_of_every_version() -> None:
    there = {path.name for path in (ROOT / "tests" / "data").glob("golden-journal-*")}
    assert there == {f"golden-journal-{version}" for version in CODES}
    assert max(CODES) == len(MIGRATIONS)


def test_it_opens_with_its_passphrase_however_that_is_spelt_and_with_its_code(golden: tuple[Path, str]) -> None:
    folder, code = golden
    check(shelf.unlock(folder, PASSPHRASE, WAYS))
    check(shelf.unlock(folder, SAME_PASSPHRASE, WAYS))
    check(shelf.unlock_with_code(folder, code, WAYS))


def test_it_opens_at_the_real_cost_and_is_then_wrapped_stronger(golden: tuple[Path, str]) -> None:
    folder, _ = golden
    check(shelf.unlock(folder, PASSPHRASE, WAYS._replace(derivation=REAL)))
    (keys,) = folder.glob("*/keys")
    assert json.loads(keys.read_bytes())["slots"][-1]["memlimit"] == REAL.wanted.memlimit


def test_the_reader_without_handrail_writes_everything_out_and_changes_nothing(
    golden: tuple[Path, str], tmp_path: Path
) -> None:
    folder, code = golden
    before = everything(folder)
    for secret, more in ((PASSPHRASE, ()), (" ".join(code.lower()), ("--code",))):
        out = tmp_path / f"out{len(more)}"
        done = read(folder, out, secret, *more)
        assert (done.stderr, done.returncode) == ("", 0)
        assert "2 texts and 1 pictures" in done.stdout
        assert "The hashes fit together." in done.stdout
        assert (out / "0001.png").read_bytes() == PICTURE
        written = json.loads((out / "journal.json").read_text(encoding="utf-8"))
        assert [revision["entry"] for revision in written["revisions"]] == [{"what": "First words."}, ENTRY]
        assert written["drafts"] == {"0": DRAFT}
    assert everything(folder) == before


def test_the_reader_says_when_nothing_opens(golden: tuple[Path, str], tmp_path: Path) -> None:
    folder, _ = golden
    done = read(folder, tmp_path / "out", "wrong")
    assert (done.returncode, done.stdout) == (1, "")
    assert "opens with that" in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_reader_reads_what_the_program_writes_today(data_dir: Path, tmp_path: Path) -> None:
    started(data_dir).close()
    journal = opened(data_dir)
    journal.store.add(ENTRY)
    journal.close()
    done = read(data_dir, tmp_path / "out", TODAY)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_reader_is_short_and_stands_alone() -> None:
    text = (ROOT / "build_scripts" / "read_journal.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150
    assert "desktop_app" not in text
