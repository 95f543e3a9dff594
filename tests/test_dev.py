"""The developer's commands: what they refuse, what they remember, what they say when something is missing."""

import ast
import hashlib
import json
import sys
from pathlib import Path

import dev
import display
import environment
import pytest
import system_packages
from environment import Environment, SetupError

SCRIPTS = Path(dev.__file__).resolve().parent


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Say what to do."),
        (["flub"], "There is no command 'flub'."),
        ([""], "There is no command ''."),
        (["--flub"], "There is no command '--flub'."),
        (["run", "fast"], "run does not know what to do with 'fast'."),
        (["test", "-k", "plan"], "test does not know what to do with '-k'."),
        (["shots"], "shots needs one folder to write the pictures into."),
        (["shots", "a", "b"], "shots needs one folder to write the pictures into."),
        (["shots", "--", "a"], "shots needs one folder to write the pictures into."),
        (["setup", "--", "a"], "setup takes nothing after it."),
    ],
)
def test_nonsense_on_the_command_line_is_answered_in_one_sentence(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(words) == 2
    said = capsys.readouterr()
    assert said.err.splitlines()[0] == sentence
    assert "dev.py run" in said.err
    assert said.out == ""


def test_what_comes_after_two_dashes_is_passed_on() -> None:
    assert dev.parse(["test", "--", "-k", "plan", "--", "x"]) == dev.Request("test", None, ("-k", "plan", "--", "x"))


def test_torture_takes_how_often_and_starts_its_script_on_the_private_screen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[tuple[str, tuple[str, ...]]] = []

    def run_script(_: Environment, script: Path, arguments: tuple[str, ...]) -> int:
        assert script.is_file()
        started.append((script.name, arguments))
        return 1

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "set_up", lambda *_: None)
    monkeypatch.setattr(dev, "_run_script", run_script)
    assert dev.carry_out(dev.parse(["torture", "--", "20"]), Environment(tmp_path)) == 1
    assert started == [("torture.py", ("20",))]


def test_torture_says_where_it_cannot_be(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert dev.main(["torture"]) == 1
    assert capsys.readouterr().err.startswith("torture needs Linux")


@pytest.mark.parametrize(
    ("words", "needs"),
    [
        (["bench"], ["run", "test", "bundle"]),
        (["bench", "--", "-n", "3"], ["run", "test", "bundle"]),
        (["bench", "--peers", "--", "-n", "3"], ["run", "test", "bundle", "peers"]),
        (["bench", "--", "--peers"], ["run", "test", "bundle", "peers"]),
        (["test", "--", "--peers"], ["run", "test", "bundle"]),
    ],
)
def test_the_other_program_is_only_brought_for_a_bench_that_wants_it(
    words: list[str], needs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    brought: list[str] = []
    monkeypatch.setattr(dev, "set_up", lambda _, purposes: brought.extend(purposes))
    monkeypatch.setattr(dev, "_run_script", lambda *_: 0)
    monkeypatch.setattr(dev, "test", lambda *_: 0)
    assert dev.carry_out(dev.parse(words), Environment(SCRIPTS.parent)) == 0
    assert brought == needs


def test_the_wish_for_the_other_program_is_passed_on_to_the_bench() -> None:
    assert dev.parse(["bench", "--peers", "--", "-n", "3"]).rest == ("--peers", "-n", "3")


def test_a_folder_for_pictures_is_meant_from_where_the_person_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert dev.parse(["shots", "out"]).folder == tmp_path / "out"


def test_asking_for_help_is_not_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    assert "dev.py setup" in capsys.readouterr().out


def test_an_older_python_can_read_far_enough_to_say_that_it_is_too_old() -> None:
    source = (SCRIPTS / "dev.py").read_text(encoding="utf-8")
    body = ast.parse(source, feature_version=(3, 7)).body
    guard = next(number for number, node in enumerate(body) if isinstance(node, ast.If))
    before = [node for node in body[:guard] if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(node) for node in before] == ["from __future__ import annotations", "import sys"]


def checkout(folder: Path) -> Environment:
    """A checkout with a `.venv` that looks finished."""
    made = Environment(folder)
    made.lock.parent.mkdir()
    made.lock.write_text("lock")
    (folder / "pyproject.toml").write_text("project")
    made.python.parent.mkdir(parents=True)
    made.python.write_text("")
    (made.folder / "handrail-setup.txt").write_text(made.fingerprint())
    return made


def test_a_finished_set_up_is_not_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = checkout(tmp_path)
    assert made.is_ready()
    monkeypatch.setattr(Environment, "make", lambda _: pytest.fail("was made again"))
    monkeypatch.setattr(system_packages, "missing", lambda _: ())
    dev.set_up(made, ["run"])


@pytest.mark.parametrize("changed", ["build_scripts/requirements.lock", "pyproject.toml"])
def test_other_packages_or_another_project_need_a_new_set_up(tmp_path: Path, changed: str) -> None:
    made = checkout(tmp_path)
    (tmp_path / changed).write_text("other")
    assert not made.is_ready()


def test_a_set_up_that_was_stopped_half_way_is_not_taken_for_finished(tmp_path: Path) -> None:
    made = checkout(tmp_path)
    (made.folder / "handrail-setup.txt").unlink()
    assert not made.is_ready()


def test_an_unreadable_stamp_means_set_up_again(tmp_path: Path) -> None:
    made = checkout(tmp_path)
    (made.folder / "handrail-setup.txt").write_bytes(b"\xff\x00")
    assert not made.is_ready()


def test_a_checkout_that_was_moved_is_set_up_again(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    checkout(here)
    here.rename(there)
    assert not Environment(there).is_ready()


def test_a_python_that_is_gone_means_set_up_again(tmp_path: Path) -> None:
    made = checkout(tmp_path)
    made.python.unlink()
    assert not made.is_ready()


WHEEL = b"the wheel"
LOCK = "\n".join(
    [
        "pillow==1.0 \\",
        f"    --hash=sha256:{'0' * 64}",
        "pip==26.3 \\",
        f"    --hash=sha256:{'a' * 64} \\",
        f"    --hash=sha256:{hashlib.sha256(WHEEL).hexdigest()}",
        "pluggy==1.0 \\",
        f"    --hash=sha256:{'1' * 64}",
        "",
    ]
)


def index(hashed: bytes) -> bytes:
    return json.dumps(
        {
            "files": [
                {"filename": "pip-26.3.tar.gz", "url": "https://x/pip.tar.gz", "hashes": {"sha256": "a" * 64}},
                {
                    "filename": "pip-26.3-py3-none-any.whl",
                    "url": "https://x/pip.whl",
                    "hashes": {"sha256": hashlib.sha256(hashed).hexdigest()},
                },
            ]
        }
    ).encode()


def test_the_pip_that_is_fetched_is_the_one_that_the_lock_names() -> None:
    answers = {environment.PIP_INDEX: index(WHEEL), "https://x/pip.whl": WHEEL}
    assert environment.fetch_pip(LOCK, lambda address, _: answers[address]) == ("pip-26.3-py3-none-any.whl", WHEEL)


@pytest.mark.parametrize(
    ("lock", "answers", "sentence"),
    [
        ("pytest==9.0 \\\n", {}, "names no pip"),
        (LOCK, {environment.PIP_INDEX: index(b"other")}, "does not list pip 26.3"),
        (LOCK, {environment.PIP_INDEX: index(WHEEL), "https://x/pip.whl": b"other"}, "is not what"),
        (LOCK, {environment.PIP_INDEX: b"<html>"}, "could not be fetched"),
        (LOCK, {environment.PIP_INDEX: b"[]"}, "could not be fetched"),
        (LOCK, {environment.PIP_INDEX: b'{"files": [1]}'}, "could not be fetched"),
        (LOCK, {}, "could not be fetched"),
    ],
)
def test_a_pip_that_is_not_the_named_one_is_refused(lock: str, answers: dict[str, bytes], sentence: str) -> None:
    def read(address: str, _: str) -> bytes:
        if address not in answers:
            raise OSError("no network")
        return answers[address]

    with pytest.raises(SetupError, match=sentence):
        environment.fetch_pip(lock, read)


def test_without_a_network_the_administrator_is_named_as_the_other_way_to_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    package = system_packages.SystemPackage("python3.11-venv", "run", "for pip", "module:ensurepip")
    monkeypatch.setattr(environment, "pip_package", lambda: package)
    assert environment.ask_for_pip().splitlines()[-1].endswith("--no-install-recommends python3.11-venv")


def test_pip_is_never_fetched_without_encryption() -> None:
    with pytest.raises(ValueError, match="not https"):
        environment.read_address("http://pypi.org/simple/pip/", "*/*")


def test_every_system_package_has_a_reason_and_a_way_to_see_that_it_is_there() -> None:
    names = [package.name for package in system_packages.PACKAGES]
    assert len(names) == len(set(names)) > 20
    for package in system_packages.PACKAGES:
        assert len(package.reason) > 8
        assert package.provides.partition(":")[0] in ("lib", "program", "file", "module")
    assert {package.purpose for package in system_packages.PACKAGES} == {"run", "wayland", "test", "bundle", "peers"}


ABSENT = system_packages.SystemPackage("libnothing1", "run", "nothing at all", "lib:libnothing-at-all.so.9")
ABSENT_TOO = system_packages.SystemPackage("no-tool", "test", "nothing either", "program:no-such-tool-at-all")
PRESENT = system_packages.SystemPackage("base-files", "run", "the root folder", f"file:/no/such|{Path(__file__)}")


def test_only_what_is_missing_for_the_purpose_is_asked_for() -> None:
    packages = (ABSENT, ABSENT_TOO, PRESENT)
    assert system_packages.missing(["run"], packages) == (ABSENT,)
    assert system_packages.missing(["run", "test", "bundle"], packages) == (ABSENT, ABSENT_TOO)


def test_without_being_root_one_exact_command_is_named() -> None:
    said = system_packages.how_to_get([ABSENT, ABSENT_TOO], apt=True)
    commands = [line.strip() for line in said.splitlines() if "apt-get" in line]
    assert commands == ["sudo apt-get update && sudo apt-get install -y --no-install-recommends libnothing1 no-tool"]
    assert "libnothing1: nothing at all" in said


def test_without_apt_the_missing_libraries_are_named() -> None:
    said = system_packages.how_to_get([ABSENT], apt=False)
    assert "libnothing-at-all.so.9: nothing at all" in said
    assert "apt-get" not in said


def test_missing_packages_stop_a_person_who_is_not_root_before_the_long_download(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_packages, "missing", lambda _: (ABSENT,))
    monkeypatch.setattr(system_packages, "is_root", lambda: False)
    monkeypatch.setattr(system_packages, "has_apt", lambda: True)
    monkeypatch.setattr(Environment, "make", lambda _: pytest.fail("the download was begun"))
    with pytest.raises(SetupError, match="only an administrator"):
        dev.set_up(Environment(tmp_path), ["run"])


def test_without_a_screen_run_says_so_in_one_sentence_and_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(display, "has_screen", lambda _: False)
    assert dev.main(["run"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("There is no screen here")
    assert "xvfb-run" in said
    assert len(said.splitlines()) == 1
