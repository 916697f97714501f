"""The bar across the top: where one is, the search, the state of saving, and what is at hand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.chips import Chip
from ui.widgets.elided import ElidedLabel
from ui.widgets.icons import icon
from ui.widgets.labels import Role
from ui.widgets.save_state import SaveIndicator
from ui.widgets.search_button import SearchButton
from ui.widgets.tokens import px

HEIGHT_PX = 56
CHIP_FROM_PX = 780
"""In a narrower bar the title needs the room of the chip."""


class TopBar(QFrame):
    """Only parts; the window connects them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setProperty("bar", "top")
        self.setFixedHeight(px(HEIGHT_PX))
        self.title = ElidedLabel(self, "", Role.H2)
        self.title.setObjectName("page_title")
        self.chip = Chip(self)
        self.chip.setObjectName("state_chip")
        self.search = SearchButton(self, self.tr("Search or run a command"), "Ctrl K")
        self.save_state = SaveIndicator(self)
        self.undo = icon_button(self, "undo_button", "undo-2", self.tr("Undo"))
        self.redo = icon_button(self, "redo_button", "redo-2", self.tr("Redo"))
        self.theme = icon_button(self, "theme_button", "moon", self.tr("Dark appearance"))
        self.export = button(self, "export_button", self.tr("Export"), Look.PRIMARY, "download")
        self._lay_out()

    def show_theme(self, *, dark: bool) -> None:
        """Offer the appearance that is not in force."""
        said = self.tr("Light appearance") if dark else self.tr("Dark appearance")
        self.theme.setIcon(icon("sun" if dark else "moon"))
        self.theme.setToolTip(said)
        self.theme.setAccessibleName(said)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), 0, px(20), 0)
        row.setSpacing(px(10))
        row.addWidget(self.title)
        row.addWidget(self.chip)
        row.addStretch(1)
        row.addWidget(self.search, 4)
        row.addStretch(1)
        row.addWidget(self.save_state, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(px(4))
        for part in (self.undo, self.redo, self.theme):
            row.addWidget(part)
        row.addWidget(self.export)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMaximumWidth(px(300))
        self.search.setMinimumWidth(px(96))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.chip.setVisible(event.size().width() >= px(CHIP_FROM_PX))
