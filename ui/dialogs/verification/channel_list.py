"""The ways to reach somebody in the order they are tried; added, removed and put in order."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.plan.people import Channel, ChannelKind
from ui.dialogs.verification.channel_row import ChannelRow
from ui.widgets.buttons import Look, button
from ui.widgets.cards import line
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class ChannelList(QWidget):
    """A way without an address is kept once it has one."""

    edited = Signal(object)
    """Carries the `Channel`s as they are now."""
    left = Signal()
    """The keyboard left a text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("channel_list")
        self.setAccessibleName(self.tr("Ways to reach, the first is tried first"))
        self._rows: list[ChannelRow] = []
        self._lines: list[QWidget] = []
        self._caption = label(self, self.tr("Ways to reach, the first is tried first"), Role.H3)
        self._none = label(self, self.tr("No way is stated yet."), Role.HINT, wrap=True)
        self.add = button(self, "channel_add", self.tr("Add a way"), Look.LINK, "plus")
        self._column = QVBoxLayout()
        self._column.setSpacing(px(10))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        whole.addWidget(self._caption)
        whole.addWidget(self._none)
        whole.addLayout(self._column)
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._on_add)

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The ways that have an address."""
        return tuple(row.channel for row in self._rows if row.channel.address)

    def show_channels(self, channels: tuple[Channel, ...], *, anew: bool = False) -> None:
        """Show ways; a row just begun stays while nothing else changed, unless shown `anew`."""
        if not anew and channels == self.channels:
            return
        while len(self._rows) > len(channels):
            self._drop(len(self._rows) - 1)
        while len(self._rows) < len(channels):
            self._append()
        for row, channel in zip(self._rows, channels, strict=True):
            row.show_channel(channel)
        self._name()

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed."""
        self.add.setVisible(not read_only)
        self.setEnabled(not read_only)

    def focus_add(self) -> None:
        """Give the focus to the button that adds a way."""
        self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def _append(self) -> ChannelRow:
        row = ChannelRow(self)
        rule = line(self)
        row.edited.connect(self._on_edited)
        row.left.connect(self.left)
        row.moved.connect(partial(self._on_moved, row))
        row.removed.connect(partial(self._on_removed, row))
        self._rows.append(row)
        self._lines.append(rule)
        for part in (row, rule):
            self._column.addWidget(part)
            part.show()
        return row

    def _drop(self, at: int) -> None:
        for gone in (self._rows.pop(at), self._lines.pop(at)):
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _name(self) -> None:
        self._none.setVisible(not self._rows)
        widgets: list[QWidget] = []
        for at, row in enumerate(self._rows):
            row.name_as(at, len(self._rows))
            widgets += (row.kind, row.address, row.safe, row.note, row.up, row.down, row.remove)
        for before, after in pairwise((*widgets, self.add)):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit(self.channels)

    @Slot()
    def _on_add(self) -> None:
        row = self._append()
        row.show_channel(Channel(ChannelKind.MOBILE, ""))
        self._name()
        row.address.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_moved(self, row: ChannelRow, step: int) -> None:
        at = self._rows.index(row)
        to = at + step
        if not 0 <= to < len(self._rows):
            return
        here, there = row.channel, self._rows[to].channel
        row.show_channel(there)
        self._rows[to].show_channel(here)
        self._rows[to].address.setFocus(Qt.FocusReason.TabFocusReason)
        self._on_edited()

    def _on_removed(self, row: ChannelRow) -> None:
        at = self._rows.index(row)
        self._drop(at)
        self._name()
        if self._rows:
            near = self._rows[min(at, len(self._rows) - 1)]
            near.address.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focus_add()
        self._on_edited()
