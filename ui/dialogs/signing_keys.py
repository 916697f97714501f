"""The two kinds of key somebody signs with: in a file, or on a card or token."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from app.services.signing import KeyFile, KeyToken
from ui.dialogs.export_paths import PathBox
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.tokens import px

MODE = QFileDialog.FileMode.ExistingFile
PEM = ".pem"


class FileKeyBox(QWidget):
    """The passphrase is forgotten as soon as the key is taken."""

    identity_wanted = Signal()
    """An identity is to be created."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        title = self.tr("Identity file")
        files = self.tr("Identities (*.p12 *.pfx *.pem)")
        self.identity = PathBox(self, f"{name}_identity", title, MODE, files)
        self._identity_field = Field(self, title, self.identity.entry, box=self.identity)
        title = self.tr("Its certificate")
        files = self.tr("Certificates (*.crt *.cer *.pem)")
        self.certificate = PathBox(self, f"{name}_certificate", title, MODE, files)
        hint = self.tr("Only where the identity file does not hold it too.")
        self._certificate_field = Field(
            self, title, self.certificate.entry, hint, box=self.certificate
        )
        words = self.tr("Create an identity\u2026")
        create = button(self, f"{name}_create_identity", words, Look.LINK)
        self.secret = secret_line(self, f"{name}_passphrase")
        hint = self.tr("Asked each time and never stored.")
        self._secret_field = Field(self, self.tr("Passphrase"), self.secret, hint)
        column = _column(self)
        column.addWidget(self._identity_field)
        column.addWidget(create, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._certificate_field)
        column.addWidget(self._secret_field)
        create.clicked.connect(self.identity_wanted)
        self.identity.entry.textChanged.connect(self._show_kind)
        self._show_kind()

    def key(self) -> KeyFile:
        """What was entered; the passphrase is forgotten here."""
        pem = self._is_pem
        certificate = self.certificate.path if pem else None
        return KeyFile(self.identity.path or Path(), _taken(self.secret), certificate)

    def complete(self) -> bool:
        """Whether nothing is missing; what is missing is said."""
        path, secret = self.identity.path, bool(self.secret.text()) or self._is_pem
        missing = "" if path else self.tr("Choose an identity file, or create one.")
        self._identity_field.show_problem(missing)
        missing = "" if secret else self.tr("Enter the passphrase of the identity.")
        self._secret_field.show_problem(missing)
        return _all_said((self._identity_field, self._secret_field))

    @property
    def _is_pem(self) -> bool:
        """Such a file may hold a key that no passphrase protects."""
        path = self.identity.path
        return path is not None and path.suffix.lower() == PEM

    @Slot()
    def _show_kind(self) -> None:
        self._certificate_field.setVisible(self._is_pem)


class TokenKeyBox(QWidget):
    """A key that never leaves its card; its PIN is forgotten as soon as the key is taken."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        title = self.tr("Library of its maker (PKCS#11)")
        files = self.tr("Libraries (*.so *.dll *.dylib)")
        self.module = PathBox(self, f"{name}_module", title, MODE, files)
        hint = self.tr("The maker of the card or token says where it is installed.")
        self._module_field = Field(self, title, self.module.entry, hint, box=self.module)
        blank = self.tr("Blank where there is only one.")
        self._token = QLineEdit(self)
        self._token.setObjectName(f"{name}_token")
        self._label = QLineEdit(self)
        self._label.setObjectName(f"{name}_key_name")
        self.secret = secret_line(self, f"{name}_pin")
        hint = self.tr("Asked each time and never stored. Wrong PINs may lock the card.")
        self._secret_field = Field(self, self.tr("PIN"), self.secret, hint)
        column = _column(self)
        column.addWidget(self._module_field)
        column.addWidget(Field(self, self.tr("Name of the token"), self._token, blank))
        column.addWidget(Field(self, self.tr("Name of the key"), self._label, blank))
        column.addWidget(self._secret_field)

    def key(self) -> KeyToken:
        """What was entered; the PIN is forgotten here."""
        module = self.module.path or Path()
        token, label = self._token.text().strip(), self._label.text().strip()
        return KeyToken(module, _taken(self.secret), token, label)

    def complete(self) -> bool:
        """Whether nothing is missing; what is missing is said."""
        missing = "" if self.module.path else self.tr("Choose the library that reaches the token.")
        self._module_field.show_problem(missing)
        missing = "" if self.secret.text() else self.tr("Enter the PIN of the token.")
        self._secret_field.show_problem(missing)
        return _all_said((self._module_field, self._secret_field))


def secret_line(parent: QWidget, name: str) -> QLineEdit:
    """A line whose letters nobody sees."""
    made = QLineEdit(parent)
    made.setObjectName(name)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def _taken(line: QLineEdit) -> str:
    text = line.text()
    line.clear()
    return text


def _all_said(fields: tuple[Field, ...]) -> bool:
    """Whether no field has a problem; else the first one that has gets the keyboard."""
    wrong = [field for field in fields if field.problem]
    if wrong:
        wrong[0].entry.setFocus(Qt.FocusReason.TabFocusReason)
    return not wrong


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(8))
    return column
