"""Creating a self-signed identity: who it is, a passphrase twice, where it is kept, a sheet."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.bootstrap import Workshop
from app.domain.errors import IrplanError
from app.services.signing import CertificateFacts, IdentityRequest
from ui.bridge.jobs import Job, Tell
from ui.bridge.notices import notice_of
from ui.dialogs.export_paths import PathBox
from ui.dialogs.fitting import fit_scroll
from ui.widgets.banner import NoticeBanner, announce
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.chips import Tone
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label, paragraph, set_paragraph
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

WIDTH_PX = 520
STRENGTH = "RSA-3072"
"""The kind of key that is made here."""


class IdentityDialog(QDialog):
    """Stays open after creation to show the fingerprint, and to save the sheet that has it."""

    created = Signal(object)
    """Carries the `Path` of the new identity."""

    def __init__(self, workshop: Workshop, organisation: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("identity_dialog")
        self.setWindowTitle(self.tr("Create an identity"))
        self._workshop = workshop
        self._job: Job | None = None
        self._path = Path()
        self._facts: CertificateFacts | None = None
        self._banner = NoticeBanner(self, "identity_banner")
        self._fields = {
            "name": self._field("identity_name", self.tr("Name")),
            "email": self._field("identity_email", self.tr("E-mail address")),
            "organisation": self._field("identity_organisation", self.tr("Organisation")),
        }
        self._line("organisation").setText(organisation)
        hint = self.tr("At least 8 characters. Nobody can recover it.")
        self._secret = self._field("identity_passphrase", self.tr("Passphrase"), hint)
        self._again = self._field("identity_passphrase_again", self.tr("Passphrase again"))
        self._file = self._file_box()
        self._file_field = Field(
            self, self.tr("Where to keep it"), self._file.entry, box=self._file, required=True
        )
        self._scroll = ScrollBody(self, "identity_scroll")
        self._scroll.content.setContentsMargins(0, 0, px(10), 0)
        self._done = paragraph(self._scroll.body, "")
        self._done.setObjectName("identity_done")
        self._form = QWidget(self._scroll.body)
        self._cancel = button(self, "identity_cancel", self.tr("Cancel"))
        words = self.tr("Save the fingerprint sheet\u2026")
        self._sheet = button(self, "identity_sheet", words, Look.PLAIN, "fingerprint")
        self._create = button(self, "identity_create", self.tr("Create"), Look.PRIMARY)
        self._lay_out()
        self._sheet.hide()
        self._sheet.clicked.connect(self._on_sheet)
        self._create.clicked.connect(self._on_create)
        QTimer.singleShot(0, self, self._fit)
        self._cancel.clicked.connect(self.reject)

    def _field(self, name: str, caption: str, hint: str = "") -> Field:
        entry = QLineEdit(self)
        entry.setObjectName(name)
        if "passphrase" in name:
            entry.setEchoMode(QLineEdit.EchoMode.Password)
        return Field(self, caption, entry, hint, required=True)

    def _file_box(self) -> PathBox:
        title = self.tr("Where to keep the identity")
        files = self.tr("Identities (*.p12)")
        box = PathBox(self, "identity_file", title, QFileDialog.FileMode.AnyFile, files)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place) or Path.home())
        box.show_path(folder / "signing-identity.p12")
        return box

    def _lay_out(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(px(12))
        intro = self.tr(
            "A self-signed identity proves that a file is unchanged and came from whoever holds "
            "the identity. Give the certificate beside it to those who verify."
        )
        form.addWidget(paragraph(self._form, intro))
        for field in (*self._fields.values(), self._secret, self._again, self._file_field):
            form.addWidget(field)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._sheet)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._create)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(24), px(20), px(24), px(20))
        inner.setSpacing(px(12))
        inner.addWidget(label(self, self.tr("Create an identity"), Role.H2))
        self._scroll.content.addWidget(self._form)
        self._scroll.content.addWidget(self._done)
        self._scroll.content.addStretch(1)
        inner.addWidget(self._scroll, 1)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._banner)
        column.addLayout(inner)
        self._done.hide()

    @Slot()
    def _fit(self) -> None:
        fit_scroll(self, self._scroll, WIDTH_PX)

    def _line(self, name: str) -> QLineEdit:
        entry = self._fields[name].entry
        assert isinstance(entry, QLineEdit)  # noqa: S101 - made so above
        return entry

    @Slot()
    def _on_create(self) -> None:
        if not self._complete() or self._job is not None:
            return
        path = self._file.path or Path()
        self._path = path if path.suffix else path.with_name(f"{path.name}.p12")
        name, email, organisation = (self._line(field).text().strip() for field in self._fields)
        request = IdentityRequest(name, email, organisation)
        secret, file, workshop = self._text(self._secret), self._path, self._workshop

        def work(tell: Tell) -> CertificateFacts:
            tell(0.0, "")
            return workshop.make_identity(request, file, secret)

        self._banner.hide()
        self._create.setEnabled(False)
        self._job = Job(work, self)
        self._job.finished.connect(self._on_made)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _complete(self) -> bool:
        problems = {
            **{
                field: "" if self._text(field).strip() else self.tr("This is part of the identity.")
                for field in self._fields.values()
            },
            self._secret: "" if self._text(self._secret) else self.tr("Choose a passphrase."),
            self._again: self._difference(),
            self._file_field: "" if self._file.path else self.tr("Choose a file."),
        }
        for field, problem in problems.items():
            field.show_problem(problem)
        return not any(problems.values())

    def _difference(self) -> str:
        same = self._text(self._secret) == self._text(self._again)
        return "" if same else self.tr("The two passphrases differ.")

    def _text(self, field: Field) -> str:
        entry = field.entry
        return entry.text() if isinstance(entry, QLineEdit) else ""

    @Slot(object)
    def _on_made(self, facts: CertificateFacts) -> None:
        self._job = None
        self._facts = facts
        text = "\n".join(
            (
                self.tr(
                    "Its key is {0}, which AES-256 locks with your passphrase. It signs until {1}."
                ).format(STRENGTH, facts.valid_until.date().isoformat()),
                self.tr("The identity is in {0}; keep it and its passphrase to yourself.").format(
                    self._path
                ),
                self.tr("Those who verify need {0} and this fingerprint (SHA-256):").format(
                    self._path.with_suffix(".crt").name
                ),
                facts.fingerprint.replace(":", ":\u200b"),
            )
        )
        set_paragraph(self._done, text)
        announce(self._done, text)
        self._form.hide()
        self._done.show()
        self._create.hide()
        self._sheet.show()
        self._sheet.setFocus()
        set_button_text(self._cancel, self.tr("Close"))
        self._fit()
        self.created.emit(self._path)

    @Slot()
    def _on_sheet(self) -> None:
        """Ask where the sheet goes."""
        dialog = QFileDialog(self, self.tr("Save the fingerprint sheet"))
        dialog.setObjectName("identity_sheet_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilters([self.tr("PDF (*.pdf)")])
        dialog.setDirectory(str(self._path.parent))
        dialog.selectFile(f"{self._path.stem}-fingerprint.pdf")
        dialog.fileSelected.connect(self._on_sheet_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_sheet_file(self, file: str) -> None:
        facts, workshop, path = self._facts, self._workshop, Path(file)
        if facts is None or self._job is not None:
            return
        certificate = self._path.with_suffix(".crt").name

        def work(tell: Tell) -> Path:
            tell(0.0, "")
            workshop.write(path, workshop.fingerprint_sheet(facts, certificate))
            return path

        self._sheet.setEnabled(False)
        self._job = Job(work, self)
        self._job.finished.connect(self._on_sheet_made)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    @Slot(object)
    def _on_sheet_made(self, path: Path) -> None:
        self._job = None
        self._sheet.setEnabled(True)
        said = self.tr("The sheet is in {0}: print it and hand it over in person.")
        self._banner.show_notice(said.format(path), Tone.SUCCESS)

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self._job = None
        self._create.setEnabled(True)
        self._sheet.setEnabled(True)
        self._banner.show_notice(notice_of(error).text)
