"""A list whose entries are ticked, with a field that narrows it and the number ticked."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.bridge.words import counted
from ui.models.record_options import Option
from ui.widgets.labels import Role, label
from ui.widgets.search_field import search_field
from ui.widgets.tokens import px

KEY_ROLE = Qt.ItemDataRole.UserRole


class TickList(QWidget):
    """Entries stay in their order; what is not shown keeps its tick."""

    changed = Signal()
    """Something was ticked, or is no more."""

    def __init__(
        self, parent: QWidget, name: str, said: str, *, search: str = "", empty: str = ""
    ) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setObjectName(name)
        self.list.setAccessibleName(said)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words = search_field(self, f"{name}_search", search or said)
        self.words.setVisible(bool(search))
        self._count = label(self, "", Role.HINT)
        self._count.setObjectName(f"{name}_count")
        self._empty = label(self, empty, Role.BODY, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.words)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addWidget(self._count)
        self.words.textChanged.connect(self._on_words)
        self.list.itemChanged.connect(self._on_changed)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys of the entries that are ticked, in their order."""
        return tuple(
            str(item.data(KEY_ROLE))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def show_entries(self, options: Sequence[Option], ticked: Collection[str]) -> None:
        """Show other entries; `ticked` are keys."""
        self.list.blockSignals(True)
        self.list.clear()
        for option in options:
            item = QListWidgetItem(option.text, self.list)
            item.setData(KEY_ROLE, str(option.value))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            chosen = str(option.value) in ticked
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0 if options else -1)
        self.list.setVisible(bool(options))
        self._empty.setVisible(not options and bool(self._empty.text()))
        self._show_count()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _show_count(self) -> None:
        ticked, whole = len(self.ticked), self.list.count()
        text = counted(ticked, self.tr("1 of {0} ticked"), self.tr("{n} of {0} ticked"))
        self._count.setText(text.format(whole) if whole else "")

    @Slot(str)
    def _on_words(self, words: str) -> None:
        wanted = words.casefold().split()
        for item in self._items():
            text = item.text().casefold()
            item.setHidden(not all(word in text for word in wanted))

    @Slot(QListWidgetItem)
    def _on_changed(self, item: QListWidgetItem) -> None:
        del item
        self._show_count()
        self.changed.emit()
