"""Prints what screen readers are asked to say, as one would hear it. For the system's own Python.

`/usr/bin/python3 announcements.py` writes {"ready": true}, and then {"process", "words", "polite"} for each thing, one
JSON a line. While it runs, Qt takes it for a screen reader and passes every key by it. Needs python3-pyatspi and a
session bus.
"""

import json
import sys
from typing import Any

import pyatspi

POLITE = 1


def say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def heard(event: Any) -> None:
    say({"process": event.source.get_process_id(), "words": event.any_data, "polite": event.detail1 == POLITE})


if __name__ == "__main__":
    pyatspi.Registry.registerEventListener(heard, "object:announcement")
    say({"ready": True})
    pyatspi.Registry.start()
