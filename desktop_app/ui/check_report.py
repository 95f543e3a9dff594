"""The words of `handrail check`: what was found, a line each, or the same as JSON for a program to read.

Without Qt, so that a computer without a screen can be checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_app.core.errors import ContentProblem
from desktop_app.ui import problems

SENTENCES = {
    "home-missing": "This account has no home folder, so nothing can be remembered. Handrail works without.",
    "folder-blocked": "Nothing can be remembered: “{about}” can’t be a folder, something else is in its place. "
    "Move that away.",
    "folder-read-only": "Nothing can be remembered: this account may not write to “{about}”. Handrail works without.",
    "folder-nowhere": "Nothing can be remembered: there is no drive for “{about}”. Put it in, or name another folder.",
    "no-display": "There is no screen here, so it is not known if the window opens. "
    "Check again on a desktop, with --window.",
    "window-no-display": "The window can’t open: there is no screen. Start this from a desktop, or set DISPLAY first.",
    "window-screen": "The window can’t open: the screen does not answer. Start this from a desktop, as its user.",
    "window-late": "The window can’t open: nothing is to be seen after {about} seconds. Is this computer very busy?",
    "window-library": "The window can’t open, because something it needs is not here ({about}). Install that.",
}
"""What is found beside the content; sentences about content are in `problems.py`."""

TO_KNOW = "To know: {sentence}"
NEVER_RUNG = "Nobody has rung {count} of the services yet: {countries}."
ALL_RUNG = "Somebody has rung every service."
WINDOW_TRIED = "Opening the window. If nothing more is said here, the screen does not answer."
WINDOW_OPENS = "The window opens."
WHOLE = "Everything is there."
NOT_WHOLE = "Not everything is there. Put back what the lines above name, or install Handrail again."
NOT_READY = "The content is all there. The lines above say what to do about the rest."


class Finding(NamedTuple):
    """One thing that was found. `file` is relative to `resources/`, "" when it is about no file; `line` as there."""

    code: str
    file: str
    line: int
    sentence: str


def about_content(problem: ContentProblem) -> Finding:
    """A problem of the content."""
    return Finding(problem.code, problem.file, problem.line, problems.sentence(problem))


def about_computer(code: str, about: str = "") -> Finding:
    """Something about this computer; `code` is one of SENTENCES, `about` a folder, a number or what Qt said."""
    return Finding(code, "", 0, SENTENCES[code].format(about=about))


@dataclass
class Report:
    """What a check found. `never_rung` is a number of services by country; `window_opens` only when that was asked."""

    version: str
    problems: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    never_rung: Mapping[str, int] = field(default_factory=dict)
    window_opens: bool = False

    @property
    def ok(self) -> bool:
        """Whether nothing has to be mended."""
        return not self.problems

    def text(self) -> str:
        """A line for each finding, and a last one that says what it comes to."""
        lines = [problem.sentence for problem in self.problems]
        lines += [TO_KNOW.format(sentence=warning.sentence) for warning in self.warnings]
        silent = {country: count for country, count in sorted(self.never_rung.items()) if count}
        if silent:
            named = ", ".join(f"{country} {count}" for country, count in silent.items())
            lines.append(NEVER_RUNG.format(count=sum(silent.values()), countries=named))
        elif self.never_rung:
            lines.append(ALL_RUNG)
        if self.window_opens:
            lines.append(WINDOW_OPENS)
        return "\n".join((*lines, self._last_line()))

    def json(self) -> str:
        """The same as one JSON object, in plain ASCII. Its keys stay as they are."""
        from json import dumps  # not above: most checks are read by a person

        return dumps(
            {
                "ok": self.ok,
                "version": self.version,
                "problems": [problem._asdict() for problem in self.problems],
                "warnings": [warning._asdict() for warning in self.warnings],
                "never_rung": dict(sorted(self.never_rung.items())),
            },
            indent=2,
        )

    def _last_line(self) -> str:
        if self.ok:
            return WHOLE
        return NOT_READY if all(problem.code in SENTENCES for problem in self.problems) else NOT_WHOLE
