"""Ways in which a file can be broken."""

from pathlib import Path

GARBAGE = bytes(range(256)) * 8


def remove(path: Path) -> None:
    path.unlink()


def scramble(path: Path) -> None:
    path.write_bytes(GARBAGE)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def put_a_folder_there(path: Path) -> None:
    path.unlink()
    path.mkdir()
