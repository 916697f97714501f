"""The first tab: where the draft stands, the versions, and the one that is chosen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import IrplanError
from app.domain.lifecycle.approving.course import course
from app.domain.plan.acts import Deed
from app.services.cancelling import Cancelled
from ui.bridge.jobs import Job
from ui.models.version_rows import version_headings, version_rows
from ui.models.version_standing import Step
from ui.pages.tables.cell_table import CellTable
from ui.pages.versions.chosen_card import ChosenCard
from ui.pages.versions.doors import VersionDoors
from ui.pages.versions.reading import Reader, Seen
from ui.pages.versions.restoring import Restoring
from ui.pages.versions.working_card import WorkingCard
from ui.widgets.cards import Card
from ui.widgets.labels import paragraph
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

WEIGHTS = (14, 22, 36, 28)


class VersionsTab(QWidget):
    """Signatures are verified in the background each time the acts have changed."""

    failed = Signal(object)
    """Carries an `IrplanError`."""

    def __init__(self, doors: VersionDoors, restoring: Restoring, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("versions_tab")
        self._doors = doors
        self._restoring = restoring
        self._reader = Reader(doors.acting.desk.workshop)
        self._seen: Seen | None = None
        self._job: Job | None = None
        self._build()
        self._lay_out()
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether the versions are still read."""
        return self._job is not None

    def panes(self) -> tuple[QWidget, ...]:
        """The parts F6 moves between."""
        return (self.working, self.table, self.chosen)

    @Slot()
    def refresh(self) -> None:
        """Show the versions as they are now."""
        plan = self._doors.acting.plan
        self.working.show_course(plan, course(plan.acts.values()))
        if self._seen is not None and self._seen.plan is plan:
            return
        if self._job is not None:
            self._job.cancel()
        self._job = Job(self._reader.read(plan), self._doors.acting.desk)
        self._job.finished.connect(self._on_read)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _build(self) -> None:
        self._scroll = ScrollBody(self, "versions_scroll")
        body, read_only = self._scroll.body, self._doors.acting.bridge.read_only
        self._scroll.content.setContentsMargins(0, px(14), px(10), px(14))
        self.working = WorkingCard(body, read_only=read_only)
        self.list = Card(body, self.tr("Versions"))
        columns = list(zip(version_headings(), WEIGHTS, strict=True))
        said = self.tr("Versions")
        self.table = CellTable(self.list, "versions_table", said, columns, whole=True)
        words = self.tr(
            "There is no version yet. Submit the plan for review: the people you name read it and "
            "approve it, and from then on that version is frozen and listed here."
        )
        self._nothing = paragraph(self.list, words)
        self._nothing.setObjectName("versions_nothing")
        self._nothing.hide()
        self.chosen = ChosenCard(body, read_only=read_only)
        self.chosen.hide()

    def _lay_out(self) -> None:
        self.list.add(self._nothing)
        self.list.add(self.table)
        for part in (self.working, self.list, self.chosen):
            self._scroll.content.addWidget(part)
        self._scroll.content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.working.wanted.connect(self._on_working)
        self.chosen.wanted.connect(self._on_wanted)

    def _forget(self, job: object) -> bool:
        """Whether `job` is the one waited for; it is not waited for any more."""
        if job is not self._job:
            return False
        self._job = None
        return True

    @Slot(object)
    def _on_read(self, seen: Seen) -> None:
        if not self._forget(self.sender()):
            return
        self._seen = seen
        rows = version_rows(seen.plan, seen.listed, seen.certificates)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        if rows and not self.table.key:
            self.table.choose(rows[0].key)
        self._on_chosen()

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        if self._forget(self.sender()) and not isinstance(error, Cancelled):
            self.failed.emit(error)

    @Slot()
    def _on_chosen(self) -> None:
        listed = None if self._seen is None else self._seen.listing(self.table.key)
        if self._seen is not None and listed is not None:
            self.chosen.show_version(self._seen, listed)
        self.chosen.setVisible(listed is not None)

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        del key
        self._scroll.ensureWidgetVisible(self.chosen)
        self.chosen.acts.setFocus()

    @Slot(str)
    def _on_working(self, what: str) -> None:
        """Do what a button of the working draft says."""
        doors = self._doors
        heard = doors.acting.approvals.course.open
        version = heard.submission.version if heard is not None else ""
        doings: dict[str, Callable[[], None]] = {
            Step.SUBMIT.value: doors.submit,
            Step.REVIEW.value: partial(doors.say, Deed.REVIEWED, version),
            Step.APPROVE.value: partial(doors.say, Deed.APPROVED, version),
            Step.REVIEW_AFTERWARDS.value: doors.afterwards,
            "request": doors.request,
            "take": doors.take,
            "changes": partial(doors.say, Deed.CHANGES_REQUESTED, version),
            "recall": doors.recall,
            "emergency": doors.emergency,
            "difference": doors.changes,
        }
        doings[what]()

    @Slot(str)
    def _on_wanted(self, what: str) -> None:
        """Do what a button of the chosen version says."""
        listed = self.chosen.listed
        if listed is None:
            return
        doors, version = self._doors, listed.version
        doings: dict[str, Callable[[], None]] = {
            "export": partial(doors.export, version),
            "compare": partial(doors.changes, version),
            "restore": partial(self._restoring.ask, version),
            "withdraw": partial(doors.say, Deed.WITHDRAWN, version),
            "afterwards": partial(doors.afterwards, listed),
        }
        doings[what]()
