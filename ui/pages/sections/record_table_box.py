"""One table of records with its heading, its rows and the buttons that change them."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from ui.models.record_names import table_words
from ui.models.record_order import CHILDREN
from ui.pages.sections.record_list import RecordList
from ui.pages.sections.record_tables import PrintedRow, PrintedTable
from ui.widgets.buttons import Look, button, icon_button, set_button_text
from ui.widgets.icons import icon
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

TOOL_PX = 30


class RecordTableBox(QWidget):
    """Buttons for a row are there while one is chosen."""

    asked = Signal(str)
    """Carries what to do with the chosen row: edit, remove, duplicate, up, down."""
    wanted = Signal(object)
    """Carries the `Kind` of a record to be added."""

    def __init__(self, parent: QWidget, kind: Kind, *, read_only: bool) -> None:
        super().__init__(parent)
        self.kind = kind
        self._words = table_words(kind)
        self._read_only = read_only
        self._child = CHILDREN.get(kind)
        self._title = label(self, "", Role.OVERLINE)
        self._title.setObjectName(f"title_{kind.value}")
        self._tools = self._toolbox()
        self._adds = [self._add_button(kind)]
        if self._child is not None:
            self._adds.append(self._add_button(self._child))
        self._empty = label(self, self._words.empty, Role.HINT, wrap=True)
        self._empty.setObjectName(f"empty_{kind.value}")
        nested = self._child is not None
        self.list = RecordList(self, kind, self._words.many, nested=nested)
        self._more = button(self, f"all_{kind.value}", "", Look.LINK)
        self._lay_out()
        self.list.asked.connect(self._on_asked)
        self.list.chosen.connect(self._on_chosen)
        self._more.clicked.connect(self._on_more)

    @property
    def row(self) -> PrintedRow | None:
        """The chosen row."""
        return self.list.row

    def show_table(self, table: PrintedTable) -> None:
        """Show other rows."""
        count = len(table.rows)
        self._title.setText(f"{self._words.many} \u00b7 {count}")
        self._empty.setVisible(not count)
        self.list.setVisible(bool(count))
        self.list.show_rows(table.rows)
        for add, kind in zip(self._adds, (self.kind, self._child), strict=False):
            add.setEnabled(kind is self.kind or bool(count))
        set_button_text(self._more, self.tr("Show all {0}").format(count))
        self._more.setVisible(self.list.shortened)
        self._on_chosen()

    @property
    def add(self) -> QWidget:
        """The button that adds a record."""
        return self._adds[0]

    def set_tool(self, tool: QWidget) -> None:
        """Put a button before those that do something with the chosen row."""
        tool.setFixedHeight(px(TOOL_PX))
        self._head.insertWidget(self._head.indexOf(self._tools), tool)

    def choose(self, kind: Kind, record: RecordId) -> bool:
        """Choose a row; False when it is not in this table."""
        found = self.list.choose(kind, record)
        self._more.setVisible(self.list.shortened)
        return found

    def place(self) -> QRect:
        """Where the chosen row stands, in the coordinates of this widget."""
        found = self.list.visualRect(self.list.currentIndex())
        return QRect(self.list.viewport().mapTo(self, found.topLeft()), found.size())

    def _add_button(self, kind: Kind) -> QWidget:
        made = button(self, f"add_{kind.value}", table_words(kind).add, Look.LINK, "plus")
        made.setVisible(not self._read_only)
        made.clicked.connect(partial(self.wanted.emit, kind))
        return made

    def _toolbox(self) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for do, picture, words, keys in self._deeds():
            made = icon_button(box, f"{do}_{self.kind.value}", picture, words)
            made.setFixedSize(px(TOOL_PX), px(TOOL_PX))
            made.setToolTip(f"{words} ({keys})")
            made.clicked.connect(partial(self._on_asked, do))
            row.addWidget(made)
        return box

    def _deeds(self) -> tuple[tuple[str, str, str, str], ...]:
        edit = ("edit", "pencil", self.tr("Edit"), self.tr("Enter"))
        if self._read_only:
            return (("edit", "eye", self.tr("Show"), self.tr("Enter")),)
        return (
            edit,
            ("duplicate", "copy", self.tr("Duplicate"), "Ctrl+D"),
            ("up", "arrow-up", self.tr("Move up"), "Alt+Up"),
            ("down", "arrow-down", self.tr("Move down"), "Alt+Down"),
            ("remove", "trash-2", self.tr("Remove"), self.tr("Delete")),
        )

    def _lay_out(self) -> None:
        self._head = head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._tools)
        for add in self._adds:
            head.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(2))
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.list)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_chosen(self) -> None:
        row = self.row
        self._tools.setVisible(row is not None)
        for tool in self._tools.findChildren(QToolButton) if row is not None else ():
            said = f"{tool.toolTip().partition(' (')[0]}: {row.title}" if row is not None else ""
            tool.setAccessibleName(said)

    @Slot(str)
    def _on_asked(self, do: str) -> None:
        if do == "add":
            row = self.row
            self.wanted.emit(self.kind if row is None else row.kind)
        elif do == "menu":
            self._show_menu()
        elif do == "edit" or not self._read_only:
            self.asked.emit(do)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("record_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for do, picture, words, _ in self._deeds():
            menu.addAction(icon(picture), words).triggered.connect(partial(self._on_asked, do))
        below: QPoint = self.place().bottomLeft()
        menu.popup(self.mapToGlobal(below))

    @Slot()
    def _on_more(self) -> None:
        self.list.show_all()
        self._more.hide()
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
