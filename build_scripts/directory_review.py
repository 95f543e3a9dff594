"""The sheet for the person who rings the numbers before a release, and the way of their answers back in.

    python3 build_scripts/directory_review.py > sheet.csv       one row a service: what to check, and where
    python3 build_scripts/directory_review.py --take sheet.csv  writes the days into the directory
    python3 build_scripts/directory_review.py --table           what each country has, what was left out, and why

The person fills in three columns: `checked on` (2026-12-31), `right` (yes or no) and `note`. "yes" becomes `rung_on`;
"no" is named, to be mended by hand. When any row cannot be understood, nothing is written at all. The grade
stays: whoever has seen a `single` one on the service's own page makes it `confirmed` by hand.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

ROOT = Path(__file__).resolve().parent.parent
DIRECTORY = ROOT / "resources" / "directory"
NOTES = Path(__file__).with_suffix(".toml")
COLUMNS = (
    *("id", "country", "service", "grade", "read on", "rung on", "check", "look also at", "where"),
    *("checked on", "right", "note"),
)
NEVER = "never"
ANY_HOUR = "day and night"
NOT_RUNG = "Never ring or text this to try it: look at its page."
NO_HOURS = "hours not known, find them"

Service = dict[str, Any]


class ReviewError(Exception):
    """Answers that cannot be taken in. The message has one line for each reason."""


def services(directory: Path) -> Iterator[tuple[str, Service]]:
    """Every service with the code of its country, in the order of the files."""
    for path in sorted(directory.glob("*.toml")):
        for service in tomllib.loads(path.read_text(encoding="utf-8")).get("service", []):
            yield path.stem, service


def to_check(service: Service) -> str:
    """All that a person should find to be right, such as "phone 0800 1111 (day and night, free); up to 18 years"."""
    parts = []
    for contact in service["contact"]:
        keyword = f" with the word {contact['keyword']}" if "keyword" in contact else ""
        parts.append(f"{contact['way']} {contact['to']}{keyword} ({', '.join(_details(contact))})".replace(" ()", ""))
    if "age_min" in service:
        parts.append(f"from {service['age_min']} years")
    if "age_max" in service:
        parts.append(f"up to {service['age_max']} years")
    if "access" in service:
        parts.append("without speech or hearing: " + ", ".join(service["access"]))
    if "languages" in service:
        parts.append("languages: " + ", ".join(service["languages"]))
    return "; ".join(parts)


def _details(contact: dict[str, Any]) -> Iterator[str]:
    hours = contact.get("hours")
    if hours is not None:
        yield ANY_HOUR if hours == "always" else ", ".join(hours)
    elif contact["way"] not in ("web", "email"):
        yield NO_HOURS
    if "cost" in contact:
        yield contact["cost"]


def sheet(directory: Path, notes: dict[str, Any]) -> list[dict[str, str]]:
    """The rows of the sheet, in the order of the files."""
    return [
        {
            "id": service["id"],
            "country": code,
            "service": service["name"],
            "grade": service["confidence"],
            "read on": str(service["read_on"]),
            "rung on": str(service.get("rung_on", NEVER)),
            "check": to_check(service),
            "look also at": f"{NOT_RUNG} " * ("emergency" in service["kinds"]) + notes["check"].get(service["id"], ""),
            "where": _where(service, notes),
            "checked on": "",
            "right": "",
            "note": "",
        }
        for code, service in services(directory)
    ]


def _where(service: Service, notes: dict[str, Any]) -> str:
    own = [contact["to"] for contact in service["contact"] if contact["way"] in ("web", "chat")]
    return str(notes["look_at"].get(service["id"]) or " ".join(own or service["sources"]))


def take(rows: Iterable[dict[str, str]], directory: Path, today: dt.date) -> list[str]:
    """Writes the day of every row that is right as `rung_on`, and nothing else in the files.

    The answer names the rows that are not right. Raises ReviewError, and then nothing has been written.
    """
    known = {service["id"]: (code, service) for code, service in services(directory)}
    faults, wrong = [], []
    days: dict[str, dict[str, dt.date]] = {}
    for number, row in enumerate(rows, 2):
        if not (row.get("checked on") or "").strip() and not (row.get("right") or "").strip():
            continue
        where = f"line {number}, {row.get('id') or 'no id'}"
        try:
            code, service = known[row.get("id") or ""]
            day = _day(row, service, today)
        except KeyError:
            faults.append(f"{where}: no such service")
        except ValueError as error:
            faults.append(f"{where}: {error}")
        else:
            if day is None:
                wrong.append(f"{service['id']} is not right: {row.get('note') or 'no note'}")
            else:
                days.setdefault(code, {})[service["id"]] = day
    if faults:
        raise ReviewError("\n".join(faults))
    for code, found in days.items():
        path = directory / f"{code}.toml"
        text = path.read_bytes().decode("utf-8")
        path.write_bytes(with_days(text, found).encode("utf-8"))
    return wrong


def _day(row: dict[str, str], service: Service, today: dt.date) -> dt.date | None:
    """The day of one answer, None when the person found it not to be right. Raises ValueError with the reason."""
    right = (row.get("right") or "").strip().lower()
    if right not in ("yes", "no"):
        raise ValueError("right must be yes or no")
    # SAFETY: an answer counts only for the number that was rung
    # (test_an_answer_for_another_number_than_that_in_the_file_is_refused).
    if row.get("check") != to_check(service):
        raise ValueError("the directory has changed since this sheet was printed")
    if right == "no":
        return None
    try:
        day = dt.date.fromisoformat((row.get("checked on") or "").strip())
    except ValueError:
        raise ValueError("checked on must be a day such as 2026-12-31") from None
    if day > today:
        raise ValueError(f"{day} is not here yet")
    if day < service.get("rung_on", dt.date.min):
        raise ValueError(f"it was rung later than that, on {service['rung_on']}")
    return day


def with_days(text: str, days: dict[str, dt.date]) -> str:
    """The text of a country's file with `rung_on` of those services; every other line stays as it is."""
    lines = text.splitlines(keepends=True)
    written: list[str] = []
    day: dt.date | None = None
    for line in lines:
        if line.lstrip().startswith("[["):
            day = None
        found = re.match(r'id = "([^"]+)"', line)
        if found:
            day = days.get(found[1])
        if day is not None and re.match(r"rung_on\b", line):
            continue
        written.append(line)
        if day is not None and re.match(r"read_on\b", line):
            ending = line[len(line.rstrip("\r\n")) :]
            written.append(f"rung_on = {day}{ending}")
    return "".join(written)


def table(directory: Path, notes: dict[str, Any]) -> list[str]:
    """The lines of the table: by country what is shipped, read and rung, then what is left out and why."""
    rows: list[tuple[str, ...]] = [("country", "shipped", "sure", "one page", "left out", "read", "rung")]
    by_country: dict[str, list[Service]] = {}
    for code, service in services(directory):
        by_country.setdefault(code, []).append(service)
    left = {entry["country"] for entry in notes["left_out"]}
    for code in sorted({*by_country, *left}):
        rows.append(_counts(code, by_country.get(code, []), notes["left_out"]))
    rows.append(_counts("all", [service for found in by_country.values() for service in found], notes["left_out"]))
    lines = ["  ".join(cell.rjust(len(title)) for cell, title in zip(row, rows[0], strict=True)) for row in rows]
    return [*lines, "", "Left out:", *(f"{entry['id']}: {entry['why']}" for entry in notes["left_out"])]


def _counts(code: str, found: list[Service], left_out: list[dict[str, str]]) -> tuple[str, ...]:
    sure = sum(service["confidence"] == "confirmed" for service in found)
    left = sum(code in (entry["country"], "all") for entry in left_out)
    rung = sum("rung_on" in service for service in found)
    return (code, *map(str, (len(found), sure, len(found) - sure, left, len(found), rung)))


def main(arguments: list[str], out: TextIO, directory: Path = DIRECTORY, today: dt.date | None = None) -> int:
    """Runs one of the three; the answer is the exit code, 1 when something needs a hand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--take", type=Path, metavar="SHEET", help="take the answers of a sheet back in")
    parser.add_argument("--table", action="store_true", help="what each country has")
    asked = parser.parse_args(arguments)
    notes = tomllib.loads(NOTES.read_text(encoding="utf-8"))
    if asked.take is not None:
        return _taken(asked.take, directory, today or dt.datetime.now(dt.UTC).date(), out)
    if asked.table:
        out.write("\n".join(table(directory, notes)) + "\n")
        return 0
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sheet(directory, notes))
    return 0


def _taken(path: Path, directory: Path, today: dt.date, out: TextIO) -> int:
    # A spreadsheet puts a mark before the first letter.
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    try:
        wrong = take(rows, directory, today)
    except ReviewError as error:
        out.write(f"{error}\nNothing was written.\n")
        return 1
    out.write("".join(f"{line}\n" for line in wrong) or "Every answer is in the directory.\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:], sys.stdout))
