"""What changed between two points of the plan's history, as a list."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.places import SECTION_OF
from app.services.cancelling import Cancelled
from app.services.changes.compared import Compared
from app.services.changes.points import NOW, Point
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job
from ui.bridge.notices import notice_of
from ui.bridge.session import PlanBridge
from ui.pages.changes.point_box import PointBox
from ui.pages.changes.work import States
from ui.pages.page import Page
from ui.widgets.banner import NoticeBanner
from ui.widgets.cards import Card
from ui.widgets.changes import ChangeList
from ui.widgets.chips import Tone
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

PAUSE_MS = 500
"""How long the plan must rest before it is compared again."""


class ChangesPage(Page):
    """Compares the newest version, or else the beginning, with the plan as it is now.

    Everything is read and compared in the background; a page nobody sees does nothing.
    """

    title = str(QT_TRANSLATE_NOOP("Page", "Changes"))
    icon = "git-compare"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("changes_page")
        questions = bridge.template.questions
        path = desk.path
        self._states = None if path is None else States(desk.workshop, path, questions)
        self._desk = desk
        self._job: Job | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._build()
        self._lay_out()
        self._pause.timeout.connect(self._compare)
        self.old.picked.connect(self._compare)
        self.new.picked.connect(self._compare)
        self.list.record_chosen.connect(self._on_record)
        bridge.changed.connect(self._on_changed)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.notice, self.old, self.list)

    def _build(self) -> None:
        self.notice = NoticeBanner(self, "changes_notice")
        self.old = PointBox(self, "changes_old", self.tr("From"))
        self.new = PointBox(self, "changes_new", self.tr("To"))
        self._card = Card(self)
        self.list = ChangeList(self._card)

    def _lay_out(self) -> None:
        points = QHBoxLayout()
        points.setSpacing(px(16))
        points.addWidget(Field(self, self.tr("From"), self.old))
        points.addWidget(Field(self, self.tr("To"), self.new))
        points.addStretch(1)
        self._card.body.addWidget(self.list, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(32), px(26), px(32), px(26))
        inner.setSpacing(px(4))
        inner.addWidget(label(self, self.tr("Changes"), Role.H1))
        summary = self.tr("What changed in the plan, record by record, and whether it is material.")
        inner.addWidget(label(self, summary, Role.BODY, wrap=True))
        inner.addSpacing(px(12))
        inner.addLayout(points)
        inner.addSpacing(px(12))
        inner.addWidget(self._card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addLayout(inner, 1)

    @Slot(object)
    def _on_changed(self, change: object) -> None:
        del change
        if self.isVisible():
            self._pause.start()

    def _read(self) -> None:
        if self._states is not None:
            job = Job(self._states.points(), self._desk)
            job.finished.connect(self._on_points)
            self._start(job)

    @Slot()
    def _compare(self) -> None:
        if self._states is not None and self.old.point:
            work = self._states.compare(self.old.point, self.new.point, self.bridge.plan)
            job = Job(work, self._desk)
            job.finished.connect(self._on_compared)
            self._start(job)

    def _start(self, job: Job) -> None:
        """It outlives the page, as its thread does; only the latest is listened to."""
        self._pause.stop()
        self._job = job
        job.failed.connect(self._on_failed)
        job.start()

    def _is_latest(self) -> bool:
        """Whether the job that has just ended is the one waited for."""
        ended = self.sender()
        ended.deleteLater()
        if ended is not self._job:
            return False
        self._job = None
        return True

    @Slot(object)
    def _on_points(self, points: Sequence[Point]) -> None:
        if not self._is_latest():
            return
        self.old.offer(points)
        self.new.offer((NOW, *points))
        self._compare()

    @Slot(object)
    def _on_compared(self, made: Compared) -> None:
        if self._is_latest():
            self.list.show_compared(made)

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        if self._is_latest() and not isinstance(error, Cancelled):
            self.notice.show_notice(notice_of(error).text)

    @Slot(object, str)
    def _on_record(self, kind: Kind, key: str) -> None:
        """Go there; what is gone, or has no place in the window, is said to be so."""
        if self.bridge.plan.find(kind, RecordId(key)) is None:
            text = self.tr("This is no longer in the plan, so there is nothing to open.")
            self.notice.show_notice(text, Tone.ACCENT)
        elif not (target := target_of(kind, key)):
            self.notice.show_notice(self.tr("This has no page of its own."), Tone.ACCENT)
        else:
            self.notice.hide()
            self.navigate.emit(target)


def target_of(kind: Kind, key: str) -> str:
    """What the window is asked to show for a record; blank where it shows it nowhere."""
    match kind:
        case Kind.SECTION:
            return f"section:{key}"
        case Kind.ANSWER:
            return f"question:{key}"
        case Kind.ACCEPTED:
            return "findings"
        case Kind.ATTESTATION | Kind.EXCLUSION:
            return f"requirement:{key}"
        case _:
            return f"record:{kind.value}:{key}" if kind in SECTION_OF else ""
