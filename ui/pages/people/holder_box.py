"""Who holds the role shown, and who deputises in which order."""

from functools import partial
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.roles import Role as ResponseRole
from app.services.people.load import Load
from ui.models.people_words import load_sentence
from ui.models.record_names import name_of
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import Role, label, set_tone
from ui.widgets.tokens import px

TOOL_PX = 28


class HolderBox(QWidget):
    """Alt with an arrow, on a deputy, lets them take over earlier or later."""

    holder_wanted = Signal()
    """Somebody is to be chosen to hold the role."""
    vacated = Signal()
    """Nobody is to hold the role."""
    deputy_wanted = Signal()
    """Somebody is to be chosen as a deputy."""
    relieved = Signal(object)
    """Carries the id of a deputy who is to be none any more."""
    moved = Signal(int, int)
    """Carries the place of a deputy, from 0, and how far they move."""
    opened = Signal(str)
    """Carries the target of a person to go to."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._shown: tuple[object, ...] = ()
        self._following: int | None = None
        self.rows = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.rows)

    def show_role(self, plan: Plan, role: ResponseRole, loads: dict[RecordId, Load]) -> None:
        """Show who acts in the role; nothing is drawn anew while they stay the same."""
        people = (role.holder, *role.deputies)
        named = tuple(
            ("" if one is None else name_of(plan, Kind.PERSON, one), self._weight(loads, one))
            for one in people
        )
        if (role.id, people, named) == self._shown:
            return
        self._shown = role.id, people, named
        old, self.rows = self.rows, QWidget(self)
        self.rows.hide()
        column = QVBoxLayout(self.rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self._add_holder(column, role, named[0])
        self._add_deputies(column, role, named[1:])
        self._column.replaceWidget(old, self.rows)
        old.hide()
        old.deleteLater()
        self.rows.show()
        self._follow(len(role.deputies))

    def _follow(self, count: int) -> None:
        """Give the keyboard back to the deputy who was moved, or to the next one."""
        at, self._following = self._following, None
        if at is None:
            return
        name = f"deputy_{min(at, count - 1)}" if count else "deputy_add"
        found = self.rows.findChild(QPushButton, name)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)

    def _weight(self, loads: dict[RecordId, Load], person: RecordId | None) -> str:
        load = None if person is None else loads.get(person)
        return "" if load is None else load_sentence(load)

    def _add_holder(self, column: QVBoxLayout, role: ResponseRole, named: tuple[str, str]) -> None:
        column.addWidget(label(self.rows, self.tr("Holder"), Role.H3))
        row = QHBoxLayout()
        row.setSpacing(px(4))
        if role.holder is None:
            nobody = label(self.rows, self.tr("Nobody"), Role.PLAIN)
            set_tone(nobody, "danger")
            row.addWidget(nobody, 1)
        else:
            link = self._link("holder_link", named[0], role.holder)
            row.addWidget(link, 1, Qt.AlignmentFlag.AlignLeft)
        words = self.tr("Choose\u2026") if role.holder is None else self.tr("Change\u2026")
        choose = button(self.rows, "holder_choose", words, Look.PLAIN, "user")
        choose.setAccessibleName(self.tr("Choose the holder"))
        choose.clicked.connect(self.holder_wanted)
        choose.setVisible(not self._read_only)
        row.addWidget(choose)
        if role.holder is not None and not self._read_only:
            clear = icon_button(self.rows, "holder_clear", "x", self.tr("Nobody holds it"))
            clear.clicked.connect(self.vacated)
            row.addWidget(clear)
        column.addLayout(row)
        self._add_weight(column, named[1])

    def _add_deputies(
        self, column: QVBoxLayout, role: ResponseRole, named: tuple[tuple[str, str], ...]
    ) -> None:
        column.addSpacing(px(8))
        words = self.tr("Deputies, the first takes over first")
        column.addWidget(label(self.rows, words, Role.H3))
        if not named:
            nobody = label(self.rows, self.tr("Nobody deputises."), Role.PLAIN)
            set_tone(nobody, "danger")
            column.addWidget(nobody)
        for at, (person, (name, _)) in enumerate(zip(role.deputies, named, strict=True)):
            column.addWidget(self._deputy(at, person, name, len(named)))
        add = button(self.rows, "deputy_add", self.tr("Add a deputy\u2026"), Look.LINK, "plus")
        add.clicked.connect(self.deputy_wanted)
        add.setVisible(not self._read_only)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _deputy(self, at: int, person: RecordId, name: str, count: int) -> QWidget:
        holder = _DeputyRow(self.rows)
        holder.moved.connect(partial(self._on_moved, at))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(label(holder, f"{at + 1}.", Role.HINT))
        row.addSpacing(px(6))
        link = self._link(f"deputy_{at}", name, person)
        link.setParent(holder)
        link.button.installEventFilter(holder)
        row.addWidget(link, 1, Qt.AlignmentFlag.AlignLeft)
        up, down, gone = self._tools(holder, at, name)
        up.setEnabled(at > 0)
        up.clicked.connect(partial(self._on_moved, at, -1))
        down.setEnabled(at < count - 1)
        down.clicked.connect(partial(self._on_moved, at, 1))
        gone.clicked.connect(partial(self._on_gone, at, person))
        for tool in (up, down, gone):
            row.addWidget(tool)
        return holder

    def _tools(self, holder: QWidget, at: int, name: str) -> list[QToolButton]:
        made = []
        for tool, picture, said in (
            ("up", "arrow-up", self.tr("Let {0} take over earlier")),
            ("down", "arrow-down", self.tr("Let {0} take over later")),
            ("remove", "trash-2", self.tr("{0} no longer deputises")),
        ):
            one = icon_button(holder, f"deputy_{at}_{tool}", picture, said.format(name))
            one.setToolTip(f"<p>{escape(said.format(name))}</p>")
            one.setFixedSize(px(TOOL_PX), px(TOOL_PX))
            one.setVisible(not self._read_only)
            one.installEventFilter(holder)
            made.append(one)
        return made

    def _link(self, name: str, text: str, person: RecordId) -> ElidedButton:
        made = ElidedButton(self.rows, name, Look.LINK, "user")
        made.show_text(text)
        made.button.clicked.connect(partial(self._on_opened, person))
        return made

    def _add_weight(self, column: QVBoxLayout, weight: str) -> None:
        if weight:
            said = label(self.rows, weight, Role.HINT, wrap=True)
            said.setObjectName("holder_weight")
            set_tone(said, "warning")
            column.addWidget(said)

    def _on_moved(self, at: int, step: int) -> None:
        self._following = max(at + step, 0)
        self.moved.emit(at, step)

    def _on_gone(self, at: int, person: RecordId) -> None:
        self._following = at
        self.relieved.emit(person)

    def _on_opened(self, person: RecordId) -> None:
        self.opened.emit(f"record:{Kind.PERSON.value}:{person}")


class _DeputyRow(QWidget):
    moved = Signal(int)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Buttons would take the arrow keys for walking on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.moved.emit(step)
                return True
        return super().eventFilter(watched, event)
