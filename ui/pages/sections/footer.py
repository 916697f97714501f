"""Below the text: who owns the section, whether it is reviewed, and the way on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.plan.sections import Section, SectionState
from app.domain.plan.texts import cleaned
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card
from ui.widgets.fields import Field
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px
from ui.widgets.wrapping_row import WrappingRow

LONGEST_TITLE = 24
"""A longer title of the next section is cut."""


class SectionFooter(QWidget):
    """The owner's field and the buttons that end the work on a section."""

    owner_given = Signal(str)
    review_wanted = Signal(bool)
    exempt_wanted = Signal()
    step_wanted = Signal(int)
    """Carries -1 for the section before, 1 for the next."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reviewed = False
        self._owner = QLineEdit(self)
        self._owner.setObjectName("section_owner")
        self._owner.setPlaceholderText(self.tr("e.g. Head of IT security"))
        hint = self.tr("Who keeps this section true; a role outlives a name.")
        self._field = Field(self, self.tr("Owner of this section"), self._owner, hint)
        self._back = button(self, "section_back", "", Look.QUIET, "arrow-left")
        self._review = button(self, "section_review", "", Look.PLAIN)
        self._exempt = button(
            self, "section_exempt", self.tr("This section does not apply\u2026"), Look.LINK
        )
        self._next = button(self, "section_next", "", Look.PRIMARY, "arrow-right")
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._card = Card(self)
        self._lay_out()
        self._connect()

    def show_section(self, section: Section, before: str, after: str) -> None:
        """Show owner and state; `before` and `after` are the neighbours' titles, or blank."""
        if self._owner.text() != section.owner:
            self._owner.setText(section.owner)
        self._reviewed = section.state is SectionState.REVIEWED
        text = self.tr("Back to draft") if self._reviewed else self.tr("Mark section reviewed")
        set_button_text(self._review, text)
        exempt = bool(section.not_applicable.strip())
        self._review.setVisible(not exempt)
        self._exempt.setVisible(not exempt)
        self._card.setVisible(not exempt)
        self._name(self._back, self.tr("Back"), self.tr("Back: {0}").format(before))
        self._name(
            self._next, self.tr("Next: {0}").format(_cut(after)), self.tr("Next: {0}").format(after)
        )
        self._back.setVisible(bool(before))
        self._next.setVisible(bool(after))

    def set_read_only(self, read_only: bool) -> None:
        """Refuse or allow changes."""
        self._owner.setReadOnly(read_only)
        self._review.setEnabled(not read_only)
        self._exempt.setEnabled(not read_only)

    def take_focus(self) -> None:
        """Put the cursor into the owner's field."""
        self._owner.setFocus()

    def _lay_out(self) -> None:
        self._card.add(self._field)
        self._card.body.addWidget(self._exempt, 0, Qt.AlignmentFlag.AlignLeading)
        row = WrappingRow(spacing=px(8))
        row.addWidget(self._back)
        row.push()
        row.addWidget(self._review)
        row.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(18))
        column.addWidget(self._card)
        column.addLayout(row)

    def _connect(self) -> None:
        self._owner.textEdited.connect(self._on_owner)
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)
        self._review.clicked.connect(self._on_review)
        self._exempt.clicked.connect(self.exempt_wanted)

    def _name(self, shown: QPushButton, text: str, whole: str) -> None:
        set_button_text(shown, text)
        shown.setAccessibleName(whole)
        shown.setToolTip(plain_tip(whole))

    @Slot(str)
    def _on_owner(self, text: str) -> None:
        self.owner_given.emit(cleaned(text))

    @Slot()
    def _on_back(self) -> None:
        self.step_wanted.emit(-1)

    @Slot()
    def _on_next(self) -> None:
        self.step_wanted.emit(1)

    @Slot()
    def _on_review(self) -> None:
        self.review_wanted.emit(not self._reviewed)


def _cut(title: str) -> str:
    if len(title) <= LONGEST_TITLE:
        return title
    return f"{title[: LONGEST_TITLE - 1].rstrip()}\u2026"
