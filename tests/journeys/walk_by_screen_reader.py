"""Walks the whole plan through the accessibility bus alone, as a screen reader does. For the system's own Python.

`/usr/bin/python3 walk_by_screen_reader.py [--all] [--python PYTHON]` starts Handrail with PYTHON (that of `.venv`) once
for each way, presses what it finds by its name, and ends with 0 when each way came to its end and each screen had
Leave now, the crisis page and a line to call. With --all it walks all 32 combinations of the five answers.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.journeys.screen_reader import LostError, ScreenReader  # noqa: E402 (found only now)

ANSWERS = (
    "They are ringing me",
    "I already paid",
    "I already sent more",
    "It is already posted",
    "I am 18 or over",
)
SEEN = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "TZ": "Europe/London"}
LEAVE = "Leave now. Closes this app straight away"
NOT_SAFE = "I don’t feel safe"
NUMBERS = ("0800 1111", "85258", "116 123", "0345 6000 459")
NEXT, END = "Done, next step", "Done for tonight"
SHORTEST, MOST_SCREENS = 8, 12


def handful() -> list[tuple[str, ...]]:
    """No answer, one that adds a screen, the one that only changes words, and all of them."""
    return [(), ("I already paid",), ANSWERS[-1:], ANSWERS]


def every_way() -> list[tuple[str, ...]]:
    """All 32 combinations of the answers."""
    return [ways for count in range(len(ANSWERS) + 1) for ways in combinations(ANSWERS, count)]


Shown = list[tuple[str, str, Any]]


def check_screen(shown: Shown) -> str:
    """The title. Raises LostError unless Leave now, the crisis page and a line to call are here."""
    names = [name for _, name, _ in shown]
    title = next((name for role, name, _ in shown if role == "heading"), "")
    missing = [name for name in (LEAVE, NOT_SAFE) if name not in names]
    if not any(number in name for name in names for number in NUMBERS):
        missing.append("a line to call")
    if missing or not title:
        raise LostError(f"“{title}” lacks {missing}; it has {names}")
    return title


def wait_for_another(reader: ScreenReader, title: str) -> None:
    """Wait until another screen is there. Raises LostError."""
    reader.wait(lambda: reader.title() not in ("", title), f"the screen after “{title}”")


def visit_the_crisis_page(reader: ScreenReader, title: str) -> None:
    """There and back, from wherever one is."""
    reader.press(NOT_SAFE)
    reader.wait(lambda: any(name == "999" for _, name, _ in reader.shown()), "the emergency number")
    reader.press("Back to where I was")
    reader.wait(lambda: reader.title() == title, f"“{title}” again")


def walk_to_the_end(reader: ScreenReader, with_crisis_page: bool) -> list[str]:
    """Go on until home again, and give the titles on the way. Raises LostError."""
    titles: list[str] = []
    for _ in range(MOST_SCREENS):
        shown = reader.look()
        titles.append(check_screen(shown))
        if with_crisis_page:
            visit_the_crisis_page(reader, titles[-1])
            shown = reader.look()
        last = any(name == END for _, name, _ in shown)
        reader.press(END if last else NEXT, shown)
        wait_for_another(reader, titles[-1])
        if last:
            return titles
    raise LostError(f"no end after {MOST_SCREENS} screens: {titles}")


def walk(python: str, answers: Sequence[str], with_crisis_page: bool) -> list[str]:
    """One way from start to end. Gives the titles on it. Raises LostError."""
    command = [python, "-X", "dev", "-m", "desktop_app"]  # where it does not keep its mistakes to itself
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **SEEN}
    with subprocess.Popen(command, cwd=ROOT, env=environment) as program:
        try:
            reader = ScreenReader(program.pid)
            reader.press("I’m being blackmailed right now")
            reader.wait(lambda: any(name == NEXT for _, name, _ in reader.shown()), "the first step")
            for answer in answers:
                reader.press(answer)
            titles = walk_to_the_end(reader, with_crisis_page)
            if reader.title() != "What do you need right now?":
                raise LostError(f"the end leads to “{reader.title()}”")
            reader.press(LEAVE)
            if program.wait(5) != 0:
                raise LostError("Leave now did not end the program as it should")
        finally:
            program.kill()
    # Each answer adds a screen, but for the last one: that changes words.
    if len(set(titles)) != len(titles) or len(titles) != SHORTEST + len(set(answers) - {ANSWERS[-1]}):
        raise LostError(f"{len(titles)} screens: {titles}")
    return titles


def main() -> int:
    """Walks, says each way in a line, and gives 0 when all came to their end."""
    options = argparse.ArgumentParser()
    options.add_argument("--all", action="store_true")
    options.add_argument("--python", default=str(ROOT / ".venv" / "bin" / "python"))
    chosen = options.parse_args()
    for answers in every_way() if chosen.all else handful():
        try:
            titles = walk(chosen.python, answers, with_crisis_page=not answers)
        except LostError as lost:
            print(f"{list(answers)}: {lost}")
            return 1
        print(f"{len(titles)} screens: {list(answers)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
