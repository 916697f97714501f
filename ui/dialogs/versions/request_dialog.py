"""Handing over: writes the file that asks a person to sign on his or her own machine."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.plan.acts import Deed
from app.services.approving.asking import PERSONAL, ApprovalRequest, request_for
from ui.bridge.desk import REQUEST
from ui.dialogs.export_paths import PathBox
from ui.dialogs.folder_showing import show_folder
from ui.dialogs.versions.acting import Acting
from ui.dialogs.versions.files import file_name, folder_of, with_ending
from ui.dialogs.versions.saying import asked
from ui.dialogs.versions.tall import TallDialog
from ui.widgets.buttons import Look, button
from ui.widgets.chips import Tone
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label


class RequestDialog(TallDialog):
    """Who was asked is offered; the file holds the whole plan, which is said."""

    written = Signal(object)
    """Carries the `Path` of the request."""

    def __init__(self, acting: Acting, parent: QWidget, person: str = "") -> None:
        super().__init__(
            acting.desk,
            parent,
            "request_dialog",
            QCoreApplication.translate("RequestDialog", "Hand over a request"),
            QCoreApplication.translate(
                "RequestDialog",
                "The person reads the plan and signs the answer on a machine of his or her own; "
                "you take the answer in here. So it is known who approved.",
            ),
        )
        self._acting = acting
        self._path: Path | None = None
        self._build(person)
        self.keep.setText(self.tr("Write the request"))
        self.keep.setAccessibleName(self.tr("Write the request"))

    def _build(self, person: str) -> None:
        now = self._acting.approvals.course
        reviewers, approvers = asked(now, Deed.REVIEWED), asked(now, Deed.APPROVED)
        self._who = QComboBox(self.body)
        self._who.setObjectName("request_person")
        for name in reviewers:
            self._who.addItem(self.tr("{0}, to review").format(name), name)
        for name in approvers:
            self._who.addItem(self.tr("{0}, to approve").format(name), name)
        self._who.setCurrentIndex(max(self._who.findData(person), 0))
        self.add("person", Field(self.body, self.tr("Whom to ask"), self._who))
        title = self.tr("File for the request")
        files = self.tr("Requests (*{0})").format(REQUEST)
        mode = QFileDialog.FileMode.AnyFile
        suffix = REQUEST.removeprefix(".")
        self.file = PathBox(self.body, "request_file", title, mode, files, suffix=suffix)
        self.add("file", Field(self.body, title, self.file.entry, box=self.file, required=True))
        self.form.addWidget(label(self.body, PERSONAL, Role.BODY, wrap=True))
        self._done = label(self.body, "", Role.PLAIN, wrap=True)
        self._done.setObjectName("request_done")
        self._done.hide()
        self.form.addWidget(self._done)
        words = self.tr("Open folder")
        self._open = button(self.body, "request_open", words, Look.PLAIN, "folder-open")
        self._open.hide()
        self.form.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        self.form.addStretch(1)
        self._who.currentIndexChanged.connect(self._show_file)
        self._open.clicked.connect(self._on_open)
        self._show_file()

    @Slot()
    def _show_file(self) -> None:
        """Name the file after the version and the person."""
        now = self._acting.approvals.course.open
        version = now.submission.version if now is not None else ""
        document = self._acting.plan.profile.document_id
        name = file_name(REQUEST, document, version, str(self._who.currentData() or ""))
        self.file.show_path(folder_of(self.desk) / name)
        self.forget_problems()

    @override
    def on_keep(self) -> None:
        if self.busy or self._path is not None:
            return
        person, path = str(self._who.currentData() or ""), self.file.path
        if path is None:
            self.refuse("file", self.tr("Choose the file for the request."))
            return
        path = with_ending(path, REQUEST)
        history_file = self.desk.path
        if history_file is None:
            return
        try:
            self._acting.save()
            history = self.desk.workshop.history(history_file)
            request = request_for(self._acting.opened, person, history)
            self.desk.workshop.write_request(request, path)
        except IrplanError as error:
            self.show_error(error)
            return
        self._path = path
        self._show_written(request, path)
        self.written.emit(path)

    def _show_written(self, request: ApprovalRequest, path: Path) -> None:
        said = self.tr(
            "{0} is written. Send it to {1}, who opens it with irplan, reads the plan, and sends "
            "back the answer. The content that is signed has the SHA-256 {2}."
        ).format(path, request.of, request.content)
        self.banner.show_notice(self.tr("The request is written."), Tone.SUCCESS, closable=False)
        self._done.setText(said)
        self._done.show()
        self._open.show()
        for field in self.fields.values():
            field.setEnabled(False)
        self.close_only(self.tr("The request is written"))
        self.refit()

    @Slot()
    def _on_open(self) -> None:
        show_folder(None if self._path is None else self._path.parent, self.banner)
