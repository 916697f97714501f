"""What to know while writing a section."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.interview.template import Guidance
from ui.widgets.labels import Role, label, paragraph
from ui.widgets.side_tab import SideTab
from ui.widgets.tokens import px


class GuidanceTab(SideTab):
    """What good looks like, what auditors ask, and what goes wrong."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "guidance_tab")
        self._shown: Guidance | None = None

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the guidance of another section."""
        if guidance == self._shown:
            return
        self._shown = guidance
        with self.renewed() as column:
            self._fill(column, guidance)

    def _fill(self, column: QVBoxLayout, guidance: Guidance) -> None:
        for title, picture, tone, items in (
            (self.tr("What good looks like"), "circle-check", "success", guidance.good),
            (self.tr("What auditors ask"), "circle-help", "accent_text", guidance.auditors_ask),
            (self.tr("Common mistakes"), "triangle-alert", "warning", guidance.mistakes),
        ):
            if items:
                column.addLayout(self.headline(title))
                for item in items:
                    self._add(column, picture, tone, item)
                column.addSpacing(px(12))
        if guidance == Guidance():
            none = self.tr("The template gives no guidance for this section.")
            column.addWidget(label(self.rows, none, Role.HINT, wrap=True))

    def _add(self, column: QVBoxLayout, picture: str, tone: str, text: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.picture(picture, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(paragraph(self.rows, text), 1)
        column.addLayout(row)
