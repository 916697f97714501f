"""The way to the plan as pages to read, before anything is answered."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.services.approving.asking import ApprovalRequest
from ui.dialogs.versions.files import file_name
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class ReadingBox(QWidget):
    """Asks where the pages are to go."""

    wanted = Signal(object)
    """Carries the `Path` of the PDF to write."""

    def __init__(self, parent: QWidget, request: ApprovalRequest, folder: Path) -> None:
        super().__init__(parent)
        self._request = request
        self._folder = folder
        words = self.tr("Save as PDF to read\u2026")
        self._save = button(self, "asked_pdf", words, Look.PLAIN, "file-down")
        said = self.tr("Read the whole plan before you answer; it is marked as a draft.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self._save)
        row.addWidget(label(self, said, Role.BODY, wrap=True), 1)
        self._save.clicked.connect(self._on_save)

    @Slot()
    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the plan to read"))
        dialog.setObjectName("asked_pdf_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilters([self.tr("PDF (*.pdf)")])
        dialog.setDirectory(str(self._folder))
        dialog.selectFile(file_name(".pdf", self._request.document, self._request.version, "draft"))
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_chosen(self, file: str) -> None:
        self.wanted.emit(Path(file))
