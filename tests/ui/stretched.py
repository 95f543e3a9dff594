"""Our words as if in a language that needs a third more room: each word longer, everything else as it is."""

import re
import shutil
from pathlib import Path

import pytest

from desktop_app.core.resources import find_resources
from desktop_app.ui import strings, strings_directory, strings_own_words, strings_print

KEYS = ("title", "short", "summary", "ask", "hint", "line", "about", "crisis", "speak", "name", "in_sentence")
"""What is words in front matter and in the directory's files; other values are ids and addresses."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_KEPT = re.compile(
    r"\{[^}]*\}"  # a place to fill in, or the name of a heading
    r"|\]\([^)]*\)"  # the address of a link
    r"|\]: \S+"
    r"|^!!! \w+"  # the kind of a call-out
    r"|^- \[ \]"
    r"|\[\^[^\]]*\]"  # the mark of a source
    r"|&\w+;",
    re.MULTILINE,
)
_VALUE = re.compile(r'^(?P<key>[\w-]+) = "(?P<words>.*)"$', re.MULTILINE)


def stretch(text: str) -> str:
    """The text with each word a third longer; what is no word to read stays."""
    parts = []
    at = 0
    for kept in _KEPT.finditer(text):
        parts += [_WORD.sub(_longer, text[at : kept.start()]), kept.group()]
        at = kept.end()
    return "".join([*parts, _WORD.sub(_longer, text[at:])])


def _longer(word: re.Match[str]) -> str:
    return "".join(letter * 2 if place % 3 == 1 else letter for place, letter in enumerate(word.group()))


def stretched_resources(folder: Path) -> Path:
    """A copy of the content in `folder` whose words are all stretched."""
    shutil.copytree(find_resources(), folder)
    for page in (folder / "en").rglob("*.md"):
        _, front, body = page.read_text(encoding="utf-8").split("+++", 2)
        page.write_text(f"+++{_VALUE.sub(_longer_value, front)}+++{stretch(body)}", encoding="utf-8")
    for table in (folder / "en").rglob("*.toml"):
        table.write_text(_VALUE.sub(_longer_value, table.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def _longer_value(value: re.Match[str]) -> str:
    key, words = value.group("key"), value.group("words")
    is_answer = key not in KEYS and " " in words
    return f'{key} = "{stretch(words)}"' if key in KEYS or is_answer else value.group()


def stretch_strings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch the sentences of the program's own frame, too, but not its name."""
    for module in (strings, strings_directory, strings_own_words, strings_print):
        for name, value in vars(module).items():
            if not name.isupper() or name == "APP":
                continue
            if isinstance(value, str):
                monkeypatch.setattr(module, name, stretch(value))
            elif isinstance(value, dict):
                monkeypatch.setattr(module, name, {key: stretch(words) for key, words in value.items()})
            elif isinstance(value, tuple):
                monkeypatch.setattr(module, name, tuple(stretch(words) for words in value))
