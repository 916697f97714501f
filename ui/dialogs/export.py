"""The export dialog: asks, works in the background, shows what was made."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.judgement.findings import Weight
from app.services.cancelling import Cancelled
from app.services.changes.since import versions_of
from app.services.exporting import ExportOptions
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Work
from ui.bridge.notices import Action, notice_of
from ui.bridge.session import PlanBridge
from ui.dialogs.export_batch import Batch, Order, export_work
from ui.dialogs.export_form import ExportForm
from ui.dialogs.export_result import ExportResultView, verify_target
from ui.dialogs.fitting import fit_room
from ui.dialogs.folder_showing import show_folder
from ui.dialogs.identity_asking import ask_for_identity
from ui.models.edition_words import edition_name
from ui.widgets.banner import NoticeBanner
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.chips import Tone
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

STEPS = 1000
"""The resolution of the progress bar."""
WIDTH_PX, HEIGHT_PX = 680, 820


class ExportDialog(QDialog):
    """Never blocks: the work runs as a job, and closing the dialog stops it."""

    navigate = Signal(str)
    """Carries a target; the dialog closes first."""

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(self.tr("Export the plan"))
        fit_room(self, WIDTH_PX, HEIGHT_PX)
        self._bridge = bridge
        self._desk = desk
        self._job: Job | None = None
        self._folder: Path | None = None
        self._results: list[ExportResultView] = []
        found = bridge.judgement.findings()
        blocking = [item for item in found if item.weight is Weight.BLOCKS]
        self.form = ExportForm(desk, self, blocking, versions_of(bridge.plan))
        settings = desk.settings
        own = desk.path.parent if desk.path is not None else None
        self.form.show_defaults(settings.export_folder or own, settings)
        self._build()
        self._lay_out()
        self._connect()
        self._show_form()

    @override
    def reject(self) -> None:
        """Stop what runs; close when nothing does."""
        if self._job is None:
            super().reject()
            return
        self._step.setText(self.tr("Stopping\u2026"))
        self._close.setEnabled(False)
        self._job.cancel()

    def _build(self) -> None:
        self.banner = NoticeBanner(self, "export_banner")
        self._title = label(self, self.tr("Export the plan"), Role.H1)
        self._pages = QStackedWidget(self)
        self._scroll = ScrollBody(self, "export_scroll")
        self._scroll.content.setContentsMargins(0, 0, px(8), 0)
        self._scroll.content.addWidget(self.form)
        self._scroll.content.addStretch(1)
        self._work = QWidget(self)
        self._bar = QProgressBar(self._work)
        self._bar.setObjectName("export_progress")
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._step = label(self._work, "", Role.BODY, wrap=True)
        self._step.setObjectName("export_step")
        self._made = ScrollBody(self, "export_made")
        self._made.content.setContentsMargins(0, 0, px(8), 0)
        self._made.content.addStretch(1)
        self._close = button(self, "export_close", "")
        self._open = button(
            self, "export_open_folder", self.tr("Show in folder"), Look.PLAIN, "folder-open"
        )
        self._start = button(self, "export_start", self.tr("Export"), Look.PRIMARY, "download")
        self._start.setDefault(True)

    def _lay_out(self) -> None:
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(px(12))
        work.addStretch(1)
        work.addWidget(self._step)
        work.addWidget(self._bar)
        work.addStretch(2)
        for page in (self._scroll, self._work, self._made):
            self._pages.addWidget(page)
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
        inner.addWidget(self._pages, 1)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(inner, 1)

    def _connect(self) -> None:
        self._start.clicked.connect(self._on_start)
        self._close.clicked.connect(self.reject)
        self._open.clicked.connect(self._on_open)
        self.form.wanted.connect(self._on_wanted)
        self.form.identity_wanted.connect(self._on_identity)
        self.banner.acted.connect(self._on_action)

    def _show_form(self) -> None:
        self._pages.setCurrentWidget(self._scroll)
        self._title.setText(self.tr("Export the plan"))
        self._start.setVisible(True)
        self._open.setVisible(False)
        self._close.setEnabled(True)
        set_button_text(self._close, self.tr("Cancel"))

    @Slot()
    def _on_start(self) -> None:
        options = self.form.options()
        if options is None or self._job is not None:
            return
        self.banner.hide()
        if not self._bridge.read_only and not self._bridge.flush() and self._bridge.failure:
            self._on_failed(self._bridge.failure)
            return
        self._folder = options.folder
        self._remember(options)
        self._pages.setCurrentWidget(self._work)
        self._start.setVisible(False)
        self._bar.setValue(0)
        self._step.setText(self.tr("Starting"))
        order = Order(options, self.form.editions.chosen, self.form.changes.point)
        self._run(export_work(self._desk, self._bridge, order))

    def _run(self, work: Work) -> None:
        self._job = Job(work, self)
        self._job.progress.connect(self._on_progress)
        self._job.finished.connect(self._on_finished)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _remember(self, options: ExportOptions) -> None:
        settings = replace(
            self._desk.settings,
            export_folder=options.folder,
            letterhead=self.form.letterhead.path,
        )
        if options.key is not None:
            settings = self.form.signing.remembered(settings)
        self._desk.change_settings(settings)

    @Slot(float, str)
    def _on_progress(self, share: float, what: str) -> None:
        self._bar.setValue(round(share * STEPS))
        self._bar.setAccessibleDescription(what)
        if self._close.isEnabled():
            self._step.setText(what)

    @Slot(object)
    def _on_finished(self, batch: Batch) -> None:
        self._job = None
        self._show_made(batch)
        self._pages.setCurrentWidget(self._made)
        whole = batch.failure is None
        exported, part = self.tr("The plan is exported"), self.tr("Part of it is exported")
        self._title.setText(exported if whole else part)
        if batch.failure is not None:
            self._say(batch.failure)
        self._open.setVisible(True)
        self._close.setEnabled(True)
        set_button_text(self._close, self.tr("Close"))
        self._close.setFocus()

    def _show_made(self, batch: Batch) -> None:
        for shown in self._results:
            shown.deleteLater()
        self._results, first = [], 0
        for made in batch.made:
            title = edition_name(made.audience) if len(self.form.editions.chosen) > 1 else ""
            shown = ExportResultView(self._made.body, made.result, title, first)
            shown.verify_asked.connect(self._on_verify)
            shown.folder_asked.connect(self._on_open)
            self._made.content.insertWidget(len(self._results), shown)
            self._results.append(shown)
            first += len(made.result.files)

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self._job = None
        self._show_form()
        self._say(error)

    def _say(self, error: IrplanError) -> None:
        notice = notice_of(error)
        tone = Tone.ACCENT if isinstance(error, Cancelled) else Tone.DANGER
        offered = notice.action in self._doings() and self._start.isVisible()
        self.banner.show_notice(
            notice.text,
            tone,
            action=notice.action.value if offered else "",
            action_text=notice.action_text if offered else "",
        )

    @Slot(str)
    def _on_action(self, action: str) -> None:
        doing = self._doings().get(Action(action))
        if doing is not None:
            doing()

    def _doings(self) -> dict[Action, Callable[[], object]]:
        """What can be done about a failure from here."""
        return {
            Action.RETRY: self._on_start,
            Action.CHOOSE_FOLDER: self.form.folder.browse,
            Action.CHOOSE_NAME: self.form.folder.browse,
            Action.CHOOSE_IDENTITY: self.form.signing.identity.browse,
            Action.CREATE_IDENTITY: self._on_identity,
            Action.ENTER_PASSPHRASE: self.form.signing.ask_secret,
            Action.EXPORT_DRAFT: self.form.draft.click,
            Action.SHOW_FINDINGS: self._show_findings,
        }

    def _show_findings(self) -> None:
        self._on_wanted("findings")

    @Slot(str)
    def _on_wanted(self, target: str) -> None:
        self.reject()
        self.navigate.emit(target)

    @Slot()
    def _on_identity(self) -> None:
        organisation = self._bridge.plan.profile.legal_name
        ask_for_identity(self._desk, organisation, self.form.signing, self)

    @Slot(object)
    def _on_verify(self, path: Path) -> None:
        self._on_wanted(verify_target(path))

    @Slot()
    def _on_open(self) -> None:
        show_folder(self._folder, self.banner)
