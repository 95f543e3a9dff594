"""The terminal that the program was started from hears nothing, but the one sentence when no window can open."""

import subprocess
import sys

import pytest

from tests.desktop.program import ROOT

LEAVE = """
import os, subprocess, sys
from desktop_app.core.terminal import leave_the_terminal
way = leave_the_terminal()
"""
LOUD = """
for stream in filter(None, (sys.stdout, sys.stderr)):
    print("Python", file=stream, flush=True)
os.write(1, b"library")
os.write(2, b"library")
subprocess.run([sys.executable, "-c", "print('a child')"])
"""
LAST_WORDS = """
print("You can’t.", file=way, flush=True)
os._exit(3)
"""
OPENS_A_FILE = """
os._exit(os.open("/dev/zero", os.O_RDONLY))
"""


def run(code: str, closed: str = "") -> subprocess.CompletedProcess[str]:
    """Run the code with some of the streams closed, as a shell writes that."""
    command = ["sh", "-c", f'exec "$0" "$@" {closed}', sys.executable, "-c", code]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)


if sys.platform != "win32":

    def test_no_word_of_a_library_gets_out() -> None:
        done = run(LEAVE + LOUD)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    def test_one_last_sentence_does() -> None:
        done = run(LEAVE + LOUD + LAST_WORDS)
        assert (done.returncode, done.stdout, done.stderr) == (3, "", "You can’t.\n")

    @pytest.mark.parametrize("closed", ["2>&-", "1>&-", "1>&- 2>&-", "0<&- 1>&- 2>&-"])
    def test_a_terminal_that_is_not_there_stops_nobody_and_no_file_gets_its_place(closed: str) -> None:
        assert run(LEAVE + LOUD + OPENS_A_FILE, closed).returncode > 2
        assert run(LEAVE + LOUD + LAST_WORDS, closed).returncode == 3

    def test_the_last_sentence_gets_out_where_only_the_other_stream_is_closed() -> None:
        assert run(LEAVE + LOUD + LAST_WORDS, "1>&-").stderr == "You can’t.\n"
