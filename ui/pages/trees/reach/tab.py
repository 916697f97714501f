"""The reachability of the trees: conditions at the left, what comes of them at the right."""

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.judgement.reachability.results import Reachability
from app.domain.judgement.reachability.scenario import Scenario
from app.domain.judgement.reachability.simulating import simulate
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.services.cancelling import Cancelled
from app.services.clock import today
from app.services.editing import Change
from app.services.reaching.report import reach_data
from app.services.reaching.sheet import reach_csv, reach_text
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Tell
from ui.bridge.notices import notice_of
from ui.bridge.session import PlanBridge
from ui.pages.trees.reach.conditions import Conditions
from ui.pages.trees.reach.result_pane import ResultPane
from ui.pages.trees.reach.running_bar import RunningBar
from ui.widgets.cards import line
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

WAIT_MS: Final = 40
"""Quiet time after the last change of a condition before the trees are tried."""
LIVE_EFFORT: Final = 50_000
"""What is more work than this, in calls of one run, is done in the background."""
ONCE_EFFORT: Final = 50
"""How many runs with chance of a call are as much work as telling what becomes of it."""
CONDITIONS_PX: Final = 300
NARROW_CONDITIONS_PX: Final = 266
NARROW_PX: Final = 900
"""The width below which the conditions leave more room to the results."""
CONCERNED: Final = frozenset(
    {
        *(Kind.TREE, Kind.TREE_NODE, Kind.ROLE, Kind.PERSON),
        *(Kind.PARTY, Kind.SEVERITY, Kind.PROFILE),
    }
)
"""The tables that a simulation reads."""


class ReachTab(QWidget):
    """Tries the trees again whenever a condition or the plan changes, while it is seen."""

    chosen = Signal(object, object)
    """Carries the `RecordId` of the tree and of the call whose row somebody chose."""

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reach_tab")
        self._bridge = bridge
        self._desk = desk
        self._result: Reachability | None = None
        self._job: Job | None = None
        self._stale = True
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._build()
        self._lay_out()
        self._connect()

    @property
    def result(self) -> Reachability | None:
        """What is shown; None before anything was tried."""
        return self._result

    @Slot()
    def refresh(self) -> None:
        """Try the trees as they are now."""
        self._stale = False
        self._wait.stop()
        self.conditions.show_plan(self._bridge.plan)
        self._try()

    def show_tree(self, tree: RecordId) -> None:
        """Try this tree alone."""
        self.conditions.show_plan(self._bridge.plan)
        self.conditions.choose_tree(tree)

    def panes(self) -> tuple[QWidget, ...]:
        """The parts F6 moves between."""
        return (self.conditions, self.pane.table, self.pane.points)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < px(NARROW_PX)
        self._scroll.setFixedWidth(px(NARROW_CONDITIONS_PX if narrow else CONDITIONS_PX))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _build(self) -> None:
        self._scroll = ScrollBody(self, "reach_scroll")
        self._scroll.content.setContentsMargins(px(24), px(8), px(14), px(16))
        self._scroll.setFixedWidth(px(CONDITIONS_PX))
        self.conditions = Conditions(self._scroll.body)
        self._scroll.content.addWidget(self.conditions)
        self.running = RunningBar(self)
        self.pane = ResultPane(self)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(px(18), px(12), px(20), px(14))
        right.setSpacing(px(8))
        right.addWidget(self.pane, 1)
        right.addWidget(self.running)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._scroll)
        row.addWidget(line(self, vertical=True))
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._on_plan_changed)
        self.conditions.changed.connect(self._wait.start)
        self._wait.timeout.connect(self._on_wait)
        self.running.stopped.connect(self._on_stop)
        self.pane.chosen.connect(self.chosen)
        self.pane.copy_wanted.connect(self._on_copy)
        self.pane.save_wanted.connect(self._on_save)

    def _try(self) -> None:
        """At once without chance; with it too where that is quick, else in the background."""
        self._forget_job()
        self.pane.say("", "")
        plan = self._bridge.plan
        scenario = self.conditions.scenario(plan, today(self._desk.workshop.clock))
        if _effort(plan, scenario) <= LIVE_EFFORT:
            self._show(simulate(plan, scenario))
            return
        once = replace(scenario, runs=0)
        if _effort(plan, once) <= LIVE_EFFORT:
            self._show(simulate(plan, once))
        self._run(plan, scenario)

    def _run(self, plan: Plan, scenario: Scenario) -> None:
        job = Job(partial(_work, plan, scenario), QApplication.instance() or self._desk)
        job.progress.connect(self.running.show_progress)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        for ended in (job.finished, job.failed):
            ended.connect(job.deleteLater)  # the tab may be gone by then
        self._job = job
        self.running.begin()
        job.start()

    def _forget_job(self) -> None:
        job, self._job = self._job, None
        self.running.hide()
        if job is not None:
            job.progress.disconnect(self.running.show_progress)
            job.finished.disconnect(self._on_finished)
            job.failed.disconnect(self._on_failed)
            job.cancel()

    def _show(self, result: Reachability) -> None:
        self._result = result
        self.pane.show_result(result)

    @Slot()
    def _on_wait(self) -> None:
        if self.isVisible():
            self._try()
        else:
            self._stale = True

    @Slot(object)
    def _on_plan_changed(self, change: Change) -> None:
        if CONCERNED.isdisjoint(change.kinds):
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    @Slot(object)
    def _on_finished(self, result: Reachability) -> None:
        self._job = None
        self.running.hide()
        self._show(result)

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self._job = None
        self.running.hide()
        if not isinstance(error, Cancelled):
            self.pane.say(error.message, "danger")

    @Slot()
    def _on_stop(self) -> None:
        self._forget_job()
        self.pane.say(self.tr("Stopped. Shown is the tree without chance."), "")

    @Slot()
    def _on_copy(self) -> None:
        if self._result is not None:
            QGuiApplication.clipboard().setText(reach_text(self._result))
            self.pane.say(self.tr("Copied to the clipboard."), "success")

    @Slot(str)
    def _on_save(self, ending: str) -> None:
        dialog = QFileDialog(self, self.tr("Save who is reached"))
        dialog.setObjectName("reach_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        tables = {"csv": self.tr("Tables (*.csv)"), "json": self.tr("Data (*.json)")}
        dialog.setNameFilter(tables[ending])
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"reachability.{ending}")
        dialog.fileSelected.connect(self.save)
        dialog.open()

    @Slot(str)
    def save(self, file: str) -> None:
        """Write what is shown to `file`, as JSON where its name ends so, else as CSV; say so."""
        if self._result is None:
            return
        path = Path(file)
        try:
            self._desk.workshop.write(path, _data(self._result, path))
        except IrplanError as error:
            self.pane.say(notice_of(error).text, "danger")
        else:
            self.pane.say(self.tr("Saved {0}.").format(path.name), "success")


def _effort(plan: Plan, scenario: Scenario) -> int:
    return len(plan.tree_nodes) * (ONCE_EFFORT + scenario.runs)


def _data(result: Reachability, path: Path) -> bytes:
    if path.suffix.lower() == ".json":
        return json.dumps(reach_data(result), ensure_ascii=False, indent=2).encode()
    return reach_csv(result)


def _work(plan: Plan, scenario: Scenario, tell: Tell) -> Reachability:
    """Runs on a worker's thread."""
    return simulate(plan, scenario, partial(_told, tell))


def _told(tell: Tell, share: float) -> None:
    tell(share, "")
