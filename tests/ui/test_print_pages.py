"""Pages: our fonts, black on white, page numbers, paper and text size; and a file that tells nothing about its page."""

import getpass
import re
import socket
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop_app.ui import print_windows
from desktop_app.ui.print_pages import LARGEST, Paper, make_pdf, page_layout, paint, paper_for
from desktop_app.ui.print_system import Job, PrintError
from desktop_app.ui.print_windows import WindowsPrinters
from tests.desktop.pdf_text import Objects, pages, text

A4 = Paper(letter=False, text_size=100)
LONG = "<h1>The title</h1>" + "".join(
    f"<h2>Heading {number}</h2><p>{'Some words to fill the page with. ' * 12}</p>" for number in range(40)
)


@pytest.fixture(autouse=True)
def fonts(dressed: QApplication) -> None:
    """Our own faces, as the program has them."""


def test_every_page_has_its_number_and_our_name_at_its_foot() -> None:
    made = make_pdf(LONG, A4)
    found = pages(made.data)
    assert len(found) == made.pages > 3
    for number, page in enumerate(found, 1):
        assert page.words.endswith(f"Handrail Page {number} of {made.pages}")


def test_no_word_is_lost_or_said_twice_between_pages() -> None:
    said = text(make_pdf(LONG, A4).data)
    assert re.findall(r"Heading (\d+)", said) == [str(number) for number in range(40)]
    assert said.count("Some words to fill the page with.") == 40 * 12


def test_a_heading_stands_on_the_page_of_its_first_words() -> None:
    for page in pages(make_pdf(LONG, A4).data):
        assert not re.search(r"Heading \d+ Handrail Page", page.words)


def test_a_short_part_is_not_torn_apart() -> None:
    parts = "".join(f"<p>Begin {number}<br/>middle<br/>End {number}</p>" for number in range(60))
    for page in pages(make_pdf(parts, A4).data):
        assert re.findall(r"Begin (\d+)", page.words) == re.findall(r"End (\d+)", page.words)


def test_it_is_black_on_white_where_the_program_is_light_on_dark(dressed: QApplication) -> None:
    palette = QPalette(dressed.palette())
    palette.setColor(QPalette.ColorRole.Text, "#F2ECE2")
    palette.setColor(QPalette.ColorRole.WindowText, "#F2ECE2")
    dressed.setPalette(palette)
    for page in pages(make_pdf(LONG, A4).data):
        assert set(re.findall(rb"([\d. ]+) (?:scn|SCN)\n", page.drawing)) == {b"0 0 0"}


def test_our_fonts_are_inside_and_no_other() -> None:
    fonts = set(re.findall(rb"/FontName /\w+\+(\S+)", make_pdf(LONG, A4).data))
    assert fonts == {b"AtkinsonHyperlegibleNext-Regular", b"AtkinsonHyperlegibleNext-SemiBold"}


def test_the_file_says_nothing_about_its_page() -> None:
    data = make_pdf("<h1>Don’t pay</h1><p>Words</p>", A4).data
    about = b"".join(body for body in Objects(data).values() if b"/Creator" in body or b"/Metadata" in body)
    plain = about.replace(b"\0", b"").decode("latin-1")
    assert "/Title (þÿHandrail)" in plain
    assert "/Author ()" in plain
    for secret in ("Don", "pay", "Words", getpass.getuser() + ")", socket.gethostname(), str(Path.home())):
        assert secret not in plain


@pytest.mark.parametrize(("country", "box"), [("GB", b"595"), (None, b"595"), ("US", b"612"), ("CA", b"612")])
def test_the_paper_is_that_of_the_country(country: str | None, box: bytes) -> None:
    data = make_pdf("<p>Words</p>", paper_for(country, 100)).data
    assert set(re.findall(rb"/MediaBox \[0 0 (\d+)", data)) == {box}


def test_who_reads_large_letters_gets_large_letters() -> None:
    counts = [make_pdf(LONG, Paper(letter=False, text_size=size)).pages for size in (100, 115, LARGEST, 200)]
    assert counts[0] < counts[1] < counts[2] == counts[3]


# -- a printer of Windows ----------------------------------------------------------------------------------------------


class ToFile(QPrinter):
    """A printer whose paper is a file."""

    def __init__(self, _info: object, mode: QPrinter.PrinterMode) -> None:
        super().__init__(mode)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName("paper.pdf")


class Info:
    """What Qt knows of the printers of a computer with Windows."""

    names = ("Room 12", "Microsoft Print to PDF", "Head office", "OneNote (Desktop)", "Fax")

    def __init__(self, name: str) -> None:
        self._name = name

    @staticmethod
    def availablePrinterNames() -> list[str]:
        return list(Info.names)

    @staticmethod
    def defaultPrinterName() -> str:
        return "Room 12"

    @staticmethod
    def printerInfo(name: str) -> "Info":
        return Info(name)

    def isNull(self) -> bool:
        return self._name not in self.names


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> WindowsPrinters:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(print_windows, "QPrinterInfo", Info)
    monkeypatch.setattr(print_windows, "QPrinter", ToFile)
    return WindowsPrinters()


JOB = Job(LONG, A4, b"")
cannot_begin = pytest.mark.qt_log_ignore("QPainter::begin", extend=True)


def test_what_is_no_printer_of_paper_is_left_out(windows: WindowsPrinters, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [(printer.name, printer.usual) for printer in windows.find()] == [("Room 12", True), ("Head office", False)]
    monkeypatch.setattr(Info, "names", ("Microsoft Print to PDF",))
    with pytest.raises(PrintError) as caught:
        windows.find()
    assert caught.value.code == "none"


def test_the_pages_on_windows_are_the_same(windows: WindowsPrinters) -> None:
    windows.send("Room 12", JOB)
    printed = Path("paper.pdf").read_bytes()
    assert [page.words for page in pages(printed)] == [page.words for page in pages(make_pdf(LONG, A4).data)]
    assert "/Title (þÿHandrail)" in printed.replace(b"\0", b"").decode("latin-1")


@cannot_begin
def test_a_printer_that_is_gone_or_can_not_begin_says_so(
    windows: WindowsPrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PrintError) as caught:
        windows.send("Room 13", JOB)
    assert caught.value.code == "gone"
    Path("paper.pdf").mkdir()
    with pytest.raises(PrintError) as caught:
        windows.send("Room 12", JOB)
    assert caught.value.code == "failed"


@cannot_begin
def test_a_device_that_can_not_begin_has_no_pages() -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/nowhere/at/all.pdf")
    printer.setPageLayout(page_layout(A4))
    assert paint(LONG, printer, A4.body) == 0
