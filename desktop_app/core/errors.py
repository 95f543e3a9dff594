"""What can be wrong with a content file: a code, a place and the word it is about.

No sentences here: `ui/problems.py` has one for each code.
"""

from __future__ import annotations

from typing import NamedTuple


class ContentProblem(NamedTuple):
    """One mistake in one content file."""

    code: str
    """A short slug such as "link-scheme"; `ui/problems.py` knows every one."""
    file: str
    """The file, relative to `resources/`, with forward slashes; "" when the text came from no file."""
    line: int
    """Counted from 1; 0 when it is about the whole file."""
    about: str
    """The word that is wrong: an id, a key, an address, a tag."""


class ContentError(Exception):
    """A content file cannot be used. Nothing else may come out of code that reads content."""

    def __init__(self, problem: ContentProblem) -> None:
        super().__init__(f"{problem.file}:{problem.line}: {problem.code}: {problem.about}")
        self.problem = problem

    @classmethod
    def at(cls, code: str, file: str, line: int = 0, about: str = "") -> ContentError:
        """The error for one problem, ready to raise."""
        return cls(ContentProblem(code, file, line, about))
