"""What is said of the cell that has the cursor: its part, what is wrong, and quick-fixes."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plan.plan import Plan
from app.services.raci.checking import Fix, fixes
from ui.models.raci_table import RaciModel
from ui.models.raci_words import fix_text, load_said, note_text
from ui.pages.people.raci.grid import RaciGrid
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

MOST_FIXES = 3
"""So many quick-fixes are offered; where more roles are accountable, a person knows better."""


class NoteBar(QFrame):
    """Stands below the grid; at most three quick-fixes are offered at a time."""

    mended = Signal(object)
    """Carries the `Fix` to apply."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("raci_bar")
        self._read_only = read_only
        self._short = False
        self._fixes: tuple[Fix, ...] = ()
        self._place = label(self, "", Role.STRONG, wrap=True)
        self._place.setObjectName("raci_place")
        self._load = label(self, "", Role.HINT, wrap=True)
        self._load.setObjectName("raci_load")
        self._problem = label(self, "", Role.PLAIN, wrap=True)
        self._problem.setObjectName("raci_problem")
        self._buttons = [ElidedButton(self, f"raci_fix_{at}") for at in range(MOST_FIXES)]
        for at, shown in enumerate(self._buttons):
            shown.button.clicked.connect(partial(self._on_fix, at))
        keys = self.tr(
            "R, A, C, I set the part, Shift adds one, Delete clears, Enter opens a menu. "
            "Insert adds an activity, F2 renames it, Alt and the arrows move it."
        )
        self._keys = label(self, keys, Role.HINT, wrap=True)
        self._lay_out()
        self.be_short(short=False)

    @property
    def text(self) -> str:
        """What is wrong where the cursor stands; blank when nothing is."""
        return self._problem.text()

    def show_place(self, plan: Plan, model: RaciModel, grid: RaciGrid) -> None:
        """Tell of the cell that has the cursor."""
        index = grid.current
        self._fixes = ()
        told, load, problems = "", "", list[str]()
        if index.isValid():
            row, notes = model.rows[index.row()], model.notes(index.row())
            told = row.activity
            problems = [note_text(plan, note) for note in notes]
            self._fixes = tuple(fix for note in notes for fix in fixes(plan, row, note))
            if index.column():
                column = model.columns[index.column() - 1]
                told = model.said(index).removesuffix(model.problems(index)).rstrip(". ")
                load = f"{column.tier_name}. {load_said(column.load)}"
                if column.note is not None:
                    problems.append(note_text(plan, column.note))
        self._place.setText(_fitting(told))
        self._load.setText(load)
        self._load.setVisible(bool(load) and not (self._short and problems))
        self._problem.setText(" ".join(problems))
        self._problem.setVisible(bool(problems))
        self._show_fixes(plan)

    def be_short(self, *, short: bool) -> None:
        """Leave the keys out where there is little room, and the load beside a problem."""
        self._short = short
        self._keys.setVisible(not short and not self._read_only)

    def say(self, problem: str) -> None:
        """Tell what could not be done."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _show_fixes(self, plan: Plan) -> None:
        offered = () if self._read_only else self._fixes[:MOST_FIXES]
        for at, shown in enumerate(self._buttons):
            shown.setVisible(at < len(offered))
            if at < len(offered):
                shown.show_text(fix_text(plan, offered[at]))

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.setSpacing(px(8))
        for shown in self._buttons:
            self._row.addWidget(shown)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        for part in (self._place, self._load, self._problem):
            column.addWidget(part)
        column.addLayout(self._row)
        column.addWidget(self._keys)

    def _on_fix(self, at: int) -> None:
        if at < len(self._fixes):
            self.mended.emit(self._fixes[at])


def _fitting(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119].rstrip()}\u2026"
