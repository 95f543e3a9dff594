"""What the tests of the journal share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.journal.journal import Journal
from tests.core.journal.tools import Calendar, started


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """The folder for journals, which is not there yet."""
    return tmp_path / "share" / "handrail"


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def journal(data_dir: Path, calendar: Calendar) -> Iterator[Journal]:
    """A journal that was just started."""
    journal = started(data_dir, calendar=calendar)
    yield journal
    journal.close()
