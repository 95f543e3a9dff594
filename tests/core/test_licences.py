"""Whose work is carried: the table beside the licences is read as it stands."""

from pathlib import Path

import pytest

from desktop_app.core.errors import ContentError
from desktop_app.core.licences import Licence, load_licences, read_licence
from desktop_app.core.resources import find_resources

TABLE = """# Licences

Words with a `file.txt` that is no row.

| part | version | where it is | licence | file |
| --- | --- | --- | --- | --- |
| One | 1.0 | here | MIT | `one.txt` |
| Two (of them) | 2.0 | `there/` | LGPL; GPL | `two-a.txt`, `two-b.txt` |
| Three | 3.0 | nowhere | none | none |
"""


@pytest.fixture
def licences(tmp_path: Path) -> Path:
    folder = tmp_path / "licences"
    folder.mkdir()
    (folder / "README.md").write_text(TABLE, encoding="utf-8")
    (folder / "one.txt").write_text("A title\n\nWords that\n   go on.\n \n\nThe end.\n", encoding="utf-8")
    (folder / "two-a.txt").write_text("First.", encoding="utf-8")
    (folder / "two-b.txt").write_text("Second.", encoding="utf-8")
    return tmp_path


def test_the_rows_that_name_a_file_are_the_parts(licences: Path) -> None:
    assert load_licences(licences) == (
        Licence("One", "MIT", ("one.txt",)),
        Licence("Two (of them)", "LGPL; GPL", ("two-a.txt", "two-b.txt")),
    )


def test_a_text_is_read_paragraph_by_paragraph(licences: Path) -> None:
    one, two = load_licences(licences)
    assert read_licence(licences, one.files) == ("A title", "Words that go on.", "The end.")
    assert read_licence(licences, two.files) == ("First.", "Second.")


def test_a_file_that_is_gone_is_named(licences: Path) -> None:
    (licences / "licences" / "two-b.txt").unlink()
    with pytest.raises(ContentError) as raised:
        read_licence(licences, load_licences(licences)[1].files)
    assert raised.value.problem.file == "licences/two-b.txt"


def test_a_file_that_is_empty_is_named(licences: Path) -> None:
    (licences / "licences" / "two-b.txt").write_text("\n \n", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        read_licence(licences, load_licences(licences)[1].files)
    assert raised.value.problem[:2] == ("file-empty", "licences/two-b.txt")


@pytest.mark.parametrize("text", ["", "Nothing here.\n", "| part | file |\n| --- | --- |\n"])
def test_a_table_without_rows_is_a_problem(licences: Path, text: str) -> None:
    (licences / "licences" / "README.md").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_licences(licences)
    assert raised.value.problem.file == "licences/README.md"


def test_every_licence_that_ships_belongs_to_a_part() -> None:
    named = {file for licence in load_licences(find_resources()) for file in licence.files}
    assert named == {path.name for path in (find_resources() / "licences").glob("*.txt")}
