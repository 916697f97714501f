"""Whether files are signed, with which identity, and its passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.export_paths import PathBox
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.tokens import px


class SigningBox(QWidget):
    """The passphrase is asked for each time and never stored."""

    identity_wanted = Signal()
    """An identity is to be created."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.sign = QCheckBox(self.tr("Sign the files"), self)
        self.sign.setObjectName(f"{name}_sign")
        self._details = QWidget(self)
        mode = QFileDialog.FileMode.ExistingFile
        title = self.tr("Identity file")
        files = self.tr("Identities (*.p12 *.pfx)")
        self.identity = PathBox(self._details, f"{name}_identity", title, mode, files)
        self._identity_field = Field(self._details, title, self.identity.entry, box=self.identity)
        words = self.tr("Create an identity\u2026")
        self._create = button(self._details, f"{name}_create_identity", words, Look.LINK)
        self.passphrase = QLineEdit(self._details)
        self.passphrase.setObjectName(f"{name}_passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        hint = self.tr("Asked each time and never stored.")
        self._passphrase_field = Field(self._details, self.tr("Passphrase"), self.passphrase, hint)
        self._lay_out()
        self.sign.toggled.connect(self._show_state)
        self._create.clicked.connect(self.identity_wanted)
        self._show_state()

    @property
    def signing(self) -> Path | None:
        """The identity to sign with; None where nothing is to be signed."""
        return self.identity.path if self.sign.isChecked() else None

    def complete(self) -> bool:
        """Whether nothing is missing; what is missing is said."""
        if not self.sign.isChecked():
            return True
        identity, secret = self.identity.path is not None, bool(self.passphrase.text())
        missing = "" if identity else self.tr("Choose an identity file, or create one.")
        self._identity_field.show_problem(missing)
        missing = "" if secret else self.tr("Enter the passphrase of the identity.")
        self._passphrase_field.show_problem(missing)
        return identity and secret

    def use_identity(self, path: Path) -> None:
        """Sign with the identity in `path`."""
        self.sign.setChecked(True)
        self.identity.show_path(path)
        self.passphrase.setFocus()

    def _lay_out(self) -> None:
        details = QVBoxLayout(self._details)
        details.setContentsMargins(px(24), 0, 0, 0)
        details.setSpacing(px(8))
        details.addWidget(self._identity_field)
        link = QHBoxLayout()
        link.addWidget(self._create)
        link.addStretch(1)
        details.addLayout(link)
        details.addWidget(self._passphrase_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.sign)
        column.addWidget(self._details)

    @Slot()
    def _show_state(self) -> None:
        self._details.setVisible(self.sign.isChecked())
