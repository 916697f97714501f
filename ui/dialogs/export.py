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
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Weight
from app.services.cancelling import Cancelled
from app.services.changes.since import since, versions_of
from app.services.clock import today
from app.services.exporting import ExportOptions, ExportResult
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Tell, Work
from ui.bridge.notices import Action, notice_of
from ui.bridge.session import PlanBridge
from ui.dialogs.export_form import ExportForm
from ui.dialogs.export_result import ExportResultView
from ui.dialogs.folder_showing import show_folder
from ui.dialogs.identity_asking import ask_for_identity
from ui.widgets.banner import NoticeBanner
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.chips import Tone
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

STEPS = 1000
"""The resolution of the progress bar."""


class ExportDialog(QDialog):
    """Never blocks: the work runs as a job, and closing the dialog stops it."""

    navigate = Signal(str)
    """Carries a target; the dialog closes first."""

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(self.tr("Export the plan"))
        self.setMinimumSize(px(560), px(520))
        self._bridge = bridge
        self._desk = desk
        self._job: Job | None = None
        self._folder: Path | None = None
        self._result: ExportResultView | None = None
        found = bridge.judgement.findings()
        blocking = [item for item in found if item.weight is Weight.BLOCKS]
        self.form = ExportForm(self, blocking, versions_of(bridge.plan))
        settings = desk.settings
        own = desk.path.parent if desk.path is not None else None
        self.form.show_defaults(settings.export_folder or own, settings.identity)
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
            self, "export_open_folder", self.tr("Open folder"), Look.PLAIN, "folder-open"
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
        self.form.signing.passphrase.clear()
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
        self._run(export_work(self._desk, self._bridge, options, self.form.changes.point))

    def _run(self, work: Work) -> None:
        self._job = Job(work, self)
        self._job.progress.connect(self._on_progress)
        self._job.finished.connect(self._on_finished)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _remember(self, options: ExportOptions) -> None:
        settings = replace(self._desk.settings, export_folder=options.folder)
        if options.identity is not None:
            settings = replace(settings, identity=options.identity)
        self._desk.change_settings(settings)

    @Slot(float, str)
    def _on_progress(self, share: float, what: str) -> None:
        self._bar.setValue(round(share * STEPS))
        self._bar.setAccessibleDescription(what)
        if self._close.isEnabled():
            self._step.setText(what)

    @Slot(object)
    def _on_finished(self, result: ExportResult) -> None:
        self._job = None
        if self._result is not None:
            self._result.deleteLater()
        self._result = ExportResultView(self._made.body, result)
        self._made.content.insertWidget(0, self._result)
        self._pages.setCurrentWidget(self._made)
        self._title.setText(self.tr("The plan is exported"))
        self._open.setVisible(True)
        self._close.setEnabled(True)
        set_button_text(self._close, self.tr("Close"))
        self._close.setFocus()

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self._job = None
        self._show_form()
        notice = notice_of(error)
        tone = Tone.ACCENT if isinstance(error, Cancelled) else Tone.DANGER
        offered = notice.action in self._doings()
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
            Action.ENTER_PASSPHRASE: self.form.signing.passphrase.setFocus,
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

    @Slot()
    def _on_open(self) -> None:
        show_folder(self._folder, self.banner)


def export_work(desk: Desk, bridge: PlanBridge, options: ExportOptions, point: str = "") -> Work:
    """The export as a job, judged anew from the plan as it is now, whatever is edited meanwhile.

    `point` is the version that an annex tells the changes since; blank for no annex.
    """
    plan, template = bridge.plan, bridge.template
    workshop, path = desk.workshop, desk.path
    options = replace(options, head=bridge.head())
    standards, day = bridge.judgement.standards, today(workshop.clock)

    def work(tell: Tell) -> ExportResult:
        tell(0.0, "Judging the plan")
        judgement = Judgement(plan, template, standards, day)
        begun = since(workshop.history(path), point) if point and path is not None else None
        return workshop.exporter().export(judgement, replace(options, since=begun), tell)

    return work
