"""What the page about Handrail says of this computer and of this content, in sentences: never rung, and kept."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale

from desktop_app.core.service import Service
from desktop_app.ui import strings
from desktop_app.ui.session import Session


def rung_words(services: Sequence[Service], language: str) -> tuple[str, ...]:
    """How many of the services a person sees nobody has rung or opened yet, and when they were last read."""
    if not services:
        return (strings.NO_LINES,)
    unrung = [service for service in services if service.rung_on is None]
    if not unrung:
        return (strings.RUNG_ALL.format(count=len(services)),)
    oldest = min(service.read_on for service in unrung)
    day = QLocale(language).toString(QDate(oldest.year, oldest.month, oldest.day), "d MMMM yyyy")
    if len(unrung) < len(services):
        return (strings.RUNG_SOME.format(count=len(services), left=len(unrung), day=day), strings.TRY_NEXT)
    return (strings.RUNG_NONE.format(count=len(services), day=day), strings.TRY_NEXT)


def kept_words(session: Session) -> tuple[str, ...]:
    """Whether the settings are kept, and in which file they are or would be."""
    kept = strings.KEPT_SETTINGS if session.remembered else strings.KEPT_NOTHING
    if session.settings_file is None:
        return (kept, strings.KEPT_NOWHERE)
    where = strings.KEPT_HERE if session.remembered else strings.KEPT_WOULD
    # Invisible places to break a long path at.
    return (kept, where.format(path=str(session.settings_file).replace(os.sep, f"{os.sep}\u200b")))
