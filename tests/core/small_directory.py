"""A small country with an emergency number, a line by day and one by night, and its files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop_app.core.directory import Directory

HEADER = """\
country = "GB"
timezone = "Europe/London"
read_on = 2026-11-24
crisis = ["gb-emergency", "gb-night", "gb-day"]
best = ["gb-day", "gb-night"]
"""
EMERGENCY = """
[[service]]
id = "gb-emergency"
name = "Emergency"
kinds = ["emergency"]
confidence = "confirmed"
read_on = 2026-11-24
sources = ["https://example.org"]
[[service.contact]]
way = "phone"
to = "999"
hours = "always"
"""
DAY = """
[[service]]
id = "gb-day"
name = "Day line"
kinds = ["crisis"]
confidence = "confirmed"
read_on = 2026-11-24
sources = ["https://example.org"]
[[service.contact]]
way = "phone"
to = "0800 1"
hours = ["Mon-Fri 10:00-16:00"]
"""
NIGHT = """
[[service]]
id = "gb-night"
name = "Night line"
kinds = ["crisis"]
confidence = "confirmed"
read_on = 2026-11-24
sources = ["https://example.org"]
[[service.contact]]
way = "sms"
to = "85258"
keyword = "HI"
hours = "always"
"""
ALL = HEADER + EMERGENCY + DAY + NIGHT
WORLD = """\
country = "ZZ"
read_on = 2026-11-24
crisis = ["zz-list"]
best = ["zz-list"]

[[service]]
id = "zz-list"
name = "List of lines"
kinds = ["crisis"]
confidence = "confirmed"
read_on = 2026-11-24
sources = ["https://example.org"]
[[service.contact]]
way = "web"
to = "https://example.org"
"""
WORDS = """\
name = "United Kingdom"
in_sentence = "the United Kingdom"

[gb-day]
line = "By day"

[gb-night]
line = "By night"
"""
WORLD_WORDS = 'name = "Any country"\nin_sentence = "any country"\n[zz-list]\nline = "All lines"\n'

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
NIGHT_TIME = dt.datetime(2026, 11, 24, 3, tzinfo=dt.UTC)
WRONG_CLOCKS = (dt.datetime(1980, 1, 1, tzinfo=dt.UTC), dt.datetime(2106, 2, 7, tzinfo=dt.UTC))


def folder(root: Path, data: str | bytes = ALL, words: str | bytes = WORDS, world: str | bytes = WORLD) -> Path:
    for place, content in (
        ("directory/GB.toml", data),
        ("directory/ZZ.toml", world),
        ("en/directory/GB.toml", words),
        ("en/directory/ZZ.toml", WORLD_WORDS),
    ):
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def ids(services: tuple[object, ...]) -> list[str]:
    return [getattr(service, "id", "") for service in services]


def codes(directory: Directory) -> list[tuple[str, str, int]]:
    return [(problem.code, problem.file, problem.line) for problem in directory.problems]
