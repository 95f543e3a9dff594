"""What a journal must say after each thing that was done to it: the plain account beside which the store is held."""

from __future__ import annotations

import copy
import random
from dataclasses import dataclass, field
from typing import Any

Operation = dict[str, Any]
"""{"do": what, ...}: as it goes through the pipe, in JSON."""

SAVES = ("add", "revise", "draft")
"""What a person would call a save."""
RARE = ("migrate", "back_up", "passphrase", "erase", "recovery")
MANY = 25
"""Entries. From then on more are removed than added: looking at all of them takes time."""


@dataclass
class State:
    """`entries`: the texts of each entry's revisions; `pictures`: by entry, the size of each by its number."""

    started: bool = False
    passphrase: str = ""
    version: int = 0
    """Steps beyond the released ones."""
    entries: dict[int, list[str]] = field(default_factory=dict)
    pictures: dict[int, dict[int, int]] = field(default_factory=dict)
    next_entry: int = 1
    next_picture: int = 1
    draft: str | None = None

    def after(self, operation: Operation) -> State:
        """What is there once the operation is done."""
        new = copy.deepcopy(self)
        match operation:
            case {"do": "create", "passphrase": passphrase}:
                return State(started=True, passphrase=passphrase)
            case {"do": "erase"}:
                return State()
            case {"do": "add", "what": what, "sizes": sizes}:
                new.entries[new.next_entry] = [what]
                new.pictures[new.next_entry] = {}
                new._add_pictures(new.next_entry, sizes)
                new.next_entry += 1
                new.draft = None
            case {"do": "revise", "number": number, "what": what, "sizes": sizes}:
                new.entries[number].append(what)
                new._add_pictures(number, sizes)
            case {"do": "remove", "number": number}:
                del new.entries[number], new.pictures[number]
            case {"do": "erase_earlier", "number": number}:
                del new.entries[number][:-1]
            case {"do": "remove_picture", "number": number, "picture": picture}:
                del new.pictures[number][picture]
                new.entries[number].append(new.entries[number][-1])
            case {"do": "draft", "what": what}:
                new.draft = what
            case {"do": "passphrase", "passphrase": passphrase}:
                new.passphrase = passphrase
            case {"do": "migrate"}:
                new.version += 1
        return new

    def _add_pictures(self, number: int, sizes: list[int]) -> None:
        for size in sizes:
            self.pictures[number][self.next_picture] = size
            self.next_picture += 1

    def content(self) -> tuple[object, ...]:
        """All that can be read in it."""
        return (self.entries, self.pictures, self.draft)


def choose(rng: random.Random, state: State) -> Operation:
    """Something that can be done now, mostly what people do most."""
    if not state.started:
        return {"do": "create", "passphrase": f"p{rng.getrandbits(64)}"}
    if rng.random() < 0.2:
        return rare(rng)
    if not state.entries:
        return _add(rng)
    number = rng.choice(sorted(state.entries))
    many = len(state.entries) > MANY
    kind = rng.choices(
        ("add", "revise", "draft", "remove", "erase_earlier", "remove_picture"), (1 if many else 6, 4, 4, 3, 1, 2)
    )[0]
    if kind == "add":
        return _add(rng)
    if kind == "draft":
        return {"do": "draft", "what": _words(rng)}
    if kind == "revise":
        return {"do": "revise", "number": number, "what": _words(rng), "sizes": _sizes(rng)}
    if kind == "remove_picture" and state.pictures[number]:
        return {"do": kind, "number": number, "picture": min(state.pictures[number])}
    return {"do": "remove" if kind == "remove" else "erase_earlier", "number": number}


def rare(rng: random.Random, kind: str = "") -> Operation:
    """What people do seldom: here often."""
    operation: Operation = {"do": kind or rng.choice(RARE)}
    if operation["do"] == "passphrase":
        operation["passphrase"] = f"p{rng.getrandbits(64)}"
    return operation


def _add(rng: random.Random) -> Operation:
    return {"do": "add", "what": _words(rng), "sizes": _sizes(rng)}


def _words(rng: random.Random) -> str:
    return f"{rng.getrandbits(32):x}" * rng.randint(1, 30)


def _sizes(rng: random.Random) -> list[int]:
    return [rng.randint(1, 100_000)] if rng.random() < 0.2 else []
