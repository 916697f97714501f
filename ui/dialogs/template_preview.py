"""A template before it is used: its outline, and each section as it would read."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import IrplanError
from app.domain.interview.template import PlanTemplate
from app.services.previewing.preview import PreviewedSection, preview
from ui.bridge.desk import Desk
from ui.bridge.words import short_name
from ui.dialogs.template_outline import TemplateOutline
from ui.dialogs.template_section import SectionPreview
from ui.widgets.buttons import Look, button
from ui.widgets.cards import line
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

WIDTH_PX = 1120
HEIGHT_PX = 760
OUTLINE_PX = 300
BESIDE_PX = 60
"""The dialog leaves so much of the window free."""


class TemplatePreviewDialog(QDialog):
    """Drafts the template next to example answers when it is made."""

    used = Signal(str)
    """Carries the id of the template to start from."""

    def __init__(self, desk: Desk, template: PlanTemplate, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("template_preview_dialog")
        self.setWindowTitle(self.tr("Preview: {0}").format(template.name))
        room = _main_window(parent).size()
        self.resize(
            max(min(px(WIDTH_PX), room.width() - px(BESIDE_PX)), px(640)),
            max(min(px(HEIGHT_PX), room.height() - px(BESIDE_PX)), px(480)),
        )
        self._id = template.id
        self._section = SectionPreview(self)
        self._outline = TemplateOutline(self, preview(template))
        self._use = button(self, "preview_use", self.tr("Use this template"), Look.PRIMARY)
        self._close = button(self, "preview_close", self.tr("Close"))
        self._lay_out(template, desk)
        self._outline.chosen.connect(self._on_section)
        self._use.clicked.connect(self._on_use)
        self._close.clicked.connect(self.reject)
        self._outline.choose("1.1")
        self._outline.setFocus()

    def _lay_out(self, template: PlanTemplate, desk: Desk) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(14))
        column.addLayout(self._head(template, desk))
        column.addWidget(line(self))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self._outline.setFixedWidth(px(OUTLINE_PX))
        middle.addWidget(self._outline)
        middle.addWidget(line(self, vertical=True))
        middle.addWidget(self._section, 1)
        column.addLayout(middle, 1)
        column.addWidget(line(self))
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        told = self.tr("The text follows example answers of an invented company; yours change it.")
        foot.addWidget(label(self, told, Role.HINT, wrap=True), 1)
        foot.addWidget(self._close)
        foot.addWidget(self._use)
        column.addLayout(foot)

    def _head(self, template: PlanTemplate, desk: Desk) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(label(self, template.name, Role.H1, wrap=True))
        names = (short_name(desk.framework_names.get(item, "")) for item in template.frameworks)
        pages = self.tr("{0} to {1} pages before the annexes").format(*template.pages)
        facts = " \u00b7 ".join(filter(None, (pages, *names)))
        head.addWidget(label(self, facts, Role.HINT, wrap=True))
        head.addWidget(label(self, template.arrangement, Role.BODY, wrap=True))
        return head

    @Slot(object)
    def _on_section(self, section: PreviewedSection) -> None:
        self._section.show_section(section)

    @Slot()
    def _on_use(self) -> None:
        self.accept()
        self.used.emit(self._id)


def _main_window(widget: QWidget) -> QWidget:
    """The window behind all dialogs that `widget` stands in."""
    window = widget.window()
    while (behind := window.parentWidget()) is not None:
        window = behind.window()
    return window


def preview_dialog(
    desk: Desk, template: str, parent: QWidget, language: str = ""
) -> TemplatePreviewDialog | None:
    """The dialog for a template by its id; None when it cannot be read, which the desk tells."""
    try:
        found = desk.workshop.template(template, language)
    except IrplanError as error:
        desk.failed.emit(error, None)
        return None
    return TemplatePreviewDialog(desk, found, parent)
