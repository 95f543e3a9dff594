"""Apps and ways to pay: what they change in a plan and what not, and the order that each app needs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import combinations

import pytest

from desktop_app.core.blocks import Block, BulletList, Checklist, inline_text, inlines, plain_text
from desktop_app.core.entries import EntryWords
from desktop_app.core.links import CARDS, SLOTS
from tests.content.sentences import RESOURCES
from tests.content.shown import PLANS, entries, entry_words, links, page, unfilled
from tests.content.way_rules import every_page

CHANGED = {"apps": {"keep", "block", "picture", "accounts", "inside"}, "pay": {"given", "money"}}
"""Steps. Money stands on `given` in the plans of who is blackmailed, on `money` in that of parents."""
APPS = tuple(entry.id for entry in entries("apps"))
WAYS_TO_PAY = tuple(entry.id for entry in entries("pay"))
PICKED = (*((app,) for app in APPS), *combinations(APPS, 2), *((way,) for way in WAYS_TO_PAY))
"""Each app alone, every pair of apps, each way to pay."""
WENT_ON_ELSEWHERE = {"wizz", "random-video-chat", "skype"}
"""Their words ask for the other app, where it went on, by name."""

TOLD = {
    "note": re.compile(r"\b[Ww]rite|\b[Nn]ote\b"),
    "report": re.compile(r"[Rr]eport|“Remove result”"),
    "confirm": re.compile(r"Click its link"),
    "block": re.compile(r"(?:^|[.:] )(?:So |Then )?[Bb]lock\b|“[^”]*[Bb]lock[^”]*”|\band block\b"),
    "leave": re.compile(r"[Uu]nmatch"),
}
"""How numbered words tell each part of an app's order."""

each_plan = pytest.mark.parametrize("name", PLANS)
each_app = pytest.mark.parametrize("app", APPS)


def everything(listed: str, name: str) -> str:
    return "\n".join(map(plain_text, entry_words(listed, name).sections.values()))


def expected(blocks: tuple[Block, ...], picked: tuple[EntryWords, ...]) -> Iterator[Block]:
    """A page's own blocks, and in place of a slot what is known of the picked ones."""
    for block in blocks:
        slot = next((link for link in links((block,)) if link.scheme in SLOTS), None)
        if slot is None:
            yield block
            continue
        for each in picked:
            yield from each.sections.get(slot.target, ())


@each_plan
def test_only_their_own_steps_have_room_for_apps_and_money(name: str) -> None:
    for words, step in every_page(name).items():
        for link in links(unfilled(name, words).body):
            if link.scheme in SLOTS:
                assert step in CHANGED[SLOTS[link.scheme]], words
                assert link.target in (step, "do"), words


@each_plan
def test_what_is_picked_adds_its_own_words_in_its_own_place_and_changes_nothing_else(name: str) -> None:
    pages = [words for words in every_page(name) if has_slot(name, words)]
    print(f"\n{name}: {len(pages)} of {len(every_page(name))} pages have room for them; {len(PICKED)} picked")
    for words in pages:
        own = unfilled(name, words)
        for picked in PICKED:
            shown = page(name, words, picked)
            listed = "pay" if picked[0] in WAYS_TO_PAY else "apps"
            known = tuple(entry_words(listed, each) for each in picked)
            assert shown.body == tuple(expected(own.body, known)), (words, picked)
            assert (shown.title, shown.short, shown.why) == (own.title, own.short, own.why)
            assert set(shown.sources) <= {*own.sources, *(source for each in known for source in each.sources)}


def has_slot(name: str, words: tuple[str, ...]) -> bool:
    return any(link.scheme in SLOTS for link in links(unfilled(name, words).body))


@pytest.mark.parametrize("name", ["young-person", "adult", "parent"])
def test_every_way_to_pay_and_every_part_of_an_app_has_its_place(name: str) -> None:
    found = {link.target for words in every_page(name) for link in links(unfilled(name, words).body)}
    assert {"do", "keep", "block"} <= found
    if name != "parent":
        assert {"picture", "accounts", "inside"} <= found


@pytest.mark.parametrize(("listed", "entry"), [(listed, each.id) for listed in CHANGED for each in entries(listed)])
def test_what_is_added_has_nothing_to_tick_and_no_card(listed: str, entry: str) -> None:
    blocks = tuple(block for part in entry_words(listed, entry).sections.values() for block in part)
    assert not any(isinstance(block, Checklist) for block in blocks)
    assert not [span.link for inline in inlines(blocks) for span in inline if (span.link or "").startswith(CARDS)]


@each_app
def test_an_app_speaks_of_no_other_app(app: str) -> None:
    names = {entry.name for entry in entries("apps") if entry.id != app}
    found = {name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", everything("apps", app))}
    assert app in WENT_ON_ELSEWHERE or found == set()


def order_of(app: str) -> list[str]:
    found: list[str] = tomllib.loads((RESOURCES / "apps" / f"{app}.toml").read_text(encoding="utf-8"))["sequence"]
    return found


def numbered(app: str) -> list[str]:
    """The numbered words of an app about reporting and blocking."""
    blocks = entry_words("apps", app).sections["block"]
    (only,) = [block for block in blocks if isinstance(block, BulletList) and block.ordered]
    return [inline_text(item) for item in only.items]


@each_app
def test_the_numbered_words_keep_the_order_of_their_app(app: str) -> None:
    lines = numbered(app)
    places = [next(number for number, line in enumerate(lines) if TOLD[each].search(line)) for each in order_of(app)]
    assert places == sorted(places)


ORDERS: dict[str, tuple[list[str], list[str], list[str]]] = {
    "kik": (
        ["note", "report", "block"],
        ["words down first", "“Report user”", "abusive", "Switch on “include chat history”", "“Report and block”"],
        ["Don’t just block. A block takes the whole chat off your phone."],
    ),
    "tinder": (
        ["note", "report", "leave"],
        ["words down", "Report", "Only then unmatch"],
        ["Don’t unmatch first. It takes the chat away for good, from both of you.", "They can unmatch at any time"],
    ),
    "hinge": (
        ["note", "report", "leave"],
        ["words down", "Report them", "Only then unmatch"],
        ["Don’t unmatch first.", "You have 30 days. Go to your own page, “Safety”, “Past matches”."],
    ),
    "imessage-facetime": (
        ["note", "block", "report"],
        ["Write down", "Block them", "“Report Junk” comes last"],
        ["Don’t tap “Report Junk” yet. It deletes the message for good.", "It does not block them."],
    ),
    "telegram": (
        ["note", "report", "block"],
        ["Note it all first. Don’t answer.", "“Report”", "Then block: three dots, “Block user”. Does it ask to delete"],
        ["Do this right now, before you block. Don’t answer first. They can wipe the whole chat, on your phone too."],
    ),
    "discord": (
        ["note", "report", "block"],
        ["message link and their user ID", "“Report message”", "Then block"],
        ["If they delete a message, you can’t report it any more.", "Copy user ID", "Copy message link"],
    ),
    "zoom": (
        ["note", "report", "confirm", "block"],
        ["meeting ID", "“Report”", "form", "Click its link within 7 days, or your report is lost", "Block"],
        ["Put it on your paper: Zoom email, 7 days."],
    ),
    "snapchat": (
        ["note", "report", "block"],
        ["words down by hand", "Report while you can still see it", "Block last"],
        ["Snapchat tells them when you take a screenshot.", "can be gone once you have seen them"],
    ),
    "x": (
        ["note", "report", "block"],
        ["Note it all first", "Report the chat", "Then block"],
        ["Don’t log out. That wipes encrypted chats", "A chat can tell them about a screenshot, or block it."],
    ),
    "whatsapp": (
        ["note", "report", "block"],
        ["words down first", "“Report”", "Does it ask to delete the chat? Leave that box empty."],
        ["The chat then stays on your phone."],
    ),
    "google-messages": (
        ["note", "report", "block"],
        ["words down first", "“Block and report spam”. It does both."],
        ["The chat moves to “Spam & blocked”. It is still there."],
    ),
    "roblox": (
        ["note", "report", "block"],
        ["words down first", "Report while you are still in the game", "Report the chat itself", "Then block"],
        ["Did it go on in some other app?"],
    ),
    "random-video-chat": (
        ["note", "report", "block"],
        ["Write the time", "“Report” in the call", "goes on in a second app"],
        ["Do this now, while you know it best."],
    ),
    "reddit": (
        ["note", "report", "block"],
        ["First note the link", "Report inside the chat", "Then block"],
        ["Do this before you block. A block may hide the message from you."],
    ),
    "tiktok": (
        ["note", "report", "block"],
        ["words down first", "“Report”", "Then block"],
        ["We could not find out what a block does to the old chat. So note it first.", "A group chat that you share"],
    ),
}
"""Row by row as the facts have it (platforms, section 1): the order, the numbered words, and what else must be said."""


@pytest.mark.parametrize("app", ORDERS)
def test_an_app_with_an_order_of_its_own_says_it_in_that_order(app: str) -> None:
    order, told, said = ORDERS[app]
    assert order_of(app) == order
    rest = iter(numbered(app))
    assert [part for part in told if not any(part in line for line in rest)] == []
    assert [part for part in said if part not in everything("apps", app)] == []


@pytest.mark.parametrize("way", WAYS_TO_PAY)
def test_a_way_to_pay_is_offered_where_it_exists(way: str) -> None:
    (entry,) = [each for each in entries("pay") if each.id == way]
    assert all(re.fullmatch("[A-Z]{2}", country) for country in entry.countries)
    assert ("159" in everything("pay", way)) <= (entry.countries == ("GB",))
