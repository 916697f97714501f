"""The ways to call somebody, in order, with the addresses their contact has for them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.domain.plan.people import Channel, ChannelKind
from ui.models.record_words import choice_text
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px

PICTURES = {
    ChannelKind.MOBILE: "phone",
    ChannelKind.PHONE: "phone",
    ChannelKind.EMAIL: "mail",
    ChannelKind.MESSENGER: "message-square",
    ChannelKind.PAGER: "bell",
    ChannelKind.OTHER: "globe",
}


class ChannelRows(QWidget):
    """A row for each way, and a button that adds one."""

    changed = Signal(object)
    """Carries the ways as a person wants them now, a tuple of `ChannelKind`."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._kinds: tuple[ChannelKind, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        self._none = label(self, self.tr("No way to call is stated."), Role.HINT, wrap=True)
        self._add = button(self, "channel_add", self.tr("Add a way to call"), Look.LINK)
        self._add.setMenu(QMenu(self._add))
        self._column.addWidget(self._none)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_channels(self, kinds: tuple[ChannelKind, ...], contact: Sequence[Channel]) -> None:
        """Show `kinds` in order, with the addresses of `contact`."""
        self._kinds = kinds
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(at, kind, contact) for at, kind in enumerate(kinds)]
        for at, row in enumerate(self._rows):
            self._column.insertWidget(at, row)
        self._none.setVisible(not kinds)
        self._fill_menu()

    def _row(self, at: int, kind: ChannelKind, contact: Sequence[Channel]) -> QWidget:
        row = QWidget(self)
        found = [channel for channel in contact if channel.kind is kind]
        address = "; ".join(channel.address for channel in found)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(2))
        line.addWidget(Picture(row, PICTURES[kind], "text2"))
        line.addSpacing(px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(row, address or self.tr("Not in the contact"), Role.PLAIN))
        words.addWidget(ElidedLabel(row, self._place(at, kind), Role.HINT))
        line.addLayout(words, 1)
        if not self._read_only:
            for made in self._buttons(row, at, kind):
                line.addWidget(made)
        return row

    def _place(self, at: int, kind: ChannelKind) -> str:
        places = (
            self.tr("{0}, first choice"),
            self.tr("{0}, if that fails"),
            self.tr("{0}, contingency"),
            self.tr("{0}, emergency"),
        )
        return places[min(at, len(places) - 1)].format(choice_text(kind))

    def _buttons(self, row: QWidget, at: int, kind: ChannelKind) -> tuple[QToolButton, ...]:
        name = choice_text(kind)
        made = []
        if at:
            up = icon_button(row, f"channel_up_{at}", "arrow-up", self.tr("{0} earlier"))
            up.clicked.connect(partial(self._on_up, at))
            made.append(up)
        gone = icon_button(row, f"channel_remove_{at}", "x", self.tr("Remove {0}"))
        gone.clicked.connect(partial(self._on_remove, at))
        made.append(gone)
        for one in made:
            said = one.toolTip().format(name)
            one.setToolTip(plain_tip(said))
            one.setAccessibleName(said)
        return tuple(made)

    def _fill_menu(self) -> None:
        menu = self._add.menu()
        menu.clear()
        for kind in ChannelKind:
            if kind not in self._kinds:
                menu.addAction(choice_text(kind)).triggered.connect(partial(self._on_add, kind))
        self._add.setVisible(not self._read_only and not menu.isEmpty())

    def _on_add(self, kind: ChannelKind) -> None:
        self.changed.emit((*self._kinds, kind))

    def _on_up(self, at: int) -> None:
        kinds = [*self._kinds]
        kinds[at - 1], kinds[at] = kinds[at], kinds[at - 1]
        self.changed.emit(tuple(kinds))

    def _on_remove(self, at: int) -> None:
        self.changed.emit(tuple(kind for index, kind in enumerate(self._kinds) if index != at))
