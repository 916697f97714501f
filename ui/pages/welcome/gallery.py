"""The gallery of templates a plan can start from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.bridge.words import short_name
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip, Tone
from ui.widgets.labels import Role, label, paragraph
from ui.widgets.tokens import px

if TYPE_CHECKING:
    from app.services.library import TemplateSummary


class TemplateGallery(QWidget):
    """One card for each template; says so while they are still being read."""

    chosen = Signal(str)
    """Carries the id of the template to start from."""
    preview_asked = Signal(str)
    """Carries the id of the template to look into."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self._waiting = label(self, self.tr("Reading the templates\u2026"), Role.BODY)
        self._cards: list[TemplateCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
        self._column.addWidget(self._waiting)

    def show_templates(
        self, templates: Sequence[TemplateSummary], names: Mapping[str, str]
    ) -> None:
        """Show `templates`; `names` are the names of frameworks by id."""
        self._waiting.setText(self.tr("No template could be read; see the message above."))
        self._waiting.setVisible(not templates)
        for card in self._cards:
            card.deleteLater()
        self._cards = [TemplateCard(self, item, names) for item in templates]
        for card in self._cards:
            self._column.addWidget(card)
            card.chosen.connect(self.chosen)
            card.preview_asked.connect(self.preview_asked)


class TemplateCard(Card):
    """What a template is for, how long the plan gets and which frameworks it answers."""

    chosen = Signal(str)
    preview_asked = Signal(str)
    """Both carry the template's id."""

    def __init__(
        self, parent: QWidget, template: TemplateSummary, names: Mapping[str, str]
    ) -> None:
        super().__init__(parent, template.name)
        self._id = template.id
        fewest, most = template.pages
        pages = self.tr("{0} to {1} pages before the annexes").format(fewest, most)
        self.add_action(Chip(self, pages, Tone.ACCENT))
        self.body.addWidget(paragraph(self, template.description))
        self.body.addWidget(paragraph(self, template.arrangement, Role.HINT))
        known = [short_name(names.get(item, "")) for item in template.frameworks]
        frameworks = label(self, " \u00b7 ".join(filter(None, known)), Role.HINT, wrap=True)
        use = button(self, f"use_{template.id}", self.tr("Use this template"), Look.PRIMARY)
        use.setAccessibleName(self.tr("Use the template {0}").format(template.name))
        use.clicked.connect(self._on_chosen)
        look = button(self, f"preview_{template.id}", self.tr("Preview\u2026"))
        look.setAccessibleName(self.tr("Preview the template {0}").format(template.name))
        look.clicked.connect(self._on_preview)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(frameworks, 1)
        foot.addSpacing(px(8))
        for action in (look, use):
            foot.addWidget(action, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(foot)

    @Slot()
    def _on_chosen(self) -> None:
        self.chosen.emit(self._id)

    @Slot()
    def _on_preview(self) -> None:
        self.preview_asked.emit(self._id)
