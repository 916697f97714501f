"""One way to reach somebody, to be edited: its kind and address, below them whether it is safe."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.texts import cleaned
from ui.dialogs.record.entries.choices import CalmComboBox
from ui.models.record_words import choice_text
from ui.widgets.buttons import icon_button
from ui.widgets.tokens import px

KINDS = tuple(ChannelKind)
TOOL_PX = 28
KIND_PX = 118


class ChannelRow(QWidget):
    """Alt with an arrow moves it, Alt with Delete removes it, from any of its fields."""

    edited = Signal()
    """Something of it changed."""
    left = Signal()
    """The keyboard left one of its texts."""
    moved = Signal(int)
    """It is to come earlier (-1) or later (1)."""
    removed = Signal()
    """It is to go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = CalmComboBox(self)
        self.kind.addItems([choice_text(kind) for kind in KINDS])
        self.address = QLineEdit(self)
        self.address.setPlaceholderText(self.tr("Number or address"))
        self.safe = QCheckBox(self.tr("Out of band"), self)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("Note"))
        self.up = icon_button(self, "", "arrow-up", self.tr("Earlier (Alt+Up)"))
        self.down = icon_button(self, "", "arrow-down", self.tr("Later (Alt+Down)"))
        self.remove = icon_button(self, "", "trash-2", self.tr("Remove (Alt+Delete)"))
        self._lay_out()
        self._connect()

    @property
    def channel(self) -> Channel:
        """What stands in the row; its address can be blank."""
        return Channel(
            KINDS[max(self.kind.currentIndex(), 0)],
            cleaned(self.address.text()).strip(),
            self.safe.isChecked(),
            cleaned(self.note.text()).strip(),
        )

    def show_channel(self, channel: Channel) -> None:
        """Show a way without telling anybody; a text that says the same already stays."""
        if self.channel == channel:
            return
        self.kind.setCurrentIndex(KINDS.index(channel.kind))
        self.address.setText(channel.address)
        self.address.setCursorPosition(0)
        self.note.setText(channel.label)
        self.note.setCursorPosition(0)
        blocked = self.safe.blockSignals(True)
        self.safe.setChecked(channel.out_of_band)
        self.safe.blockSignals(blocked)

    def name_as(self, at: int, count: int) -> None:
        """Tell the fields apart by the place of the row, counted from 0."""
        number = at + 1
        for made, name, said in (
            (self.kind, "kind", self.tr("Kind of way {0}")),
            (self.address, "address", self.tr("Number or address of way {0}")),
            (self.safe, "safe", self.tr("Way {0} is out of band")),
            (self.note, "note", self.tr("Note on way {0}")),
            (self.up, "up", self.tr("Try way {0} earlier")),
            (self.down, "down", self.tr("Try way {0} later")),
            (self.remove, "remove", self.tr("Remove way {0}")),
        ):
            made.setObjectName(f"channel_{at}_{name}")
            made.setAccessibleName(said.format(number))
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at < count - 1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and self._moved_by(Qt.Key(event.key())):
                return True
        return super().eventFilter(watched, event)

    def _moved_by(self, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Delete:
                self.removed.emit()
            case _:
                return False
        return True

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for tool in (self.up, self.down, self.remove):
            tool.setFixedSize(px(TOOL_PX), px(TOOL_PX))
            tools.addWidget(tool)
        self.kind.setFixedWidth(px(KIND_PX))
        above, below = QHBoxLayout(), QHBoxLayout()
        for line in (above, below):
            line.setSpacing(px(8))
        above.addWidget(self.kind)
        above.addWidget(self.address, 1)
        below.addWidget(self.safe)
        below.addWidget(self.note, 1)
        below.addLayout(tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(above)
        column.addLayout(below)

    def _connect(self) -> None:
        self.kind.activated.connect(self._on_edited)
        self.address.textEdited.connect(self._on_edited)
        self.safe.toggled.connect(self._on_edited)
        self.note.textEdited.connect(self._on_edited)
        self.address.editingFinished.connect(self.left)
        self.note.editingFinished.connect(self.left)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self.removed)
        for field in (self.kind, self.address, self.safe, self.note):
            field.installEventFilter(self)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _on_up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _on_down(self) -> None:
        self.moved.emit(1)
