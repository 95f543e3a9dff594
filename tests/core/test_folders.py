"""Where the settings are, on ordinary and on odd computers."""

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import platformdirs
import pytest

from desktop_app.core.folders import settings_path
from tests.desktop.program import ROOT


def test_a_folder_that_the_person_named_is_used_and_not_made(tmp_path: Path) -> None:
    assert settings_path(tmp_path / "stick") == tmp_path / "stick" / "handrail.ini"
    assert not (tmp_path / "stick").exists()


def test_else_it_is_in_the_home_folder_and_nothing_is_made(home: Path) -> None:
    before = sorted(home.rglob("*"))
    path = settings_path(None)
    assert path is not None
    assert path.is_relative_to(home)
    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize(
    ("home", "data"),
    [
        *product(
            [None, "", "/", "//", "/home/kim", "/home/kim/", "/home/kim//", "home/kim", "~", "/home/k m é"],
            [None, "", "/data", "/data/", "/", "data", "~/data", "/da:ta"],
        )
    ],
)
def test_the_short_way_answers_what_the_library_answers(
    home: str | None, data: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("HOME", home), ("XDG_DATA_HOME", data)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert settings_path(None) == platformdirs.user_data_path("handrail", appauthor=False) / "handrail.ini"


@pytest.mark.parametrize("home", [None, "", "kim"])
def test_with_neither_home_nor_account_there_is_no_place(home: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("HOME") if home is None else monkeypatch.setenv("HOME", home)

    def nobody(_: int) -> object:
        raise KeyError("uid not found")

    monkeypatch.setattr("pwd.getpwuid", nobody)
    assert settings_path(None) is None


def test_the_folder_never_roams(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, object]] = []

    def user_data_path(name: str, **wishes: object) -> Path:
        asked.append({"name": name, **wishes})
        return Path("C:/Users/kim/AppData/Local/handrail")

    monkeypatch.setattr(platformdirs, "user_data_path", user_data_path)
    monkeypatch.setattr(sys, "platform", "win32")
    assert settings_path(None) == Path("C:/Users/kim/AppData/Local/handrail/handrail.ini")
    assert asked == [{"name": "handrail", "appauthor": False, "roaming": False}]


def test_an_ordinary_start_does_not_wait_for_the_library() -> None:
    script = "import sys; from desktop_app.core.folders import settings_path; settings_path(None); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "HOME": "/home/kim"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ("platformdirs" in done.stdout.split()) is (sys.platform != "linux")
