"""Links a record of evidence to a requirement: one that is on file, or a new one."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.dates import date_text, parse_date
from app.domain.plan.ids import RecordId, id_from_name
from app.domain.plan.plan import Plan
from app.services.vouching import flaws
from ui.dialogs.statement import StatementDialog, text_in
from ui.models.requirement_view import RequirementView
from ui.widgets.fields import Field

NEW = EvidenceRecord(RecordId(""), "")
"""What the form begins with for a record that is not on file yet."""


class EvidenceDialog(StatementDialog):
    """The fields show the record that is chosen; edits of them change it wherever it is linked."""

    given = Signal(object)
    """Carries the `EvidenceRecord` to link."""

    def __init__(
        self, parent: QWidget, plan: Plan, view: RequirementView, today: date, person: str
    ) -> None:
        item = view.status.requirement
        super().__init__(
            parent,
            self.tr("Evidence of {0}: {1}").format(item.id, item.title),
            self.tr("Something on file that shows this is met, and that a reader could find."),
            self.tr("Link"),
        )
        self.setObjectName("evidence_dialog")
        self._plan, self._today = plan, today
        self._records = tuple(one for one in plan.evidence.values() if one not in view.filed)
        self._chosen = replace(NEW, on=today, owner=person)
        self._box = QComboBox(self)
        self._build(item.evidence)
        self._box.activated.connect(self._on_chosen)

    def edit(self, record: EvidenceRecord) -> None:
        """Edit a record that is linked already."""
        self.setWindowTitle(self.tr("Edit evidence"))
        self.fields["record"].hide()
        self._keep.setText(self.tr("Keep"))
        self._show(record)

    def _build(self, commonly: tuple[str, ...]) -> None:
        self._box.setObjectName("statement_record")
        self._box.addItem(self.tr("A new record"))
        self._box.addItems([one.what for one in self._records])
        self._box.setMinimumContentsLength(12)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._box.setSizeAdjustPolicy(policy)
        self.add("record", Field(self, self.tr("Record"), self._box))
        self.fields["record"].setVisible(bool(self._records))
        hint = self.tr("Commonly asked for: {0}").format("; ".join(commonly)) if commonly else ""
        self._what = self.line("what", self.tr("What it is"), hint)
        self._where = self.line("where", self.tr("Where it is kept"))
        self._where.setPlaceholderText(self.tr("e.g. Document system, folder Exercises 2026"))
        self._on = self.line("on", self.tr("Date of the evidence"))
        names = [person.name for person in self._plan.people.values()]
        self._owner = self.person("owner", self.tr("Who owns it"), names)
        self._show(self._chosen)
        self._what.setFocus()

    def _show(self, record: EvidenceRecord) -> None:
        self._chosen = record
        self._what.setText(record.what)
        self._where.setText(record.where)
        self._on.setText("" if record.on is None else date_text(record.on))
        self._owner.setEditText(record.owner)
        self.forget_problems()

    @Slot(int)
    def _on_chosen(self, at: int) -> None:
        blank = replace(NEW, on=self._today, owner=text_in(self._owner))
        self._show(self._records[at - 1] if at else blank)

    @override
    def _on_keep(self) -> None:
        given = replace(
            self._chosen,
            what=text_in(self._what),
            where=text_in(self._where),
            on=parse_date(text_in(self._on)),
            owner=text_in(self._owner),
        )
        wrong = flaws(given, self._today)
        if wrong:
            self.refuse(wrong, self._sentences())
            return
        if not given.id:
            given = replace(given, id=id_from_name(given.what, frozenset(self._plan.evidence)))
        self.given.emit(given)
        self.accept()

    def _sentences(self) -> dict[str, str]:
        return {
            "what": self.tr("State what it is, such as minutes or a report."),
            "where": self.tr("State where a reader finds it."),
            "on": self.tr("Enter a date, such as 2026-11-30 or 30 November 2026."),
            "owner": self.tr("Name who can be asked for it."),
        }
