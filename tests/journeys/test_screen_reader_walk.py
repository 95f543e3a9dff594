"""The whole plan through the accessibility bus alone: two ways, walked by `walk_by_screen_reader.py`."""

import os
import subprocess
import sys
from pathlib import Path

WALK = Path(__file__).resolve().parent / "walk_by_screen_reader.py"
LONGEST = 300
"""Seconds; only how long a failing test takes."""


def test_a_screen_reader_can_walk_the_plan_to_its_end() -> None:
    assert os.environ.get("DISPLAY"), "There is no screen: run this with build_scripts/dev.py test."
    command = ["/usr/bin/python3", str(WALK), "--python", sys.executable]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    assert done.stderr == ""
    assert done.stdout.count(" screens: ") == 2
