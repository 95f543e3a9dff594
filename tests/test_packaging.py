"""What is promised about packages, licences and commands is what is there."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "build_scripts" / "requirements.lock").read_text(encoding="utf-8")
WANTED = (ROOT / "build_scripts" / "requirements.in").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LICENCES = ROOT / "resources" / "licences"


def wanted_packages(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def plain(requirement: str) -> str:
    return re.split(r"[=<>!~;\s]", requirement, maxsplit=1)[0].lower()


def test_the_project_asks_for_the_packages_that_are_locked_to_run_it() -> None:
    to_run = WANTED.partition("# To run.")[2].partition("# To install")[0].partition("\n\n")[0]
    assert wanted_packages(to_run.partition("\n")[2]) == PROJECT["dependencies"]


def test_every_wanted_package_is_pinned_with_hashes() -> None:
    pinned = dict(
        re.findall(r"^([a-z0-9.-]+)==\S+[^\n]*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", LOCK, re.M)
    )
    lines = [line for line in LOCK.splitlines() if line and not line.startswith(("#", " "))]
    assert len(pinned) == len(lines)
    assert {plain(package) for package in wanted_packages(WANTED)} <= set(pinned)


def test_the_lock_points_at_no_other_index_and_no_folder() -> None:
    assert [line for line in LOCK.splitlines() if re.search(r"^-|://|file:|@ |/", line.partition("#")[0])] == []


def test_qt_is_pinned_below_the_version_that_aborts() -> None:
    assert "PySide6-Essentials==6.11.3" in PROJECT["dependencies"]
    assert re.search(r"^pyside6-essentials==6\.11\.3 ", LOCK, re.M)


def test_every_package_has_a_line_of_reason() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    reasons = {found.lower() for found in re.findall(r"^\| `([^`]+)` \| \S", guide, re.M)}
    assert {plain(package) for package in wanted_packages(WANTED)} <= reasons


def test_the_readme_and_ci_give_the_same_command() -> None:
    command = "python3 build_scripts/dev.py test"
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    steps = [line for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines() if "python" in line]
    assert steps == [f"exec {command}"]


def test_every_licence_is_in_the_list_of_licences_and_there() -> None:
    index = (LICENCES / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`([a-z0-9-]+\.txt)`", index))
    assert listed == {path.name for path in LICENCES.glob("*.txt")}
    assert all((LICENCES / file).stat().st_size > 500 for file in listed)


def test_the_version_says_that_nobody_has_rung_the_numbers() -> None:
    text = (ROOT / "desktop_app" / "__init__.py").read_text(encoding="utf-8")
    assert re.search(r'^__version__ = "\d+\.\d+\.\d+\+unchecked"$', text, re.M)
