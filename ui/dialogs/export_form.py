"""What to export for whom, where to, on which letterhead, and signed by whom."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.judgement.findings import Finding
from app.services.exporting import ExportOptions
from app.services.rendering import FileFormat
from app.services.settings import Settings
from ui.bridge.desk import Desk
from ui.dialogs.export_blockers import Blockers
from ui.dialogs.export_changes import ChangesBox
from ui.dialogs.export_editions import EditionsBox
from ui.dialogs.export_paths import PathBox
from ui.dialogs.signing_box import SigningBox
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class ExportForm(QWidget):
    """Signing is offered for a final export only; a draft is never signed."""

    wanted = Signal(str)
    """Carries a navigation target."""
    identity_wanted = Signal()
    """An identity is to be created."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        blocking: Sequence[Finding],
        versions: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._blocking = tuple(blocking)
        self.changes = ChangesBox(self, versions)
        self._build()
        self._lay_out()
        self._connect()
        (self.draft if blocking else self.final).setChecked(True)
        self._show_state()

    def show_defaults(self, folder: Path | None, settings: Settings) -> None:
        """Start with what was used last."""
        self.folder.show_path(folder)
        self.letterhead.show_path(settings.letterhead)
        self.signing.show_settings(settings)

    def options(self) -> ExportOptions | None:
        """What is asked for; None when something is missing, which is then said."""
        formats = tuple(kind for kind, box in self._formats.items() if box.isChecked())
        self._formats_problem.setVisible(not formats)
        folder = self.folder.path
        missing = "" if folder else self.tr("Choose the folder for the files.")
        self._folder_field.show_problem(missing)
        ready = self.editions.complete() and self._letterhead_is_file()
        if not ready or folder is None or not formats or not self._complete():
            return None
        return ExportOptions(
            folder,
            formats,
            draft=self.draft.isChecked(),
            key=self.signing.take_key() if self._signs else None,
            stamping=self.signing.stamping(),
            donor=self.letterhead.path if FileFormat.DOCX in formats else None,
        )

    @property
    def _signs(self) -> bool:
        return self.final.isChecked() and self.signing.sign.isChecked()

    def _letterhead_is_file(self) -> bool:
        """Whether what was entered is a whole path; blank is none, which is well."""
        entered = self.letterhead.entry.text().strip() and not self._letterhead_field.isHidden()
        wrong = bool(entered) and self.letterhead.path is None
        said = self.tr("Choose the Word file, or leave this blank.") if wrong else ""
        self._letterhead_field.show_problem(said)
        return not wrong

    def _complete(self) -> bool:
        return not self._signs or self.signing.complete()

    def _build(self) -> None:
        self.editions = EditionsBox(self)
        self._formats = {
            FileFormat.PDF: self._box("export_pdf", self.tr("PDF")),
            FileFormat.DOCX: self._box("export_docx", self.tr("Word document (DOCX)")),
        }
        self._formats_problem = label(self, self.tr("Choose at least one format."), Role.ERROR)
        self._formats_problem.hide()
        self.draft = QRadioButton(self.tr("Draft, marked as such on every page"), self)
        self.draft.setObjectName("export_draft")
        self.final = QRadioButton(self.tr("Final version"), self)
        self.final.setObjectName("export_final")
        self._versions = QButtonGroup(self)
        self._versions.addButton(self.draft)
        self._versions.addButton(self.final)
        self.blockers = Blockers(self, self._blocking)
        self.blockers.wanted.connect(self.wanted)
        modes = QFileDialog.FileMode
        title = self.tr("Folder for the files")
        self.folder = PathBox(self, "export_folder", title, modes.Directory)
        self._folder_field = Field(self, title, self.folder.entry, box=self.folder)
        title = self.tr("Letterhead and styles from a Word file")
        files = self.tr("Word files (*.docx *.dotx)")
        self.letterhead = PathBox(self, "export_letterhead", title, modes.ExistingFile, files)
        hint = self.tr("Lends the Word document its look; blank for the look of irplan.")
        self._letterhead_field = Field(
            self, title, self.letterhead.entry, hint, box=self.letterhead
        )
        self.signing = SigningBox(self, "export", self._desk)

    def _box(self, name: str, text: str) -> QCheckBox:
        made = QCheckBox(text, self)
        made.setObjectName(name)
        made.setChecked(True)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(label(self, self.tr("Editions"), Role.H3))
        column.addWidget(self.editions)
        column.addSpacing(px(8))
        column.addWidget(label(self, self.tr("Formats"), Role.H3))
        formats = QHBoxLayout()
        formats.setSpacing(px(24))
        for box in self._formats.values():
            formats.addWidget(box)
        formats.addStretch(1)
        column.addLayout(formats)
        column.addWidget(self._formats_problem)
        column.addSpacing(px(8))
        column.addWidget(label(self, self.tr("Version"), Role.H3))
        column.addWidget(self.draft)
        column.addWidget(self.final)
        column.addWidget(self.blockers)
        column.addWidget(self.changes)
        column.addSpacing(px(8))
        column.addWidget(self._folder_field)
        column.addWidget(self._letterhead_field)
        column.addSpacing(px(8))
        column.addWidget(self.signing)

    def _connect(self) -> None:
        self.draft.toggled.connect(self._show_state)
        self._formats[FileFormat.DOCX].toggled.connect(self._show_state)
        self.signing.identity_wanted.connect(self.identity_wanted)

    @Slot()
    def _show_state(self) -> None:
        final = self.final.isChecked()
        self._letterhead_field.setVisible(self._formats[FileFormat.DOCX].isChecked())
        self.blockers.setVisible(final and bool(self._blocking))
        self.changes.show_kind(draft=not final)
        self.signing.setVisible(final and not self._blocking)
