"""What a person may have chosen about the program itself: the nine keys, their values, and how they are written.

Nothing here says who the person is or what they read. The audience, places, dates and paths are never among the keys.
"""

from __future__ import annotations

from typing import Any, NamedTuple

TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Percent."""

THEMES = ("system", "light", "dark")

LOCK_MINUTES = (1, 2, 5, 10, 30)

EXTRA_EXIT_KEYS = ("F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F11", "Pause", "ScrollLock")
"""Keys that type nothing and that nobody else needs: F1 is help, F10 a menu, F12 leaves anyway, Insert belongs to
screen readers."""


class Settings(NamedTuple):
    """The nine keys. `country`: ISO 3166-1 alpha-2, `language`: a folder of `resources/`, None when not chosen;
    `text_size` in percent; `theme`: one of THEMES; `extra_exit_key`: one of EXTRA_EXIT_KEYS, "" for none."""

    country: str | None = None
    language: str | None = None
    text_size: int = 100
    theme: str = "system"
    lock_minutes: int = 5
    extra_exit_key: str = ""
    shift_hint: bool = True
    slow_exit: bool = False
    reduce_motion: bool = False


SECTION = "handrail"
FORMAT = 1
"""Goes up when an older program could no longer read the file rightly."""

_CHOICES: dict[str, tuple[object, ...]] = {
    "text_size": TEXT_SIZES,
    "theme": THEMES,
    "lock_minutes": LOCK_MINUTES,
    "extra_exit_key": ("", *EXTRA_EXIT_KEYS),
    "shift_hint": (True, False),
    "slow_exit": (True, False),
    "reduce_motion": (True, False),
}


def with_choice(settings: Settings, name: str, value: object) -> Settings:
    """The settings with another value for one of them. Raises ValueError for one that nobody can choose."""
    if name not in _CHOICES or value not in _CHOICES[name]:
        raise ValueError(f"{name} = {value!r}")
    return Settings(**{**settings._asdict(), name: value})


def read_settings(text: str) -> tuple[Settings, int]:
    """The settings in the text of an INI file, and its format. A value that cannot be is as if it were not there.

    Raises ValueError when the text is no such file at all.
    """
    found = _keys(text)
    known = {name: value for name in Settings._fields if (value := _value(name, found.get(name, ""))) is not None}
    written = found.get("format", "")
    return Settings(**known), int(written) if written.isdecimal() else FORMAT


def _keys(text: str) -> dict[str, str]:
    """The keys of our section. Not by configparser: 64 KiB of blanks keep it busy for 20 s, and Home waits for us."""
    found: dict[str, str] = {}
    sections: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if not line or line.startswith(("#", ";")):
            continue
        if line.startswith("[") and line.endswith("]"):
            sections.append(line[1:-1])
            continue
        name, equals, value = map(str.strip, line.partition("="))
        if not (sections and name and equals):
            raise ValueError(line)
        if sections[-1] == SECTION:
            if name in found:
                raise ValueError(name)
            found[name] = value
    if sections.count(SECTION) != 1:
        raise ValueError(SECTION)
    return found


def write_settings(settings: Settings) -> str:
    """The text of the INI file; what was never chosen is left out."""
    lines = [f"[{SECTION}]", f"format = {FORMAT}"]
    for name, value in settings._asdict().items():
        if value is not None:
            lines.append(f"{name} = {_written(value)}")
    return "\n".join(lines) + "\n"


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value(name: str, text: str) -> Any:
    if name == "country":
        # Not above: most starts have no file to read.
        from desktop_app.core.place import country_code

        return text if text and country_code(text) == text else None
    if name == "language":
        return text if len(text) == 2 and text.isascii() and text.isalpha() and text.islower() else None
    return next((choice for choice in _CHOICES[name] if _written(choice) == text), None)
