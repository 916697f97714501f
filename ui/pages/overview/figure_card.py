"""A card with one figure, what it counts and what to do about it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label, set_tone
from ui.widgets.tokens import px


class FigureCard(Card):
    """Three lines and, if there is something to do, a link."""

    acted = Signal()
    """The link was pressed."""

    def __init__(self, parent: QWidget, name: str, caption: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(caption)
        self._caption = label(self, caption, Role.BODY)
        self._figure = label(self, "", Role.FIGURE, wrap=True)
        self._figure.setObjectName(f"{name}_figure")
        self._hint = label(self, "", Role.HINT, wrap=True)
        self._hint.setObjectName(f"{name}_hint")
        self._link = button(self, f"{name}_link", "", Look.LINK)
        self.body.setSpacing(px(4))
        for part in (self._caption, self._figure, self._hint):
            self.body.addWidget(part)
        self.body.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)
        self._link.clicked.connect(self._on_acted)

    def show_figure(self, figure: str, hint: str, link: str = "", tone: str = "") -> None:
        """Show `figure`; a blank `link` shows none."""
        self._figure.setText(figure)
        self._hint.setText(hint)
        set_tone(self._hint, tone)
        set_button_text(self._link, link)
        self._link.setVisible(bool(link))

    @Slot()
    def _on_acted(self) -> None:
        self.acted.emit()
