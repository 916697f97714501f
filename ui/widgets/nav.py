"""The navigation at the left: areas and actions, as a list or as a narrow rail of icons."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.cards import line
from ui.widgets.fitting_list import FittingList
from ui.widgets.icons import icon
from ui.widgets.nav_badge import BADGE, NavDelegate
from ui.widgets.plan_button import PlanButton
from ui.widgets.tokens import px

WIDE_PX = 224
RAIL_PX = 60
_KEY = Qt.ItemDataRole.UserRole
_TEXT = Qt.ItemDataRole.UserRole + 1
_ACTION = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class NavItem:
    """One row; an `action` is done on Enter or click and never stays selected."""

    key: str
    text: str
    picture: str
    shortcut: str = ""
    action: bool = False


class NavPanel(QFrame):
    """Areas above, actions below; `plan_button` heads them."""

    chosen = Signal(str)
    """Carries the key of the row a person went to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("nav")
        self.setProperty("bar", "nav")
        self._rail = False
        self._current = ""
        self.plan_button = PlanButton(self)
        self.areas = _NavList(self, "nav_areas", self.tr("Areas"))
        self.commands = _NavList(self, "nav_actions", self.tr("Settings and help"))
        self._line = line(self)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(px(8))
        self._layout.addWidget(self.plan_button)
        self._layout.addWidget(self.areas)
        self._layout.addStretch(1)
        self._layout.addWidget(self.commands)
        self.areas.went.connect(self._on_went)
        self.commands.went.connect(self._on_went)
        self._lay_out()

    @property
    def rail(self) -> bool:
        """Whether only icons are shown."""
        return self._rail

    def set_items(self, areas: Sequence[NavItem], actions: Sequence[NavItem]) -> None:
        """Fill both lists."""
        self.areas.fill(areas)
        self.commands.fill(actions)
        self._lay_out()

    def set_current(self, key: str) -> None:
        """Mark the area one is in, without going there again."""
        self._current = key
        self.areas.select(key)
        self.commands.select(key)

    def set_badge(self, key: str, count: int, said: str) -> None:
        """Show `count` at the area `key`, and let screen readers say `said`; 0 shows none."""
        self.areas.set_badge(key, count, said)

    def set_rail(self, *, rail: bool) -> None:
        """Show icons only, or icons and words."""
        if rail != self._rail:
            self._rail = rail
            self._lay_out()

    def _lay_out(self) -> None:
        side = px(8 if self._rail else 12)
        self._layout.setContentsMargins(side, px(12), side, px(12))
        self.setFixedWidth(px(RAIL_PX if self._rail else WIDE_PX))
        self._line.setVisible(False)
        self.plan_button.set_narrow(narrow=self._rail)
        self.areas.set_rail(rail=self._rail)
        self.commands.set_rail(rail=self._rail)

    @Slot(str)
    def _on_went(self, key: str) -> None:
        self.chosen.emit(key)
        self.set_current(self._current)


class _NavList(FittingList):
    went = Signal(str)

    def __init__(self, parent: QWidget, name: str, said: str) -> None:
        super().__init__(parent, "nav")
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setProperty("nav", "true")
        self.setIconSize(QSize(px(18), px(18)))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.itemClicked.connect(self._on_clicked)
        self.currentItemChanged.connect(self._on_moved)
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.timeout.connect(self._follow)
        self.itemSelectionChanged.connect(self._following.start)
        self._selecting = False
        self.setItemDelegate(NavDelegate(self))

    def fill(self, items: Sequence[NavItem]) -> None:
        self._selecting = True
        self.clear()
        for item in items:
            row = QListWidgetItem(icon(item.picture), item.text, self)
            row.setData(_KEY, item.key)
            row.setData(_TEXT, item.text)
            row.setData(_ACTION, item.action)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, item.text)
            row.setToolTip(f"{item.text} ({item.shortcut})" if item.shortcut else item.text)
        self._selecting = False

    def set_rail(self, *, rail: bool) -> None:
        for row in range(self.count()):
            item = self.item(row)
            item.setText("" if rail else item.data(_TEXT))
        self.updateGeometry()

    def set_badge(self, key: str, count: int, said: str) -> None:
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_KEY) == key:
                item.setData(BADGE, count)
                whole = f"{item.data(_TEXT)}, {said}" if count else item.data(_TEXT)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, whole)

    def select(self, key: str) -> None:
        self._selecting = True
        found = [self.item(row) for row in range(self.count()) if self.item(row).data(_KEY) == key]
        if found:
            self.setCurrentItem(found[0])
        else:
            self.clearSelection()
            self.setCurrentRow(-1)
        self._selecting = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        ):
            self.went.emit(item.data(_KEY))
            return
        super().keyPressEvent(event)

    @Slot()
    def _follow(self) -> None:
        """Go where a screen reader chose a row, which leaves the current row as it was."""
        chosen = self.selectedItems()
        if self._selecting or not chosen or chosen[0] is self.currentItem():
            return
        if chosen[0].data(_ACTION):
            self.went.emit(chosen[0].data(_KEY))
        else:
            self.setCurrentItem(chosen[0])

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        if item.data(_ACTION):
            self.went.emit(item.data(_KEY))

    @Slot(QListWidgetItem)
    def _on_moved(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._selecting and not item.data(_ACTION):
            self.went.emit(item.data(_KEY))
