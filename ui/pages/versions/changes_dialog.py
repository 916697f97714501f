"""What changed from one point of the plan's history to another, as a list."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.interview.questions import Question
from app.domain.lifecycle.matter import LIFE
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.records import Records
from app.services.cancelling import Cancelled
from app.services.changes.compared import Compared, compared
from app.services.history import DRAFT, PlanHistory, state_at
from ui.bridge.jobs import Job, Tell, Work
from ui.bridge.notices import notice_of
from ui.dialogs.versions.acting import Acting
from ui.pages.changes.page import target_of
from ui.widgets.banner import NoticeBanner
from ui.widgets.buttons import button
from ui.widgets.changes import ChangeList
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

WIDTH_PX, HEIGHT_PX, SPARE_PX = 860, 620, 24
BEGINNING = "@1"
"""The plan as it was created."""


class VersionChangesDialog(QDialog):
    """Reads and compares in the background."""

    navigate = Signal(str)
    """Carries a target; the dialog is closed by then."""

    def __init__(self, acting: Acting, old: str, new: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("version_changes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self._title(old, new)
        self.setWindowTitle(title)
        self._acting = acting
        window = parent.window()
        self.resize(
            min(px(WIDTH_PX), window.width() - px(SPARE_PX)),
            min(px(HEIGHT_PX), window.height() - px(SPARE_PX)),
        )
        self._build(title)
        self._job: Job | None = None
        self._compare(old, new)

    def _build(self, title: str) -> None:
        self.banner = NoticeBanner(self, "version_changes_banner")
        self.list = ChangeList(self)
        close = button(self, "version_changes_close", self.tr("Close"))
        close.setDefault(True)
        self._state = label(self, self.tr("Comparing\u2026"), Role.BODY)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(24), px(20), px(24), px(20))
        inner.setSpacing(px(12))
        inner.addWidget(label(self, title, Role.H2, wrap=True))
        inner.addWidget(self._state)
        inner.addWidget(self.list, 1)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addLayout(inner, 1)
        close.clicked.connect(self.reject)
        self.list.record_chosen.connect(self._on_record)

    @override
    def reject(self) -> None:
        self._job = None
        super().reject()

    def _title(self, old: str, new: str) -> str:
        if old == BEGINNING:
            said = self.tr("What changed from the beginning to {0}")
            return said.format(self._point(new))
        return self.tr("What changed from {0} to {1}").format(self._point(old), self._point(new))

    def _point(self, point: str) -> str:
        return self.tr("now") if point == DRAFT else self.tr("version {0}").format(point)

    def _compare(self, old: str, new: str) -> None:
        path = self._acting.desk.path
        if path is None:
            return
        questions = self._acting.bridge.template.questions
        history = self._acting.desk.workshop.history(path)
        job = Job(comparing(history, (old, new), self._acting.plan, questions), self._acting.desk)
        job.finished.connect(self._on_compared)
        job.failed.connect(self._on_failed)
        self._job = job
        job.start()

    @Slot(object)
    def _on_compared(self, made: Compared) -> None:
        if self._job is not None:
            self._job = None
            self._state.hide()
            self.list.show_compared(made)

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        if self._job is not None and not isinstance(error, Cancelled):
            self._job = None
            self._state.hide()
            self.banner.show_notice(notice_of(error).text)

    @Slot(object, str)
    def _on_record(self, kind: Kind, key: str) -> None:
        """Go to a record that is in the plan now."""
        target = target_of(kind, key)
        if target and self._acting.plan.find(kind, RecordId(key)) is not None:
            self.reject()
            self.navigate.emit(target)


def comparing(
    history: PlanHistory, points: tuple[str, str], now: Plan, questions: Mapping[str, Question]
) -> Work:
    """A job that compares what is approved at two points; the draft is the plan as it is `now`."""

    def at(point: str) -> Plan:
        plan = now if point == DRAFT else state_at(history, point).plan
        for kind in LIFE:
            plan = plan.with_table(kind, Records())
        return plan

    def work(tell: Tell) -> Compared:
        tell(0.0, "")
        return compared(at(points[0]), at(points[1]), questions)

    return work
