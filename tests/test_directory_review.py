"""The review of the directory: its sheet, the answers that come back, and the table of what is shipped."""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
import tomllib
from pathlib import Path

import directory_review
import pytest
from directory_review import COLUMNS, NOTES, main, services, to_check, with_days

from desktop_app.core.directory import load_directory
from desktop_app.core.resources import find_resources

RESOURCES = find_resources()
TODAY = dt.date(2027, 1, 15)
IDS = [service["id"] for _, service in services(RESOURCES / "directory")]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the directory that may be written to."""
    for place in ("directory", "en/directory"):
        shutil.copytree(RESOURCES / place, tmp_path / place)
    return tmp_path


def printed(content: Path, *words: str) -> tuple[int, str]:
    out = io.StringIO(newline="")
    return main(list(words), out, content / "directory", TODAY), out.getvalue()


def rows_of(content: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed(content)[1], newline="")))


def answered(content: Path, **answers: tuple[str, str]) -> Path:
    """A sheet as it comes back: `gb_nspcc=("2027-01-10", "yes")`."""
    path = content / "sheet.csv"
    rows = rows_of(content)
    for row in rows:
        row["checked on"], row["right"] = answers.get(row["id"].replace("-", "_"), ("", ""))
    with path.open("w", encoding="utf-8-sig", newline="") as stream:  # as spreadsheets write it
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def files(content: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (content / "directory").iterdir()}


def test_the_sheet_has_one_row_a_service_with_what_to_check_and_where(content: Path) -> None:
    rows = {row["id"]: row for row in rows_of(content)}
    assert list(rows) == IDS
    assert all(row["check"] and row["where"].startswith("http") for row in rows.values())
    row = rows["gb-childline"]
    assert row["check"] == (
        "phone 0800 1111 (day and night, free); chat https://www.childline.org.uk (hours not known, find them); "
        "up to 18 years; without speech or hearing: chat; languages: English"
    )
    assert (row["rung on"], row["grade"]) == ("never", "confirmed")
    assert "Sign language" in row["look also at"]
    assert rows["gb-shout"]["check"].startswith("sms 85258 with the word SHOUT (day and night, free)")


def test_nobody_is_asked_to_try_an_emergency_number(content: Path) -> None:
    for row, (_, service) in zip(rows_of(content), services(content / "directory"), strict=True):
        assert row["look also at"].startswith("Never ring") == ("emergency" in service["kinds"])


def test_a_right_answer_becomes_a_day_and_no_other_line_changes(content: Path) -> None:
    before = files(content)
    sheet = answered(content, gb_nspcc=("2027-01-10", "yes"), us_988=(" 2027-01-11 ", "Yes"))
    assert printed(content, "--take", str(sheet)) == (0, "Every answer is in the directory.\n")
    after = files(content)
    assert {name for name in before if before[name] != after[name]} == {"GB.toml", "US.toml"}
    lines = after["GB.toml"].decode().splitlines(keepends=True)
    assert lines.count("rung_on = 2027-01-10\n") == 1
    lines.remove("rung_on = 2027-01-10\n")
    assert "".join(lines) == before["GB.toml"].decode()
    directory = load_directory(content, "en", "GB")
    assert directory.problems == ()
    assert [service.id for service in directory.services if service.rung_on] == ["gb-nspcc"]


def test_a_later_answer_takes_the_place_of_the_first(content: Path) -> None:
    printed(content, "--take", str(answered(content, gb_nspcc=("2027-01-10", "yes"))))
    printed(content, "--take", str(answered(content, gb_nspcc=("2027-01-12", "yes"))))
    text = (content / "directory" / "GB.toml").read_text(encoding="utf-8")
    assert "2027-01-10" not in text
    assert text.count("rung_on = 2027-01-12") == 1
    code, said = printed(content, "--take", str(answered(content, gb_nspcc=("2027-01-11", "yes"))))
    assert (code, "it was rung later than that" in said) == (1, True)


def test_what_is_not_right_is_named_and_left_as_it_is(content: Path) -> None:
    before = files(content)
    code, said = printed(content, "--take", str(answered(content, gb_nspcc=("2027-01-10", "no"))))
    assert (code, said) == (1, "gb-nspcc is not right: no note\n")
    assert files(content) == before


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (("2027-01-10", ""), "right must be yes or no"),
        (("2027-01-10", "perhaps"), "right must be yes or no"),
        (("", "yes"), "checked on must be a day"),
        (("10/01/2027", "yes"), "checked on must be a day"),
        (("2027-02-30", "yes"), "checked on must be a day"),
        (("2027-01-16", "yes"), "is not here yet"),
    ],
)
def test_one_answer_that_cannot_be_understood_and_nothing_is_written(
    content: Path, answer: tuple[str, str], reason: str
) -> None:
    before = files(content)
    sheet = answered(content, gb_shout=("2027-01-10", "yes"), gb_nspcc=answer)
    code, said = printed(content, "--take", str(sheet))
    assert code == 1
    assert reason in said
    assert "gb-nspcc" in said
    assert said.endswith("Nothing was written.\n")
    assert files(content) == before


def test_an_answer_for_another_number_than_that_in_the_file_is_refused(content: Path) -> None:
    sheet = answered(content, gb_nspcc=("2027-01-10", "yes"))
    path = content / "directory" / "GB.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("0808 800 5000", "0808 800 5001"), encoding="utf-8")
    before = files(content)
    code, said = printed(content, "--take", str(sheet))
    assert (code, "has changed since this sheet" in said) == (1, True)
    assert files(content) == before


def test_a_service_that_is_not_there_and_an_empty_sheet(content: Path) -> None:
    sheet = content / "sheet.csv"
    sheet.write_text("id,checked on,right\ngb-nobody,2027-01-10,yes\n", encoding="utf-8")
    code, said = printed(content, "--take", str(sheet))
    assert (code, "line 2, gb-nobody: no such service" in said) == (1, True)
    sheet.write_text("", encoding="utf-8")
    assert printed(content, "--take", str(sheet)) == (0, "Every answer is in the directory.\n")


def test_line_endings_and_comments_stay() -> None:
    text = '# Who\r\n[[service]]\r\nid = "gb-a"\r\nread_on = 2026-11-24  # read\r\n[[service.contact]]\r\n'
    day = dt.date(2027, 1, 1)
    assert with_days(text, {"gb-a": day}) == text.replace("# read\r\n", "# read\r\nrung_on = 2027-01-01\r\n")
    assert with_days(text, {"gb-b": day}) == text


def test_the_table_counts_each_country_and_names_what_is_left_out(content: Path) -> None:
    printed(content, "--take", str(answered(content, gb_nspcc=("2027-01-10", "yes"))))
    code, said = printed(content, "--table")
    assert code == 0
    rows = {line.split()[0]: line.split()[1:] for line in said.split("\n\n")[0].splitlines()}
    assert rows["GB"] == ["38", "35", "3", "3", "38", "1"]
    assert rows["EU"] == ["0", "0", "0", "2", "0", "0"]
    assert rows["all"][0] == str(len(IDS))
    assert "gb-papyrus: " in said


def test_every_note_is_about_a_service_that_is_there_and_every_one_left_out_is_not() -> None:
    notes = tomllib.loads(NOTES.read_text(encoding="utf-8"))
    assert set(notes) == {"check", "look_at", "left_out"}
    assert {*notes["check"], *notes["look_at"]} <= set(IDS)
    assert {entry["id"] for entry in notes["left_out"]}.isdisjoint(IDS)
    assert len(set(IDS)) == len(IDS)
    assert directory_review.DIRECTORY == RESOURCES / "directory"
    assert to_check({"contact": [{"way": "web", "to": "https://a.b"}]}) == "web https://a.b"
