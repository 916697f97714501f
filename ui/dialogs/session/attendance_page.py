"""Who is here: those invited, to be ticked, and whoever else came."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.plan.sessions import Attendance
from app.domain.plan.texts import cleaned
from ui.dialogs.session.edits import SessionEdits
from ui.dialogs.session.stage import set_type
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.labels import label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px


class AttendancePage(QWidget):
    """A box for everybody; the list grows with those who were not invited."""

    def __init__(self, parent: QWidget, edits: SessionEdits) -> None:
        super().__init__(parent)
        self.setObjectName("session_attendance")
        self._edits = edits
        self._shown: tuple[Attendance, ...] = ()
        self._boxes: list[QCheckBox] = []
        self._title = label(self, self.tr("Who is here?"))
        set_type(self._title, "title")
        words = self.tr("Tick everybody who takes part; the minutes list all who were invited.")
        self._words = label(self, words, wrap=True)
        self._scroll = ScrollBody(self, "attendance_scroll")
        self._scroll.content.setContentsMargins(0, 0, px(8), 0)
        self._scroll.content.setSpacing(px(10))
        self._scroll.content.addStretch(1)
        self._name = QLineEdit(self)
        self._name.setObjectName("attendance_name")
        self._role = QLineEdit(self)
        self._role.setObjectName("attendance_role")
        self._name_field = Field(self, self.tr("Somebody else who is here"), self._name)
        self._role_field = Field(self, self.tr("Function"), self._role)
        self._add = button(self, "attendance_add", self.tr("Add"), Look.PLAIN, "user-plus")
        self._lay_out()
        self._add.clicked.connect(self._on_add)
        self._name.returnPressed.connect(self._on_add)
        self._role.returnPressed.connect(self._on_add)

    @property
    def start(self) -> QWidget:
        """Where the keyboard begins."""
        return self._boxes[0] if self._boxes else self._name

    @property
    def said(self) -> str:
        """What a screen reader hears when the page comes up."""
        return self._title.text()

    def refresh(self) -> None:
        """Show the list as it is now."""
        listed = self._edits.session.attendance
        if listed == self._shown:
            return
        same = [(one.name, one.role) for one in listed] == [
            (one.name, one.role) for one in self._shown
        ]
        self._shown = listed
        if not same:
            self._rebuild()
        for box, one in zip(self._boxes, listed, strict=True):
            blocked = box.blockSignals(True)
            box.setChecked(one.present)
            box.blockSignals(blocked)

    def _rebuild(self) -> None:
        for box in self._boxes:
            self._scroll.content.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = [self._box(at, one) for at, one in enumerate(self._shown)]
        for before, after in pairwise((*self._boxes, self._name)):
            self.setTabOrder(before, after)

    def _box(self, at: int, one: Attendance) -> QCheckBox:
        said = f"{one.name}, {one.role}" if one.role else one.name
        made = QCheckBox(said.replace("&", "&&"), self._scroll.body)
        made.setObjectName(f"present_{at}")
        made.setAccessibleName(said)
        made.toggled.connect(partial(self._on_toggled, one.name))
        self._scroll.content.insertWidget(at, made)
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self._name_field, 3)
        row.addWidget(self._role_field, 2)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._scroll, 1)
        column.addLayout(row)

    def _on_toggled(self, name: str, on: bool) -> None:
        self._edits.attend(name, present=on)

    @Slot()
    def _on_add(self) -> None:
        name = cleaned(self._name.text()).strip()
        if not name:
            self._name_field.show_problem(self.tr("Enter the name of who came as well."))
            self._name.setFocus()
            return
        self._name_field.show_problem("")
        self._edits.attend(name, present=True, role=cleaned(self._role.text()).strip())
        self._name.clear()
        self._role.clear()
        announce(self, self.tr("{0} is here.").format(name))
        self._name.setFocus()
