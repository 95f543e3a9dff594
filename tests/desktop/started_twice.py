"""The smallest program that opens once: a window called "page" that is called "cover" after a second start.

Started by the journeys as a program of its own, so that what they find out about a second start depends on no page.
"""

import os

os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")  # as the real program does, before Qt is imported

from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.single_instance import claim, come_forward, system_door


def main() -> int:
    app = QApplication(["plain window"])
    right = claim(system_door())
    if right is None:
        return 0
    window = QWidget()
    window.setWindowTitle("page")
    window.resize(400, 300)

    def started_again() -> None:
        window.setWindowTitle("cover")
        come_forward(window)

    right.watch(started_again)
    window.show()
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
