"""What a system is asked not to show of the window, on systems that are not here."""

from types import SimpleNamespace
from typing import Any

from desktop_app.ui.objective_c import ObjectiveC
from desktop_app.ui.previews import forget_window, keep_out_of_previews, show_icon_only

ICON_NOT_PICTURE, NO_PEEK = 7, 11


def test_windows_shows_the_icon_and_lets_nobody_peek() -> None:
    asked: list[tuple[int, int, int, int]] = []

    def set_attribute(window: int, attribute: int, value: Any, size: int) -> int:
        asked.append((window, attribute, value._obj.value, size))
        return 0

    show_icon_only(SimpleNamespace(DwmSetWindowAttribute=set_attribute), 77)
    assert asked == [(77, ICON_NOT_PICTURE, 1, 4), (77, NO_PEEK, 1, 4)]


def objects(window: int | None) -> tuple[ObjectiveC, list[tuple[object, ...]]]:
    """A Mac with a view in a window, and what that was told."""
    told: list[tuple[object, ...]] = []

    def send(whom: int | None, what: bytes, *rest: bool) -> int | None:
        if what == b"window":
            assert whom == 5
            return window
        told.append((whom, what, *rest))
        return None

    def register(name: bytes) -> bytes:
        return name

    def get_class(name: bytes) -> int:
        return 1

    library = SimpleNamespace(objc_msgSend=send, sel_registerName=register, objc_getClass=get_class)
    return ObjectiveC(library), told


def test_a_mac_does_not_keep_the_window_for_the_next_start() -> None:
    mac, told = objects(window=9)
    forget_window(mac, 5)
    assert told == [(9, b"setRestorable:", False)]


def test_a_view_that_has_no_window_yet_is_let_be() -> None:
    mac, told = objects(window=None)
    forget_window(mac, 5)
    assert told == []


def test_what_an_argument_is_was_said_before_each_call() -> None:
    mac, _ = objects(window=9)
    kinds: list[int] = []
    library: Any = mac._library
    send = library.objc_msgSend

    def noticing(*arguments: Any) -> int | None:
        kinds.append(len(library.objc_msgSend.argtypes) - len(arguments))
        answer: int | None = send(*arguments)
        return answer

    library.objc_msgSend = noticing
    mac.ask(5, "window")
    mac.tell(9, "setRestorable:", False)
    mac.ask(5, "window")
    assert kinds == [0, 0, 0]


def test_on_linux_there_is_nothing_to_ask() -> None:
    keep_out_of_previews(1)
