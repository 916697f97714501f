"""Files an exercise or an incident as evidence of the requirements that are ticked."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.dates import date_text
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.services.learning.evidencing import Asking
from app.services.vouching import Flaw
from ui.bridge.words import short_name
from ui.dialogs.fitting import fit_height
from ui.dialogs.statement import StatementDialog, text_in
from ui.models.record_options import Option
from ui.pages.exercises.recording.tick_list import TickList
from ui.widgets.fields import Field
from ui.widgets.tokens import px

LIST_PX, WIDTH_PX = 230, 680


class EvidenceDialog(StatementDialog):
    """Nothing is ticked but what is linked already; the person decides."""

    given = Signal(object, object)
    """Carries the `EvidenceRecord` and the keys of the requirements it shows besides."""

    def __init__(
        self, parent: QWidget, plan: Plan, record: EvidenceRecord, asking: Sequence[Asking]
    ) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("EvidenceDialog", "Evidence of exercises and tests"),
            QCoreApplication.translate(
                "EvidenceDialog",
                "Tick the requirements that this record shows to be met. The choice is yours; "
                "the program only knows which of them ask for exercises or tests.",
            ),
            QCoreApplication.translate("EvidenceDialog", "File as evidence"),
        )
        self.setObjectName("evidence_dialog")
        self.setMinimumWidth(min(px(WIDTH_PX), parent.window().width() - px(24)))
        self._record = record
        said = self.tr("Requirements that ask for exercises")
        self._list = TickList(
            self, "requirements_list", said, search=self.tr("Search the requirements")
        )
        self._list.show_entries([self._option(item) for item in asking], set(record.requirements))
        self._list.setFixedHeight(px(LIST_PX))
        self.add("requirements", Field(self, said, self._list.list, box=self._list))
        self._list.changed.connect(self.forget_problems)
        self._what = self.line("what", self.tr("What it is"))
        self._what.setText(record.what)
        self._where = self.line("where", self.tr("Where it is kept"))
        self._where.setText(record.where)
        names = [person.name for person in plan.people.values()]
        day = "" if record.on is None else date_text(record.on)
        self._owner = self.person("owner", self.tr("Who can show it ({0})").format(day), names)
        self._owner.setEditText(record.owner)
        self._list.list.setFocus()

    def _option(self, item: Asking) -> Option:
        one = item.status.requirement
        state = self.tr("evidence on file") if item.evidenced else self.tr("no evidence yet")
        name = short_name(item.framework.name)
        return Option(f"{name} {one.id}: {one.title} ({state})", item.key)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    @override
    def _on_keep(self) -> None:
        record = replace(
            self._record,
            what=text_in(self._what),
            where=text_in(self._where),
            owner=text_in(self._owner),
        )
        ticked = tuple(map(RecordId, self._list.ticked))
        blank = {
            "requirements": not ticked,
            "what": not record.what,
            "where": not record.where,
            "owner": not record.owner,
        }
        wrong = {name: Flaw.BLANK for name, found in blank.items() if found}
        if wrong:
            self.refuse(
                wrong,
                {
                    "requirements": self.tr("Tick at least one requirement."),
                    "what": self.tr("State what it is, such as minutes or a report."),
                    "where": self.tr("State where a reader finds it."),
                    "owner": self.tr("Name who can be asked for it."),
                },
            )
            return
        self.given.emit(record, ticked)
        self.accept()
