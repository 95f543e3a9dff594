"""Many visits, each started, walked at random and ended somehow; none may leave a trace. `dev.py torture` runs it.

python tests/torture/torture.py [N] [--seed WORD] [--only NUMBER]
python tests/torture/torture.py --walks     in place of that, the plan by the accessibility bus on sixty ways to its end

Each visit is watched by strace: every file it opened for writing, anywhere, is known. What was found can be looked for
again: the same seed and number press the same things, as far as the computer keeps the same pace. The result becomes a
line of RESULTS.md beside this file, unless a single visit was asked for. Exit status 1 when anything was found.
"""

import argparse
import datetime as dt
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # before an installed package named `tests`

from tests.torture.person import Eyes  # noqa: E402 (found only now)
from tests.torture.visit import ENDINGS, Plan, Report, visit  # noqa: E402

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
WALK = ROOT / "tests" / "journeys" / "walk_by_screen_reader.py"
DEFAULT = 200


def torture(numbers: Sequence[int], seed: str) -> list[Report]:
    """Make these visits, and say what each came to if that is anything."""
    eyes = Eyes()
    reports = []
    try:
        for number in numbers:
            report = visit(Plan.make(f"{seed}.{number}", number), eyes)
            reports.append(report)
            for line in report.found:
                print(f"{number}: {line}", flush=True)
            if report.found:
                print(f"   {report.plan}\n   pressed: {report.pressed}", flush=True)
    finally:
        eyes.close()
    return reports


def row(reports: Sequence[Report], moment: dt.datetime, commit: str, seed: str) -> str:
    """One line of RESULTS.md."""
    kinds = Counter(ENDINGS[one.plan.ending].kind for one in reports if not one.left_early)
    kinds["on the way"] = sum(one.left_early for one in reports)
    titles = {title for one in reports for title in one.titles}
    cells = (
        f"{moment:%Y-%m-%d %H:%M}",
        commit,
        len(reports),
        ", ".join(f"{name} {number}" for name, number in sorted(kinds.items()) if number),
        f"{sum(one.plan.bus for one in reports)} / {sum(not one.plan.bus for one in reports)}",
        len(titles),
        sum(one.copied for one in reports),
        sum(one.fields for one in reports),
        sum(one.remembered for one in reports),
        sum(bool(one.found) for one in reports),
        seed,
    )
    return f"| {' | '.join(map(str, cells))} |"


def commit() -> str:
    """The commit, with "+" when files of the program differ from it."""
    git = ["git", "-C", str(ROOT)]
    name = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    own = ["status", "--porcelain", "--", "desktop_app", "resources", "tests/torture/*.py"]
    changes = subprocess.run([*git, *own], capture_output=True, text=True, check=False)
    return (name.stdout.strip() or "no commit") + ("+" if changes.stdout.strip() else "")


def main() -> int:
    """Runs them all. Gives 0 when nothing was found."""
    options = argparse.ArgumentParser()
    options.add_argument("visits", nargs="?", type=int, default=DEFAULT)
    options.add_argument("--seed", default="")
    options.add_argument("--only", type=int)
    options.add_argument("--walks", action="store_true")
    chosen = options.parse_args()
    if chosen.walks:
        return subprocess.run(
            ["/usr/bin/python3", str(WALK), "--all", "--python", sys.executable], check=False
        ).returncode
    moment = dt.datetime.now(dt.UTC)
    seed = chosen.seed or f"{moment:%m%d%H%M%S}"
    start = time.monotonic()
    tried = commit()
    reports = torture([chosen.only] if chosen.only is not None else range(chosen.visits), seed)
    line = row(reports, moment, tried, seed)
    if chosen.only is None:
        with RESULTS.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
    print(f"{line}\n{time.monotonic() - start:.0f} s; to see one again: --seed {seed} --only NUMBER")
    return 1 if any(one.found for one in reports) else 0


if __name__ == "__main__":
    sys.exit(main())
