"""The minutes of a session as files: asks, works in the background, shows what was made."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.plan.ids import RecordId
from app.services.cancelling import Cancelled
from app.services.exporting import ExportedFile, ExportResult
from app.services.reviewing.minutes import Minutes, MinutesOptions, keeping
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Tell, Work
from ui.bridge.notices import notice_of
from ui.bridge.session import PlanBridge
from ui.dialogs.export_result import ExportResultView, verify_target
from ui.dialogs.fitting import fit_room
from ui.dialogs.folder_showing import show_folder
from ui.dialogs.identity_asking import ask_for_identity
from ui.dialogs.session.minutes_form import MinutesForm
from ui.widgets.banner import NoticeBanner
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.chips import Tone
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

STEPS = 1000
"""The resolution of the progress bar."""
WIDTH_PX, HEIGHT_PX = 620, 760


class MinutesDialog(QDialog):
    """Never blocks; the files are also kept in the plan, whose history tells of them."""

    navigate = Signal(str)
    """Carries a target; the dialog closes first."""

    def __init__(self, bridge: PlanBridge, desk: Desk, key: RecordId, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("minutes_dialog")
        self.setWindowTitle(self.tr("Minutes of the review"))
        fit_room(self, WIDTH_PX, HEIGHT_PX)
        self._bridge = bridge
        self._desk = desk
        self._key = key
        self._job: Job | None = None
        self._folder: Path | None = None
        self._build()
        self._lay_out()
        self._start.clicked.connect(self._on_start)
        self._close.clicked.connect(self.reject)
        self._open.clicked.connect(self._on_open)
        self.form.signing.identity_wanted.connect(self._on_identity)

    @override
    def reject(self) -> None:
        """Stop what runs; close when nothing does."""
        if self._job is None:
            super().reject()
            return
        self._close.setEnabled(False)
        self._job.cancel()

    def _build(self) -> None:
        self.banner = NoticeBanner(self, "minutes_banner")
        self._title: QLabel = label(self, self.tr("Minutes of the review"), Role.H1)
        self._scroll = ScrollBody(self, "minutes_scroll")
        self._scroll.content.setContentsMargins(0, 0, px(8), 0)
        self.form = MinutesForm(self._desk, self._scroll.body)
        own = self._desk.path.parent if self._desk.path is not None else None
        settings = self._desk.settings
        self.form.show_defaults(settings.export_folder or own, settings)
        self._scroll.content.addWidget(self.form)
        self._scroll.content.addStretch(1)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("minutes_progress")
        self._bar.setAccessibleName(self.tr("Progress of the minutes"))
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._close = button(self, "minutes_close", self.tr("Cancel"))
        words = self.tr("Show in folder")
        self._open = button(self, "minutes_open_folder", words, Look.PLAIN, "folder-open")
        self._open.hide()
        words = self.tr("Write the minutes")
        self._start = button(self, "minutes_start", words, Look.PRIMARY, "download")
        self._start.setDefault(True)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._open)
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self._start)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(24), px(20), px(24), px(20))
        inner.setSpacing(px(16))
        inner.addWidget(self._title)
        inner.addWidget(self._scroll, 1)
        inner.addWidget(self._bar)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(inner, 1)

    @Slot()
    def _on_start(self) -> None:
        options = self.form.options(self._bridge.head())
        if options is None or self._job is not None:
            return
        self.banner.hide()
        self._folder = options.folder
        settings = replace(self._desk.settings, export_folder=options.folder)
        self._desk.change_settings(self.form.signing.remembered(settings))
        self._start.setEnabled(False)
        self.form.setEnabled(False)
        self._bar.setValue(0)
        self._bar.show()
        self._job = Job(_work(self._desk, self._bridge, self._key, options), self._desk)
        self._job.progress.connect(self._on_progress)
        self._job.finished.connect(self._on_finished)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    @Slot(float, str)
    def _on_progress(self, share: float, what: str) -> None:
        self._bar.setValue(round(share * STEPS))
        self._bar.setAccessibleDescription(what)

    @Slot(object)
    def _on_finished(self, made: Minutes) -> None:
        self._end()
        self._keep(made)
        self.form.hide()
        shown = ExportResultView(self._scroll.body, _shown(made))
        shown.verify_asked.connect(self._on_verify)
        shown.folder_asked.connect(self._on_open)
        self._scroll.content.insertWidget(0, shown)
        self._title.setText(self.tr("The minutes are written"))
        self._start.hide()
        self._open.show()
        set_button_text(self._close, self.tr("Close"))
        self._close.setFocus()

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self._end()
        tone = Tone.ACCENT if isinstance(error, Cancelled) else Tone.DANGER
        self.banner.show_notice(notice_of(error).text, tone)

    def _end(self) -> None:
        self._job = None
        self._bar.hide()
        self._close.setEnabled(True)
        self._start.setEnabled(True)
        self.form.setEnabled(True)

    def _keep(self, made: Minutes) -> None:
        """The files are written by now; that the plan cannot keep them too is said."""
        if self._bridge.read_only:
            return
        plan, now = self._bridge.plan, self._desk.workshop.clock.now()
        changes, files = keeping(plan, self._key, made, self._by(), now)
        records = [change.after for change in changes if change.after is not None]
        if not records:
            return
        try:
            self._bridge.enact(records, self.tr("Keep the minutes of the review"), files)
        except IrplanError as error:
            words = self.tr("The files are written, but the plan could not keep them. {0}")
            self.banner.show_notice(words.format(notice_of(error).text), Tone.WARNING)

    def _by(self) -> str:
        session = self._bridge.plan.sessions[self._key]
        return self._desk.settings.person.strip() or session.secretary or session.chair

    @Slot()
    def _on_identity(self) -> None:
        organisation = self._bridge.plan.profile.legal_name
        ask_for_identity(self._desk, organisation, self.form.signing, self)

    @Slot(object)
    def _on_verify(self, path: Path) -> None:
        self.reject()
        self.navigate.emit(verify_target(path))

    @Slot()
    def _on_open(self) -> None:
        show_folder(self._folder, self.banner)


def _work(desk: Desk, bridge: PlanBridge, key: RecordId, options: MinutesOptions) -> Work:
    plan, workshop = bridge.plan, desk.workshop

    def work(tell: Tell) -> Minutes:
        return workshop.minutes_exporter().export(plan, key, options, tell)

    return work


def _shown(made: Minutes) -> ExportResult:
    files = tuple(
        ExportedFile(one.path, one.format, len(one.data), one.sha256, one.level, one.pages)
        for one in made.files
    )
    return ExportResult(files, "", made.differences, made.missing_glyphs, made.remarks)
