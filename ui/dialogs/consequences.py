"""What the answers would change elsewhere: shown one by one, and done as far as one agrees."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.plan.plan import Plan
from app.services.answering.bundles import Bundle
from ui.models.consequence_words import details_of, title_of
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
        self._plan = plan
        self._bundles = tuple(bundles)
        self._build()
        self._lay_out()
        self._list.currentRowChanged.connect(self._on_row)
        self._list.itemChanged.connect(self._count)
        self._do.clicked.connect(self._on_do)
        self._later.clicked.connect(self.reject)
        self._list.setCurrentRow(0)
        self._count()

    def _build(self) -> None:
        self._list = QListWidget(self)
        self._list.setObjectName("consequences_list")
        self._list.setAccessibleName(self.tr("What would change"))
        self._list.setWordWrap(True)
        for bundle in self._bundles:
            text = title_of(self._plan, bundle)
            if bundle.edited:
                text = self.tr("{0} (edited by you)").format(text)
            item = QListWidgetItem(text, self._list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if bundle.edited else Qt.CheckState.Checked)
        self._details = QPlainTextEdit(self)
        self._details.setObjectName("consequences_details")
        self._details.setAccessibleName(self.tr("Now and then"))
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._do = button(self, "consequences_do", self.tr("Change the plan"), Look.PRIMARY)
        self._do.setDefault(True)
        self._later = button(self, "consequences_later", self.tr("Not now"))

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
        middle = QHBoxLayout()
        middle.setSpacing(px(14))
        middle.addWidget(self._list, 2)
        middle.addWidget(self._details, 3)
        column.addLayout(middle, 1)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._later)
        foot.addWidget(self._do)
        column.addLayout(foot)

    def _chosen(self) -> tuple[Bundle, ...]:
        return tuple(
            bundle
            for at, bundle in enumerate(self._bundles)
            if self._list.item(at).checkState() is Qt.CheckState.Checked
        )

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self._details.setPlainText(details_of(self._plan, self._bundles[row]))

    @Slot()
    def _count(self) -> None:
        chosen = len(self._chosen())
        words = self.tr("Change the plan ({0} of {1})").format(chosen, len(self._bundles))
        self._do.setText(words if chosen else self.tr("Leave all as it is"))

    @Slot()
    def _on_do(self) -> None:
        self.agreed.emit(self._chosen())
        self.accept()
