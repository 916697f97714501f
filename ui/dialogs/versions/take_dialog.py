"""Taking in an answer that came back: shown, checked, its certificate confirmed, entered."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget
from typing_extensions import override

from app.bootstrap import Workshop
from app.domain.errors import IrplanError
from app.services.approving.asking import ApprovalResponse
from app.services.approving.handover import Arrival, arrived, take
from app.services.text_signatures import TextSignature
from ui.bridge.desk import RESPONSE
from ui.bridge.jobs import Tell, Work
from ui.dialogs.export_paths import PathBox
from ui.dialogs.versions.acting import Acting
from ui.dialogs.versions.arrival_box import ArrivalBox
from ui.dialogs.versions.tall import TallDialog
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label


class TakeDialog(TallDialog):
    """Nothing is entered before somebody confirmed a certificate that is new here."""

    acted = Signal(object, str)
    """Carries the `Act` that was entered, and what to know about the certificate."""

    def __init__(self, acting: Acting, parent: QWidget, file: Path | None = None) -> None:
        super().__init__(
            acting.desk,
            parent,
            "take_dialog",
            QCoreApplication.translate("TakeDialog", "Take in an answer"),
            QCoreApplication.translate(
                "TakeDialog",
                "Choose the file that the person sent back. Its signature is checked against the "
                "version in review, and you see who signed what before anything is entered.",
            ),
        )
        self._acting = acting
        self._arrival: Arrival | None = None
        self._build()
        if file is not None:
            self.file.show_path(file)
            self._on_file()

    def _build(self) -> None:
        title = self.tr("File with the answer")
        files = self.tr("Answers (*{0})").format(RESPONSE)
        mode = QFileDialog.FileMode.ExistingFile
        self.file = PathBox(self.body, "take_file", title, mode, files)
        self.add("file", Field(self.body, title, self.file.entry, box=self.file, required=True))
        self.arrival = ArrivalBox(self.body)
        self.arrival.hide()
        self.form.addWidget(self.arrival)
        self.confirm = QCheckBox(self.body)
        self.confirm.setObjectName("take_confirm")
        self.confirm.hide()
        self._unconfirmed = label(self.body, "", Role.ERROR, wrap=True)
        self._unconfirmed.setObjectName("take_unconfirmed")
        self._unconfirmed.hide()
        self.form.addWidget(self.confirm)
        self.form.addWidget(self._unconfirmed)
        self.form.addStretch(1)
        self._name_keep(self.tr("Read it"))
        self.file.changed.connect(self._on_another)
        self.confirm.toggled.connect(self._unconfirmed.hide)
        self.file.entry.setFocus()

    def _name_keep(self, words: str) -> None:
        self.keep.setText(words)
        self.keep.setAccessibleName(words)

    @Slot()
    def _on_another(self) -> None:
        """What was read belongs to another file."""
        self._arrival = None
        for part in (self.arrival, self.confirm, self._unconfirmed, self.banner):
            part.hide()
        self._name_keep(self.tr("Read it"))
        self.forget_problems()
        if self.file.path is not None and self.file.path.is_file():
            self._on_file()

    @override
    def on_keep(self) -> None:
        if self.busy:
            return
        if self._arrival is None:
            self._on_file()
        else:
            self._enter(self._arrival)

    @Slot()
    def _on_file(self) -> None:
        path = self.file.path
        if path is None or not path.is_file():
            self.refuse("file", self.tr("Choose the file with the answer."))
            return
        self.banner.hide()
        workshop = self.desk.workshop
        reading = _reading(workshop, path, workshop.clock.now())
        self.work(reading, self._on_read, self.tr("Checking the signature"))

    def _on_read(self, found: tuple[ApprovalResponse, TextSignature]) -> None:
        response, judged = found

        def known(
            data: bytes, signature: bytes, at: datetime, trusted: Sequence[bytes] = ()
        ) -> TextSignature:
            del data, signature, at, trusted
            return judged

        try:
            self._acting.save()
            arrival = arrived(self._acting.opened, response, known)
        except IrplanError as error:
            self.show_error(error)
            return
        self._show(arrival)

    def _show(self, arrival: Arrival) -> None:
        self._arrival = arrival
        self.arrival.show_arrival(arrival)
        self.arrival.show()
        said = self.tr("{0} gave me this very fingerprint, by telephone or in person")
        said = said.format(arrival.declared.by)
        self.confirm.setText(said.replace("&", "&&"))
        self.confirm.setAccessibleName(said)
        self.confirm.setChecked(False)
        self.confirm.setVisible(not arrival.known)
        self._name_keep(self.tr("Enter it"))
        self.refit()
        (self.keep if arrival.known else self.confirm).setFocus()

    def _enter(self, arrival: Arrival) -> None:
        if not arrival.known and not self.confirm.isChecked():
            said = self.tr(
                "Nobody has signed here with this certificate yet: ask {0} for the fingerprint, "
                "compare it letter by letter, and tick that it is the same."
            ).format(arrival.declared.by)
            self._unconfirmed.setText(said)
            self._unconfirmed.show()
            self.confirm.setFocus()
            self.refit()
            return
        fingerprint = arrival.certificate.fingerprint
        opened = self._acting.opened
        try:
            act = self._acting.do(lambda _: take(opened, arrival, fingerprint))
        except IrplanError as error:
            self.show_error(error)
            return
        self.accept()
        self.acted.emit(act, arrival.note)


def _reading(workshop: Workshop, path: Path, now: datetime) -> Work:
    """A job that reads an answer and judges its signature; whether it fits is seen later."""

    def work(tell: Tell) -> tuple[ApprovalResponse, TextSignature]:
        tell(0.0, "")
        response = workshop.read_response(path)
        data = response.statement.encode()
        return response, workshop.verify_text(data, response.signature, now)

    return work
