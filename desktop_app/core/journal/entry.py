"""What an entry can say: the fields that police and hotlines ask for, all of them optional but "what happened".

docs/journal.md, "Entries". Not collected: location, device, the name of the user or the computer.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, Required, TypedDict, get_args, get_origin, get_type_hints, is_typeddict

from desktop_app.core.journal.errors import JournalError

LARGEST_ENTRY = 4 * 1024 * 1024
"""Bytes of an entry's JSON. A whole chat, pasted, has some hundred thousand."""

YesNo = Literal["yes", "no", "unknown"]


class When(TypedDict, total=False):
    """A moment as somebody remembers it. `at`: ISO 8601 without a zone, a day or a day and a time; `zone`: an IANA name
    or an offset such as "+01:00"; `words`: "Tuesday, after school"."""

    kind: Required[Literal["exact", "about", "unknown"]]
    at: str
    zone: str
    words: str


class Them(TypedDict, total=False):
    """The blackmailer, as they show themselves. `id`: the number or address of the profile, which a handle is not."""

    handle: str
    id: str
    display_name: str
    other_accounts: list[str]
    phone: str
    email: str
    claims: str


class Demand(TypedDict, total=False):
    """What they want. `amount` as it was said; `accounts`: of accounts, wallets, gift cards, transfers, as text."""

    kinds: list[Literal["money", "pictures", "meeting", "other"]]
    words: str
    amount: str
    currency: str
    deadline: str
    how_to_pay: str
    accounts: list[str]


class Payment(TypedDict, total=False):
    """What was paid, if anything."""

    paid: YesNo
    when: When
    amount: str
    currency: str
    reference: str


class Threat(TypedDict, total=False):
    """`send_to`: whom they would send it to; `where`: the address at which it was shared."""

    send_to: str
    shared: YesNo
    where: str
    meeting: YesNo
    meeting_words: str


class Image(TypedDict, total=False):
    """The note "an image exists" (docs/journal.md, "The gate"): never what can be seen in it."""

    of: str
    real: Literal["real", "fake", "not-sure"]
    where: Literal["chat", "phone", "not-sure"]
    sent: When
    who_has: str
    age: str


class Done(TypedDict, total=False):
    """One thing done so far, with whom, and the reference number that they gave."""

    what: Required[
        Literal["kept-chats", "blocked", "reported-platform", "reported-police", "reported-hotline", "told", "other"]
    ]
    whom: str
    reference: str
    when: When


class Answer(TypedDict, total=False):
    """What a step of a plan was answered with."""

    plan: Required[str]
    step: Required[str]
    answer: Required[str]


class Entry(TypedDict, total=False):
    """One entry. `author`: who writes; `age_then`: the young person's age when it happened, in years."""

    what: Required[str]
    when: When
    platform: str
    them: Them
    demand: Demand
    payment: Payment
    threat: Threat
    image: Image
    age_then: int
    country: str
    region: str
    done: list[Done]
    author: Literal["me", "parent", "school", "other"]
    answers: list[Answer]


def checked(entry: Entry) -> Entry:
    """The entry as it is kept: without empty fields, half characters replaced.

    Raises JournalError: "what-missing", "entry-odd".
    """
    kept: Entry = _value(entry, Entry)
    if not kept.get("what", "").strip():
        raise JournalError("what-missing")
    return kept


def checked_draft(entry: dict[str, Any]) -> dict[str, Any]:
    """The same for what is not finished yet, and may say nothing. Raises JournalError "entry-odd"."""
    kept: dict[str, Any] = _value(entry, Entry, whole=False)
    return kept


def _value(value: Any, kind: Any, *, whole: bool = True) -> Any:
    if is_typeddict(kind):
        return _fields(value, kind, whole=whole)
    if get_origin(kind) is list:
        (of,) = get_args(kind)
        if not isinstance(value, list):
            raise JournalError("entry-odd")
        return [kept for each in value if not _is_empty(kept := _value(each, of, whole=whole))]
    if get_origin(kind) is Literal:
        if value not in get_args(kind):
            raise JournalError("entry-odd")
        return value
    if type(value) is not kind or (kind is int and not 0 <= value <= 150):
        raise JournalError("entry-odd")
    # Half of a pair, as a cut text may end with: no file can hold it.
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if kind is str else value


def _fields(value: Any, kind: Any, *, whole: bool) -> dict[str, Any]:
    hints, required = _hints(kind)
    if not isinstance(value, dict) or not set(value) <= set(hints):
        raise JournalError("entry-odd")
    kept = {name: _value(each, hints[name], whole=whole) for name, each in value.items()}
    kept = {name: each for name, each in kept.items() if not _is_empty(each)}
    if whole and kept and kind is not Entry and not required <= set(kept):
        raise JournalError("entry-odd")
    return kept


@cache
def _hints(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The kinds of the fields, and the names of those that have to be there."""
    # Not `__required_keys__`: with annotations as text it is empty (Python 3.11).
    hints = get_type_hints(kind, include_extras=True)
    required = {name for name, hint in hints.items() if get_origin(hint) is Required}
    return {name: get_args(hint)[0] if name in required else hint for name, hint in hints.items()}, frozenset(required)


def _is_empty(value: object) -> bool:
    return value in ("", [], {})
