"""Signing an exported file in the field that is next, or in another that is open."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from app.domain.document.signature_fields import SignatureRole, role_of
from app.domain.errors import IrplanError
from app.services.countersigning import PreparedFile, Wish, statement_for
from app.services.exporting import ExportResult
from app.services.signing import Key, KeyFile
from app.services.verifying import FileKind
from ui.bridge.desk import Desk
from ui.dialogs.identity_asking import ask_for_identity, remember_key
from ui.dialogs.sign_file.changing_dialog import ChangingDialog
from ui.dialogs.sign_file.field_list import FieldList, field_words
from ui.dialogs.sign_file.jobs import Known, looking, signing
from ui.dialogs.sign_file.target import unless_it_stands
from ui.dialogs.signing_box import SigningBox
from ui.widgets.chips import Tone
from ui.widgets.labels import Role, label

NO_KEY = KeyFile(Path())
"""Stands for the key that is not asked for yet; what is declared does not depend on it."""


class SignFileDialog(ChangingDialog):
    """Looks into the file first; what was exported long ago, or elsewhere, is signed alike."""

    def __init__(self, desk: Desk, file: Path, parent: QWidget) -> None:
        title = QCoreApplication.translate("SignFile", "Sign a file")
        super().__init__(desk, file, parent, "sign_file", title)
        self._prepared: PreparedFile | None = None
        self.list: FieldList | None = None
        self._role = self.line(
            "role",
            self.tr("Your role"),
            self.tr("Such as CISO; printed and signed."),
            required=False,
        )
        self._sentence: QLabel = label(self.body, "", wrap=True)
        self._sentence.setObjectName("sign_file_sentence")
        self._late: QLabel = label(self.body, "", Role.HINT, wrap=True)
        self._late.setObjectName("sign_file_late")
        self.signing = SigningBox(self.body, "sign_file", desk)
        self.signing.always()
        self.signing.show_settings(desk.settings)
        self.form.addWidget(self._sentence)
        self.form.addWidget(self._late)
        self.form.addWidget(self.signing)
        self.add_target("signed")
        self.form.addStretch(1)
        self.keep.setText(self.tr("Sign"))
        self.keep.setAccessibleName(self.tr("Sign"))
        self._role.textChanged.connect(self._show_statement)
        self.signing.identity_wanted.connect(self._on_identity)
        self.signing.resized.connect(self.refit)
        self._show_form(shown=False)
        self.work(looking(desk.workshop, file), self._on_known, self.tr("Reading the file"))

    @override
    def on_keep(self) -> None:
        if self.busy or self.keep.isHidden() or not self.signing.complete():
            return
        out = self.target()
        if out is not None:
            unless_it_stands(out, self, partial(self._sign, out))

    @override
    def show_error(self, error: IrplanError) -> None:
        super().show_error(error)
        if self._prepared is not None:
            self.signing.ask_secret()  # it was forgotten when the key was taken

    def _sign(self, out: Path) -> None:
        key = self.signing.take_key()
        if key is None:
            return
        self.banner.hide()
        work = signing(self.desk.workshop, self.file, self._wish(key), out)
        self.work(work, self._on_signed, self.tr("Signing"))

    def _wish(self, key: Key) -> Wish:
        field = "" if self.list is None else self.list.chosen
        return Wish(key, field, self.signing.stamping(), self._role.text().strip())

    def _on_known(self, known: Known) -> None:
        self._prepared = known.prepared
        open_fields = known.prepared.open_fields
        self.list = FieldList(self.body, known.prepared, known.slots)
        self.list.changed.connect(self._show_statement)
        self.list.setVisible(bool(known.prepared.fields))
        self.form.insertWidget(0, self.list)
        if open_fields:
            self._show_form(shown=True)
            self._show_statement()
            self._role.setFocus()
        else:
            some = bool(known.prepared.fields)
            full = self.tr("Everybody has signed this file. Export the plan again to sign anew.")
            none = self.tr("This file has no field to sign in. Export the plan again to sign it.")
            self.banner.show_notice(full if some else none, Tone.WARNING, closable=False)
            self.close_only(self.title.text())
        self.refit()

    def _on_signed(self, result: ExportResult) -> None:
        remember_key(self.desk, self.signing)
        field = "" if self.list is None else self.list.chosen
        title = self.tr("Signed as {0}").format(field_words(field))
        parts = [self.signing, self._sentence, self._late]
        self.show_result(result, title, *parts, *([self.list] if self.list else []))

    def _show_form(self, *, shown: bool) -> None:
        for part in (*self.fields.values(), self._sentence, self._late, self.signing):
            part.setVisible(shown)
        self.keep.setVisible(shown)

    @Slot()
    def _show_statement(self) -> None:
        """The sentence that the signature will carry, but for the time."""
        if self._prepared is None or self.list is None:
            return
        when = datetime.min.replace(tzinfo=UTC)
        field = self.list.chosen
        said = statement_for(self._prepared, field, when, self._wish(NO_KEY)).text
        self._sentence.setText(self.tr("Your signature will say: \u201c{0}\u201d").format(said))
        sealed = SignatureRole.SEAL.value not in self._prepared.open_fields
        other = role_of(field) is not SignatureRole.SEAL
        before_seal = self._prepared.kind is FileKind.PDF and not sealed and other
        late = self.tr(
            "The organisation has not sealed this file yet. Let it seal first: after another "
            "signature, a seal can no longer certify the whole file."
        )
        self._late.setText(late if before_seal else "")
        self._late.setVisible(before_seal)
        self.refit()

    @Slot()
    def _on_identity(self) -> None:
        bridge = self.desk.bridge
        organisation = "" if bridge is None else bridge.plan.profile.legal_name
        ask_for_identity(self.desk, organisation, self.signing, self)
