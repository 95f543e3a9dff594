"""The hand of a person at the keyboard and the mouse. For the system's own Python; needs python3-xlib.

Reads one request a line on standard input and answers each with "done" once the X server has it:

point X Y       move the mouse there, in px of the screen
click BUTTON    press a button of the mouse and let go: 1, or 4 and 5 for the wheel
key NAME        press a key and let go, by its X name
"""

import sys

from Xlib import XK, X, display
from Xlib.ext import xtest


def act(screen: display.Display, what: str, *words: str) -> None:
    if what == "point":
        xtest.fake_input(screen, X.MotionNotify, x=int(words[0]), y=int(words[1]))
    elif what == "click":
        for kind in (X.ButtonPress, X.ButtonRelease):
            xtest.fake_input(screen, kind, int(words[0]))
    elif what == "key":
        for kind in (X.KeyPress, X.KeyRelease):
            xtest.fake_input(screen, kind, screen.keysym_to_keycode(XK.string_to_keysym(words[0])))
    else:
        raise ValueError(what)
    screen.sync()


def main() -> None:
    screen = display.Display()
    for line in sys.stdin:
        act(screen, *line.split())
        print("done", flush=True)


if __name__ == "__main__":
    main()
