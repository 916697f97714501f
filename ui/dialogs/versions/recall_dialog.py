"""Taking the version in review back, so that it can be edited."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from ui.dialogs.statement import text_in
from ui.dialogs.versions.acting import Acting
from ui.dialogs.versions.tall import TallDialog


class RecallDialog(TallDialog):
    """A reason is welcome, and not required."""

    acted = Signal(object)
    """Carries the `Act`."""

    def __init__(self, acting: Acting, version: str, parent: QWidget) -> None:
        super().__init__(
            acting.desk,
            parent,
            "recall_dialog",
            QCoreApplication.translate("RecallDialog", "Take version {0} back").format(version),
            QCoreApplication.translate(
                "RecallDialog",
                "It can be edited and submitted again. Reviews and approvals given so far are "
                "void; that they were given stays in the history.",
            ),
        )
        self._acting = acting
        names = (acting.person, *acting.people)
        self._by = self.person("by", self.tr("Who takes it back"), names)
        self._by.setEditText(acting.person)
        self._reason = self.line("reason", self.tr("Reason"), required=False)
        self.form.addStretch(1)
        self._reason.setFocus()

    @override
    def on_keep(self) -> None:
        by, reason = text_in(self._by), text_in(self._reason)
        if not by:
            self.refuse("by", self.tr("Enter who takes it back."))
            return
        try:
            act = self._acting.do(lambda approvals: approvals.recall(by, reason))
        except IrplanError as error:
            self.show_error(error)
            return
        self.accept()
        self.acted.emit(act)
