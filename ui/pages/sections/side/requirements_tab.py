"""The requirements a section helps to meet, with what is missing for them in it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.requirements import Framework
from ui.models.asked import Asked, asked_of
from ui.models.section_requirements import SectionRequirementsModel
from ui.pages.sections.side.requirement_tree import RequirementTree
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

Statuses = tuple[tuple[Framework, RequirementStatus], ...]


class RequirementsTab(QWidget):
    """How many are met, the tree of them, and the way to the chosen one in full."""

    wanted = Signal(str)
    """Carries the target of a requirement."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("requirements_tab")
        self._shown: tuple[str, Statuses] | None = None
        self._target = ""
        self._model = SectionRequirementsModel(self)
        self._count = label(self, "", Role.HINT)
        self._count.setObjectName("requirements_count")
        none = self.tr("No chosen framework asks anything of this section.")
        self._none = label(self, none, Role.HINT, wrap=True)
        self.tree = RequirementTree(self._model, self)
        self._show = ElidedButton(self, "requirement_show", picture="arrow-right")
        self._lay_out()
        self.tree.chosen.connect(self._on_chosen)
        self.tree.wanted.connect(self.wanted)
        self._show.button.clicked.connect(self._on_show)
        self._on_chosen(None)

    def show_requirements(self, section: str, statuses: Statuses) -> None:
        """Show the verdicts as `section` sees them; nothing is done while they stay the same."""
        if (section, statuses) == self._shown:
            return
        self._shown = (section, statuses)
        met = sum(status.verdict is Verdict.MET for _, status in statuses)
        self._count.setText(self.tr("{0} of {1}").format(met, len(statuses)))
        self._none.setVisible(not statuses)
        self.tree.setVisible(bool(statuses))
        self._model.show_asked(asked_of(statuses, section))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(8), 0, px(8), 0)
        head.addWidget(label(self, self.tr("Requirements met here"), Role.H3, wrap=True), 1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(8), 0, px(8), 0)
        foot.addWidget(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(16), px(8), px(14))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.tree, 1)
        column.addLayout(foot)
        column.addStretch(0)

    @Slot(object)
    def _on_chosen(self, asked: Asked | None) -> None:
        self._target = "" if asked is None else asked.target
        self._show.setVisible(asked is not None)
        if asked is not None:
            text = self.tr("Show {0} in Coverage")
            self._show.show_text(text.format(asked.status.requirement.id))

    @Slot()
    def _on_show(self) -> None:
        self.wanted.emit(self._target)
