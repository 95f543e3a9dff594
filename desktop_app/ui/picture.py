"""An icon in the flow of a page."""

from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop_app.ui.theme import Look

ICON = 20


class Picture(QLabel):
    """An icon that stands before words; a screen reader passes over it."""

    def __init__(self, look: Look, icon: str, token: str) -> None:
        super().__init__()
        ratio = self.devicePixelRatioF()
        self.setPixmap(look.icons.pixmap(icon, look.fit(ICON), getattr(look.tokens, token), ratio))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.fit(44))
