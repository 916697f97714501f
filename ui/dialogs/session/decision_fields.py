"""What goes with a choice about an item: a note, and for an action who does it by when."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from app.domain.plan.dates import date_text, parse_date
from app.domain.plan.sessions import Choice
from app.domain.plan.texts import cleaned
from app.services.reviewing.deciding import Decision
from ui.widgets.fields import Field
from ui.widgets.tokens import px

QUIET_MS = 400
"""Quiet time after the last letter before what is typed is kept."""
NOTE_LINES = 2


class DecisionFields(QWidget):
    """An action's day that cannot be read counts as none."""

    edited = Signal()
    """Typing rests, or somebody pressed Enter."""
    entered = Signal()
    """Somebody pressed Enter, and is done with it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._build()
        self._lay_out()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.edited)
        self.note.textChanged.connect(self._quiet.start)
        self.owner.editTextChanged.connect(self._quiet.start)
        self.due.textChanged.connect(self._quiet.start)
        self.due.returnPressed.connect(self._on_enter)
        self.show_choice(Choice.OPEN)

    def decision(self, choice: Choice) -> Decision:
        """What is typed, as it goes with `choice`."""
        note = cleaned(self.note.toPlainText()).strip()
        if choice is not Choice.ACTION:
            return Decision(choice, note)
        owner = cleaned(self.owner.currentText()).strip()
        return Decision(choice, note, owner, parse_date(self.due.text()))

    def offer(self, names: Sequence[str]) -> None:
        """The people an owner can be chosen from; what is typed stays."""
        typed = self.owner.currentText()
        blocked = self.owner.blockSignals(True)
        self.owner.clear()
        self.owner.addItems(list(dict.fromkeys(names)))
        self.owner.setEditText(typed)
        self.owner.blockSignals(blocked)

    def show_decision(self, shown: Decision) -> None:
        """Show what is decided, which is not an edit."""
        self.note.setPlainText(shown.note)
        self.owner.setEditText(shown.owner)
        self.show_day(shown.due)
        self.show_choice(shown.choice)
        self.settle()

    def show_day(self, day: date | None) -> None:
        """Show the day by which an action is done, from its beginning."""
        self.due.setText("" if day is None else date_text(day))
        self.due.setCursorPosition(0)

    def begin_with(self, suggested: Decision) -> None:
        """Fill in what is blank."""
        if not self.note.toPlainText().strip():
            self.note.setPlainText(suggested.note)
        if not self.owner.currentText().strip():
            self.owner.setEditText(suggested.owner)
        if not self.due.text().strip():
            self.show_day(suggested.due)

    def show_choice(self, choice: Choice) -> None:
        """Ask for what goes with `choice`."""
        words = {
            Choice.OPEN: self.tr("Note"),
            Choice.KEEP: self.tr("Note"),
            Choice.CHANGE: self.tr("What changes"),
            Choice.ACTION: self.tr("What is to be done"),
            Choice.NOT_APPLICABLE: self.tr("Why it does not apply"),
        }
        self._note_field.set_caption(words[choice])
        for field in (self._owner_field, self._due_field):
            field.setVisible(choice is Choice.ACTION)

    @property
    def waiting(self) -> bool:
        """Whether something typed was not told of yet."""
        return self._quiet.isActive()

    def settle(self) -> bool:
        """Wait no longer for more letters; whether any were waited for."""
        waiting = self.waiting
        self._quiet.stop()
        return waiting

    def go_to(self, name: str) -> None:
        """Go to the field of a decision called `name`."""
        fields: dict[str, QWidget] = {"note": self.note, "owner": self.owner, "due": self.due}
        fields[name].setFocus(Qt.FocusReason.TabFocusReason)
        if name == "note":
            self.note.selectAll()

    def fit(self) -> None:
        """Give the note its lines, whatever the size of letters."""
        lines = NOTE_LINES * self.note.fontMetrics().lineSpacing()
        self.note.setFixedHeight(lines + px(22))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter ends a note; a new line takes Shift."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self.note and pressed and isinstance(event, QKeyEvent) and _ends(event):
            self._on_enter()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.note = QPlainTextEdit(self)
        self.note.setObjectName("decision_note")
        self.note.setTabChangesFocus(True)
        self.note.installEventFilter(self)
        self.owner = QComboBox(self)
        self.owner.setObjectName("decision_owner")
        line = QLineEdit(self.owner)
        line.setAccessibleName(self.tr("Who does it"))
        self.owner.setLineEdit(line)
        self.owner.setCompleter(QCompleter(self.owner))
        self.due = QLineEdit(self)
        self.due.setObjectName("decision_due")
        self._note_field = Field(self, self.tr("Note"), self.note)
        self._owner_field = Field(self, self.tr("Who does it"), self.owner)
        self._due_field = Field(self, self.tr("By when"), self.due)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        for field, share in ((self._note_field, 3), (self._owner_field, 2), (self._due_field, 2)):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _on_enter(self) -> None:
        self.settle()
        self.edited.emit()
        self.entered.emit()


def _ends(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
