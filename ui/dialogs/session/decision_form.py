"""What is decided about an item: one of four, with what that choice has to say."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.plan.sessions import Choice
from app.services.reviewing.deciding import Decision
from app.services.vouching import Flaw
from ui.dialogs.session.big_choices import Answer, BigChoices
from ui.dialogs.session.decision_fields import DecisionFields
from ui.models.session_words import choice_text
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class DecisionForm(QWidget):
    """Tells of each choice and of typing that rests; an action begins with what is `suggested`.

    `show_flaws` says what is missing before a choice counts.
    """

    chosen = Signal(object)
    """Carries the `Choice` somebody made just now."""
    edited = Signal()
    """What goes with the choice has changed."""
    entered = Signal()
    """Somebody is done with the item."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.suggested = Decision(Choice.ACTION)
        said = self.tr("Decision about this item")
        self.choices = BigChoices(self, "choice", said, self._answers())
        self.fields = DecisionFields(self)
        self._missing = label(self, "", Role.ERROR, wrap=True)
        self._missing.setObjectName("decision_missing")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for part in (self.choices, self.fields, self._missing):
            column.addWidget(part)
        self.choices.chosen.connect(self._on_choice)
        self.fields.edited.connect(self.edited)
        self.fields.entered.connect(self.entered)

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return Choice(self.choices.current or Choice.OPEN.value)

    @property
    def decision(self) -> Decision:
        """What stands in the form."""
        return self.fields.decision(self.choice)

    def show_decision(self, shown: Decision) -> None:
        """Show what is decided, or stands there as a draft."""
        self.choices.show_choice("" if shown.choice is Choice.OPEN else shown.choice.value)
        self.fields.show_decision(shown)
        self.show_flaws({})

    def show_flaws(self, flaws: dict[str, Flaw]) -> None:
        """Say what is missing before the choice counts."""
        said = " ".join(self._sentence(name, flaw) for name, flaw in flaws.items())
        self._missing.setText(said)
        self._missing.setVisible(bool(said))

    def go_to(self, flaws: dict[str, Flaw]) -> None:
        """Go to the first field in which something is missing, or of an action to the first."""
        if flaws or self.choice is Choice.ACTION:
            self.fields.go_to(next(iter(flaws), "note"))

    @Slot(str)
    def _on_choice(self, key: str) -> None:
        choice = Choice(key)
        if choice is Choice.ACTION:
            self.fields.begin_with(self.suggested)
        self.fields.show_choice(choice)
        self.fields.settle()
        self.chosen.emit(choice)

    def _answers(self) -> tuple[Answer, ...]:
        hints = {
            Choice.KEEP: self.tr("It is right as it stands."),
            Choice.CHANGE: self.tr("It is changed now; what it concerns is opened."),
            Choice.ACTION: self.tr("Somebody does something about it by a certain day."),
            Choice.NOT_APPLICABLE: self.tr("It does not concern this organisation; say why."),
        }
        return tuple(Answer(one.value, choice_text(one), hint) for one, hint in hints.items())

    def _sentence(self, name: str, flaw: Flaw) -> str:
        if name == "due" and flaw is not Flaw.BLANK:
            return self.tr("The day is over already; choose a later one.")
        action = self.choice is Choice.ACTION
        sentences = {
            "note": self.tr("Say what is to be done.")
            if action
            else self.tr("Say why it does not apply."),
            "owner": self.tr("Name the person who does it."),
            "due": self.tr("Enter the day, such as 18 December 2026."),
        }
        return sentences[name]
