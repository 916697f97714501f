"""What was found: a list to add to, change and take from, and what was recorded before."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.plan.lessons import Lesson
from app.domain.plan.plan import Plan
from app.services.learning.found import Found
from ui.bridge.words import counted, day
from ui.models.part_words import part_name
from ui.pages.exercises.recording.finding_dialog import FindingDialog
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class FindingsStep(QWidget):
    """`found` are the findings that are new; those recorded before stand in the lessons."""

    def __init__(self, parent: QWidget, plan: Plan, before: Sequence[Lesson]) -> None:
        super().__init__(parent)
        self._plan = plan
        self.found: list[Found] = []
        self.dialog: FindingDialog | None = None
        self.list = QListWidget(self)
        self.list.setObjectName("findings_list_new")
        self.list.setAccessibleName(self.tr("New findings"))
        self.list.setWordWrap(True)
        self._add = button(self, "finding_add", self.tr("Add a finding\u2026"), Look.PLAIN, "plus")
        self._edit = button(self, "finding_edit", self.tr("Edit\u2026"), Look.PLAIN, "pencil")
        self._remove = button(self, "finding_remove", self.tr("Remove"), Look.PLAIN, "trash-2")
        self._empty = label(self, self._nothing(), Role.BODY, wrap=True)
        self._known = label(self, self._recorded(before), Role.HINT, wrap=True)
        self._known.setVisible(bool(before))
        self._lay_out()
        self._add.clicked.connect(self._on_add)
        self._edit.clicked.connect(self._on_edit)
        self._remove.clicked.connect(self._on_remove)
        self.list.itemActivated.connect(self._on_edit)
        self.list.currentRowChanged.connect(self._show_state)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)
        self._show_state()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(px(8))
        tools.addWidget(self._add)
        tools.addStretch(1)
        tools.addWidget(self._edit)
        tools.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self._known)
        column.addLayout(tools)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    def _nothing(self) -> str:
        return self.tr(
            "Add what was missing, wrong or slow, and what would mend it. Where all went well, "
            "say so in the results."
        )

    def _recorded(self, before: Sequence[Lesson]) -> str:
        many = self.tr("{n} lessons were recorded before; they are on the page Lessons.")
        one = self.tr("1 lesson was recorded before; it is on the page Lessons.")
        return counted(len(before), one, many)

    def _refill(self, at: int) -> None:
        self.list.clear()
        for found in self.found:
            QListWidgetItem(self._words(found), self.list)
        self.list.setCurrentRow(min(at, len(self.found) - 1))
        self._show_state()

    def _words(self, found: Found) -> str:
        due = "" if found.due is None else self.tr("by {0}").format(day(found.due))
        parts = (part_name(self._plan, found.about), found.owner, due)
        below = ", ".join(part for part in parts if part)
        return f"{found.text}\n{below}" if below else found.text

    @Slot()
    def _show_state(self) -> None:
        chosen = self.list.currentRow() >= 0
        self.list.setVisible(bool(self.found))
        self._empty.setVisible(not self.found)
        self._edit.setEnabled(chosen)
        self._remove.setEnabled(chosen)

    @Slot()
    def _on_add(self) -> None:
        self._ask(len(self.found), Found(""))

    @Slot()
    def _on_edit(self) -> None:
        at = self.list.currentRow()
        if at >= 0:
            self._ask(at, self.found[at])

    @Slot()
    def _on_remove(self) -> None:
        at = self.list.currentRow()
        if at >= 0:
            del self.found[at]
            self._refill(at)

    def _ask(self, at: int, before: Found) -> None:
        self.dialog = FindingDialog(self, self._plan, before)
        self.dialog.given.connect(partial(self._on_given, at))
        self.dialog.open()

    def _on_given(self, at: int, found: Found) -> None:
        self.found[at : at + 1] = [found]
        self._refill(at)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
