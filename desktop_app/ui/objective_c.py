"""A few words with the objects of a Mac, for what Qt does not pass on. By `ctypes`: nothing has to be installed."""

from __future__ import annotations

from typing import Any

LIBRARY = "/usr/lib/libobjc.dylib"


class ObjectiveC:
    """`library` is the runtime, `ctypes.CDLL(LIBRARY)`, of one's own: the types of its functions are set here."""

    def __init__(self, library: Any) -> None:
        import ctypes

        self._library = library
        self._two = (ctypes.c_void_p, ctypes.c_void_p)
        self._three = (*self._two, ctypes.c_bool)
        library.objc_getClass.restype = library.sel_registerName.restype = ctypes.c_void_p
        library.objc_getClass.argtypes = library.sel_registerName.argtypes = (ctypes.c_char_p,)
        library.objc_msgSend.restype = ctypes.c_void_p

    def class_named(self, name: str) -> int | None:
        """The class of that name."""
        found: int | None = self._library.objc_getClass(name.encode())
        return found

    def ask(self, whom: int | None, what: str) -> int | None:
        """What an object answers; None of None."""
        # Set before each call: on Arm an argument that was not announced is put where nobody looks for it.
        self._library.objc_msgSend.argtypes = self._two
        answer: int | None = self._library.objc_msgSend(whom, self._library.sel_registerName(what.encode()))
        return answer

    def says_yes(self, whom: int | None, what: str) -> bool:
        """Whether the answer is yes. It comes in the lowest byte; what stands above that means nothing."""
        return bool((self.ask(whom, what) or 0) & 0xFF)

    def tell(self, whom: int | None, what: str, yes: bool) -> None:
        """Sets something of an object to yes or no."""
        self._library.objc_msgSend.argtypes = self._three
        self._library.objc_msgSend(whom, self._library.sel_registerName(what.encode()), yes)
