"""Home does not wait for the journal."""

import subprocess
import sys
from pathlib import Path

from desktop_app.core import journal
from tests.desktop.program import ROOT

LOOK = """
import importlib, sys
from pathlib import Path
for name in sys.argv[1:]:
    importlib.import_module(f"desktop_app.core.journal.{name}")
from desktop_app.core.journal import files
files.mend(Path("/nowhere/at/all"))
heavy = ("apsw", "nacl", "cffi", "_cffi_backend", "sqlite3", "zoneinfo", "PySide6")
print([name for name in heavy if name in sys.modules])
"""


def test_no_part_of_the_journal_imports_sqlite_or_libsodium_before_one_is_opened() -> None:
    names = sorted(path.stem for path in Path(journal.__path__[0]).glob("*.py"))
    assert len(names) > 15
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *names], cwd=ROOT, capture_output=True, text=True, check=False, timeout=30
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
