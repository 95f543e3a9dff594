"""Handing pages to CUPS: what it is told, what comes back, and that nothing is written or held up on the way."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.ui import print_cups
from desktop_app.ui.print_cups import CupsPrinters
from desktop_app.ui.print_pages import Paper
from desktop_app.ui.print_system import Job, Printer, PrintError
from tests.desktop.print_server import (
    ALL_PRINTERS,
    BROKEN,
    CANCEL_JOB,
    CREATE_JOB,
    NOT_ACCEPTING,
    NOT_ALLOWED,
    NOT_FOUND,
    SEND_DOCUMENT,
    PrintServer,
    print_server,
)

PDF = b"%PDF-1.4 " + bytes(range(256)) * 1000
JOB = Job("<p>Don’t pay</p>", Paper(letter=False, text_size=100), PDF)


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    with print_server(tmp_path_factory.mktemp("p")) as (server, path):
        monkeypatch.setenv("CUPS_SERVER", str(path))
        yield server


def problem(work: object) -> str:
    assert callable(work)
    with pytest.raises(PrintError) as caught:
        work()
    return caught.value.code


def test_the_printers_are_found_with_the_usual_one_first(server: PrintServer) -> None:
    server.printers["annex"] = ("annex", "")
    assert CupsPrinters().find() == (
        Printer("office", "Head office", "by the door", usual=True),
        Printer("annex", "annex", "", usual=False),
        Printer("room-12", "Room 12", "", usual=False),
    )


def test_the_printer_gets_the_whole_file_and_only_the_name_of_the_program(server: PrintServer) -> None:
    CupsPrinters().send("room-12", JOB)
    assert server.documents == [PDF]
    [told] = server.jobs
    assert b"\x42\x00\x08job-name\x00\x08Handrail" in told
    assert b"/printers/room-12" in told
    assert b"pay" not in told


def test_nothing_is_written_on_the_way(
    server: PrintServer, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    seen: list[str] = []
    answer = server.answer

    def look_then_answer(question: int, body: bytes) -> tuple[int, bytes]:
        seen.extend(str(path) for folder in (tmp_path, home) for path in folder.rglob("*") if path.is_file())
        return answer(question, body)

    monkeypatch.setattr(server, "answer", look_then_answer)
    CupsPrinters().send("office", JOB)
    assert server.documents == [PDF]
    assert seen == []


def test_where_no_printing_system_answers_there_is_no_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "s"))
    assert problem(CupsPrinters().find) == "none"
    assert problem(lambda: CupsPrinters().send("office", JOB)) == "none"


def test_where_the_library_is_not_there_or_another_there_is_no_printer() -> None:
    assert problem(CupsPrinters("libcups.so.999").find) == "none"
    assert problem(CupsPrinters("libc.so.6").find) == "none"


def test_a_system_without_printers_has_none(server: PrintServer) -> None:
    server.printers.clear()
    assert problem(CupsPrinters().find) == "none"


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        (CREATE_JOB, NOT_ALLOWED, "refused"),
        (CREATE_JOB, NOT_ACCEPTING, "refused"),
        (CREATE_JOB, NOT_FOUND, "gone"),
        (CREATE_JOB, BROKEN, "failed"),
        (SEND_DOCUMENT, BROKEN, "failed"),
        (ALL_PRINTERS, BROKEN, "none"),
    ],
)
def test_each_refusal_has_its_name(server: PrintServer, question: int, answer: int, code: str) -> None:
    server.refuses[question] = answer
    printers = CupsPrinters()
    assert problem(printers.find if question == ALL_PRINTERS else lambda: printers.send("office", JOB)) == code
    assert (CANCEL_JOB in server.asked) is (question == SEND_DOCUMENT)


def test_a_printer_that_went_in_between_is_gone(server: PrintServer) -> None:
    printers = CupsPrinters()
    printers.find()
    del server.printers["room-12"]
    assert problem(lambda: printers.send("room-12", JOB)) == "gone"


def test_a_system_that_says_nothing_is_given_up(server: PrintServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_cups, "ANSWERING", 0.1)
    server.silent.set()
    assert problem(CupsPrinters().find) == "none"
    assert problem(lambda: CupsPrinters().send("office", JOB)) == "gone"


def test_python_goes_on_while_a_printer_is_waited_for(server: PrintServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_cups, "ANSWERING", 0.5)
    server.silent.set()
    waiting = threading.Thread(target=lambda: problem(CupsPrinters().find))
    waiting.start()
    longest, last = 0.0, time.monotonic()
    while waiting.is_alive():
        time.sleep(0.01)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
    assert longest < 0.4, "somebody held the interpreter"


def test_nobody_is_asked_for_a_password(server: PrintServer) -> None:
    assert print_cups.NO_PASSWORD(b"Password?", None, b"POST", b"/", None) is None
    server.refuses[CREATE_JOB] = NOT_ALLOWED
    assert problem(lambda: CupsPrinters().send("office", JOB)) == "refused"
    assert os.environ["CUPS_SERVER"]
