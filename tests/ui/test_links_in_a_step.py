"""Links in the words of a step that give an answer: pressed twice they take nothing back."""

import shutil
from pathlib import Path

from desktop_app.core.resources import find_resources
from tests.ui.opening import OpenWindow
from tests.ui.screens import PAID, find, press, settle, words

STOP = Path("en", "plans", "young-person", "stop.md")


def test_a_link_that_gives_an_answer_gives_it_also_when_it_is_pressed_again(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    content = Path(shutil.copytree(find_resources(), tmp_path / "resources"))
    text = (content / STOP).read_text(encoding="utf-8")
    start, fence, body = text.rpartition("+++\n")
    (content / STOP).write_text(f"{start}{fence}\n[Money is gone](answer:urgent=paid)\n{body}", encoding="utf-8")
    window = open_window(resources=content)
    press(window, "I’m being blackmailed")
    press(window, "Money is gone")
    assert "Step 3 of 10" in words(window)
    press(window, "Back")
    press(window, "Back")
    press(window, "Money is gone")
    settle(window)
    assert find(window, PAID).isChecked()
    assert "Step 1 of 10" in words(window)
