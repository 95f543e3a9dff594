"""The least a Qt window can be: what Handrail's start and memory are measured against.

Named imports, the style Handrail uses, a window of the same size, one button. Nothing may be added here to make
Handrail look better. It closes itself after `--seconds` (a float) when that is given; otherwise it stays open.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton


def main(arguments: list[str]) -> int:
    """Show the window and wait until it is closed. Returns Qt's exit code."""
    app = QApplication(arguments[:1])
    app.setStyle("Fusion")
    window = QMainWindow()
    window.setCentralWidget(QPushButton("Button"))
    window.resize(1100, 760)
    window.show()
    if len(arguments) == 3 and arguments[1] == "--seconds":
        QTimer.singleShot(int(float(arguments[2]) * 1000), app.quit)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
