"""A share of the broken files that `journal_mutations.py` makes: a hundredth of fifty thousand."""

import subprocess
import sys

from tests.desktop.program import ROOT

FILES = 500


def test_broken_files_give_typed_errors_and_never_words_that_nobody_wrote() -> None:
    command = [sys.executable, "tests/torture/journal_mutations.py", str(FILES), "--seed", "6"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print(done.stdout)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert f"| {FILES} | 0 |" in done.stdout
    for outcome in ("keys: keys-damaged", "keys: keys-refused", "store: store-damaged, but some saved"):
        assert outcome in done.stdout
