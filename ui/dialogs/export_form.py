"""What to export, where to, and signed by whom."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.judgement.findings import Finding
from app.services.exporting import ExportOptions, FileFormat
from ui.dialogs.export_blockers import Blockers
from ui.dialogs.export_changes import ChangesBox
from ui.dialogs.export_paths import PathBox
from ui.widgets.buttons import Look, button
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
        self, parent: QWidget, blocking: Sequence[Finding], versions: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self._blocking = tuple(blocking)
        self.changes = ChangesBox(self, versions)
        self._build()
        self._lay_out()
        self._connect()
        (self.draft if blocking else self.final).setChecked(True)
        self._show_state()

    def show_defaults(self, folder: Path | None, identity: Path | None) -> None:
        """Start with what was used last."""
        self.folder.show_path(folder)
        self.identity.show_path(identity)

    def options(self) -> ExportOptions | None:
        """What is asked for; None when something is missing, which is then said."""
        formats = tuple(kind for kind, box in self._formats.items() if box.isChecked())
        self._formats_problem.setVisible(not formats)
        folder = self.folder.path
        missing = "" if folder else self.tr("Choose the folder for the files.")
        self._folder_field.show_problem(missing)
        if folder is None or not formats or not self._signing_complete():
            return None
        return ExportOptions(
            folder,
            formats,
            draft=self.draft.isChecked(),
            identity=self.identity.path if self._signs else None,
            passphrase=self.passphrase.text() if self._signs else "",
        )

    def forget_passphrase(self) -> None:
        """Empty the field; it is asked for each time."""
        self.passphrase.clear()

    def use_identity(self, path: Path) -> None:
        """Sign with the identity in `path`."""
        self.sign.setChecked(True)
        self.identity.show_path(path)
        self.passphrase.setFocus()

    @property
    def _signs(self) -> bool:
        return self.final.isChecked() and self.sign.isChecked()

    def _signing_complete(self) -> bool:
        if not self._signs:
            return True
        identity = self.identity.path is not None
        secret = bool(self.passphrase.text())
        self._identity_field.show_problem(
            "" if identity else self.tr("Choose an identity file, or create one.")
        )
        self._passphrase_field.show_problem(
            "" if secret else self.tr("Enter the passphrase of the identity.")
        )
        return identity and secret

    def _build(self) -> None:
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
        self._build_signing()

    def _build_signing(self) -> None:
        self._signing = QWidget(self)
        self.sign = QCheckBox(self.tr("Sign the files"), self._signing)
        self.sign.setObjectName("export_sign")
        self._details = QWidget(self._signing)
        mode = QFileDialog.FileMode.ExistingFile
        title = self.tr("Identity file")
        files = self.tr("Identities (*.p12 *.pfx)")
        self.identity = PathBox(self._details, "export_identity", title, mode, files)
        self._identity_field = Field(self._details, title, self.identity.entry, box=self.identity)
        self._create = button(
            self._details, "export_create_identity", self.tr("Create an identity\u2026"), Look.LINK
        )
        self.passphrase = QLineEdit(self._details)
        self.passphrase.setObjectName("export_passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        hint = self.tr("Asked each time and never stored.")
        self._passphrase_field = Field(self._details, self.tr("Passphrase"), self.passphrase, hint)

    def _box(self, name: str, text: str) -> QCheckBox:
        made = QCheckBox(text, self)
        made.setObjectName(name)
        made.setChecked(True)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
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
        column.addSpacing(px(8))
        column.addWidget(self._signing)
        self._lay_out_signing()

    def _lay_out_signing(self) -> None:
        details = QVBoxLayout(self._details)
        details.setContentsMargins(px(24), 0, 0, 0)
        details.setSpacing(px(8))
        details.addWidget(self._identity_field)
        link = QHBoxLayout()
        link.addWidget(self._create)
        link.addStretch(1)
        details.addLayout(link)
        details.addWidget(self._passphrase_field)
        column = QVBoxLayout(self._signing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.sign)
        column.addWidget(self._details)

    def _connect(self) -> None:
        self.draft.toggled.connect(self._show_state)
        self.sign.toggled.connect(self._show_state)
        self._create.clicked.connect(self.identity_wanted)

    @Slot()
    def _show_state(self) -> None:
        final = self.final.isChecked()
        self.blockers.setVisible(final and bool(self._blocking))
        self.changes.show_kind(draft=not final)
        self._signing.setVisible(final and not self._blocking)
        self._details.setVisible(self.sign.isChecked())
