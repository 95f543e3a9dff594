"""Walks the whole plan through the accessibility bus alone, as a screen reader does. For the system's own Python.

`/usr/bin/python3 walk_by_screen_reader.py [--all] [--python PYTHON]` starts Handrail with PYTHON (that of `.venv`) once
for each way, presses what it finds by its name, and ends with 0 when each way came to its end and each screen had
Leave now, the crisis page and a line to call. With --all each answer is given alone, too, and forty ways are by chance.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.journeys.plan_ways import (  # noqa: E402 (found only now)
    ADULT,
    ANSWERS,
    BIG_CHOICE,
    END,
    GIFT_CARD,
    INSIDE,
    LEAVE,
    LONGEST,
    MOST,
    NEXT,
    NOT_SAFE,
    RINGING,
    Way,
    asked,
    by_chance,
    lacks,
    screens,
)
from tests.journeys.screen_reader import LostError, ScreenReader  # noqa: E402

SEEN = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "TZ": "Europe/London"}


def few() -> list[Way]:
    """No answer, and answers that add, move and reword steps."""
    return [(), (RINGING, INSIDE, ADULT)]


def many() -> list[Way]:
    """Each answer alone, many together, and others by chance."""
    alone = [(answer,) for answer in ANSWERS if answer != GIFT_CARD]
    return [*few(), *alone, LONGEST, *by_chance(40)]


Shown = list[tuple[str, str, Any]]


def check_screen(shown: Shown) -> str:
    """The title. Raises LostError unless Leave now, the crisis page and a line to call are here."""
    names = [name for _, name, _ in shown]
    title = next((name for role, name, _ in shown if role == "heading"), "")
    missing = lacks(names)
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


def walk_to_the_end(reader: ScreenReader, way: Way, with_crisis_page: bool) -> list[str]:
    """Go on until home again, and give the titles on the way. Raises LostError."""
    titles: list[str] = []
    given: list[str] = []
    for _ in range(MOST):
        shown = reader.look()
        for answer in asked(way, given, [name for _, name, _ in shown]):
            reader.press(answer)
            given.append(answer)
            shown = reader.look()
        titles.append(check_screen(shown))
        if with_crisis_page:
            visit_the_crisis_page(reader, titles[-1])
            shown = reader.look()
        last = any(name == END for _, name, _ in shown)
        reader.press(END if last else NEXT, shown)
        wait_for_another(reader, titles[-1])
        if last:
            if given != list(way):
                raise LostError(f"only {given} was asked")
            return titles
    raise LostError(f"no end after {MOST} screens: {titles}")


def walk(python: str, way: Way, with_crisis_page: bool) -> list[str]:
    """One way from start to end. Gives the titles on it. Raises LostError."""
    command = [python, "-X", "dev", "-m", "desktop_app"]  # where it does not keep its mistakes to itself
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **SEEN}
    with subprocess.Popen(command, cwd=ROOT, env=environment) as program:
        try:
            reader = ScreenReader(program.pid)
            reader.press(BIG_CHOICE)
            reader.wait(lambda: any(name == NEXT for _, name, _ in reader.shown()), "the first step")
            titles = walk_to_the_end(reader, way, with_crisis_page)
            if reader.title() != "What do you need right now?":
                raise LostError(f"the end leads to “{reader.title()}”")
            reader.press(LEAVE)
            if program.wait(5) != 0:
                raise LostError("Leave now did not end the program as it should")
        finally:
            program.kill()
    if len(set(titles)) != len(titles) or len(titles) != screens(way):
        raise LostError(f"{len(titles)} screens: {titles}")
    return titles


def main() -> int:
    """Walks, says each way in a line, and gives 0 when all came to their end."""
    options = argparse.ArgumentParser()
    options.add_argument("--all", action="store_true")
    options.add_argument("--python", default=str(ROOT / ".venv" / "bin" / "python"))
    chosen = options.parse_args()
    for way in many() if chosen.all else few():
        try:
            titles = walk(chosen.python, way, with_crisis_page=not way)
        except LostError as lost:
            print(f"{list(way)}: {lost}")
            return 1
        print(f"{len(titles)} screens: {list(way)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
