"""One call of a verification round: whom, how, what is wrong, and what it brought."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.plan.people import Person
from app.domain.plan.sessions import Outcome
from app.domain.plan.texts import cleaned
from app.services.people.rounds import Result
from ui.dialogs.verification.channel_list import ChannelList
from ui.dialogs.verification.words import OUTCOME_LOOKS
from ui.models.session_words import outcome_text
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px


class StepPage(QWidget):
    """What one corrects here is kept with the answer, or when another person is chosen."""

    answered = Signal(object)
    """Carries the `Outcome`; `Outcome.OPEN` puts the call off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("round_step")
        self._person: Person | None = None
        self._name = label(self, "", Role.H1, wrap=True)
        self._name.setObjectName("round_name")
        self._place = label(self, "", Role.BODY, wrap=True)
        self._result = label(self, "", Role.STRONG)
        self._result.setObjectName("round_result")
        self._picture = Picture(self)
        self._scroll = ScrollBody(self, "round_scroll")
        body = self._scroll.body
        self.channels = ChannelList(body)
        self.availability = QLineEdit(body)
        self.availability.setObjectName("round_availability")
        self._available = Field(body, self.tr("Availability"), self.availability)
        self.note = QLineEdit(body)
        self.note.setObjectName("round_note")
        self._note = Field(body, self.tr("Note on this call"), self.note)
        self._build_answers()
        self._lay_out()

    def _build_answers(self) -> None:
        reached, missed, later = self.tr("Reached"), self.tr("Not reached"), self.tr("Later")
        self.buttons = {
            Outcome.CONFIRMED: button(self, "round_reached", f"1  {reached}", Look.PRIMARY),
            Outcome.NOT_REACHED: button(self, "round_missed", f"2  {missed}"),
            Outcome.OPEN: button(self, "round_later", f"3  {later}"),
        }
        for made, said in zip(self.buttons.values(), (reached, missed, later), strict=True):
            made.setAccessibleName(said)
        self._describe()
        for outcome, made in self.buttons.items():
            made.clicked.connect(lambda _=False, one=outcome: self.answered.emit(one))

    @property
    def draft(self) -> Person | None:
        """The person as corrected; None while nobody is shown."""
        if self._person is None:
            return None
        typed = cleaned(self.availability.text()).strip()
        channels = self.channels.channels
        same = typed == self._person.availability.strip()
        shown = self._person.availability if same else typed
        return replace(self._person, channels=channels, availability=shown)

    @property
    def typed_note(self) -> str:
        """What is noted about the call."""
        return " ".join(cleaned(self.note.text()).split())

    def show_person(self, person: Person, place: str, result: Result | None) -> None:
        """Show whom to call; `place` says what they are, `result` what the call brought."""
        self._person = person
        self._name.setText(person.name)
        self._place.setText(place)
        self._place.setVisible(bool(place))
        self.channels.show_channels(person.channels, anew=True)
        self.availability.setText(person.availability)
        self.note.setText("" if result is None else result.note)
        outcome = Outcome.OPEN if result is None else result.outcome
        self._picture.show_picture(*OUTCOME_LOOKS[outcome])
        self._result.setText(outcome_text(outcome))
        self._scroll.content.activate()
        self._scroll.verticalScrollBar().setValue(0)

    def start(self) -> None:
        """Give the focus to the first answer."""
        self.buttons[Outcome.CONFIRMED].setFocus(Qt.FocusReason.TabFocusReason)

    def _describe(self) -> None:
        hints = {
            Outcome.CONFIRMED: self.tr("The entry is right as it stands here (Ctrl+Enter)."),
            Outcome.NOT_REACHED: self.tr("Nobody answered; the entry stays unverified."),
            Outcome.OPEN: self.tr("Go on to the next; this person comes again."),
        }
        for outcome, hint in hints.items():
            self.buttons[outcome].setAccessibleDescription(hint)
            self.buttons[outcome].setToolTip(hint)

    def _lay_out(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(px(8))
        state.addWidget(self._picture)
        state.addWidget(self._result, 1)
        content = self._scroll.content
        content.setContentsMargins(0, px(6), px(12), px(6))
        content.setSpacing(px(14))
        for part in (self.channels, self._available, self._note):
            content.addWidget(part)
        content.addStretch(1)
        answers = QHBoxLayout()
        answers.setSpacing(px(8))
        for made in self.buttons.values():
            answers.addWidget(made)
        answers.addStretch(1)
        frame = QFrame(self)
        frame.setProperty("card", "true")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(px(20), px(18), px(14), px(16))
        inner.setSpacing(px(6))
        inner.addWidget(self._name)
        inner.addWidget(self._place)
        inner.addLayout(state)
        inner.addWidget(self._scroll, 1)
        inner.addLayout(answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
