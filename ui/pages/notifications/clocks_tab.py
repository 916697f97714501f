"""The clock calculator: moments in, due times out, as a timeline, a table and text."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.judgement.deadlines.results import Deadline, Timed
from app.domain.judgement.deadlines.timeline import timeline
from app.domain.plan.ids import RecordId
from app.services.notifying.clocks import case_of, wanted
from app.services.notifying.deciding import begun, undecided
from app.services.notifying.sheet import CAUTION, sheet
from ui.bridge.notices import notice_of
from ui.models.deadline_rows import deadline_headings, deadline_row
from ui.models.timeline_marks import axis_of, lanes
from ui.pages.notifications.moments_card import MomentsCard
from ui.pages.notifications.sources import Sources
from ui.pages.notifications.timeline_figure import TimelineFigure
from ui.pages.tables.cell_table import CellTable
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label, set_tone
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

WEIGHTS = (27, 17, 28, 36)
MINUTE_MS = 60_000


class ClocksTab(QWidget):
    """Nothing typed here is kept in the plan; a decision that is recorded is."""

    decided = Signal(object)
    """Carries the `NotificationDecision` that was begun."""
    proposals_wanted = Signal()
    """There is no duty with a clock; proposals are to be looked at."""

    def __init__(self, sources: Sources, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("clocks_tab")
        self._sources = sources
        self._found: tuple[Deadline, ...] = ()
        self._scroll = ScrollBody(self, "clocks_scroll")
        self._scroll.content.setContentsMargins(0, px(14), px(6), px(8))
        self._scroll.content.setSpacing(px(14))
        body = self._scroll.body
        self.moments = MomentsCard(sources, body)
        self._build_result(body)
        self._empty = Card(body)
        self._build_empty()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        for part in (self._empty, self.moments, self._result):
            self._scroll.content.addWidget(part)
        self._scroll.content.addStretch(1)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()
        self._connect()

    def refresh(self) -> None:
        """Ask for what the duties need now, and read their clocks again."""
        bridge, sources = self._sources.bridge, self._sources
        duties = bool(bridge.plan.obligations)
        self._empty.setVisible(not duties)
        self.moments.setVisible(duties)
        self._result.setVisible(duties)
        if duties:
            self.moments.show_wanted(wanted(bridge.plan, sources.regimes, sources.calendar))
            self._read()

    def reveal_result(self) -> None:
        """Bring the timeline into view."""
        self._scroll.verticalScrollBar().setValue(self._result.y())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show(self._sources.now)

    def _build_result(self, body: QWidget) -> None:
        self._result = Card(body, self.tr("When each notice is due"))
        self._copy = button(self._result, "clocks_copy", self.tr("Copy as text"), picture="copy")
        self._save = button(
            self._result, "clocks_save", self.tr("Save as text\u2026"), picture="file-down"
        )
        self._decide = button(
            self._result,
            "clocks_decide",
            self.tr("Record a decision\u2026"),
            Look.PRIMARY,
            "clipboard-check",
        )
        self._decide.setVisible(not self._sources.bridge.read_only)
        self._said = label(self._result, "", Role.HINT, wrap=True)
        self._said.setObjectName("clocks_said")
        self.figure = TimelineFigure(self._result)
        columns = list(zip(deadline_headings(), WEIGHTS, strict=True))
        said = self.tr("Due times")
        self.table = CellTable(self._result, "clocks_table", said, columns, whole=True)
        tools = QHBoxLayout()
        tools.setSpacing(px(8))
        for part in (self._decide, self._copy, self._save):
            tools.addWidget(part)
        tools.addStretch(1)
        self._result.add(self._said)
        self._result.add(self.figure)
        self._result.body.addLayout(tools)
        self._result.add(self.table)

    def _build_empty(self) -> None:
        words = self.tr(
            "There is no clock to read yet: the plan has no duty to notify. Adopt the regimes "
            "that bind your organisation first."
        )
        said = label(self._empty, words, Role.BODY, wrap=True)
        said.setObjectName("clocks_empty")
        self._empty.add(said)
        look = button(self._empty, "clocks_proposals", self.tr("Look at the proposals"), Look.LINK)
        self._empty.body.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)
        look.clicked.connect(self.proposals_wanted)

    def _connect(self) -> None:
        self.moments.changed.connect(self._read)
        self.table.opened.connect(self._on_decide)
        self._copy.clicked.connect(self._on_copy)
        self._save.clicked.connect(self._on_save)
        self._decide.clicked.connect(self._on_decide)

    @Slot()
    def _read(self) -> None:
        sources, given = self._sources, self.moments.given()
        plan = sources.bridge.plan
        case = case_of(plan.profile, given.moments, sources.calendar, given.zone, given.kinds)
        self._found = timeline(plan.obligations.values(), sources.regimes, case)
        self._show(sources.now)

    @Slot()
    def _on_minute(self) -> None:
        if self.isVisible():
            self._show(self._sources.now)

    def _show(self, now: datetime) -> None:
        axis = axis_of(self._found, now)
        self.figure.setVisible(axis is not None)
        self.figure.show_timeline(axis, lanes(self._found, now), now)
        self.table.show_rows(tuple(deadline_row(item, now) for item in self._found))
        self._say(self._summary(now), "")

    def _summary(self, now: datetime) -> str:
        timed = [item.result for item in self._found if isinstance(item.result, Timed)]
        if not timed:
            return self.tr("Give a moment above; what counts from it then has a time.")
        late = sum(item.at < now and not item.embargo for item in timed)
        words = self.tr("{0} of {1} notices have a time, {2} of them overdue. {3}")
        said = words.format(len(timed), len(self._found), late, CAUTION)
        return f"{said} {self._open_decisions()}".strip()

    def _open_decisions(self) -> str:
        """How many duties still wait for a decision on the incident named; else blank."""
        incident, plan = self.moments.incident, self._sources.bridge.plan
        if not incident:
            return ""
        waiting = len(undecided(plan, incident))
        said = self.tr("{0} of {1} duties wait for a decision on {2}.")
        return said.format(waiting, len(plan.obligations), incident)

    def _say(self, text: str, tone: str) -> None:
        self._said.setText(text)
        set_tone(self._said, tone)

    def _text(self) -> str:
        return sheet(self._found, self._sources.now, self.moments.incident)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text())
        self._say(self.tr("Copied to the clipboard."), "success")
        announce(self._said, self._said.text())

    @Slot()
    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the clocks"))
        dialog.setObjectName("clocks_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Text files (*.txt)"))
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("notification-clocks.txt")
        dialog.fileSelected.connect(self.save)
        dialog.open()

    @Slot(str)
    def save(self, file: str) -> None:
        """Write the clocks to `file` and say so."""
        try:
            self._sources.desk.workshop.write(Path(file), self._text().encode())
        except IrplanError as error:
            self._say(notice_of(error).text, "danger")
        else:
            self._say(self.tr("Saved {0}.").format(Path(file).name), "success")
        announce(self._said, self._said.text())

    @Slot()
    def _on_decide(self) -> None:
        """Begin a decision on the duty of the chosen notice, or of the first there is."""
        if self._sources.bridge.read_only or not self._found:
            return
        chosen = self.table.key.partition("/")[0] or self._found[0].duty
        made = begun(
            RecordId(chosen),
            self._found,
            self.moments.incident,
            self._sources.person,
            self._sources.now,
        )
        self.decided.emit(made)
