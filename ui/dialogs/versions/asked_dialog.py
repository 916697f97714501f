"""A request from another machine: read it, read the plan, and answer with a signature."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QRadioButton, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.plan.acts import Deed
from app.services.approving.asking import ApprovalRequest, ApprovalResponse, Reply, answer, declared
from app.services.approving.signing import name_note
from app.services.signing import Key
from ui.bridge.desk import RESPONSE, Desk
from ui.bridge.jobs import Tell, Work
from ui.dialogs.export_paths import PathBox
from ui.dialogs.folder_showing import show_folder
from ui.dialogs.identity_asking import ask_for_identity, remember_key
from ui.dialogs.signing_box import SigningBox
from ui.dialogs.statement import text_in
from ui.dialogs.versions.asked_box import AskedBox
from ui.dialogs.versions.declaration_box import DeclarationBox
from ui.dialogs.versions.files import folder_of, with_ending
from ui.dialogs.versions.reading_box import ReadingBox
from ui.dialogs.versions.tall import TallDialog
from ui.widgets.buttons import Look, button
from ui.widgets.chips import Tone
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class AskedDialog(TallDialog):
    """Works without a plan of one's own; an answer is always signed."""

    answered = Signal(object)
    """Carries the `Path` of the answer."""

    def __init__(self, desk: Desk, request: ApprovalRequest, path: Path, parent: QWidget) -> None:
        super().__init__(
            desk,
            parent,
            "asked_dialog",
            QCoreApplication.translate("AskedDialog", "You are asked about a plan"),
        )
        self._request = request
        self._folder = path.parent if path.parent.is_dir() else folder_of(desk)
        self._out: Path | None = None
        self._build(path)
        self._connect()
        self._show_declaration()

    def _build(self, path: Path) -> None:
        self.form.addWidget(AskedBox(self.body, self._request))
        self.reading = ReadingBox(self.body, self._request, self._folder)
        self.form.addWidget(self.reading)
        self._build_reply()
        hint = self.tr("Such as CEO; it stands in the declaration.")
        self._role = self.line("role", self.tr("Your role"), hint, required=False)
        self._reason = self.line("reason", self.tr("Remark"), required=False)
        self.box = DeclarationBox(self.body, "asked_declaration")
        self.signing = SigningBox(self.body, "asked")
        self.signing.always()
        self.signing.show_settings(self.desk.settings)
        for part in (self.box, self.signing):
            self.form.addWidget(part)
        self._build_file(path)
        self.keep.setText(self.tr("Sign the answer"))
        self.keep.setAccessibleName(self.tr("Sign the answer"))

    def _build_file(self, path: Path) -> None:
        title = self.tr("File for the answer")
        files = self.tr("Answers (*{0})").format(RESPONSE)
        mode, suffix = QFileDialog.FileMode.AnyFile, RESPONSE.removeprefix(".")
        self.file = PathBox(self.body, "asked_file", title, mode, files, suffix=suffix)
        self.file.show_path(self._folder / f"{path.stem}{RESPONSE}")
        self.add("file", Field(self.body, title, self.file.entry, box=self.file, required=True))
        self._done = label(self.body, "", Role.PLAIN, wrap=True)
        self._done.setObjectName("asked_done")
        self._open = button(
            self.body, "asked_open", self.tr("Open folder"), Look.PLAIN, "folder-open"
        )
        self._done.hide()
        self._open.hide()
        self.form.addWidget(self._done)
        self.form.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        self.form.addStretch(1)

    def _build_reply(self) -> None:
        words = self.tr("I approve it")
        if self._request.asked is Deed.REVIEWED:
            words = self.tr("I reviewed it and support it")
        self._agree = QRadioButton(words, self.body)
        self._agree.setObjectName("asked_agree")
        self._agree.setChecked(True)
        self._change = QRadioButton(self.tr("I request changes"), self.body)
        self._change.setObjectName("asked_change")
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(px(18))
        for choice in (self._agree, self._change):
            group.addButton(choice)
            row.addWidget(choice)
        row.addStretch(1)
        self.form.addWidget(label(self.body, self.tr("Your answer"), Role.H3))
        self.form.addLayout(row)

    def _connect(self) -> None:
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(0)
        self._quiet.timeout.connect(self._show_declaration)
        for line in (self._role, self._reason):
            line.textChanged.connect(self._quiet.start)
        self._change.toggled.connect(self._on_reply)
        self.signing.identity_wanted.connect(self._on_identity)
        self.signing.resized.connect(self.refit)
        self.reading.wanted.connect(self._on_pdf)
        self._open.clicked.connect(self._on_open)

    def _reply(self) -> Reply:
        deed = Deed.CHANGES_REQUESTED if self._change.isChecked() else self._request.asked
        return Reply(deed, text_in(self._role), text_in(self._reason))

    @Slot()
    def _on_reply(self) -> None:
        asked = self._change.isChecked()
        caption = self.tr("What has to change *") if asked else self.tr("Remark")
        self.fields["reason"].set_caption(caption)
        self.forget_problems()
        self._show_declaration()

    @Slot()
    def _show_declaration(self) -> None:
        try:
            said = declared(self._request, self._reply(), self.desk.workshop.clock.now())
        except IrplanError:  # changes without a reason yet
            self.box.hide()
            return
        self.box.show()
        self.box.show_sentence(said.sentence, said.by)

    @override
    def on_keep(self) -> None:
        if self.busy or self._out is not None:
            return
        reply, path = self._reply(), self.file.path
        if reply.deed is Deed.CHANGES_REQUESTED and not reply.reason:
            said = self.tr("Say what has to change, so that the author can act on it.")
            self.refuse("reason", said)
            return
        self._show_declaration()
        if not self.box.confirmed() or not self.signing.complete():
            return
        if path is None:
            self.refuse("file", self.tr("Choose the file for the answer."))
            return
        self._out = with_ending(path, RESPONSE)
        key = self.signing.take_key()
        if key is None:
            return
        self.banner.hide()
        self.work(self._answering(reply, key, self._out), self._show_answer, self.tr("Signing"))

    @override
    def show_error(self, error: IrplanError) -> None:
        self._out = None
        super().show_error(error)

    def _answering(self, reply: Reply, key: Key, path: Path) -> Work:
        request, workshop = self._request, self.desk.workshop

        def work(tell: Tell) -> ApprovalResponse:
            tell(0.0, "")
            made = answer(request, reply, key, workshop.identities, workshop.clock)
            tell(0.9, "")
            workshop.write_response(made, path)
            return made

        return work

    def _show_answer(self, made: ApprovalResponse) -> None:
        remember_key(self.desk, self.signing)
        note = name_note(self._request.of, made.subject)
        said = self.tr(
            "{0} is written. Send it to {1}, and tell {1} by telephone or in person the "
            "fingerprint of your certificate (SHA-256): {2}"
        ).format(self._out, self._request.by, made.fingerprint.replace(":", ":\u200b"))
        self._done.setText("\n".join(filter(None, (said, note))))
        self.box.tick.setEnabled(False)
        for part in (self.signing, self.reading, *self.fields.values(), self._agree, self._change):
            part.setVisible(False)
        self._done.show()
        self._open.show()
        self.banner.show_notice(self.tr("The answer is signed."), Tone.SUCCESS, closable=False)
        self.close_only(self.tr("Your answer is signed"))
        self.refit()
        if self._out is not None:
            self.answered.emit(self._out)

    @Slot(object)
    def _on_pdf(self, path: Path) -> None:
        request, workshop = self._request, self.desk.workshop

        def work(tell: Tell) -> Path:
            tell(0.0, "")
            pdf = workshop.request_pdf(request)
            tell(0.9, "")
            workshop.write(path, pdf.data)
            return path

        self.banner.hide()
        self.work(work, self._show_pdf, self.tr("Laying out the pages"))

    def _show_pdf(self, path: Path) -> None:
        said = self.tr("The plan to read is in {0}.").format(path)
        self.banner.show_notice(said, Tone.SUCCESS)

    @Slot()
    def _on_identity(self) -> None:
        organisation = self._request.plan.profile.legal_name
        ask_for_identity(self.desk, organisation, self.signing, self)

    @Slot()
    def _on_open(self) -> None:
        show_folder(None if self._out is None else self._out.parent, self.banner)
