"""Every sheet of answers to every plan in every country, walked one by one as the program does it.

python tests/torture/every_plan.py [PLAN ...]

The tests take all sheets at once (`tests/content/sheets.py`); here each is followed by itself, and must see the same
pages and come to the same end. Says how many there were. Exit status 1 when one is different. It takes minutes.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # before an installed package named `tests`

from desktop_app.core.plan import COUNTRY, Answers  # noqa: E402 (found only now)
from tests.content.sheets import Set, Sheets  # noqa: E402
from tests.content.shown import COUNTRIES, PLANS  # noqa: E402
from tests.content.way_rules import all_sheets  # noqa: E402

Shown = list[tuple[str, tuple[str, ...]]]
"""Steps with their words."""


def followed(every: Sheets, answers: Answers) -> tuple[Shown, str]:
    """What the program shows with these answers, and the ending, or the plan it goes on in."""
    screens, known = every.plan.follow(answers)
    so_far = {COUNTRY: known[COUNTRY]}
    pages: Shown = []
    for screen in screens:
        pages.append((screen.step.id, screen.words))
        asked = (question.id for question in every.plan.asked_on(screen.step.id))
        so_far.update((name, known[name]) for name in asked if name in known)
        other = every.plan.handover(so_far)
        if other or screen.step.ending:
            return pages, other or screen.step.id
    return pages, ""


def different(every: Sheets) -> Iterator[int]:
    """The numbers of the sheets that are not as the tests have them."""
    size = every.count // 8 + 1

    def bits(some: Set) -> bytes:
        return some.to_bytes(size, "little")

    pages = [((page.step.id, page.words), bits(page.on)) for page in every.pages]
    ends = [(name, bits(some)) for name, some in (*every.ended.items(), *every.handed.items())]
    for number in range(every.count):
        byte, bit = number // 8, 1 << number % 8
        expected = [page for page, on in pages if on[byte] & bit]
        ending = next((name for name, some in ends if some[byte] & bit), "")
        if followed(every, every.answers(number)) != (expected, ending):
            yield number


def main() -> int:
    """Walks them all. Gives 0 when all are the same."""
    failed = 0
    for name in sys.argv[1:] or PLANS:
        start, count = time.monotonic(), 0
        for every in all_sheets(name):
            for number in different(every):
                failed += 1
                print(f"{name}, {every.country}: {every.answers(number)}", flush=True)
            count += every.count
        others = len(COUNTRIES) - len(all_sheets(name))
        took = time.monotonic() - start
        print(f"{name}: {count:,} sheets walked in {took:.0f} s; {others} more countries are like the last", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
