"""The dialog in which one record is added or edited."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.plan import RECORD_TYPES, Plan
from app.domain.plan.trees import NodeTarget
from ui.dialogs.record.draft import Draft
from ui.dialogs.record.entries import NotUsable, entry_for
from ui.dialogs.record.field import RecordField
from ui.models.record_edits import same_name
from ui.models.record_form import blank_values, form_of, name_field
from ui.models.record_names import table_words
from ui.models.record_options import Option, Surroundings
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

WIDTH_PX = 720
MOST_HEIGHT_PX = 800
"""A form that needs more scrolls."""


class RecordDialog(QDialog):
    """Two columns of short fields, long ones across; nothing changes until OK."""

    kept = Signal(object)
    """Carries the values of all fields by name."""

    def __init__(
        self,
        plan: Plan,
        draft: Draft,
        parent: QWidget,
        *,
        requirements: tuple[Option, ...] = (),
        read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("record_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(draft.heading)
        window = parent.window()
        self._room = window.height() - px(24)
        self._width = min(px(WIDTH_PX), window.width() - px(24))
        self._plan = plan
        self._draft = draft
        self._requirements = requirements
        self._read_only = read_only
        self._fields: dict[str, RecordField] = {}
        self._focus_on = ""
        self._build()
        self._lay_out()
        self._fill()
        self._connect()

    def focus_on(self, name: str) -> None:
        """Begin in the field `name`, if the form has it."""
        self._focus_on = name

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        wanted = self._fields.get(self._focus_on) or next(iter(self._fields.values()))
        wanted.entry.input.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, self._show_focused)

    def _build(self) -> None:
        self._scroll = ScrollBody(self, "record_scroll")
        draft = self._draft
        around = Surroundings(
            self._plan, draft.editing, self._chosen, self._requirements, draft.regimes
        )
        body = self._scroll.body
        for form in form_of(draft.kind):
            self._fields[form.name] = RecordField(body, form, entry_for(around, body, form))
        self._cancel = button(self, "record_cancel", self.tr("Cancel"))
        words = self.tr("OK") if self._draft.editing is not None else self.tr("Add")
        self._ok = button(self, "record_ok", words, Look.PRIMARY)
        self._ok.setDefault(True)
        self._problem = label(self, "", Role.ERROR, wrap=True)
        self._problem.setObjectName("record_problem")
        if self._read_only:
            self._cancel.setText(self.tr("Close"))
            self._ok.hide()
            for shown in self._fields.values():
                shown.entry.setEnabled(False)

    def _lay_out(self) -> None:
        head = QFrame(self)
        head.setProperty("bar", "top")
        row = QHBoxLayout(head)
        row.setContentsMargins(px(24), px(16), px(24), px(14))
        row.addWidget(label(head, self._draft.heading, Role.H1, wrap=True))
        foot = QFrame(self)
        foot.setProperty("bar", "bottom")
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(24), px(12), px(24), px(12))
        row.setSpacing(px(8))
        row.addWidget(self._problem, 1)
        row.addWidget(self._cancel)
        row.addWidget(self._ok)
        self._scroll.content.setContentsMargins(px(24), px(18), px(24), px(18))
        self._scroll.content.addLayout(self._grid())
        self._scroll.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(foot)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(16))
        for row, pair in enumerate(_in_rows(list(self._fields.values()))):
            for column, shown in enumerate(pair):
                grid.addWidget(shown, row, column, 1, 3 - len(pair))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _fill(self) -> None:
        values = {**blank_values(RECORD_TYPES[self._draft.kind]), **self._draft.values}
        for shown in self._fields.values():
            if getattr(shown.form.shape, "within", ""):
                shown.entry.refresh()
            shown.show_from(values)
        self.resize(self._width, self._height())

    def _height(self) -> int:
        """As high as the form, within the smallest window."""
        body = self._scroll.body.layout()
        inner = body.heightForWidth(self._width) if body is not None else 0
        wanted = inner + px(130)
        return max(min(wanted, px(MOST_HEIGHT_PX), self._room), px(260))

    def _connect(self) -> None:
        self._cancel.clicked.connect(self.reject)
        self._ok.clicked.connect(self._on_ok)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self._on_ok)
        for shown in self._fields.values():
            shown.edited.connect(self._on_edited)

    def _chosen(self, name: str) -> object:
        shown = self._fields.get(name)
        return None if shown is None else shown.entry.value()

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        self._problem.setText("")
        for shown in self._fields.values():
            if getattr(shown.form.shape, "within", "") == name:
                shown.entry.refresh()
        if name == name_field(self._draft.kind):
            self._warn_of_twins(name)

    def _warn_of_twins(self, name: str) -> None:
        typed = str(self._chosen(name))
        twin = same_name(self._plan, self._draft.kind, typed, self._draft.editing)
        one = table_words(self._draft.kind).one
        warning = self.tr("{0}: there is already one with this name.").format(one)
        self._fields[name].show_warning(warning if twin else "")

    @Slot()
    def _on_ok(self) -> None:
        if self._read_only:
            return
        values, wrong = self._read()
        if wrong is None:
            self.kept.emit(values)
            self.accept()
            return
        said = self.tr("Not kept yet: see \u201c{0}\u201d.").format(wrong.form.label)
        self._problem.setText(said)
        announce(self._problem, f"{wrong.form.label}: {wrong.problem}")
        wrong.entry.input.setFocus(Qt.FocusReason.TabFocusReason)
        self._show_focused()

    def _read(self) -> tuple[dict[str, Any], RecordField | None]:
        """All values, and the first field that has none that fits."""
        values: dict[str, Any] = {}
        wrong: list[RecordField] = []
        for shown in self._fields.values():
            try:
                values |= shown.read()
            except NotUsable as problem:
                shown.show_problem(str(problem))
                wrong.append(shown)
        nameless = values.get("target") is NodeTarget.GROUP and not values.get("name")
        if nameless:
            self._fields["name"].show_problem(self.tr("Name the group."))
            wrong.append(self._fields["name"])
        return values, wrong[0] if wrong else None

    @Slot()
    def _show_focused(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self._scroll.body.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, px(48))


def _in_rows(fields: list[RecordField]) -> list[list[RecordField]]:
    """Two narrow fields side by side, everything else across."""
    rows: list[list[RecordField]] = []
    for shown in fields:
        last = rows[-1] if rows else []
        if len(last) == 1 and not shown.form.wide and not last[0].form.wide:
            last.append(shown)
        else:
            rows.append([shown])
    return rows
