"""The round of calls: everybody in a table, the one who is called now large below it."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.people import Person
from app.domain.plan.sessions import ContactCheck, Outcome
from app.domain.plan.texts import cleaned
from ui.dialogs.session.big_choices import Answer, BigChoices
from ui.dialogs.session.calls_table import CallRow, CallsTable
from ui.dialogs.session.edits import SessionEdits
from ui.dialogs.session.stage import set_type, yielding
from ui.models.record_words import choice_text
from ui.models.session_words import outcome_text
from ui.widgets.fields import Field
from ui.widgets.labels import label
from ui.widgets.tokens import px

QUIET_MS = 400
_ANSWERS: Final = (Outcome.CONFIRMED, Outcome.CORRECTED, Outcome.NOT_REACHED)


class ContactsPage(QWidget):
    """A result goes with the row that is chosen, and leads on to the next that has none."""

    correcting = Signal(object)
    """Carries the id of a person whose record is to be mended; `corrected` then says so."""

    def __init__(self, parent: QWidget, edits: SessionEdits) -> None:
        super().__init__(parent)
        self.setObjectName("session_contacts")
        self._edits = edits
        self._showing = ""
        self._build()
        self._lay_out()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._keep_note)
        self.table.chosen.connect(self._on_row)
        self.outcomes.chosen.connect(self._on_outcome)
        self._note.textEdited.connect(self._quiet.start)
        self._note.returnPressed.connect(self._on_entered)

    @property
    def start(self) -> QWidget:
        """Where the keyboard begins."""
        return self.table

    @property
    def said(self) -> str:
        """What a screen reader hears when the page comes up."""
        return self._title.text()

    @property
    def call(self) -> ContactCheck | None:
        """The call of the row that is chosen; None while there is none."""
        calls = self._edits.session.contacts
        return next((one for one in calls if one.person == self.table.key), None)

    def refresh(self) -> None:
        """Show the calls as they are now."""
        people = self._edits.plan.people
        self.table.show_rows(
            tuple(
                CallRow(call.person, call.name, _ways(people.get(call.person)), call.outcome)
                for call in self._edits.session.contacts
            )
        )
        if not self.table.key:
            self.go_on()
        self._show_call()

    def go_on(self) -> None:
        """Choose the next person who was not called yet."""
        calls = self._edits.session.contacts
        keys = [call.person for call in calls]
        at = keys.index(RecordId(self.table.key)) if self.table.key in keys else -1
        waiting = [*calls[at + 1 :], *calls[: at + 1]]
        found = next((one for one in waiting if one.outcome is Outcome.OPEN), None)
        if found is not None:
            self.table.choose(found.person)
        elif at < 0 and keys:
            self.table.choose(keys[0])

    def keep(self) -> None:
        """Keep what was typed last, without waiting for more."""
        if self._quiet.isActive():
            self._quiet.stop()
            self._keep_note()

    def corrected(self, person: RecordId) -> None:
        """The record of the person who is called was mended."""
        call = self.call
        if call is not None and call.person == person:
            self._edits.call(person, Outcome.CORRECTED, self._typed)
            self.go_on()

    def choose(self, number: int) -> None:
        """Choose the result of that number."""
        self.outcomes.choose(number)

    def _build(self) -> None:
        self._title = label(self, self.tr("Does everybody answer?"))
        set_type(self._title, "title")
        self._words = label(self, self.tr("Call each on the first way listed."), wrap=True)
        self.table = CallsTable(self)
        self._name = yielding(label(self, "", wrap=True))
        self._name.setObjectName("call_name")
        set_type(self._name, "strong")
        self._ways = yielding(label(self, "", wrap=True))
        self._ways.setObjectName("call_ways")
        hints = (
            self.tr("The entry is right; it counts as verified today."),
            self.tr("The entry was wrong; the person's record is opened to mend it."),
            self.tr("Nobody answered; the entry stays unverified."),
        )
        answers = [
            Answer(one.value, outcome_text(one), hint)
            for one, hint in zip(_ANSWERS, hints, strict=True)
        ]
        said = self.tr("Result of the call")
        self.outcomes = BigChoices(self, "outcome", said, answers)
        self._note = QLineEdit(self)
        self._note.setObjectName("call_note")
        self._note_field = Field(self, self.tr("Note"), self._note)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self.table, 1)
        names = QHBoxLayout()
        names.setSpacing(px(16))
        names.addWidget(self._name, 1, Qt.AlignmentFlag.AlignTop)
        names.addWidget(self._ways, 2, Qt.AlignmentFlag.AlignTop)
        column.addLayout(names)
        column.addWidget(self.outcomes)
        column.addWidget(self._note_field)

    def _show_call(self) -> None:
        call = self.call
        self.outcomes.setEnabled(call is not None)
        if call is None:
            return
        person = self._edits.plan.people.get(call.person)
        self._name.setText(call.name if person is None else person.name)
        self._ways.setText("\n".join(_all_ways(person)) or self.tr("No way to reach this person."))
        self.outcomes.show_choice("" if call.outcome is Outcome.OPEN else call.outcome.value)
        if self._showing != call.person or not self._note.hasFocus():
            self._note.setText(call.note)
        self._showing = call.person

    @Slot()
    def _on_row(self) -> None:
        self.keep()
        self._show_call()

    @Slot(str)
    def _on_outcome(self, key: str) -> None:
        call = self.call
        if call is None:
            return
        self._quiet.stop()
        outcome = Outcome(key)
        if outcome is Outcome.CORRECTED and call.person in self._edits.plan.people:
            self.correcting.emit(call.person)
            return
        self._edits.call(call.person, outcome, self._typed)
        self.go_on()

    @property
    def _typed(self) -> str:
        return cleaned(self._note.text()).strip()

    def _keep_note(self) -> None:
        shown = RecordId(self._showing)
        calls = self._edits.session.contacts
        call = next((one for one in calls if one.person == shown), None)
        if call is not None:
            self._edits.call(shown, call.outcome, self._typed)

    @Slot()
    def _on_entered(self) -> None:
        self.keep()
        self.go_on()


def _ways(person: Person | None) -> str:
    return "" if person is None or not person.channels else person.channels[0].address


def _all_ways(person: Person | None) -> list[str]:
    channels = () if person is None else person.channels
    return [f"{choice_text(one.kind)}: {one.address}" for one in channels]
