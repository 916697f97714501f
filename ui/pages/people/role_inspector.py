"""A role, to be read and edited beside the table: who acts in it, what it may and shall do."""

from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.roles import Role, RoleTier
from app.domain.plan.texts import cleaned
from app.services.people.directory import Directory
from app.services.people.load import loads
from ui.dialogs.record.entries.choices import CalmComboBox
from ui.models.record_words import choice_text, words_for
from ui.pages.people.holder_box import HolderBox
from ui.pages.people.inspector import LINES_PX, Inspector
from ui.pages.people.picker import Asked, PersonPicker
from ui.widgets.fields import Field
from ui.widgets.tokens import px

TIERS = tuple(RoleTier)


class RoleInspector(Inspector):
    """Holder and deputies are picked from the people of the plan."""

    KIND: ClassVar[Kind] = Kind.ROLE

    @override
    def build(self) -> None:
        words = words_for(Role)
        self.holders = HolderBox(self.body, read_only=self.read_only)
        self.dialog: PersonPicker | None = None
        self._lists: dict[str, QPlainTextEdit] = {}
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self.holders)
        column.addWidget(self.text("name"))
        self._tier = CalmComboBox(self.body)
        self._tier.setObjectName("roles_tier")
        self._tier.addItems([choice_text(tier) for tier in TIERS])
        self._tier.setEnabled(not self.read_only)
        column.addWidget(Field(self.body, words["tier"].label, self._tier))
        column.addWidget(self._listing("authority"))
        column.addWidget(self.text("granted_by"))
        column.addWidget(self._listing("duties"))
        column.addWidget(self.long_text("competence"))
        self._tier.activated.connect(self._on_tier)
        self.holders.holder_wanted.connect(self._on_holder_wanted)
        self.holders.deputy_wanted.connect(self._on_deputy_wanted)
        self.holders.vacated.connect(self._on_vacated)
        self.holders.relieved.connect(self._on_relieved)
        self.holders.moved.connect(self._on_moved)
        self.holders.opened.connect(self.navigate)

    @override
    def fill(self, record: Any, *, anew: bool) -> None:
        self.holders.show_role(self.edits.plan, record, loads(self.edits.plan))
        self._tier.setCurrentIndex(TIERS.index(record.tier))
        for name, box in self._lists.items():
            value: tuple[str, ...] = getattr(record, name)
            if anew or _lines(box) != value:
                blocked = box.blockSignals(True)
                box.setPlainText("\n".join(value))
                box.blockSignals(blocked)

    def _listing(self, name: str) -> Field:
        words = words_for(Role)[name]
        box = QPlainTextEdit(self.body)
        box.setObjectName(f"roles_{name}")
        box.setTabChangesFocus(True)
        box.setReadOnly(self.read_only)
        box.setFixedHeight(px(LINES_PX))
        box.textChanged.connect(lambda: self.set_field(name, _lines(box)))
        self._lists[name] = box
        return Field(self.body, words.label, box, words.hint)

    def _pick(self, asked: Asked) -> PersonPicker:
        directory = Directory(self.edits.plan, Kind.PERSON, self.edits.today)
        self.dialog = PersonPicker(self.window(), directory, asked)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()
        return self.dialog

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    @Slot()
    def _on_holder_wanted(self) -> None:
        role = self.record
        if role is not None:
            without = frozenset(filter(None, (role.holder,)))
            title = self.tr("Who holds the role {0}?").format(role.name)
            self._pick(Asked(title, without)).picked.connect(self._on_holder)

    @Slot()
    def _on_deputy_wanted(self) -> None:
        role = self.record
        if role is not None:
            without = frozenset(filter(None, (role.holder, *role.deputies)))
            title = self.tr("Who deputises for the role {0}?").format(role.name)
            self._pick(Asked(title, without)).picked.connect(self._on_deputy)

    @Slot(object)
    def _on_holder(self, person: RecordId) -> None:
        if self.record is not None:
            self.edits.hold(self.record, person)

    @Slot(object)
    def _on_deputy(self, person: RecordId) -> None:
        if self.record is not None:
            self.edits.deputise(self.record, person)

    @Slot()
    def _on_vacated(self) -> None:
        if self.record is not None:
            self.edits.hold(self.record, None)

    @Slot(object)
    def _on_relieved(self, person: RecordId) -> None:
        if self.record is not None:
            self.edits.relieve(self.record, person)

    @Slot(int, int)
    def _on_moved(self, at: int, step: int) -> None:
        if self.record is not None:
            self.edits.reorder(self.record, at, step)

    @Slot(int)
    def _on_tier(self, at: int) -> None:
        self.set_field("tier", TIERS[at])


def _lines(box: QPlainTextEdit) -> tuple[str, ...]:
    lines = (line.strip() for line in cleaned(box.toPlainText()).split("\n"))
    return tuple(line for line in lines if line)
