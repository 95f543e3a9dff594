"""Every screen of the real window, and how tests get there from a fresh Home."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.core.place import Place
from desktop_app.ui.main_window import MainWindow
from tests.ui.screens import (
    ADULT,
    ALL,
    FAKE,
    GB,
    INSIDE,
    KNOWN,
    MAIL,
    NOT_SAFE,
    NOWHERE,
    PAID,
    THREATS,
    by,
    helper,
    page,
    press,
    say,
    step,
)


@dataclass(frozen=True)
class Reach:
    """The way to one screen from a fresh Home."""

    go: Callable[[MainWindow], None]
    place: Place = GB
    folded: bool = False
    """Whether it is there only where the rail of the plan is folded away."""


def words_shown_large(window: MainWindow) -> None:
    """The words to say to a parent, to hold up."""
    step("tell")(window)
    press(window, "Show large: To a parent")


OWN_WORDS = "i paid 50 by steam card, it was on snap, im 15 from ireland"

STEPS = (
    "stop",
    "ringing",
    "fits",
    "given",
    "keep",
    "block",
    "tell",
    "picture",
    "report",
    "accounts",
    "next",
)
FOR_ADULTS = ("tell", "picture", "report")
ELSEWHERE = ("given", "tell", "picture", "report")

SCREENS: dict[str, Reach] = {
    "home": Reach(by()),
    "home, no country": Reach(by(), NOWHERE),
    "crisis": Reach(by(NOT_SAFE)),
    "crisis, no country": Reach(by(NOT_SAFE), NOWHERE),
    "code of a number": Reach(by("Show a QR code for Childline")),
    "code of a text": Reach(by("Show a QR code for Shout")),
    "code of an address": Reach(by("Go there first", "Show a QR code for Report Remove")),
    "open a page here": Reach(by("Go there first", "Show a QR code for Report Remove", "Open here")),
    "country": Reach(by("United Kingdom")),
    "settings": Reach(by("Settings")),
    "one more key": Reach(by("Settings", "One more key")),
    "about": Reach(by("Settings", "About Handrail")),
    "about, no country": Reach(by("Settings", "About Handrail"), NOWHERE),
    "licence": Reach(by("Settings", "About Handrail", "Qt 6")),
    "try it": Reach(by("Try it")),
    "what it can’t do": Reach(by("What it can")),
    "one slow breath": Reach(by(NOT_SAFE, "Take one slow breath")),
    "find help": Reach(by("All help")),
    "find help, no country": Reach(by("All help"), NOWHERE),
    "more about a service": Reach(by("All help", "More about Childline")),
    "more about a service, less sure": Reach(by("All help", "More about Mermaids")),
    "talk": Reach(by("I’m being blackmailed", "Talk to someone now")),
    "words shown large": Reach(words_shown_large),
    "all pages": Reach(by("Read and learn"), folded=True),
    "page for young people": Reach(page("Don’t pay. If you already did")),
    "page for parents": Reach(page("Your child has told you")),
    "page for schools": Reach(page("Report it at once")),
    "page about a form": Reach(page("Rehearse the report to CEOP")),
    "page about a form, no country": Reach(page("Rehearse the report to CEOP"), NOWHERE),
    "all steps": Reach(by("I’m being blackmailed", "Step 1 of"), folded=True),
    "picture tools first": Reach(by("Go there first")),
    **{f"step {name}": Reach(step(name, *ALL)) for name in STEPS},
    **{f"step {name}, adult": Reach(step(name, ADULT)) for name in FOR_ADULTS},
    **{f"step {name}, no country": Reach(step(name, PAID), NOWHERE) for name in ELSEWHERE},
    **{f"step {name}, adult, no country": Reach(step(name, ADULT), NOWHERE) for name in FOR_ADULTS},
    "step them": Reach(step("them", KNOWN, THREATS)),
    "step inside": Reach(step("inside", INSIDE)),
    "step picture, fake": Reach(step("picture", FAKE)),
    "step mail": Reach(step("mail", MAIL)),
    "own words understood": Reach(say(OWN_WORDS)),
    "own words not understood": Reach(say("asdf")),
    "who are you to them": Reach(by("Someone I know")),
    "plan for parents": Reach(helper("I’m their parent", 0)),
    "plan for parents, money": Reach(helper("I’m their parent", 3)),
    "plan for friends": Reach(helper("I’m their friend", 0)),
    "plan for schools": Reach(helper("I work at a school", 0)),
    "plan for schools, later": Reach(helper("I work at a school", 3)),
}

ONE_OF_EACH_KIND = (
    "home",
    "crisis",
    "code of a number",
    "country",
    "settings",
    "about",
    "one slow breath",
    "talk",
    "find help",
    "more about a service",
    "words shown large",
    "all pages",
    "page for parents",
    "page about a form, no country",
    "all steps",
    "step stop",
    "step tell",
    "step picture",
    "step given, no country",
)
"""The screens that together hold every kind of part, for what does not depend on the words."""
