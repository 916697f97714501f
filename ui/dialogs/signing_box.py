"""Whether something is signed, with which key, and who vouches for the time."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.services.settings import Settings
from app.services.signing import UNSTAMPED, Key, Stamping
from ui.bridge.desk import Desk
from ui.dialogs.signing_keys import FileKeyBox, TokenKeyBox
from ui.dialogs.signing_time import TimeBox
from ui.widgets.tokens import px


class SigningBox(QWidget):
    """No secret is ever stored; acts are signed as text, which takes no time stamp."""

    identity_wanted = Signal()
    """An identity is to be created."""
    resized = Signal()
    """More or less of it is shown."""

    def __init__(self, parent: QWidget, name: str, stamps: Desk | None = None) -> None:
        """`stamps` is the desk whose settings name the time-stamp server, for files."""
        super().__init__(parent)
        self.sign = QCheckBox(self.tr("Sign the files"), self)
        self.sign.setObjectName(f"{name}_sign")
        self._details = QWidget(self)
        self.by_file = QRadioButton(self.tr("A file"), self._details)
        self.by_file.setObjectName(f"{name}_by_file")
        self.by_token = QRadioButton(self.tr("A card or token"), self._details)
        self.by_token.setObjectName(f"{name}_by_token")
        for radio in (self.by_file, self.by_token):
            radio.setAccessibleDescription(self.tr("What is signed with"))
        self._kinds = QButtonGroup(self)
        self._kinds.addButton(self.by_file)
        self._kinds.addButton(self.by_token)
        self._file = FileKeyBox(self._details, name)
        self._token = TokenKeyBox(self._details, name)
        self._time = None if stamps is None else TimeBox(stamps, self._details, name)
        self.identity = self._file.identity
        self.passphrase = self._file.secret
        self._lay_out()
        self.by_file.setChecked(True)
        self._file.identity_wanted.connect(self.identity_wanted)
        self.sign.toggled.connect(self._show_state)
        self.by_token.toggled.connect(self._show_state)
        self._show_state()

    @property
    def _key(self) -> FileKeyBox | TokenKeyBox:
        return self._token if self.by_token.isChecked() else self._file

    def always(self) -> None:
        """Signing is what is done here, not something to choose."""
        self.sign.setChecked(True)
        self.sign.hide()
        self._inner.setContentsMargins(0, 0, 0, 0)

    def take_key(self) -> Key | None:
        """What to sign with, None where nothing is to be signed; the secret is forgotten here."""
        return self._key.key() if self.sign.isChecked() else None

    def stamping(self) -> Stamping:
        """Who vouches for the time."""
        return UNSTAMPED if self._time is None else self._time.stamping()

    def complete(self) -> bool:
        """Whether nothing is missing; what is missing is said."""
        return not self.sign.isChecked() or self._key.complete()

    def show_settings(self, settings: Settings) -> None:
        """Start with what was signed with last."""
        self._file.identity.show_path(settings.identity)
        self._token.module.show_path(settings.token)
        if settings.token is not None and settings.identity is None:
            self.by_token.setChecked(True)

    def remembered(self, settings: Settings) -> Settings:
        """`settings` with what is signed with now, as far as it is no secret."""
        if not self.sign.isChecked():
            return settings
        if self.by_token.isChecked():
            return replace(settings, token=self._token.module.path)
        return replace(settings, identity=self._file.identity.path)

    def use_identity(self, path: Path) -> None:
        """Sign with the identity in `path`."""
        self.sign.setChecked(True)
        self.by_file.setChecked(True)
        self._file.identity.show_path(path)
        self._file.secret.setFocus()

    @Slot()
    def ask_secret(self) -> None:
        """Let the passphrase or the PIN be entered again."""
        self._key.secret.setFocus()

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(px(24))
        kinds.addWidget(self.by_file)
        kinds.addWidget(self.by_token)
        kinds.addStretch(1)
        self._inner = QVBoxLayout(self._details)
        self._inner.setContentsMargins(px(24), 0, 0, 0)
        self._inner.setSpacing(px(10))
        self._inner.addLayout(kinds)
        self._inner.addWidget(self._file)
        self._inner.addWidget(self._token)
        if self._time is not None:
            self._inner.addWidget(self._time)
            self._time.resized.connect(self.resized)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.sign)
        column.addWidget(self._details)

    @Slot()
    def _show_state(self) -> None:
        self._details.setVisible(self.sign.isChecked())
        self._file.setVisible(not self.by_token.isChecked())
        self._token.setVisible(self.by_token.isChecked())
        self.resized.emit()
