"""The menu of things to insert, narrowed down by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.labels import Role, label
from ui.widgets.prose.wording import Insertable
from ui.widgets.search_field import search_field
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px

_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InsertMenu(QFrame):
    """Opens below a button; one choice closes it, so does Escape."""

    chosen = Signal(object)
    """Carries the `Insertable`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("insert_menu")
        self.setProperty("overlay", "true")
        self._found: list[Insertable] = []
        self._all: Sequence[Insertable] = ()
        self._search = search_field(self, "insert_search", self.tr("Search answers and records"))
        self._list = QListWidget(self)
        self._list.setObjectName("insert_list")
        self._list.setAccessibleName(self.tr("What can be inserted"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = label(self, self.tr("Nothing fits these words."), Role.HINT)
        box = QVBoxLayout(self)
        box.setContentsMargins(px(8), px(8), px(8), px(8))
        box.addWidget(self._search)
        box.addWidget(self._list, 1)
        box.addWidget(self._none)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._narrow)
        self._list.itemActivated.connect(self._take)
        self._list.itemClicked.connect(self._take)
        self.resize(px(380), px(340))

    def open_below(self, anchor: QWidget, everything: Sequence[Insertable]) -> None:
        """Offer `everything` below `anchor`."""
        self._all = everything
        self._search.clear()
        self._narrow("")
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + px(4)))
        room = anchor.screen().availableGeometry()
        self.move(
            max(room.left(), min(corner.x(), room.right() - self.width())),
            max(room.top(), min(corner.y(), room.bottom() - self.height())),
        )
        self.show()
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._list.keyPressEvent(event)
                return True
            if event.key() in _TAKES:
                self._take()
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        self._found = [item for item in self._all if _fits(item, wanted)]
        self._list.clear()
        for item in self._found:
            row = QListWidgetItem(f"{item.title}\n{item.detail}" if item.detail else item.title)
            row.setToolTip(plain_tip(item.title))
            self._list.addItem(row)
        self._list.setCurrentRow(0)
        self._none.setVisible(not self._found)

    @Slot()
    def _take(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._found):
            self.hide()
            self.chosen.emit(self._found[row])


def _fits(item: Insertable, wanted: Sequence[str]) -> bool:
    text = f"{item.title} {item.detail}".casefold()
    return all(word in text for word in wanted)
