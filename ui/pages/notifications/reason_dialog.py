"""Asks for the reason of a decision that the plan keeps."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.plan.texts import cleaned
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

WIDTH_PX = 520


class ReasonDialog(QDialog):
    """Without a reason nothing is decided."""

    given = Signal(str)
    """Carries the reason."""

    def __init__(self, parent: QWidget, title: str, text: str, keep: str) -> None:
        super().__init__(parent)
        self.setObjectName("reason_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(px(WIDTH_PX))
        self._reason = QLineEdit(self)
        self._reason.setObjectName("reason_text")
        hint = self.tr("It stands in the plan with your name and today's date.")
        self._field = Field(self, self.tr("Reason"), self._reason, hint, required=True)
        self._keep = button(self, "reason_keep", keep, Look.PRIMARY)
        self._keep.setDefault(True)
        self._cancel = button(self, "reason_cancel", self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(label(self, title, Role.H2, wrap=True))
        column.addWidget(label(self, text, Role.BODY, wrap=True))
        column.addWidget(self._field)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._keep)
        column.addLayout(foot)
        self._keep.clicked.connect(self._on_keep)
        self._cancel.clicked.connect(self.reject)
        self._reason.textEdited.connect(self._on_edited)
        self._reason.setFocus()

    @Slot()
    def _on_keep(self) -> None:
        reason = cleaned(self._reason.text()).strip()
        if not reason:
            self._field.show_problem(self.tr("State the reason; one sentence is enough."))
            self._reason.setFocus()
            return
        self.given.emit(reason)
        self.accept()

    @Slot()
    def _on_edited(self) -> None:
        if self._field.problem:
            self._field.show_problem("")
