"""A share of the kills that `journal_kills.py` makes: a twentieth of ten thousand."""

import re
import subprocess
import sys

from tests.desktop.program import ROOT

KILLS = 500


def test_nothing_that_was_acknowledged_is_lost_when_the_program_is_killed() -> None:
    command = [sys.executable, "tests/torture/journal_kills.py", str(KILLS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print(done.stdout)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    found = re.search(r"\| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|", done.stdout)
    assert found is not None
    kills, acknowledged, saves, lost, damaged = map(int, found.groups())
    assert (kills, lost, damaged) == (KILLS, 0, 0)
    assert acknowledged > saves > 0
