"""What is chosen for the bundle, of all that PyInstaller would put into it."""

import sys
from collections.abc import Iterable

import pytest
from bundle_contents import NOT_NEEDED, PLUGINS, Entry, chosen, library

QT = "PySide6/Qt"
NEEDS: dict[str, list[str]] = {
    "/s/QtGui.so": ["/s/libQt6Gui.so.6", "libc.so.6"],
    "/s/libQt6Gui.so.6": ["/s/libQt6Core.so.6", "/lib/libX11.so.6"],
    "/s/libqxcb.so": ["/s/libQt6XcbQpa.so.6"],
    "/s/libqgtk3.so": ["/s/libgtk-3.so.0"],
}
ENTRIES: list[Entry] = [
    ("PySide6/QtGui.abi3.so", "/s/QtGui.so", "EXTENSION"),
    (f"{QT}/lib/libQt6Gui.so.6", "/s/libQt6Gui.so.6", "BINARY"),
    (f"{QT}/lib/libQt6Core.so.6", "/s/libQt6Core.so.6", "BINARY"),
    (f"{QT}/lib/libQt6Network.so.6", "/s/libQt6Network.so.6", "BINARY"),
    (f"{QT}/plugins/platforms/libqxcb.so", "/s/libqxcb.so", "BINARY"),
    (f"{QT}/lib/libQt6XcbQpa.so.6", "/s/libQt6XcbQpa.so.6", "BINARY"),
    (f"{QT}/plugins/platformthemes/libqgtk3.so", "/s/libqgtk3.so", "BINARY"),
    ("libgtk-3.so.0", "/s/libgtk-3.so.0", "BINARY"),
    ("libX11.so.6", "/lib/libX11.so.6", "BINARY"),
    ("libpython3.11.so.1.0", "/lib/libpython3.11.so.1.0", "BINARY"),
    ("libQt6Core.so.6", f"{QT}/lib/libQt6Core.so.6", "SYMLINK"),
    ("libQt6Network.so.6", f"{QT}/lib/libQt6Network.so.6", "SYMLINK"),
    (f"{QT}/translations/qtbase_de.qm", "/s/qtbase_de.qm", "DATA"),
    ("markdown-3.11.dist-info/METADATA", "/s/METADATA", "DATA"),
    ("resources/sources.toml", "/s/sources.toml", "DATA"),
]


def places(entries: Iterable[Entry], needs: dict[str, list[str]]) -> list[str]:
    return [place for place, _, _ in chosen(entries, lambda source: needs.get(source, []))]


def test_only_what_is_chosen_and_what_that_needs_is_kept() -> None:
    assert places(ENTRIES, NEEDS) == [
        "PySide6/QtGui.abi3.so",
        f"{QT}/lib/libQt6Gui.so.6",
        f"{QT}/lib/libQt6Core.so.6",
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/lib/libQt6XcbQpa.so.6",
        "libpython3.11.so.1.0",
        "libQt6Core.so.6",
        "resources/sources.toml",
    ]


def test_on_windows_names_differ_in_case_and_lines_between_folders() -> None:
    entries: list[Entry] = [
        ("python311.dll", r"C:\Python\python311.dll", "BINARY"),
        ("VCRUNTIME140.dll", r"C:\Python\VCRUNTIME140.dll", "BINARY"),
        (r"PySide6\plugins\platforms\qwindows.dll", r"C:\s\qwindows.dll", "BINARY"),
        (r"PySide6\Qt6Gui.dll", r"C:\s\Qt6Gui.dll", "BINARY"),
        (r"PySide6\opengl32sw.dll", r"C:\s\opengl32sw.dll", "BINARY"),
        (r"PySide6\plugins\imageformats\qwebp.dll", r"C:\s\qwebp.dll", "BINARY"),
        (r"PySide6\translations\qtbase_de.qm", r"C:\s\qtbase_de.qm", "DATA"),
    ]
    needs = {r"C:\s\qwindows.dll": [r"C:\s\qt6gui.DLL"], r"C:\Python\python311.dll": ["vcruntime140.dll"]}
    assert places(entries, needs) == [entry[0] for entry in entries[:4]]


def test_on_macos_a_library_is_a_folder_and_stays_or_goes_whole() -> None:
    gui, network = f"{QT}/lib/QtGui.framework", f"{QT}/lib/QtNetwork.framework"
    entries: list[Entry] = [
        ("PySide6/QtGui.abi3.so", "/s/QtGui.abi3.so", "EXTENSION"),
        (f"{gui}/Versions/A/QtGui", "/s/QtGui", "BINARY"),
        (f"{gui}/Versions/A/Resources/Info.plist", "/s/Info.plist", "DATA"),
        (f"{gui}/QtGui", "Versions/Current/QtGui", "SYMLINK"),
        (f"{network}/Versions/A/QtNetwork", "/s/QtNetwork", "BINARY"),
        (f"{network}/Versions/A/Resources/Info.plist", "/s/Info.plist", "DATA"),
        (f"{network}/QtNetwork", "Versions/Current/QtNetwork", "SYMLINK"),
    ]
    needs = {"/s/QtGui.abi3.so": ["/s/QtGui.framework/Versions/A/QtGui"]}
    assert places(entries, needs) == [entry[0] for entry in entries[:4]]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", "libqt6core.so.6"),
        (r"C:\Windows\KERNEL32.dll", "kernel32.dll"),
        ("/x/QtCore.framework/Versions/A/QtCore", "qtcore"),
        ("libc.so.6", "libc.so.6"),
    ],
)
def test_a_library_has_one_name_wherever_it_lies(path: str, name: str) -> None:
    assert library(path) == name


def test_qt_prints_on_windows_only() -> None:
    assert [name for name in PLUGINS if name.startswith("printsupport/")] == ["printsupport/windowsprintersupport"]
    assert ("PySide6.QtPrintSupport" in NOT_NEEDED) is (sys.platform != "win32")


def test_no_plugin_or_module_that_is_kept_is_about_networks() -> None:
    assert [name for name in PLUGINS if "network" in name or "tls" in name] == []
    assert {"_socket", "_ssl", "ssl", "asyncio", "PySide6.QtNetwork"} <= set(NOT_NEEDED)
