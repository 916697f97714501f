"""What a verification round brought: who was confirmed, what was corrected, who is to be tried."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.plan.plan import Kind, Plan
from app.domain.plan.sessions import Outcome
from app.services.people.rounds import TRY_AGAIN, Round
from ui.bridge.words import counted
from ui.dialogs.verification.words import corrections
from ui.models.record_names import name_of
from ui.widgets.buttons import button
from ui.widgets.labels import Role, label, repolish
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px


class SummaryPage(QWidget):
    """Offers an action for everybody who was not reached."""

    actions_wanted = Signal()
    """Whoever was not reached is to be called again some day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("round_summary")
        self._scroll = ScrollBody(self, "round_summary_scroll")
        self._scroll.content.setContentsMargins(0, 0, px(12), 0)
        self._scroll.content.setSpacing(px(10))
        self._labels = [label(self._scroll.body, "", Role.BODY, wrap=True) for _ in range(8)]
        self._words = self.tr("Make an action for everybody not reached")
        self._act = button(self._scroll.body, "round_actions", self._words, picture="list-checks")
        self._told = label(self._scroll.body, "", Role.HINT, wrap=True)
        self._told.setObjectName("round_told")
        for part in self._labels:
            self._scroll.content.addWidget(part)
        self._scroll.content.addWidget(self._act, 0, Qt.AlignmentFlag.AlignLeft)
        self._scroll.content.addWidget(self._told)
        self._scroll.content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self._act.clicked.connect(self._on_act)

    @property
    def said(self) -> str:
        """Everything that is said, line by line."""
        return "\n".join(one.text() for one in self._labels if one.text())

    def show_round(self, plan: Plan, round_: Round) -> None:
        """Tell what the calls brought."""
        missed = round_.of(Outcome.NOT_REACHED)
        lines = (*self._confirmed(round_), *self._corrected(plan, round_))
        lines += (*self._missed(plan, round_), *self._open(round_))
        for at, shown in enumerate(self._labels):
            role, text = lines[at] if at < len(lines) else (Role.BODY, "")
            shown.setProperty("role", role.value)
            repolish(shown)
            shown.setText(text)
            shown.setVisible(bool(text))
        self._act.setVisible(bool(missed))
        self._act.setEnabled(True)
        self._told.setText("")

    def tell_actions(self, count: int) -> None:
        """Say that actions were made."""
        one = self.tr("1 action is made, due in {0} days; undo takes it back.")
        many = self.tr("{n} actions are made, due in {0} days; undo takes them back.")
        self._told.setText(counted(count, one, many).format(TRY_AGAIN.days))
        self._act.setEnabled(False)

    def _confirmed(self, round_: Round) -> tuple[tuple[Role, str], ...]:
        count = len(round_.of(Outcome.CONFIRMED))
        one = self.tr("1 contact is confirmed as it was.")
        many = self.tr("{n} contacts are confirmed as they were.")
        return ((Role.H3, counted(count, one, many)),) if count else ()

    def _corrected(self, plan: Plan, round_: Round) -> tuple[tuple[Role, str], ...]:
        found = [key for key in round_.of(Outcome.CORRECTED) if key in plan.people]
        if not found:
            return ()
        one, many = self.tr("1 contact is corrected."), self.tr("{n} contacts are corrected.")
        rows = (
            f"{plan.people[key].name}: {corrections(round_.results[key].before, plan.people[key])}"
            for key in found
        )
        return (Role.H3, counted(len(found), one, many)), (Role.BODY, "\n".join(rows))

    def _missed(self, plan: Plan, round_: Round) -> tuple[tuple[Role, str], ...]:
        found = round_.of(Outcome.NOT_REACHED)
        if not found:
            return ()
        one, many = self.tr("1 person was not reached."), self.tr("{n} people were not reached.")
        rows = []
        for key in found:
            note = round_.results[key].note
            name = name_of(plan, Kind.PERSON, key)
            rows.append(f"{name}: {note}" if note else name)
        return (Role.H3, counted(len(found), one, many)), (Role.BODY, "\n".join(rows))

    def _open(self, round_: Round) -> tuple[tuple[Role, str], ...]:
        left = [key for key in round_.queue if key not in round_.results]
        if not left:
            return ()
        one = self.tr("1 person is still to be called; the round can go on at any time.")
        many = self.tr("{n} people are still to be called; the round can go on at any time.")
        return ((Role.H3, counted(len(left), one, many)),)

    @Slot()
    def _on_act(self) -> None:
        self.actions_wanted.emit()
