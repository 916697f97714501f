"""Who was there: people of the plan to tick, and others by name."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.plan.plan import Plan
from app.domain.plan.texts import cleaned
from ui.models.record_options import Option
from ui.pages.exercises.recording.tick_list import TickList
from ui.widgets.fields import Field
from ui.widgets.tokens import px

OTHERS_PX = 84


class PeopleStep(QWidget):
    """`names` are those who were there, in the order of the plan and then as they were typed."""

    def __init__(self, parent: QWidget, plan: Plan, present: Sequence[str]) -> None:
        super().__init__(parent)
        known = list(dict.fromkeys(person.name for person in plan.people.values()))
        self._list = TickList(
            self,
            "people_list",
            self.tr("People of the plan"),
            search=self.tr("Search the people"),
            empty=self.tr("The plan names nobody yet; write the names below."),
        )
        self._list.show_entries([Option(name, name) for name in known], set(present))
        self.field = Field(self, self.tr("Who attended"), self._list.list, box=self._list)
        self._others = QPlainTextEdit(self)
        self._others.setObjectName("people_others")
        self._others.setTabChangesFocus(True)
        self._others.setFixedHeight(px(OTHERS_PX))
        self._others.setPlainText("\n".join(name for name in present if name not in known))
        hint = self.tr("One on each line, such as suppliers or observers.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self.field, 1)
        column.addWidget(Field(self, self.tr("Others"), self._others, hint))
        self._list.changed.connect(self._forget)
        self._others.textChanged.connect(self._forget)

    @property
    def names(self) -> tuple[str, ...]:
        """Who was there."""
        typed = cleaned(self._others.toPlainText()).splitlines()
        return (*self._list.ticked, *(name.strip() for name in typed if name.strip()))

    @Slot()
    def _forget(self) -> None:
        if self.field.problem:
            self.field.show_problem("")
