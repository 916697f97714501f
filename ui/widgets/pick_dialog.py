"""A dialog that asks for one row of a list, found by typing a few letters of it."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

_WALKING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class PickDialog(QDialog):
    """The arrow keys walk through the list while one types; Enter takes what is chosen.

    `name` begins the names of its parts. A dialog derived from it gives the list a model, fills
    that with what fits, and says what becomes of the row that is taken.
    """

    def __init__(self, parent: QWidget, name: str, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.field = QLineEdit(self)
        self.field.setObjectName(f"{name}_field")
        self.field.installEventFilter(self)
        self.list = QListView(self)
        self.list.setObjectName(f"{name}_list")
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._take = button(self, f"{name}_take", self.tr("Choose"), Look.PRIMARY)
        self._take.setDefault(True)
        self._cancel = button(self, f"{name}_cancel", self.tr("Cancel"))
        self._lay_out(title)
        self.field.textChanged.connect(self._on_typed)
        self.list.activated.connect(self._on_taken)
        self._take.clicked.connect(self._on_taken)
        self._cancel.clicked.connect(self.reject)

    def begin(self) -> None:
        """Show all there is, with the cursor where one types."""
        self._on_typed("")
        self.field.setFocus()

    def search(self, text: str) -> None:
        """Fill the list with what fits `text`."""
        raise NotImplementedError

    def take(self, index: QModelIndex) -> None:
        """Somebody took the row at `index`."""
        raise NotImplementedError

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return Qt.Key(event.key()) in _WALKING and self.list.event(event)
        return super().eventFilter(watched, event)

    def _lay_out(self, title: str) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._take)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(24), px(20), px(24), px(20))
        self.column.setSpacing(px(10))
        self.column.addWidget(label(self, title, Role.H2, wrap=True))
        self.column.addWidget(self.field)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(foot)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.search(text)
        first = self.list.model().index(0, 0)
        self._take.setEnabled(first.isValid())
        self.list.setCurrentIndex(first)

    @Slot()
    def _on_taken(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.take(index)
