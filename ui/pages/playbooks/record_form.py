"""The fields of one record, kept as they are filled in."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from ui.bridge.session import PlanBridge
from ui.dialogs.record.entries import Entry, NotUsable, entry_for
from ui.dialogs.record.field import RecordField
from ui.models.record_form import FieldForm, form_of
from ui.models.record_options import Surroundings
from ui.widgets.tokens import px

Maker = Callable[[QWidget], Entry]
"""Makes the input of a field that takes one of its own."""


class RecordForm(QWidget):
    """Shows the `names` of a record of `kind`, one below the other.

    What does not fit its field stays there with the reason, and the plan as it was. `makers` make
    the inputs of fields that take one of their own, which looks again at what can be chosen.
    """

    given = Signal(object, str, object)
    """Carries the id of the record, a field, and what was entered there."""

    def __init__(
        self,
        bridge: PlanBridge,
        kind: Kind,
        names: Sequence[str],
        parent: QWidget,
        makers: Mapping[str, Maker] | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kind = kind
        self._names = tuple(names)
        self._makers = dict(makers or {})
        self.key: RecordId | None = None
        self.fields: dict[str, RecordField] = {}
        self._tables: tuple[object, ...] = ()
        self._shown: dict[str, object] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(14))

    def show_record(self, key: RecordId | None) -> None:
        """Show another record, or the same one as it is now; an input being typed in stays."""
        record = self._bridge.plan.find(self._kind, key) if key is not None else None
        same = key == self.key and bool(self._shown)
        self.key = key if record is not None else None
        self.setVisible(record is not None)
        if record is None:
            return
        if self._choices() != self._tables:
            self._build()
        for name in self.fields:
            self._show(name, getattr(record, name), same=same)

    def _show(self, name: str, value: object, *, same: bool) -> None:
        """What was entered here stands in its input already, maybe in other words."""
        field = self.fields[name]
        if name in self._makers:
            field.entry.refresh()
        if same and self._shown.get(name, self) == value:
            return
        if field.problem:
            field.show_problem("")
        field.entry.show_value(value)
        self._shown[name] = value

    def focus(self, name: str) -> bool:
        """Put the cursor into a field; False when the form has none of that name."""
        field = self.fields.get(name)
        if field is not None:
            field.entry.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return field is not None

    def warn(self, name: str, warning: str) -> None:
        """Say what is odd about what stands in a field; blank takes it back."""
        field = self.fields.get(name)
        if field is not None and not field.problem:
            field.show_warning(warning)

    def _choices(self) -> tuple[object, ...]:
        """The tables that lists to choose from are made of; tables are never changed in place."""
        plan: Plan = self._bridge.plan
        return plan.roles, plan.messages, plan.categories, plan.severities

    def _build(self) -> None:
        self._tables = self._choices()
        self._shown.clear()
        for old in self.fields.values():
            self._column.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self.fields.clear()
        around = Surroundings(self._bridge.plan, self.key, self._chosen)
        forms = {form.name: form for form in form_of(self._kind)}
        for name in self._names:
            self._add(forms[name], around)

    def _add(self, form: FieldForm, around: Surroundings) -> None:
        maker = self._makers.get(form.name)
        entry = entry_for(around, self, form) if maker is None else maker(self)
        field = RecordField(self, form, entry)
        entry.setEnabled(not self._bridge.read_only)
        field.edited.connect(self._on_edited)
        self.fields[form.name] = field
        self._column.addWidget(field)

    def _chosen(self, name: str) -> object:
        field = self.fields.get(name)
        return None if field is None else field.entry.value()

    def _on_edited(self, name: str) -> None:
        field = self.fields[name]
        try:
            value: Any = field.read()[name]
        except NotUsable as problem:
            field.show_problem(str(problem))
            return
        self._shown[name] = value
        if self.key is not None:
            self.given.emit(self.key, name, value)
