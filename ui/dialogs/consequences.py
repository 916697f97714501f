"""What the answers would change elsewhere: shown one by one, and done as far as one agrees."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plan.plan import Plan
from app.services.answering.bundles import Bundle
from ui.dialogs.consequences_box import ConsequencesBox
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

WIDTH_PX = 860
HEIGHT_PX = 540


class ConsequencesDialog(QDialog):
    """What nobody has edited is ticked; what people have changed waits for their tick."""

    agreed = Signal(object)
    """Carries the chosen bundles; those that are left are not told again."""

    def __init__(self, parent: QWidget, plan: Plan, bundles: Sequence[Bundle]) -> None:
        super().__init__(parent)
        self.setObjectName("consequences_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What your answers change"))
        self.resize(px(WIDTH_PX), px(HEIGHT_PX))
        self._box = ConsequencesBox(self)
        self._do = button(self, "consequences_do", self.tr("Change the plan"), Look.PRIMARY)
        self._do.setDefault(True)
        self._later = button(self, "consequences_later", self.tr("Not now"))
        self._lay_out()
        self._box.ticked.connect(self._count)
        self._do.clicked.connect(self._on_do)
        self._later.clicked.connect(self.reject)
        self._box.show_bundles(plan, bundles)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(14))
        column.addWidget(label(self, self.windowTitle(), Role.H2))
        told = self.tr(
            "Text nobody has touched has followed already. Tick what else is to follow; lines"
            " with + come in, lines with \u2212 go. What you leave stays as it is."
        )
        column.addWidget(label(self, told, Role.BODY, wrap=True))
        column.addWidget(self._box, 1)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._later)
        foot.addWidget(self._do)
        column.addLayout(foot)

    @Slot()
    def _count(self) -> None:
        chosen = len(self._box.chosen)
        words = self.tr("Change the plan ({0} of {1})").format(chosen, self._box.count)
        self._do.setText(words if chosen else self.tr("Leave all as it is"))

    @Slot()
    def _on_do(self) -> None:
        self.agreed.emit(self._box.chosen)
        self.accept()
