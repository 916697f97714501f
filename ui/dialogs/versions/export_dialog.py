"""The files of an issued version: made once, kept in the plan, and given back byte for byte."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.services.approving.exporting import (
    Made,
    Moment,
    Seal,
    VersionFile,
    kept_label,
)
from ui.bridge.jobs import Tell, Work
from ui.dialogs.export_paths import PathBox
from ui.dialogs.folder_showing import show_folder
from ui.dialogs.identity_asking import ask_for_identity, remember_key
from ui.dialogs.signing_box import SigningBox
from ui.dialogs.versions.acting import Acting
from ui.dialogs.versions.files import folder_of
from ui.dialogs.versions.tall import TallDialog
from ui.dialogs.versions.written_files import WrittenFiles
from ui.models.version_words import moment_text
from ui.widgets.buttons import Look, button
from ui.widgets.chips import Tone
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label


class VersionExportDialog(TallDialog):
    """The first time they are laid out and may be sealed; from then on they never change."""

    def __init__(self, acting: Acting, version: str, parent: QWidget) -> None:
        self._exporter = acting.desk.workshop.version_exporter()
        self._kept = self._exporter.is_kept(acting.plan, version)
        super().__init__(
            acting.desk,
            parent,
            "version_export",
            QCoreApplication.translate("VersionExport", "Export version {0}").format(version),
            _said(kept=self._kept),
        )
        self._acting = acting
        self._version = version
        self._build()
        words = self.tr("Save the files again") if self._kept else self.tr("Export")
        self.keep.setText(words)
        self.keep.setAccessibleName(words)

    def _build(self) -> None:
        title = self.tr("Folder for the files")
        self.folder = PathBox(
            self.body, "version_export_folder", title, QFileDialog.FileMode.Directory
        )
        self.folder.show_path(folder_of(self.desk))
        box = Field(self.body, title, self.folder.entry, box=self.folder, required=True)
        self.add("folder", box)
        self.signing = SigningBox(self.body, "version_export", self.desk)
        self.signing.sign.setText(self.tr("Seal the files with a certificate"))
        self.signing.show_settings(self.desk.settings)
        self.signing.setVisible(not self._kept)
        self.form.addWidget(self.signing)
        words = self.tr("Open folder")
        self._open = button(self.body, "version_export_open", words, Look.PLAIN, "folder-open")
        self._open.hide()
        self.form.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        self.form.addStretch(1)
        self.signing.resized.connect(self.refit)
        self.signing.identity_wanted.connect(self._on_identity)
        self._open.clicked.connect(self._on_open)

    @override
    def on_keep(self) -> None:
        if self.busy or self.keep.isHidden():
            return
        folder = self.folder.path
        if folder is None:
            self.refuse("folder", self.tr("Choose the folder for the files."))
            return
        if not self._kept and not self.signing.complete():
            return
        self.banner.hide()
        try:
            self._acting.save()
            if self._kept:
                self._give_back(folder)
            else:
                self._render(folder)
        except IrplanError as error:
            self.show_error(error)

    def _give_back(self, folder: Path) -> None:
        """Only bytes are copied, which takes no time."""
        path = self.desk.path
        if path is not None:
            history = self.desk.workshop.history(path)
            opened = self._acting.opened
            self._show(self._exporter.export(opened, history, self._version, folder), folder)

    def _render(self, folder: Path) -> None:
        path = self.desk.path
        if path is None:
            return
        opened = self._acting.opened
        now = Moment(opened.plan, opened.store.head(), opened.store.actor)
        key, lacking = self.signing.take_key(), list[str]()
        seal = None if key is None else Seal(key, self.signing.stamping(), lacking.append)

        def then(made: Sequence[Made]) -> None:
            self._keep(made, folder)
            if self.keep.isHidden():  # else the files were not kept, which is said
                self._show_lacking(lacking)

        self.work(self._rendering(now, path, folder, seal), then, self.tr("Laying out the pages"))

    def _rendering(self, now: Moment, path: Path, folder: Path, seal: Seal | None) -> Work:
        exporter, workshop, version = self._exporter, self.desk.workshop, self._version

        def work(tell: Tell) -> tuple[Made, ...]:
            tell(0.0, "")
            exporter.prepare(folder)
            return exporter.render(now, workshop.history(path), version, seal)

        return work

    def _keep(self, made: Sequence[Made], folder: Path) -> None:
        """Keep them in the plan first, so that no other files of this version can ever be made."""
        files = {str(file.id): data for file, data in made}
        records = [file for file, _ in made]
        try:
            self._acting.bridge.enact(records, kept_label(self._version), files)
            written = self._exporter.write(made, folder)
        except IrplanError as error:
            self.show_error(error)
            return
        remember_key(self.desk, self.signing)
        self._show(written, folder)

    def _show_lacking(self, remarks: Sequence[str]) -> None:
        """What the seal lacks, such as a time that somebody else vouches for."""
        for at, remark in enumerate(remarks):
            said = label(self.body, remark, Role.BODY, wrap=True)
            said.setObjectName(f"version_export_remark_{at}")
            self.form.insertWidget(1 + at, said)
        self.refit()

    def _show(self, files: Sequence[VersionFile], folder: Path) -> None:
        self.desk.change_settings(replace(self.desk.settings, export_folder=folder))
        self.form.insertWidget(0, WrittenFiles(self.body, files))
        first = files[0]
        said = self.tr("These are the files made on {0} by {1}, byte for byte.")
        if not self._kept:
            said = self.tr(
                "The files are kept in the plan ({0}, {1}); every later export gives back these "
                "bytes."
            )
        text = said.format(moment_text(first.made_at), first.made_by)
        self.banner.show_notice(text, Tone.SUCCESS, closable=False)
        self.fields["folder"].hide()
        self.signing.hide()
        self._open.show()
        self.close_only(self.tr("Version {0} is exported").format(self._version))
        self.refit()

    @Slot()
    def _on_identity(self) -> None:
        ask_for_identity(self.desk, self._acting.plan.profile.legal_name, self.signing, self)

    @Slot()
    def _on_open(self) -> None:
        show_folder(self.folder.path, self.banner)


def _said(*, kept: bool) -> str:
    if kept:
        return QCoreApplication.translate(
            "VersionExport",
            "Its files were made before and are kept in the plan. You get those very bytes again.",
        )
    return QCoreApplication.translate(
        "VersionExport",
        "The plan is laid out as it was issued, as PDF and Word document. The files made now are "
        "kept in the plan, and every later export gives back the same bytes.",
    )
