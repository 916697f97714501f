"""The playbooks of the plan at the side, with what can be done to them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from ui.models.playbook_findings import PlaybookFindings
from ui.models.playbook_rows import KEY_ROLE, ROW_ROLE, PlaybooksModel
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.labels import Role, label
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.search_field import search_field
from ui.widgets.tokens import px

_Index = QModelIndex | QPersistentModelIndex
ROW_PX = 48


class PlaybookPanel(QFrame):
    """A search field over the list, and buttons below it."""

    chosen = Signal(object)
    """Carries the `RecordId` of the playbook that is shown now, or None."""
    asked = Signal(str)
    """Carries library, blank, duplicate or remove."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("playbook_panel")
        self.setProperty("bar", "outline")
        self._plan: Plan | None = None
        self._found = PlaybookFindings()
        self.model = PlaybooksModel(self)
        self.list = _PlaybookList(self.model, self)
        self.field = search_field(self, "playbook_search", self.tr("Search playbooks"))
        self._none = label(self, "", Role.HINT, wrap=True)
        self._build_buttons(read_only=read_only)
        self._lay_out()
        self.field.textChanged.connect(self._on_words)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.asked.connect(self.asked)

    @property
    def key(self) -> RecordId | None:
        """The chosen playbook."""
        found = self.list.currentIndex().data(KEY_ROLE)
        return RecordId(found) if found is not None else None

    def show_playbooks(self, plan: Plan, found: PlaybookFindings) -> None:
        """Show the playbooks there are now; the chosen one stays chosen."""
        self._plan, self._found = plan, found
        before = self.key
        self.model.show_playbooks(plan, found, self.field.text())
        if before in self.model.keys and self.key != before:
            self.list.setCurrentIndex(self.model.index(self.model.keys.index(before)))
        shown = bool(self.model.keys)
        self._none.setText("" if shown else self._nothing())
        self._none.setVisible(not shown)

    def choose(self, key: RecordId) -> bool:
        """Choose a playbook, past the search; False when the plan has none of that id."""
        if key not in self.model.keys and self._plan is not None and key in self._plan.playbooks:
            self.field.clear()
        if key not in self.model.keys:
            return False
        index = self.model.index(self.model.keys.index(key))
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        return True

    def choose_first(self) -> None:
        """Choose the first one unless one is chosen."""
        if self.key is None and self.model.keys:
            self.list.setCurrentIndex(self.model.index(0))

    def _nothing(self) -> str:
        if self._plan is not None and self._plan.playbooks:
            return self.tr("No playbook has these words.")
        return self.tr("No playbooks yet.")

    def _build_buttons(self, *, read_only: bool) -> None:
        words = self.tr("Add from library\u2026")
        self.library = button(self, "playbook_library", words, Look.PRIMARY, "book-open")
        self.blank = icon_button(self, "playbook_blank", "file-plus", self.tr("Add a blank one"))
        self.copy = icon_button(self, "playbook_copy", "copy", self.tr("Duplicate with its steps"))
        self.gone = icon_button(self, "playbook_remove", "trash-2", self.tr("Remove the playbook"))
        for made, deed in (
            (self.library, "library"),
            (self.blank, "blank"),
            (self.copy, "duplicate"),
            (self.gone, "remove"),
        ):
            made.setEnabled(not read_only)
            made.clicked.connect(lambda _=False, deed=deed: self.asked.emit(deed))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(label(self, self.tr("Playbooks"), Role.H2), 1)
        for tool in (self.blank, self.copy, self.gone):
            head.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(18), px(14), px(14))
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addWidget(self.library)

    @Slot(str)
    def _on_words(self) -> None:
        if self._plan is not None:
            self.show_playbooks(self._plan, self._found)
            self.choose_first()

    @Slot()
    def _on_current(self) -> None:
        self.chosen.emit(self.key)


class _PlaybookList(QListView):
    """Del removes, Ctrl+D duplicates, Insert adds."""

    asked = Signal(str)

    def __init__(self, model: PlaybooksModel, parent: PlaybookPanel) -> None:
        super().__init__(parent)
        self.setObjectName("playbook_list")
        self.setAccessibleName(parent.tr("Playbooks"))
        self.setProperty("plain", "true")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        self.setItemDelegate(_PlaybookDelegate(self, ROW_PX))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        deeds = {
            (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "remove",
            (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier): "library",
            (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier): "duplicate",
        }
        deed = deeds.get((Qt.Key(event.key()), event.modifiers()))
        if deed is None:
            super().keyPressEvent(event)
        else:
            self.asked.emit(deed)


class _PlaybookDelegate(RowDelegate):
    @override
    def row_of(self, index: _Index) -> Row:
        found = index.data(ROW_ROLE)
        return found if isinstance(found, Row) else Row("")
