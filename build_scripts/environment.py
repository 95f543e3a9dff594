"""The folder `.venv`: Handrail's own Python with exactly the packages of the lock file. Never touches another Python.

Debian's Python comes without `ensurepip`, and putting that right needs an administrator. Without one, pip is fetched:
the version that the lock file names, from PyPI, and only if its SHA-256 is the one in the lock file.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from progress import PipNotice, run_showing, say
from system_packages import SystemPackage, has_apt, one_command

PIP_INDEX = "https://pypi.org/simple/pip/"
LARGEST_PIP = 16 * 1024 * 1024
_STAMP = "handrail-setup.txt"


class SetupError(Exception):
    """The set-up cannot go on. The text is for people: what is wrong and what to do."""


@dataclass(frozen=True)
class Environment:
    """Where `.venv` of the checkout in `root` keeps its things. Nothing here needs to exist yet."""

    root: Path

    @property
    def folder(self) -> Path:
        """The virtual environment."""
        return self.root / ".venv"

    @property
    def lock(self) -> Path:
        """The pinned packages."""
        return self.root / "build_scripts" / "requirements.lock"

    @property
    def python(self) -> Path:
        """Its Python."""
        return self._programs / ("python.exe" if os.name == "nt" else "python")

    @property
    def handrail(self) -> Path:
        """The installed command."""
        return self._programs / ("handrail.exe" if os.name == "nt" else "handrail")

    @property
    def _programs(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def _stamp(self) -> Path:
        return self.folder / _STAMP

    def fingerprint(self) -> str:
        """Changes whenever the set-up must be done again: other packages, other project, a checkout that was moved."""
        digest = hashlib.sha256(str(self.folder).encode())
        for path in (self.lock, self.root / "pyproject.toml"):
            digest.update(path.read_bytes())
        return digest.hexdigest()

    def is_ready(self) -> bool:
        """Whether the set-up was finished, with the packages that the lock file names today."""
        try:
            return self.python.exists() and self._stamp.read_text(encoding="ascii").strip() == self.fingerprint()
        except (OSError, UnicodeDecodeError):
            return False

    def make(self) -> None:
        """Do what is missing. Stopping half-way is safe: the next call goes on from there.

        Raises SetupError, or CommandFailedError with what pip said.
        """
        self._stamp.unlink(missing_ok=True)
        if not self._runs():
            say("  1/3 making .venv")
            self._make_folder()
        if not self._has_pip():
            self._bring_pip()
        say("  2/3 getting Python packages (about 120 MB, the first time only)")
        self._pip("install", "--require-hashes", "--only-binary", ":all:", "-r", str(self.lock))
        say("  3/3 installing Handrail itself")
        self._pip("install", "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(self.root))
        self._stamp.write_text(self.fingerprint() + "\n", encoding="ascii")

    def _runs(self) -> bool:
        command = [str(self.python), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
        return self.python.exists() and subprocess.run(command, capture_output=True, check=False).returncode == 0

    def _make_folder(self) -> None:
        if self.folder.exists():
            shutil.rmtree(self.folder)
        command = [sys.executable, "-m", "venv", "--without-pip", str(self.folder)]
        run_showing(command, lambda _: None, cwd=self.root)

    def _has_pip(self) -> bool:
        command = [str(self.python), "-m", "pip", "--version"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    def _bring_pip(self) -> None:
        if importlib.util.find_spec("ensurepip") is not None:
            command = [str(self.python), "-m", "ensurepip", "--default-pip"]
            run_showing(command, lambda _: None, cwd=self.root)
            return
        say("      this Python has no pip: fetching the pinned one from PyPI")
        name, wheel = fetch_pip(self.lock.read_text(encoding="utf-8"), read_address)
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            path = Path(folder) / name
            path.write_bytes(wheel)
            command = [str(self.python), str(path / "pip"), "install", "--no-index", "--no-deps", str(path)]
            run_showing(command, lambda _: None, cwd=self.root)

    def _pip(self, verb: str, *rest: str) -> None:
        quiet = ["--disable-pip-version-check", "--no-input", "--progress-bar", self._progress_style()]
        run_showing([str(self.python), "-m", "pip", verb, *quiet, *rest], PipNotice(), cwd=self.root)

    def _progress_style(self) -> str:
        # "raw" came with pip 24.1; Debian 12 brings 23.0, until the lock file has replaced it.
        command = [str(self.python), "-m", "pip", "--version"]
        said = subprocess.run(command, capture_output=True, check=False, text=True).stdout
        found = re.match(r"pip (\d+)\.(\d+)", said)
        return "raw" if found and (int(found[1]), int(found[2])) >= (24, 1) else "off"


def fetch_pip(lock: str, read: Callable[[str, str], bytes]) -> tuple[str, bytes]:
    """The wheel of pip that the lock file names: its file name and its bytes, checked against the lock file's hashes.

    `read(address, accept)` gives the bytes behind an address. Raises SetupError.
    """
    found = re.search(r"^pip==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+)", lock, re.MULTILINE)
    if found is None:
        raise SetupError("build_scripts/requirements.lock names no pip. Make the lock again as requirements.in says.")
    version = found[1]
    hashes = frozenset(re.findall(r"sha256:([0-9a-f]{64})", found[2]))
    try:
        listing = json.loads(read(PIP_INDEX, "application/vnd.pypi.simple.v1+json"))
        wheels = [
            (str(file["filename"]), str(file["url"]))
            for file in listing["files"]
            if str(file["filename"]).endswith(".whl") and file["hashes"].get("sha256") in hashes
        ]
        if not wheels:
            raise SetupError(f"PyPI does not list pip {version} with the hash in build_scripts/requirements.lock.")
        name, address = wheels[0]
        data = read(address, "*/*")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SetupError(
            f"pip could not be fetched from PyPI ({error}). Is there a network?\n{ask_for_pip()}"
        ) from None
    if hashlib.sha256(data).hexdigest() not in hashes:
        raise SetupError(f"What PyPI sent as pip {version} is not what build_scripts/requirements.lock names. Stopped.")
    return Path(name).name, data


def ask_for_pip() -> str:
    """The other way to get pip, for a person whose Python has none: one command, or "" where we know none."""
    package = pip_package()
    return (
        ""
        if package is None
        else f"Or let an administrator run this, then try again:\n\n  {one_command([package.name])}"
    )


def pip_package() -> SystemPackage | None:
    """The system package that brings pip for the Python we run on. None when it has pip, or is not the system's own."""
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is not None or not has_apt() or not sys.executable.startswith("/usr/bin/"):
        return None
    name = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    return SystemPackage(name, "run", "Python packages can be installed", "module:ensurepip")


def read_address(address: str, accept: str) -> bytes:
    """The bytes behind an https address, at most LARGEST_PIP. Raises OSError, or ValueError for anything but https."""
    if not address.startswith("https://"):
        raise ValueError(f"not https: {address}")
    request = urllib.request.Request(address, headers={"Accept": accept, "User-Agent": "handrail-setup"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return bytes(answer.read(LARGEST_PIP))
