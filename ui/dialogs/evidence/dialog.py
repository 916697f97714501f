"""The evidence of a plan for an auditor: which version, signed by whom, and where it goes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.lifecycle.approving.course import Course, course
from app.services.evidence.packing import EvidenceOptions, EvidenceResult
from app.services.history import DRAFT
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.dialogs.evidence.certificates import CertificateList
from ui.dialogs.evidence.job import PackOrder, packing
from ui.dialogs.evidence.result import EvidenceResultView
from ui.dialogs.export_paths import PathBox
from ui.dialogs.folder_showing import show_folder
from ui.dialogs.identity_asking import ask_for_identity, remember_key
from ui.dialogs.sign_file.target import unless_it_stands
from ui.dialogs.signing_box import SigningBox
from ui.dialogs.versions.acting import Acting
from ui.dialogs.versions.files import file_name, folder_of, with_ending
from ui.dialogs.versions.tall import TallDialog
from ui.widgets.fields import Field

ENDING = ".zip"
STEPS = 1000
"""The resolution of the progress bar."""


class EvidenceDialog(TallDialog):
    """Reads the plan from its file, so that typing goes on meanwhile."""

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        tr = QCoreApplication.translate
        title = tr("EvidenceDialog", "Evidence for an auditor")
        text = tr(
            "EvidenceDialog",
            "One archive with the documents, the data, the history and the proof of a version. "
            "It can be checked without irplan.",
        )
        super().__init__(desk, parent, "evidence", title, text)
        self._acting = Acting(bridge, desk)
        self._proposed = ""
        self._about = text
        self._text.setObjectName("evidence_step")
        self.signing = SigningBox(self.body, "evidence")
        self.certificates = CertificateList(self.body)
        self._build()
        words = self.tr("Write the evidence")
        self.keep.setText(words)
        self.keep.setAccessibleName(words)
        self.signing.resized.connect(self.refit)
        self.signing.identity_wanted.connect(self._on_identity)
        self.certificates.resized.connect(self.refit)
        self._version.currentIndexChanged.connect(self._propose)

    @override
    def on_keep(self) -> None:
        if self.busy or self.keep.isHidden() or not self.signing.complete():
            return
        path = self._file.path
        if path is None or path.is_dir():
            self.refuse("file", self.tr("Choose the file for the archive."))
            return
        out = with_ending(path, ENDING)
        unless_it_stands(out, self, partial(self._pack, out))

    @override
    def show_error(self, error: IrplanError) -> None:
        self._text.setText(self._about)
        super().show_error(error)
        if self.signing.sign.isChecked():
            self.signing.ask_secret()  # it was forgotten when the key was taken

    def _build(self) -> None:
        self._version = QComboBox(self.body)
        self._version.setObjectName("evidence_version")
        for words, version in self._versions():
            self._version.addItem(words, version)
        hint = self.tr("Documents of an issued version are those that were kept when exported.")
        self.add("version", Field(self.body, self.tr("Which version"), self._version, hint))
        self.signing.sign.setText(self.tr("Sign the list of checksums"))
        self.signing.show_settings(self.desk.settings)
        self.form.addWidget(self.signing)
        self.form.addWidget(self.certificates)
        title = self.tr("File for the archive")
        mode = QFileDialog.FileMode.AnyFile
        kinds = self.tr("Archives (*.zip)")
        self._file = PathBox(self.body, "evidence_file", title, mode, kinds, suffix="zip")
        self._file.confirms = False  # asked when the archive is written, however it was named
        self.add("file", Field(self.body, title, self._file.entry, box=self._file))
        self._file.changed.connect(self.forget_problems)
        self.form.addStretch(1)
        self._propose()

    def _versions(self) -> list[tuple[str, str]]:
        """What can be chosen: in words, and as the packer knows it."""
        now = course(self._acting.plan.acts.values())
        as_it_is = (self.tr("The plan as it is now, as a draft"), DRAFT)
        if now.in_force is None:
            final = (self.tr("The plan as it is now"), "")
            return [final, as_it_is, *self._others(now)]
        words = self.tr("Version {0}, which is in force").format(now.in_force.version)
        return [(words, now.in_force.version), *self._others(now), as_it_is]

    def _others(self, now: Course) -> list[tuple[str, str]]:
        """Those that were issued and are not in force, the newest first."""
        others = [one.version for one in reversed(now.issues) if one is not now.in_force]
        return [(self.tr("Version {0}").format(version), version) for version in others]

    @Slot()
    def _propose(self) -> None:
        """Name the archive after the document and the version, unless somebody has named it."""
        shown = self._file.path
        if shown is not None and shown.name != self._proposed:
            return
        profile = self._acting.plan.profile
        version = self._version.currentData()
        name = profile.document_id or profile.short_name
        self._proposed = file_name(ENDING, name, version, "evidence")
        folder = folder_of(self.desk) if shown is None else shown.parent
        self._file.show_path(folder / self._proposed)

    def _pack(self, out: Path) -> None:
        plan = self.desk.path
        if plan is None:
            return
        self.banner.hide()
        try:
            self._acting.save()
        except IrplanError as error:
            self.show_error(error)
            return
        key = self.signing.take_key()
        options = EvidenceOptions(out, self._version.currentData(), key)
        order = PackOrder(plan, options, self.certificates.files)
        self.work(packing(self.desk.workshop, order), self._on_packed, self.tr("Packing"))
        if self._job is not None:
            self._job.progress.connect(self._on_progress)

    @Slot(float, str)
    def _on_progress(self, share: float, what: str) -> None:
        if self.busy:
            self._bar.setRange(0, STEPS)
            self._bar.setValue(round(share * STEPS))
            self._bar.setAccessibleDescription(what)
            self._text.setText(what)

    def _on_packed(self, result: EvidenceResult) -> None:
        remember_key(self.desk, self.signing)
        for part in (*self.fields.values(), self.signing, self.certificates):
            part.hide()
        shown = EvidenceResultView(self.body, result)
        shown.folder_asked.connect(self._on_folder)
        self.form.insertWidget(0, shown)
        self.close_only(self.tr("The evidence is written"))
        self.refit()

    @Slot()
    def _on_identity(self) -> None:
        ask_for_identity(self.desk, self._acting.plan.profile.legal_name, self.signing, self)

    @Slot()
    def _on_folder(self) -> None:
        path = self._file.path
        show_folder(None if path is None else path.parent, self.banner)
