"""What is in the folder that people install, what is not, and that it is whole."""

import ast
import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from build import size
from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]

from desktop_app import __version__

ROOT = Path(__file__).resolve().parent.parent.parent
LIMIT = 130e6  # bytes
SUFFIX = ".exe" if os.name == "nt" else ""
NETWORKS = re.compile(r"network|_?socket\b|_ssl\b|libssl|libcrypto|libcurl|tls|asyncio", re.IGNORECASE)
NEVER_USED = re.compile(r"qml|quick|gtk|eglfs|translations|opengl32|d3dcompiler|webp|\.pyi$|dist-info", re.IGNORECASE)


def handrail(bundle: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the one with a console and wait for its end."""
    program = bundle / ("handrail-console.exe" if os.name == "nt" else "handrail")
    return subprocess.run([str(program), *words], capture_output=True, encoding="utf-8", check=False)


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def modules(bundle: Path) -> set[str]:
    """The full names of all modules of Python in the bundle that are written in Python."""
    archive = CArchiveReader(str(bundle / f"handrail{SUFFIX}")).open_embedded_archive("PYZ.pyz")
    with zipfile.ZipFile(bundle / "_internal" / "base_library.zip") as first_ones:
        names = {re.sub(r"(/__init__)?\.pyc$", "", name).replace("/", ".") for name in first_ones.namelist()}
    return names | {str(name) for name in archive.toc}


def test_it_says_its_version(bundle: Path) -> None:
    said = handrail(bundle, "--version")
    assert (said.returncode, said.stderr) == (0, "")
    assert __version__ in said.stdout


def test_the_check_finds_everything(bundle: Path) -> None:
    said = handrail(bundle, "check")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines()[-1] == "Everything is there."


def test_the_check_names_a_file_that_is_gone(bundle: Path) -> None:
    there = bundle / "_internal" / "resources" / "en" / "sheets" / "breath.md"
    aside = bundle / "aside"
    there.rename(aside)
    try:
        said = handrail(bundle, "check")
    finally:
        aside.rename(there)
    assert said.returncode == 1
    assert "en/sheets/breath.md" in said.stdout


def test_no_file_is_about_networks(bundle: Path) -> None:
    assert [name for name in files(bundle) if NETWORKS.search(name)] == []


def test_no_module_is_about_networks(bundle: Path) -> None:
    assert [name for name in modules(bundle) if NETWORKS.search(name)] == []
    assert modules(bundle).isdisjoint({"http", "http.client", "ftplib", "smtplib", "urllib.request", "xmlrpc"})


def test_nothing_is_inside_that_is_never_used(bundle: Path) -> None:
    assert [name for name in files(bundle) if NEVER_USED.search(name)] == []


def test_it_is_small_enough(bundle: Path) -> None:
    assert size(bundle) < LIMIT


def test_all_content_is_inside_and_nothing_else_of_ours(bundle: Path) -> None:
    inside = bundle / "_internal"
    assert files(inside / "resources") == files(ROOT / "resources")
    assert [name for name in files(bundle) if name.endswith((".py", ".spec"))] == []


def test_time_zones_are_inside(bundle: Path) -> None:
    assert (bundle / "_internal" / "tzdata" / "zoneinfo" / "Europe" / "London").is_file()


def test_everything_that_the_program_imports_is_inside(bundle: Path) -> None:
    inside = modules(bundle) | set(sys.builtin_module_names)
    inside |= {Path(name).name.partition(".")[0] for name in files(bundle) if name.endswith((".so", ".pyd"))}
    wanted = {name for path in used(ROOT / "desktop_app" / "__main__.py") for name in imported(path) if is_here(name)}
    if os.name != "nt":
        wanted.remove("PySide6.QtPrintSupport")  # prints there only
    assert "PySide6.QtWidgets" in wanted
    assert {name for name in wanted if name not in inside and name.removeprefix("PySide6.") not in inside} == set()


def used(start: Path) -> set[Path]:
    """The files of ours that this one can come to import, also later and indirectly. Itself among them."""
    found, waiting = {start}, [start]
    while waiting:
        for name in imported(waiting.pop()):
            path = ROOT / (name.replace(".", "/") + ".py")
            if name.startswith("desktop_app.") and path.is_file() and path not in found:
                found.add(path)
                waiting.append(path)
    return found


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def is_here(name: str) -> bool:
    """Whether there is such a module on this system. Some are for other systems, such as the registry of Windows."""
    return importlib.util.find_spec(name) is not None


def test_building_again_gives_the_same_bytes(bundle: Path, build: Callable[[], Path]) -> None:
    again = build()
    assert fingerprints(again) == fingerprints(bundle)


def fingerprints(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files(folder)}
