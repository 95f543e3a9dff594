"""A small library to break: folders and pages as they have to be."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.library import AUDIENCES

SOURCE = """[{name}]
name = "A place that knows"
address = "example.org/page"
grade = "A"
facts = ["1.1"]
read_on = 2026-11-24
"""


def page(title: str = "A page", order: int = 10, sources: str = '"one"', body: str = "It is so.[^one]") -> str:
    """The text of a page's file."""
    return (
        f'+++\ntitle = "{title}"\nsummary = "What it answers."\norder = {order}\nsources = [{sources}]\n'
        f"checked = 2026-11-24\n+++\n\n{body}\n"
    )


def write(root: Path, name: str, text: str, language: str = "en") -> Path:
    """Writes a page "audience/id" and gives its path."""
    path = root / language / "pages" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def sources(root: Path, *names: str) -> None:
    """Writes the sources with these names."""
    (root / "sources").mkdir(parents=True, exist_ok=True)
    (root / "sources" / "all.toml").write_text("\n".join(SOURCE.format(name=name) for name in names), encoding="utf-8")


def contents(root: Path, **named: list[str]) -> None:
    """Writes the list of pages; an audience not given has none."""
    lists = {**{audience: [] for audience in AUDIENCES}, **named}
    (root / "pages.toml").write_text("\n".join(f"{key} = {value}" for key, value in lists.items()), encoding="utf-8")
