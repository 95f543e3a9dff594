"""The shape of the program: short files, no dialogs, no network, one place for each dangerous thing.

Which layer may use which is held by the import-linter contracts in pyproject.toml.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = sorted((ROOT / "desktop_app").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SCRIPTS = sorted((ROOT / "build_scripts").rglob("*.py"))

# They remember folders or file names for other people at the same computer, or cover "Leave now".
DIALOGS = re.compile(r"Q(\w*Dialog|MessageBox|ErrorMessage|Wizard|Drag)")
NETWORK = frozenset(
    {"asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "telnetlib"}
    | {"urllib", "webbrowser", "xmlrpc"}
    | {f"PySide6.Qt{module}" for module in ("Network", "NetworkAuth", "WebSockets", "WebEngineCore", "HttpServer")}
)
SLOW_TO_IMPORT = frozenset({"apsw", "markdown", "nacl", "segno"})
PUTTING_OFF = frozenset({"skip", "skipif", "skipIf", "skipUnless", "xfail", "importorskip"})


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def names_used(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name


def imports(nodes: Iterator[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_at_once(path: Path) -> Iterator[str]:
    """What importing this file imports: everything but what stands inside functions and under TYPE_CHECKING."""

    def outside(body: list[ast.stmt]) -> Iterator[ast.AST]:
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
                continue
            yield node
            for part in ("body", "orelse", "finalbody"):
                yield from outside(getattr(node, part, []))

    yield from imports(outside(tree(path).body))


def root_name(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize("path", PROGRAM + TESTS + SCRIPTS, ids=name)
def test_a_file_is_short_enough_to_be_about_one_thing(path: Path) -> None:
    limit = 250 if path.name == "main_window.py" else 300
    assert len(path.read_text(encoding="utf-8").splitlines()) <= limit


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_nothing_opens_a_dialog_or_starts_a_drag(path: Path) -> None:
    assert [used for used in names_used(path) if DIALOGS.fullmatch(used)] == []


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_nothing_can_reach_a_network(path: Path) -> None:
    reached = [
        module for module in imports(ast.walk(tree(path))) if module in NETWORK or module.partition(".")[0] in NETWORK
    ]
    assert reached == []
    assert not {"__import__", "import_module"} & set(names_used(path)), "an import that this test cannot see"


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_starting_imports_nothing_that_is_needed_only_later(path: Path) -> None:
    assert [module for module in imported_at_once(path) if module.partition(".")[0] in SLOW_TO_IMPORT] == []


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_only_app_and_leave_now_end_the_program(path: Path) -> None:
    if name(path) in ("desktop_app/app.py", "desktop_app/ui/leave_now.py"):
        return
    ends = [
        f"{root_name(node)}.{node.attr}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and (root_name(node), node.attr)
        in {("os", "_exit"), ("os", "abort"), ("os", "kill"), ("sys", "exit"), ("QApplication", "exit")}
    ]
    assert ends == []


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_only_tasks_makes_threads(path: Path) -> None:
    if name(path) == "desktop_app/ui/tasks.py":
        return
    made = {"QThread", "QThreadPool", "QRunnable", "Thread", "ThreadPoolExecutor"} & set(names_used(path))
    assert made == set()


@pytest.mark.parametrize("path", TESTS, ids=name)
def test_no_test_is_put_off(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute) and root_name(node) in ("pytest", "unittest", "mark"):
            assert node.attr not in PUTTING_OFF, f"line {node.lineno}"
        if isinstance(node, ast.ImportFrom) and node.module in ("pytest", "unittest"):
            assert not {alias.name for alias in node.names} & PUTTING_OFF, f"line {node.lineno}"


def test_every_line_that_protects_a_person_names_a_test_that_exists() -> None:
    there = {node.name for path in TESTS for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)}
    named = {}
    for path in PROGRAM:
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            if "# SAFETY:" in line:
                comment = _whole_comment(lines, number - 1)
                tests = re.findall(r"\btest_\w+", comment)
                assert tests, f"{name(path)}:{number} names no test"
                named.update({test: f"{name(path)}:{number}" for test in tests})
    assert {test: place for test, place in named.items() if test not in there} == {}


def _whole_comment(lines: list[str], at: int) -> str:
    comment = [lines[at].partition("#")[2]]
    for line in lines[at + 1 :]:
        if not line.strip().startswith("#"):
            break
        comment.append(line)
    return " ".join(comment)


def test_the_layers_are_held_by_contracts() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    contracts = {contract["id"]: contract for contract in settings["contracts"]}
    assert contracts["layers"]["layers"] == ["__main__", "command_line", "app", "ui", "core"]
    assert contracts["layers"]["exhaustive"] is True
    assert "PySide6" in contracts["core-without-qt"]["forbidden_modules"]
    assert {"socket", "ssl", "urllib", "http"} <= set(contracts["no-network"]["forbidden_modules"])
    assert all("ignore_imports" not in contract for contract in contracts.values())
