"""What stands above the grid: adding, generating, filtering, and what moves or removes a row."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.records import Records
from app.domain.plan.roles import Role
from ui.dialogs.record.entries.choices import CalmComboBox
from ui.models.people_order import roles_by_tier
from ui.models.raci_table import Shown
from ui.widgets.buttons import Look, button, icon_button, set_button_text
from ui.widgets.search_field import clearable
from ui.widgets.tokens import px

WIDE_PX = 800
"""The width from which all tools fit into one row."""
FILTER_AT = 2
"""Where the filter stands in it, behind the two buttons."""


class RaciTools(QWidget):
    """The filter lets through rows that have all of its words, findings, and the role."""

    asked = Signal(str)
    """Carries add, generate, copy, up, down or remove."""
    filtered = Signal()
    """Other rows are wanted."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        add, generate = self.tr("Add activity"), self.tr("From playbooks\u2026")
        self.add = button(self, "raci_add", add, Look.PRIMARY, "plus")
        self.generate = button(self, "raci_generate", generate, picture="sparkles")
        self.words = QLineEdit(self)
        self.words.setObjectName("raci_words")
        self.words.setAccessibleName(self.tr("Filter activities by words"))
        self.words.setPlaceholderText(self.tr("Filter activities\u2026"))
        clearable(self.words)
        self.role = CalmComboBox(self)
        self.role.setObjectName("raci_role")
        self.role.setAccessibleName(self.tr("Only activities of a role"))
        self.wanting = button(self, "raci_wanting", self.tr("To mend"), Look.QUIET)
        self.wanting.setCheckable(True)
        self.row_tools = (
            icon_button(self, "raci_up", "arrow-up", self.tr("Move up (Alt+Up)")),
            icon_button(self, "raci_down", "arrow-down", self.tr("Move down (Alt+Down)")),
            icon_button(self, "raci_copy", "copy", self.tr("Duplicate (Ctrl+D)")),
            icon_button(self, "raci_remove", "trash-2", self.tr("Remove activity")),
        )
        self._read_only = read_only
        self._roles: Records[Role] | None = None
        self._lay_out()
        self._connect()

    @property
    def shown(self) -> Shown:
        """Which rows are wanted."""
        role = self.role.currentData()
        return Shown(self.words.text(), self.wanting.isChecked(), role or None)

    def offer_roles(self, plan: Plan) -> None:
        """Offer the roles of the plan; where the chosen one is gone, any is."""
        if plan.roles is self._roles:
            return
        self._roles = plan.roles
        chosen = self.role.currentData()
        with QSignalBlocker(self.role):
            self.role.clear()
            self.role.addItem(self.tr("Any role"), RecordId(""))
            for key in roles_by_tier(plan):
                self.role.addItem(plan.roles[key].name, key)
            self.role.setCurrentIndex(max(self.role.findData(chosen), 0))

    def count(self, wanting: int) -> None:
        """Say how many rows are to be mended."""
        set_button_text(self.wanting, self.tr("To mend {0}").format(wanting))
        self.wanting.setEnabled(bool(wanting) or self.wanting.isChecked())

    def allow(self, *, row: bool) -> None:
        """Whether there is a row for the tools to work on."""
        for tool in self.row_tools:
            tool.setEnabled(row and not self._read_only)
        for begin in (self.add, self.generate):
            begin.setEnabled(not self._read_only)

    def clear(self) -> None:
        """Let every row through."""
        with QSignalBlocker(self.words), QSignalBlocker(self.role), QSignalBlocker(self.wanting):
            self.words.clear()
            self.role.setCurrentIndex(0)
            self.wanting.setChecked(False)
        self.filtered.emit()

    def _lay_out(self) -> None:
        self._filter = QWidget(self)
        words = QHBoxLayout(self._filter)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.words, 3)
        words.addWidget(self.role, 2)
        words.addWidget(self.wanting, 0, Qt.AlignmentFlag.AlignVCenter)
        self._above, self._below = QHBoxLayout(), QHBoxLayout()
        for part in (self.add, self.generate):
            self._above.addWidget(part)
        self._above.addWidget(self._filter, 1)
        for tool in self.row_tools:
            self._above.addWidget(tool)
        for row in (words, self._above, self._below):
            row.setSpacing(px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(self._above)
        column.addLayout(self._below)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room in one row, the filter stands in a row of its own."""
        super().resizeEvent(event)
        narrow = self.width() < px(WIDE_PX)
        if narrow == bool(self._below.count()):
            return
        self._above.takeAt(FILTER_AT)
        if narrow:
            self._above.insertStretch(FILTER_AT, 1)
            self._below.addWidget(self._filter)
        else:
            self._below.takeAt(0)
            self._above.insertWidget(FILTER_AT, self._filter, 1)

    def _connect(self) -> None:
        for tool in (self.add, self.generate, *self.row_tools):
            tool.clicked.connect(self._on_tool)
        self.words.textChanged.connect(self.filtered)
        self.role.activated.connect(self.filtered)
        self.wanting.toggled.connect(self.filtered)

    @Slot()
    def _on_tool(self) -> None:
        self.asked.emit(self.sender().objectName().removeprefix("raci_"))
