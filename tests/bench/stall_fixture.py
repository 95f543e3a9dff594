"""The stall hunter for any test that asks for it. Import `stalls` where fixtures are looked for.

    with stalls.at("opening the plan"):
        press(window, "I’m being blackmailed")
    print(stalls.over(0.05))

It is for looking, not for asserting lengths: how long something takes depends on what else the computer does.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench.stalls import StallHunter


@pytest.fixture
def stalls(qapp: QApplication) -> Iterator[StallHunter]:
    hunter = StallHunter()
    hunter.start()
    yield hunter
    hunter.stop()
