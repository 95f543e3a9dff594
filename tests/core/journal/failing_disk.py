"""A disk that fails on purpose, below the encryption: errors, no room, and a power cut amid writes."""

import random
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import apsw

_SECTOR = 512
Operation = tuple[int, bytes | None]
"""A write of bytes at a place, or with None: cut the file there."""


class FailingDisk(apsw.VFS):
    """Works until operation `fail_at` (counted from 1) of the `kinds` to count, which raises `error`.

    `power_cut`: every later one fails too, and `after_power_cut` says what is then on the disk. One for the whole run:
    SQLite keeps hold of it.
    """

    NAME = "failing"
    THROUGH_THE_CIPHER = f"multipleciphers-{NAME}"

    def __init__(self) -> None:
        self.base = next(name for name in apsw.vfs_names() if not name.startswith("multipleciphers"))
        super().__init__(self.NAME, self.base)
        self.work()

    def work(self) -> None:
        """From now on nothing fails, and everything that is there counts as safe on the disk."""
        self.kinds: frozenset[str] = frozenset()
        self.fail_at = 0
        self.error: type[apsw.Error] = apsw.IOError
        self.power_cut = False
        self.count = 0
        self.durable: dict[str, bytes] = {}
        self.pending: dict[str, list[Operation]] = {}

    def fail(self, at: int, kinds: frozenset[str], error: type[apsw.Error], *, power_cut: bool = False) -> None:
        """Count from 0 again, and fail at operation `at`."""
        self.kinds, self.fail_at, self.error, self.power_cut, self.count = kinds, at, error, power_cut, 0

    @property
    def failed(self) -> bool:
        """Whether it came to that."""
        return 0 < self.fail_at <= self.count

    def about_to(self, kind: str) -> None:
        if kind in self.kinds:
            self.count += 1
            if self.count == self.fail_at or (self.power_cut and self.failed):
                raise self.error(kind)

    def xOpen(self, name: "str | apsw.URIFilename | None", flags: list[int]) -> "_File":
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        return _File(self, path, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.about_to("delete")
        super().xDelete(filename, syncdir)
        if syncdir:
            self.durable.pop(filename, None)
            self.pending.pop(filename, None)

    def excepthook(
        self, etype: type[BaseException] | None, evalue: BaseException | None, etraceback: TracebackType | None
    ) -> bool:
        """What fails while SQLite closes a file goes to nobody."""
        return True

    def after_power_cut(self, rng: random.Random, folder: Path) -> None:
        """Write into `folder` what may be on the disk: what was synced, and any of the rest, whole, half or not."""
        for name in {*self.durable, *self.pending}:
            data = bytearray(self.durable.get(name, b""))
            for at, written in self.pending.get(name, []):
                if rng.random() < 0.5:
                    continue
                if written is not None and rng.random() < 0.3:
                    written = written[: _SECTOR * rng.randint(0, len(written) // _SECTOR)]
                _apply(data, at, written)
            if name in self.durable or data:
                (folder / Path(name).name).write_bytes(data)


def _apply(data: bytearray, at: int, written: bytes | None) -> None:
    if written is None:
        del data[at:]
        return
    data.extend(bytes(max(0, at + len(written) - len(data))))
    data[at : at + len(written)] = written


class _File(apsw.VFSFile):
    def __init__(
        self, disk: FailingDisk, path: str | None, name: "str | apsw.URIFilename | None", flags: list[int]
    ) -> None:
        super().__init__(disk.base, name, flags)
        self._disk, self._path = disk, path or ""
        there = Path(path).read_bytes() if path else b""
        if there or not flags[0] & apsw.SQLITE_OPEN_CREATE:
            disk.durable.setdefault(self._path, there)

    def _do(self, kind: str, operation: Operation, do: Callable[[], None]) -> None:
        self._disk.about_to(kind)
        self._disk.pending.setdefault(self._path, []).append(operation)
        do()

    def xWrite(self, data: bytes, offset: int) -> None:
        data = bytes(data)
        self._do("write", (offset, data), lambda: super(_File, self).xWrite(data, offset))

    def xTruncate(self, newsize: int) -> None:
        self._do("truncate", (newsize, None), lambda: super(_File, self).xTruncate(newsize))

    def xRead(self, amount: int, offset: int) -> bytes:
        self._disk.about_to("read")
        return super().xRead(amount, offset)

    def xSync(self, flags: int) -> None:
        self._disk.about_to("sync")
        super().xSync(flags)
        data = bytearray(self._disk.durable.get(self._path, b""))
        for operation in self._disk.pending.pop(self._path, []):
            _apply(data, *operation)
        self._disk.durable[self._path] = bytes(data)
