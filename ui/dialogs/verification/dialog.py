"""The dialog of a verification round: who is called, the calls, and what they brought."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.sessions import Outcome
from app.services.clock import today
from app.services.editing import Change
from app.services.people.load import loads
from app.services.people.rounds import Round
from app.services.people.standing import waiting
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.dialogs.verification.calls import ORIGIN, RoundCalls
from ui.dialogs.verification.queue_list import QueueList
from ui.dialogs.verification.start_page import StartPage
from ui.dialogs.verification.step_page import StepPage
from ui.dialogs.verification.summary_page import SummaryPage
from ui.dialogs.verification.words import progress_text
from ui.models.people_words import deputy_text, role_names, zone_text
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

WIDTH_PX, HEIGHT_PX, QUEUE_PX = 860, 640, 250
_ANSWERS = (Outcome.CONFIRMED, Outcome.NOT_REACHED, Outcome.OPEN)


class VerificationDialog(QDialog):
    """1, 2 and 3 answer and lead on; every person is one step to undo."""

    moved_on = Signal(object)
    """Carries the `Round` as it is now, so that it can go on later."""

    def __init__(
        self, bridge: PlanBridge, desk: Desk, parent: QWidget, left: Round | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("verification_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Verification round"))
        self._bridge, self._desk, self._left = bridge, desk, left
        self.calls = RoundCalls(bridge, desk, left)
        self._at: RecordId | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._show_stage(self._start)
        room = parent.window().size()
        width = min(px(WIDTH_PX), room.width() - px(24))
        self.resize(width, min(px(HEIGHT_PX), room.height() - px(24)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._start.by.text().strip():
            self._start.by.setFocus()
        else:
            self._primary.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0.value
        stepping = self._stages.currentWidget() is self._calling
        if stepping and 1 <= number <= len(_ANSWERS) and not event.modifiers():
            self.answer(number)
            return
        super().keyPressEvent(event)

    @override
    def done(self, result: int, /) -> None:
        """Corrections without an answer are kept all the same."""
        self._keep_draft()
        self._bridge.changed.disconnect(self._on_changed)
        super().done(result)

    @Slot()
    def begin(self) -> None:
        """Call the first who was not called yet."""
        if not self._start.name:
            self._start.ask_name()
            return
        self.calls.by = self._start.name
        if not self._start.goes_on:
            self.calls.begin(everybody=self._start.everybody)
        self._told()
        first = self.calls.round.after(None)
        if first is None:
            self.finish()
            return
        self._show_stage(self._calling)
        self._queue.show_round(self._bridge.plan, self.calls.round)
        self._call(first)

    def answer(self, number: int) -> None:
        """Answer the call by the number of the answer, from 1."""
        self._on_answer(_ANSWERS[number - 1])

    @Slot()
    def finish(self) -> None:
        """Tell what the round brought."""
        self._keep_draft()
        self._at = None
        self._summary.show_round(self._bridge.plan, self.calls.round)
        self._show_stage(self._summary)
        announce(self, self._summary.said)

    def _build(self) -> None:
        plan, day = self._bridge.plan, today(self._desk.workshop.clock)
        due = sum(1 for _ in waiting(plan, day))
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress of the round"))
        self._count = label(self, "", Role.STRONG)
        self._count.setObjectName("round_count")
        self._stages = QStackedWidget(self)
        self._start = StartPage(self._stages, plan, due, self._left)
        self._start.by.setText(self._desk.settings.person)
        self._calling = QWidget(self._stages)
        self._queue = QueueList(self._calling)
        self._queue.setFixedWidth(px(QUEUE_PX))
        self._step = StepPage(self._calling)
        self._summary = SummaryPage(self._stages)
        self._close = button(self, "round_close", self.tr("Close"))
        self._end = button(self, "round_end", self.tr("End the round"))
        self._primary = button(self, "round_begin", self.tr("Begin"), Look.PRIMARY)

    def _lay_out(self) -> None:
        inner = QHBoxLayout(self._calling)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(px(16))
        inner.addWidget(self._queue)
        inner.addWidget(self._step, 1)
        for stage in (self._start, self._calling, self._summary):
            self._stages.addWidget(stage)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(label(self, self.windowTitle(), Role.H1), 1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        for made in (self._close, self._end, self._primary):
            foot.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addLayout(head)
        column.addWidget(self._progress)
        column.addWidget(self._stages, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._on_changed)
        self._close.clicked.connect(self.reject)
        self._end.clicked.connect(self.finish)
        self._primary.clicked.connect(self._on_primary)
        self._queue.chosen.connect(self._on_chosen)
        self._step.answered.connect(self._on_answer)
        self._summary.actions_wanted.connect(self._on_actions)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_reached)

    def _show_stage(self, stage: QWidget) -> None:
        self._stages.setCurrentWidget(stage)
        calling = stage is self._calling
        self._end.setVisible(calling)
        self._primary.setVisible(not calling)
        self._close.setVisible(stage is not self._summary)
        if stage is self._summary:
            set_button_text(self._primary, self.tr("Done"))
            self._primary.setFocus()
        for part in (self._progress, self._count):
            part.setVisible(stage is not self._start)

    def _call(self, person: RecordId) -> None:
        """Show the next one to call."""
        self._at = person
        plan = self._bridge.plan
        found, load = plan.people[person], loads(plan).get(person)
        clock = zone_text(found.time_zone, self._desk.workshop.clock.now())
        place = (
            " \u00b7 ".join(filter(None, (found.title.strip(), found.unit.strip(), clock))),
            role_names(plan, load),
            deputy_text(plan, load),
        )
        result = self.calls.round.results.get(person)
        self._step.show_person(found, "\n".join(filter(None, place)), result)
        self._queue.choose(person)
        self._step.start()
        announce(self, f"{found.name}. {progress_text(self.calls.round)}")

    def _told(self) -> None:
        self._progress.setRange(0, max(len(self.calls.round.queue), 1))
        self._progress.setValue(self.calls.round.done)
        self._count.setText(progress_text(self.calls.round))
        self.moved_on.emit(self.calls.round)

    def _keep_draft(self) -> None:
        """Corrections of the person who was just shown become a step of their own."""
        draft = self._step.draft
        if draft is not None and self._at == draft.id:
            self.calls.keep(draft)

    @Slot(object)
    def _on_answer(self, outcome: Outcome) -> None:
        draft, at = self._step.draft, self._at
        if at is None or draft is None:
            return
        if outcome is Outcome.OPEN:
            self._keep_draft()
        else:
            self.calls.answer(draft, outcome, self._step.typed_note)
        self._at = None
        self._go_on(at)

    def _go_on(self, after: RecordId) -> None:
        self._queue.show_round(self._bridge.plan, self.calls.round)
        self._told()
        following = self.calls.round.after(after)
        if following is None:
            self.finish()
        else:
            self._call(following)

    @Slot(object)
    def _on_chosen(self, person: RecordId) -> None:
        self._keep_draft()
        self._call(person)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        """Somebody may be gone, or a call may have been taken back."""
        if change.origin == ORIGIN:
            return
        self.calls.follow()
        self._queue.show_round(self._bridge.plan, self.calls.round)
        self._told()
        at, self._at = self._at, None
        if at is None:
            return
        if at in self.calls.round.queue:
            self._call(at)
        else:
            self._go_on(at)

    @Slot()
    def _on_reached(self) -> None:
        if self._stages.currentWidget() is self._calling:
            self._on_answer(Outcome.CONFIRMED)

    @Slot()
    def _on_primary(self) -> None:
        if self._stages.currentWidget() is self._start:
            self.begin()
        else:
            self.accept()

    @Slot()
    def _on_actions(self) -> None:
        self._summary.tell_actions(self.calls.try_again())
