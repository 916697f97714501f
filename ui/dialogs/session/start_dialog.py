"""Asks why a review session is held, who leads it, who writes, and who is invited."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from app.domain.plan.dates import date_text
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import Attendance, Occasion
from app.services.reviewing.starting import Invitation, flaws
from app.services.reviewing.triggering import Trigger
from app.services.vouching import Flaw
from ui.dialogs.fitting import fit_height
from ui.dialogs.statement import StatementDialog, text_in
from ui.models.session_words import occasion_text
from ui.widgets.fields import Field
from ui.widgets.tokens import px

LIST_PX = 112
"""The least height of the list; it takes what room there is."""
_WHO = Qt.ItemDataRole.UserRole


class StartDialog(StatementDialog):
    """Proposes the first of the occasions that have come, and those who hold a role."""

    given = Signal(object)
    """Carries the `Invitation`."""

    def __init__(
        self, plan: Plan, today: date, triggers: Sequence[Trigger], person: str, parent: QWidget
    ) -> None:
        super().__init__(
            parent,
            self.tr("Start a review session"),
            self.tr("The agenda makes itself from the plan. You can pause at any time."),
            self.tr("Start"),
        )
        self.setObjectName("start_session_dialog")
        names = [one.name for one in plan.people.values() if one.name.strip()]
        self._reasons = {one.occasion: one.why for one in triggers}
        self._occasion = self._occasion_box()
        self._title = self.line("title", self.tr("Title"))
        self._title.setText(self.tr("Review of {0}").format(_month(today)))
        self._chair = self.person("chair", self.tr("Who leads the session"), names)
        self._chair.setEditText(person)
        self._secretary = self.person("secretary", self.tr("Who keeps the minutes"), names)
        self._secretary.setEditText(person)
        self._list = self._invited_list(plan)
        caption = self.tr("Invited")
        self.add("invited", Field(self, caption, self._list, self._list_hint(bool(names))))
        self._title.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    @override
    def _on_keep(self) -> None:
        invitation = Invitation(
            text_in(self._title),
            Occasion(self._occasion.currentData()),
            text_in(self._chair),
            text_in(self._secretary),
            tuple(self._invited()),
        )
        wrong = flaws(invitation)
        if not invitation.secretary:
            wrong["secretary"] = Flaw.BLANK
        if wrong:
            self.refuse(wrong, self._sentences())
            return
        self.given.emit(invitation)
        self.accept()

    def _occasion_box(self) -> QComboBox:
        made = QComboBox(self)
        made.setObjectName("statement_occasion")
        for one in Occasion:
            made.addItem(occasion_text(one), one.value)
        proposed = next(iter(self._reasons), Occasion.OTHER)
        made.setCurrentIndex(made.findData(proposed.value))
        field = Field(self, self.tr("Why now?"), made)
        self.add("occasion", field)
        field.show_hint(self._reason_for(proposed))
        made.currentIndexChanged.connect(self._on_occasion)
        return made

    def _reason_for(self, chosen: Occasion) -> str:
        """What speaks for it, and which other occasions have come."""
        own = self._reasons.get(chosen, "")
        others = [occasion_text(one) for one in self._reasons if one is not chosen]
        words = self.tr("Also: {0}.") if own else self.tr("What speaks for a session: {0}.")
        also = words.format("; ".join(others)) if others else ""
        return " ".join(filter(None, (f"{own.rstrip('.')}." if own else "", also)))

    @Slot()
    def _on_occasion(self) -> None:
        chosen = Occasion(self._occasion.currentData())
        self.fields["occasion"].show_hint(self._reason_for(chosen))
        fit_height(self)

    def _invited_list(self, plan: Plan) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("statement_invited")
        made.setMinimumHeight(px(LIST_PX))
        for person in plan.people.values():
            held = [role.name for role in plan.roles.values() if role.holder == person.id]
            function = held[0] if held else person.title
            shown = f"{person.name}, {function}" if function else person.name
            row = QListWidgetItem(shown, made)
            row.setData(_WHO, (person.name, function))
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked if held else Qt.CheckState.Unchecked)
        if made.count():
            made.setCurrentRow(0)
        return made

    def _list_hint(self, people: bool) -> str:
        if people:
            return self.tr("Who holds a role is ticked; others can be added during the session.")
        return self.tr("The plan names nobody yet; add those who come during the session.")

    def _invited(self) -> Iterator[Attendance]:
        for at in range(self._list.count()):
            row = self._list.item(at)
            if row.checkState() is Qt.CheckState.Checked:
                name, function = row.data(_WHO)
                yield Attendance(name, function)

    def _sentences(self) -> dict[str, str]:
        return {
            "title": self.tr("Give the session a title; the minutes bear it."),
            "chair": self.tr("Name who leads the session."),
            "secretary": self.tr("Name who keeps the minutes; it may be who leads."),
        }


def _month(day: date) -> str:
    """As November 2026, on every computer."""
    return date_text(day).partition(" ")[2]
