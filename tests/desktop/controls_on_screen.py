"""Prints what a screen reader meets in the window of one process, and where it is. For the system's own Python.

`/usr/bin/python3 controls_on_screen.py PROCESS_ID` gives a JSON list of {"name", "role", "x", "y"}: the middle of each
control that has a name, in px from the corner of the window. Needs python3-pyatspi and a session bus.
"""

import json
import sys
import time
from typing import Any

import pyatspi

PATIENCE = 10.0


def application(process: int) -> Any:
    """What the process shows, once it has joined the bus. None after `PATIENCE` seconds."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        desktop = pyatspi.Registry.getDesktop(0)
        for one in desktop:
            if one is not None and one.get_process_id() == process and one.childCount:
                return one
        time.sleep(0.05)
    return None


def controls(node: Any) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one is None:
            continue
        waiting.extend(one)
        if not one.name or not one.getState().contains(pyatspi.STATE_SHOWING):
            continue
        try:
            box = one.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        except NotImplementedError:
            continue
        middle = {"x": box.x + box.width // 2, "y": box.y + box.height // 2}
        found.append({"name": one.name, "role": one.getRoleName(), **middle})
    return found


if __name__ == "__main__":
    print(json.dumps(controls(application(int(sys.argv[1])))))
