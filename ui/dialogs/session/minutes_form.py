"""Which files the minutes become, where they go, and whether they are signed."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.lifecycle.chain import Head
from app.services.rendering import FileFormat
from app.services.reviewing.minutes import MinutesOptions
from app.services.settings import Settings
from ui.bridge.desk import Desk
from ui.dialogs.export_paths import PathBox
from ui.dialogs.signing_box import SigningBox
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class MinutesForm(QWidget):
    """Both formats, unless somebody says otherwise."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._formats = {
            FileFormat.PDF: self._box("minutes_pdf", self.tr("PDF")),
            FileFormat.DOCX: self._box("minutes_docx", self.tr("Word document (DOCX)")),
        }
        self._problem = label(self, self.tr("Choose at least one format."), Role.ERROR)
        self._problem.hide()
        title = self.tr("Folder for the files")
        self.folder = PathBox(self, "minutes_folder", title, QFileDialog.FileMode.Directory)
        self._folder_field = Field(self, title, self.folder.entry, box=self.folder)
        self.signing = SigningBox(self, "minutes", desk)
        self._lay_out()

    def show_defaults(self, folder: Path | None, settings: Settings) -> None:
        """Start with what was used last."""
        self.folder.show_path(folder)
        self.signing.show_settings(settings)

    def options(self, head: Head | None) -> MinutesOptions | None:
        """What is asked for; None when something is missing, which is then said."""
        formats = tuple(kind for kind, box in self._formats.items() if box.isChecked())
        self._problem.setVisible(not formats)
        folder = self.folder.path
        missing = "" if folder else self.tr("Choose the folder for the files.")
        self._folder_field.show_problem(missing)
        if folder is None or not formats or not self.signing.complete():
            return None
        key, stamping = self.signing.take_key(), self.signing.stamping()
        return MinutesOptions(folder, formats, key, stamping, head)

    def _box(self, name: str, text: str) -> QCheckBox:
        made = QCheckBox(text, self)
        made.setObjectName(name)
        made.setChecked(True)
        return made

    def _lay_out(self) -> None:
        formats = QHBoxLayout()
        formats.setSpacing(px(24))
        for box in self._formats.values():
            formats.addWidget(box)
        formats.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(label(self, self.tr("Formats"), Role.H3))
        column.addLayout(formats)
        column.addWidget(self._problem)
        column.addWidget(self._folder_field)
        column.addWidget(self.signing)
