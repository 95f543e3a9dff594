"""The program itself, which stops answering. Prints the moment (seconds of the system's monotonic clock) and freezes.

`python freeze.py SECONDS`: that long after its start. The freeze also keeps the interpreter, which is the worst there
is: nothing of Python's can end it.
"""

import ctypes
import os
import sys
import threading
import time
from pathlib import Path
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))  # before an installed package named `tests`

from desktop_app.command_line import main as run_handrail
from tests.bench.window_thread import WindowThread


def freeze() -> NoReturn:
    """Never comes back."""
    keep_the_interpreter = ctypes.PyDLL(None).sleep
    print(time.monotonic(), flush=True)
    while True:  # a signal, such as the watchdog's own, ends one sleep
        keep_the_interpreter(60)


def main(seconds: float) -> int:
    # The program leaves the terminal; what is measured still has to get out.
    sys.stdout, sys.stderr = (os.fdopen(os.dup(stream), "w") for stream in (1, 2))
    windows = WindowThread()

    def wait_and_freeze() -> None:
        time.sleep(seconds)
        windows.do(freeze)

    threading.Thread(target=wait_and_freeze, daemon=True).start()
    return run_handrail([])


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
