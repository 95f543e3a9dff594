"""Ways through the young person's plan, as a person goes them: which answers they pick, and how many screens come then.

For both Pythons; knows nothing of our code.
"""

import random
from collections.abc import Sequence

RINGING, PAID, MORE, POSTED = (
    "They are ringing me",
    "I already paid",
    "I already sent more",
    "It is already posted",
)
KNOWN, QUIET, INSIDE, OTHERS, THREATS, FAKE, STILL, DELETED, MAIL = (
    "I know them, and they want something",
    "Someone I know has it",
    "They are inside my account",
    "They want other people",
    "They say they are police",
    "The picture is fake",
    "I blocked them, and it goes on",
    "I deleted it all",
    "It is an email",
)
YOUNGER, TEEN, ADULT = "Under 13", "13 to 17", "18 or over"
GIFT_CARD, SNAPCHAT, NOT_AT_HOME = "Gift card", "Snapchat", "Telling at home is not safe"
ANSWERS = (
    *(RINGING, PAID, MORE, POSTED),
    *(KNOWN, QUIET, INSIDE, OTHERS, THREATS, FAKE, STILL, DELETED, MAIL),
    *(YOUNGER, TEEN, ADULT),
    *(GIFT_CARD, SNAPCHAT, NOT_AT_HOME),
)
"""In the order in which the plan asks."""
SHORTEST, MOST = 9, 12
LEAVE = "Leave now. Closes this app straight away"
NOT_SAFE = "I don’t feel safe"
BIG_CHOICE, NEXT, END = "I’m being blackmailed right now", "Done, next step", "Done for tonight"
NUMBERS = ("0800 1111", "85258", "116 123", "0345 6000 459")

Way = tuple[str, ...]
LONGEST: Way = (*ANSWERS[:5], OTHERS, THREATS, FAKE, ADULT, GIFT_CARD, SNAPCHAT, NOT_AT_HOME)


def screens(way: Way) -> int:
    """How many screens this way has."""
    them = any(answer in way for answer in (KNOWN, QUIET, OTHERS, THREATS))
    if is_short(way):
        return 3 + (RINGING in way)
    # Who locks their account at the start has no step for that near the end.
    return SHORTEST + (RINGING in way) + (PAID in way or MORE in way) + them


def is_short(way: Sequence[str]) -> bool:
    """Whether it ends with the page about a scam mail, which asks nothing."""
    return MAIL in way and not any(answer in way for answer in (KNOWN, QUIET, INSIDE, OTHERS, FAKE, STILL))


def by_chance(count: int) -> list[Way]:
    """Ways by chance, but the same ones each time. Nobody has two ages."""
    chance = random.Random(20261124)
    ways = []
    for _ in range(count):
        age = chance.choice((YOUNGER, TEEN, ADULT))
        picked = [answer for answer in ANSWERS if chance.random() < 0.3 and answer not in (YOUNGER, TEEN, ADULT)]
        # How one paid is asked only when one has paid.
        later = () if is_short(picked) else (SNAPCHAT, NOT_AT_HOME, *([GIFT_CARD] if PAID in picked else []))
        picked = [answer for answer in picked if answer not in (GIFT_CARD, SNAPCHAT, NOT_AT_HOME) or answer in later]
        ways.append(tuple(answer for answer in ANSWERS if answer in (*picked, age)))
    return ways


def lacks(shown: Sequence[str]) -> list[str]:
    """What must be on every screen and is not among these names."""
    missing = [name for name in (LEAVE, NOT_SAFE) if name not in shown]
    return missing + ([] if any(number in name for name in shown for number in NUMBERS) else ["a line to call"])


def asked(way: Way, given: Sequence[str], shown: Sequence[str]) -> list[str]:
    """Those of a way's answers that this screen asks for, in its order, without those that were given."""
    return [answer for answer in way if answer not in given and any(name.startswith(answer) for name in shown)]
