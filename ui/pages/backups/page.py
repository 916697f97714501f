"""The page of backups: copies and versions, what each would change, and the way back to one."""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.cancelling import Cancelled
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job
from ui.bridge.links import open_folder
from ui.bridge.notices import notice_of
from ui.bridge.session import PlanBridge
from ui.pages.backups.confirming import RESTORE, question_about
from ui.pages.backups.edits import restore
from ui.pages.backups.head import BackupsHead
from ui.pages.backups.point_card import PointCard
from ui.pages.backups.point_list import PointList
from ui.pages.backups.point_words import summary_of
from ui.pages.backups.points import Looked, Point, Points, Source, can_be_read, looking
from ui.pages.changes.page import target_of
from ui.pages.findings.done_notice import DoneNotice
from ui.pages.page import Page
from ui.widgets.banner import NoticeBanner
from ui.widgets.cards import Card
from ui.widgets.chips import Tone
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

BESIDE_FROM_PX = 780
"""The page's width from which the chosen point stands beside the list."""
QUIET_MS = 400
"""Quiet time after an edit before the chosen point is compared with the plan again."""


class BackupsPage(Page):
    """Reads and compares on a worker's thread; a page nobody sees does nothing."""

    title = str(QT_TRANSLATE_NOOP("Page", "Backups"))
    icon = "history"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("backups_page")
        self._desk = desk
        path = desk.path or Path(bridge.open_plan.store.name)
        questions = bridge.template.questions
        self._source = Source(desk.workshop, desk.workshop.copies(path), path, questions)
        self._points = Points()
        self._looked: Looked | None = None
        self._reading: Job | None = None
        self._comparing: Job | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._build()
        self._lay_out()
        self._connect()
        for part in (self._card, self.card, self._nothing):
            part.hide()

    @property
    def busy(self) -> bool:
        """Whether anything is still read or compared."""
        return bool(self._reading or self._comparing or self._quiet.isActive())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(BESIDE_FROM_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(across if beside else down)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.banner, self.done, self.head, self.list, self.card)

    @Slot()
    def refresh(self) -> None:
        """Read the copies and the versions again; those known to be sound are not read twice."""
        if self._reading is not None:
            return
        self._reading = Job(self._source.points, self._desk)
        self._reading.progress.connect(self._on_progress)
        self._reading.finished.connect(self._on_points)
        self._reading.failed.connect(self._on_unread)
        if not self._points.all:
            self.head.show_progress(0)
        self._reading.start()

    @Slot()
    def back_up(self) -> None:
        """Keep a copy now, unless nothing changed since the last."""
        if not self.bridge.flush():
            return
        shelf = self._source.shelf
        try:
            before = shelf.made()
            self.bridge.open_plan.store.backup()
            new = shelf.made() != before
        except IrplanError as error:
            self._tell(notice_of(error).text)
            return
        kept, same = self.tr("A copy was kept."), self.tr("Nothing changed since the last copy.")
        self._tell(kept if new else same, Tone.SUCCESS)
        self.refresh()

    @Slot()
    def ask_to_restore(self) -> None:
        """Say what restoring the chosen point will do, and do it if that is wanted."""
        if self._looked is None or self._looked.preview is None:
            return
        question = question_about(self, self._looked.point, self._looked.preview)
        question.answered.connect(self._on_answered)
        question.open()

    def _build(self) -> None:
        self.done = DoneNotice(self.bridge, self)
        self.banner = NoticeBanner(self, "backups_banner")
        self.head = BackupsHead(self, read_only=self.bridge.read_only)
        self._card = Card(self)
        self.list = PointList(self._card)
        self.card = PointCard(self, read_only=self.bridge.read_only)
        self._nothing = label(self._card, "", Role.BODY, wrap=True)
        self._nothing.setObjectName("backups_nothing")
        self._nothing.setText(
            self.tr(
                "A copy is kept when the plan is opened and closed, and every half hour while it "
                "changes. Choose \u201cBack up now\u201d to keep the first."
            )
        )

    def _lay_out(self) -> None:
        self._card.body.addWidget(self._nothing)
        self._card.body.addWidget(self.list, 1)
        self._card.body.addStretch(0)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(px(16))
        self._middle.addWidget(self._card, 4)
        self._middle.addWidget(self.card, 5)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(32), px(26), px(32), px(26))
        inner.setSpacing(px(16))
        inner.addWidget(self.head)
        inner.addLayout(self._middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.done)
        column.addLayout(inner, 1)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self._quiet.timeout.connect(self._compare)
        self.head.backing_up.connect(self.back_up)
        self.head.opening.connect(self._on_open)
        self.list.chosen.connect(self._on_chosen)
        self.card.restoring.connect(self.ask_to_restore)
        self.card.changes.record_chosen.connect(self._on_record)

    def _tell(self, text: str, tone: Tone = Tone.DANGER) -> None:
        self.banner.show_notice(text, tone)

    def _show(self) -> None:
        points = self._points
        folder = self._source.shelf.folder.is_dir()
        self.head.show_summary(summary_of(points), folder=folder)
        self._nothing.setVisible(not points.all and points.failure is None)
        self._card.setVisible(bool(points.all) or points.failure is None)
        self.list.setVisible(bool(points.all))
        self.list.show_points(points.all)
        if points.failure is not None:
            self._tell(notice_of(points.failure).text)

    @Slot(float, str)
    def _on_progress(self, share: float, what: str) -> None:
        if not self._points.all:
            self.head.show_progress(share, what)

    @Slot(object)
    def _on_points(self, points: Points) -> None:
        self._reading = None
        self.head.end_progress()
        self._points = points
        self._show()
        self._compare()

    @Slot(object)
    def _on_unread(self, error: IrplanError) -> None:
        self._reading = None
        self.head.end_progress()
        self._show()
        if not isinstance(error, Cancelled):
            self._tell(notice_of(error).text)

    @Slot(object)
    def _on_chosen(self, point: Point | None) -> None:
        self.card.setVisible(point is not None)
        if point is not None:
            self.card.show_looking(point)
            self._compare()

    @Slot()
    def _compare(self) -> None:
        """Compare the chosen point with the plan as it is now."""
        self._looked = None
        if self._comparing is not None:
            self._comparing.cancel()
            self._comparing = None
        point = self.list.point
        if point is None or not can_be_read(point):
            return
        self._comparing = Job(looking(self._source, point, self.bridge.plan), self._desk)
        self._comparing.finished.connect(self._on_looked)
        self._comparing.failed.connect(self._on_not_looked)
        self._comparing.start()

    @Slot(object)
    def _on_looked(self, looked: Looked) -> None:
        """What was found of a point, or a plan, that was left behind meanwhile does not count."""
        stale = looked.preview is not None and looked.preview.now is not self.bridge.plan
        if looked.point != self.list.point or stale:
            return
        self._comparing = None
        self._looked = looked
        self.card.show_looked(looked)

    @Slot(object)
    def _on_not_looked(self, error: IrplanError) -> None:
        if not isinstance(error, Cancelled):
            self._comparing = None
            self._tell(notice_of(error).text)

    @Slot(object)
    def _on_changed(self, change: object) -> None:
        del change
        if self.isVisible():
            self._quiet.start()

    @Slot(str)
    def _on_answered(self, answer: str) -> None:
        looked = self._looked
        if answer != RESTORE or looked is None or looked.preview is None:
            return
        self.banner.hide()
        try:
            said = restore(self.bridge, looked.preview.past)
        except IrplanError as error:
            self._tell(notice_of(error).text)
            return
        self.done.tell(said)
        self.list.setFocus()
        self.refresh()

    @Slot(object, str)
    def _on_record(self, kind: Kind, key: str) -> None:
        """Go to a record that is in the plan now."""
        target = target_of(kind, key)
        if not target or self.bridge.plan.find(kind, RecordId(key)) is None:
            self._tell(self.tr("This is no longer in the plan, or has no page."), Tone.ACCENT)
        else:
            self.navigate.emit(target)

    @Slot()
    def _on_open(self) -> None:
        if not open_folder(self._source.shelf.folder):
            words = self.tr("The folder could not be shown; it is {0}.")
            self._tell(words.format(self._source.shelf.folder))
