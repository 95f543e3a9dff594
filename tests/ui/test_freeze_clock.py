"""The kernel's clock on Linux, tried on real processes. Its three seconds cannot be shorter, so all start at once.

Nothing measures time: a process that should end would otherwise sleep for half a minute.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.ui.test_leave_at_once import BEFORE, environment

if sys.platform == "linux":
    WATCH = "watchdog = FreezeWatchdog(); watchdog.start()\n"
    WRITE = 'os.write(1, b"watching\\n")\n'
    HOLD = "QTimer.singleShot(100, lambda: [hold_the_interpreter(30) for _ in range(9)])\napp.exec()\n"

    ENDS = {
        "that holds the interpreter": WATCH + WRITE + HOLD,
        "that counts without end": WATCH + WRITE + "QTimer.singleShot(100, lambda: 7 ** 10 ** 9)\napp.exec()\n",
        "that was started with its signals held back": (
            "import signal\n"
            "signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGQUIT, signal.SIGALRM))\n"
            "signal.signal(signal.SIGALRM, signal.SIG_IGN)\n" + WATCH + WRITE + HOLD
        ),
        "after a pause": f"""{WATCH}
with watchdog.paused():
    time.sleep(4)
{WRITE}{HOLD}""",
        "that the kernel gave no timer": f"""
import resource
resource.setrlimit(resource.RLIMIT_SIGPENDING, (0, 0))
{WATCH}{WRITE}{HOLD}""",
    }
    GOES_ON = f"""{WATCH}
QTimer.singleShot(0, lambda: time.sleep(1))  # slow, but not frozen
QTimer.singleShot(7500, app.quit)
{WRITE}app.exec()
print("still here", flush=True)
"""

    def begin(script: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", BEFORE + script],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    @pytest.fixture(scope="module")
    def processes() -> Iterator[dict[str, subprocess.Popen[str]]]:
        scripts = {**ENDS, "that answers": GOES_ON, "that is stopped": GOES_ON}
        started = {name: begin(script) for name, script in scripts.items()}
        for process in started.values():
            assert process.stdout is not None
            assert process.stdout.readline() == "watching\n"
        yield started
        for process in started.values():
            process.kill()
            process.communicate()

    # The first of these waits for all of them.

    def test_a_program_that_was_stopped_for_long_goes_on(processes: dict[str, subprocess.Popen[str]]) -> None:
        process = processes["that is stopped"]
        time.sleep(1.2)  # after the slow second at its start
        process.send_signal(signal.SIGSTOP)
        time.sleep(4.5)
        process.send_signal(signal.SIGCONT)
        assert process.communicate(timeout=30) == ("still here\n", "")
        assert process.returncode == 0

    @pytest.mark.parametrize("which", ENDS)
    def test_a_frozen_program_is_gone(processes: dict[str, subprocess.Popen[str]], which: str) -> None:
        assert processes[which].communicate(timeout=30) == ("", "")
        assert processes[which].returncode == (1 if "no timer" in which else signal.SIGALRM)

    def test_a_program_that_answers_is_never_ended(processes: dict[str, subprocess.Popen[str]]) -> None:
        assert processes["that answers"].communicate(timeout=30) == ("still here\n", "")

    def test_closing_the_terminal_still_ends_it() -> None:
        with begin(WATCH + WRITE + "app.exec()\n") as process:
            assert process.stdout is not None
            process.stdout.readline()
            process.send_signal(signal.SIGHUP)
            assert process.communicate(timeout=30) == ("", "")
        assert process.returncode == -signal.SIGHUP

    def test_a_shell_has_nothing_to_say_about_the_end() -> None:
        ends = f"{WATCH}import signal\nos.kill(os.getpid(), signal.SIGALRM)\ntime.sleep(30)\n"
        shell = ["bash", "-c", '"$@"; echo $?', "bash", sys.executable, "-c", BEFORE + ends]
        done = subprocess.run(shell, env=environment(), capture_output=True, text=True, timeout=60, check=True)
        assert (done.stdout, done.stderr) == (f"{signal.SIGALRM}\n", "")
