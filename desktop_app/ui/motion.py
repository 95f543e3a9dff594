"""Less movement: what Qt moves by itself stands still. The program's own screens never move."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


class Motion:
    """Knows what the system wants to move, which may be less already."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._effects = app.isEffectEnabled(Qt.UIEffect.UI_General)
        self._blink = app.cursorFlashTime()

    def reduce(self, yes: bool) -> None:
        """Menus and lists that slide or fade in, and the text cursor that blinks: still, or as the system has them."""
        self._app.setEffectEnabled(Qt.UIEffect.UI_General, self._effects and not yes)
        self._app.setCursorFlashTime(0 if yes else self._blink)
