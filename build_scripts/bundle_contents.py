"""What goes into the bundle and what stays out, with the reason for each. Read by handrail.spec.

Qt's plugins are chosen by name, so that a new version of Qt adds none unseen. Libraries follow from what is chosen,
Python's modules from what the program imports, without those that nothing in it needs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""One file as PyInstaller lists it: where it goes, where it comes from, its kind ("BINARY", "DATA", "SYMLINK", ...)."""

PLUGINS = frozenset(
    {
        # Windows on Windows, macOS, X11 and Wayland; and none at all, for `handrail check --window` without a screen.
        "platforms/qwindows",
        "platforms/qcocoa",
        "platforms/qxcb",
        "platforms/qwayland",
        "platforms/qoffscreen",
        # Letters that no single key makes.
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        # On Wayland: the usual kind of window, and a frame around it where the desktop draws none.
        "wayland-shell-integration/xdg-shell",
        "wayland-decoration-client/adwaita",
        "wayland-decoration-client/bradient",
        # Printers on Windows. Elsewhere pages go to the system's own printing by its own library, without Qt.
        "printsupport/windowsprintersupport",
    }
)
"""Qt's plugins that are kept, of all systems. What is not here stays out: GTK (it writes files of its own), picture
formats that nobody shows, drawing by OpenGL, screens without a desktop, networks."""

NOT_NEEDED = (
    # Networks. That none of them is inside is what we promise.
    *("_socket", "socket", "_ssl", "ssl", "asyncio", "_asyncio", "ftplib", "http", "smtplib", "socketserver"),
    *("urllib.error", "urllib.request", "urllib.response", "webbrowser", "xmlrpc", "PySide6.QtNetwork"),
    # They cannot do without networks. The first writes QR codes into files, see core/qr.py.
    *("segno.writers", "email", "importlib.metadata", "multiprocessing", "_multiprocessing", "concurrent"),
    # Prints on Windows only; its part for other systems would write pages into files on the way.
    *(() if sys.platform == "win32" else ("PySide6.QtPrintSupport",)),
    # OpenSSL for fingerprints: Python's own do.
    "_hashlib",
    # For people who sit before Python, who test, who build.
    *("cgi", "doctest", "pdb", "pydoc", "readline", "rlcompleter", "site", "sitecustomize", "unittest"),
    *("_distutils_hack", "distutils", "packaging", "pygments", "setuptools", "trove_classifiers", "typing_extensions"),
    # Ways of packing in which nothing here is packed.
    *("_bz2", "bz2", "_lzma", "lzma", "tarfile"),
)
"""Python's modules that would follow from an import somewhere, but that the program never reaches."""

_OF_THE_SYSTEM = re.compile(
    # They read the system's settings or talk to its drivers, and have to be as old or new as those.
    r"lib(fontconfig|freetype|X11|Xau|Xdmcp|stdc\+\+|gcc_s)\.so\..*"
    # The ones above need them, and are there with them.
    r"|lib(expat|z|png16|bz2|brotlicommon|brotlidec|bsd|md)\.so\..*"
)
_PYTHON = re.compile(r"(lib)?python3.*", re.IGNORECASE)


def chosen(entries: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The files of the bundle that are kept, in their order.

    `needs(source)` gives the names, with or without folders, of the libraries that the one in the file `source` cannot
    start without. A library is kept when a module of Python, a plugin or Python itself leads to it.
    """
    wanted = [entry for entry in entries if _is_wanted(entry[0])]
    sources = {library(place): source for place, source, kind in wanted if kind == "BINARY"}
    firsts = [entry for entry in wanted if _is_first(entry)]
    reached = {library(place) for place, _, _ in firsts}
    look_at = [source for _, source, _ in firsts]
    while look_at:
        for name in map(library, needs(look_at.pop())):
            if name in sources and name not in reached:
                reached.add(name)
                look_at.append(sources[name])
    return [entry for entry in wanted if not _is_library(entry) or library(entry[0]) in reached]


def library(path: str) -> str:
    """What a library is called wherever it lies. On macOS some are folders, and named as those."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    names = [part.removesuffix(".framework") for part in parts if part.endswith(".framework")]
    return (names[0] if names else parts[-1]).lower()


def _is_wanted(place: str) -> bool:
    place = place.replace("\\", "/")
    plugin = _plugin(place)
    if plugin:
        return plugin in PLUGINS
    if "/translations/" in place or ".dist-info/" in place:
        return False  # Qt's words for windows that we never open; what pip noted down
    return _OF_THE_SYSTEM.fullmatch(place.rpartition("/")[2]) is None


def _plugin(place: str) -> str:
    """The kind and name of Qt's plugin in that place, or ""."""
    name = place.replace("\\", "/").partition("/plugins/")[2].partition(".")[0]
    return re.sub(r"(^|/)lib", r"\1", name)


def _is_first(entry: Entry) -> bool:
    """Whether a library is there for its own sake and not only for another."""
    place, _, kind = entry
    return kind == "EXTENSION" or (kind == "BINARY" and bool(_plugin(place) or _PYTHON.fullmatch(place)))


def _is_library(entry: Entry) -> bool:
    return entry[2] in ("BINARY", "EXTENSION", "SYMLINK") or ".framework/" in entry[0]
