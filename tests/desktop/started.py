"""The program started for one command, to its end, without a screen of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pytest

from desktop_app import command_line
from desktop_app.core.errors import ContentError
from tests.desktop.program import ROOT

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def start(
    *words: str | bytes,
    environment: Mapping[str, str] = MappingProxyType({}),
    program: Sequence[str] = ("-m", "desktop_app"),
    stdout: int = subprocess.PIPE,
) -> subprocess.CompletedProcess[str]:
    """Runs the program with no screen but one that `environment` gives it."""
    without = {name: value for name, value in os.environ.items() if name not in SCREENS}
    return subprocess.run(
        [sys.executable, *program, *words],
        cwd=ROOT,
        env={**without, "PYTHONPATH": str(ROOT), **environment},
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )


def no_content(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the program finds no content, though it has a screen."""

    def nothing() -> Path:
        raise ContentError.at("resources-missing", "", 0, "resources")

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(command_line, "find_resources", nothing)
