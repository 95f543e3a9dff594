"""The words that Windows and macOS have for "leave this folder out of copies and indexes", on stand-ins for them."""

import plistlib
from pathlib import Path

from desktop_app.core.journal import attributes


class Windows:
    def __init__(self, now: int) -> None:
        self.now = now

    def GetFileAttributesW(self, path: str, /) -> int:
        return self.now

    def SetFileAttributesW(self, path: str, attributes: int, /) -> int:
        self.now = attributes
        return 1


class MacOS:
    def __init__(self) -> None:
        self.said: dict[bytes, bytes] = {}

    def setxattr(self, path: bytes, name: bytes, value: bytes, size: int, position: int, options: int, /) -> int:
        assert (path, size, position, options) == (b"folder", len(value), 0, 0)
        self.said[name] = value
        return 0


def test_windows_does_not_index_the_folder_and_it_keeps_its_other_attributes() -> None:
    system = Windows(0x10)
    attributes.keep_out_of_index(system, Path("folder"))
    assert system.now == 0x2010


def test_a_folder_without_attributes_is_left_alone() -> None:
    for now in (-1, 0xFFFFFFFF):
        system = Windows(now)
        attributes.keep_out_of_index(system, Path("folder"))
        assert system.now == now


def test_time_machine_leaves_the_folder_out() -> None:
    system = MacOS()
    attributes.keep_out_of_time_machine(system, Path("folder"))
    (value,) = system.said.values()
    assert plistlib.loads(value) == "com.apple.backupd"
    assert list(system.said) == [b"com.apple.metadata:com_apple_backup_excludeItem"]
