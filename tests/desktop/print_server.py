"""A printing system of the tests: speaks as much of IPP as the library of CUPS needs, on a socket in a folder."""

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

OPERATION, JOB, END, PRINTER = b"\x01", b"\x02", b"\x03", b"\x04"
INTEGER, BOOLEAN, ENUM, TEXT, NAME, KEYWORD, URI, CHARSET, LANGUAGE = (
    *(0x21, 0x22, 0x23, 0x41, 0x42),
    *(0x44, 0x45, 0x47, 0x48),
)
PRINT_JOB, CREATE_JOB, SEND_DOCUMENT, CANCEL_JOB, PRINTER_ATTRIBUTES = 0x02, 0x05, 0x06, 0x08, 0x0B
DEFAULT_PRINTER, ALL_PRINTERS = 0x4001, 0x4002
NOT_ALLOWED, NOT_FOUND, NOT_ACCEPTING, BROKEN = 0x0403, 0x0406, 0x0506, 0x0500


class PrintServer(socketserver.ThreadingUnixStreamServer):
    """`printers` goes from a name to what people call it and where it is; the first one is the usual one.

    `refuses` goes from a question to the answer of IPP that it gets instead. `silent`: takes calls and says nothing.
    """

    daemon_threads = True

    def __init__(self, path: Path) -> None:
        self.printers = {"office": ("Head office", "by the door"), "room-12": ("Room 12", "")}
        self.refuses: dict[int, int] = {}
        self.silent = threading.Event()
        self.over = threading.Event()
        self.asked: list[int] = []
        self.jobs: list[bytes] = []
        self.documents: list[bytes] = []
        super().__init__(str(path), Handler)

    def answer(self, question: int, body: bytes) -> tuple[int, bytes]:
        """The status and the groups of the answer."""
        self.asked.append(question)
        if question in self.refuses:
            return self.refuses[question], b""
        if question == ALL_PRINTERS:
            return 0, b"".join(map(self.printer, self.printers))
        if question in (DEFAULT_PRINTER, PRINTER_ATTRIBUTES):
            asked_for = [name for name in self.printers if f"/printers/{name}".encode() in body]
            names = asked_for if question == PRINTER_ATTRIBUTES else list(self.printers)
            return (0, self.printer(names[0])) if names else (NOT_FOUND, b"")
        if question == CREATE_JOB:
            self.jobs.append(body)
        if question == SEND_DOCUMENT:
            self.documents.append(body[body.index(b"%PDF") :])
        return 0, JOB + attribute(INTEGER, "job-id", 7) + attribute(ENUM, "job-state", 3)

    def printer(self, name: str) -> bytes:
        said, place = self.printers[name]
        return b"".join(
            (
                PRINTER,
                attribute(NAME, "printer-name", name),
                attribute(TEXT, "printer-info", said),
                attribute(TEXT, "printer-location", place),
                attribute(URI, "printer-uri-supported", f"ipp://localhost/printers/{name}"),
                attribute(ENUM, "printer-type", 4),
                attribute(ENUM, "printer-state", 3),
                attribute(BOOLEAN, "printer-is-accepting-jobs", True),
                attribute(KEYWORD, "printer-state-reasons", "none"),
                attribute(ENUM, "operations-supported", PRINT_JOB, CREATE_JOB, SEND_DOCUMENT, CANCEL_JOB),
            )
        )


class Handler(BaseHTTPRequestHandler):
    """One call."""

    server: PrintServer
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        if self.server.silent.is_set():
            self.server.over.wait()
            self.close_connection = True
            return
        if self.headers.get("Expect") == "100-continue":
            self.send_response_only(100)
            self.end_headers()
        body = self.body()
        question, number = struct.unpack(">HI", body[2:8])
        status, groups = self.server.answer(question, body)
        head = struct.pack(">HHI", 0x0200, status, number) + OPERATION
        language = attribute(LANGUAGE, "attributes-natural-language", "en")
        answer = head + attribute(CHARSET, "attributes-charset", "utf-8") + language + groups + END
        self.send_response(200)
        self.send_header("Content-Type", "application/ipp")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def body(self) -> bytes:
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers["Content-Length"]))
        parts = []
        while length := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(length))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def address_string(self) -> str:
        return "here"

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def attribute(kind: int, name: str, *values: int | bool | str) -> bytes:
    """One attribute as IPP writes it."""
    written = b""
    for place, value in enumerate(values):
        if isinstance(value, str):
            raw = value.encode()
        else:
            raw = bytes([value]) if isinstance(value, bool) else struct.pack(">i", value)
        title = b"" if place else name.encode()
        written += struct.pack(">BH", kind, len(title)) + title + struct.pack(">H", len(raw)) + raw
    return written


@contextmanager
def print_server(folder: Path) -> Iterator[tuple[PrintServer, Path]]:
    """Runs one in a folder with a short name, and gives it with the socket that it listens on."""
    path = folder / "s"
    with PrintServer(path) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server, path
        server.over.set()
        server.shutdown()
        thread.join()
