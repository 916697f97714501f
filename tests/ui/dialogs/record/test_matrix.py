"""The dialog for the whole matrix."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from app.domain.plan.axes import SCHEME
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.sections import Answer
from tests.ui.fakes import MemoryStore, open_plan
from ui.bridge.session import PlanBridge
from ui.dialogs.record import RecordEditor
from ui.models.record_order import in_order


@pytest.fixture
def plan(host, sample_plan):
    bridge = PlanBridge(open_plan(MemoryStore(sample_plan)), host)
    yield bridge
    bridge.let_go()


@pytest.fixture
def editor(qtbot, host, plan):
    host.resize(1024, 680)
    with qtbot.waitExposed(host):
        host.show()
    made = RecordEditor(plan, host)
    made.matrix()
    return made


def box(editor, cell):
    return editor.dialog.findChild(QComboBox, f"cell_{cell.impact}_{cell.urgency}")


def press(editor, name):
    button = editor.dialog.findChild(QPushButton, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_cell_is_changed_by_key_in_one_step(editor, plan):
    cell = next(iter(plan.plan.matrix.values()))
    levels = in_order(plan.plan, Kind.SEVERITY)
    before = plan.plan

    shown = box(editor, cell)
    assert shown.currentText() == plan.plan.severities[cell.severity].name
    assert shown.accessibleName().startswith("Impact ")
    assert shown.hasFocus()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    press(editor, "record_ok")

    assert plan.plan.matrix[cell.id].severity == levels[1].id
    plan.undo()
    assert plan.plan == before


def test_a_cell_can_be_left_open(editor, plan):
    cell = next(iter(plan.plan.matrix.values()))

    box(editor, cell).setCurrentIndex(0)
    press(editor, "record_ok")

    assert cell.id not in plan.plan.matrix


def test_cancel_changes_nothing(editor, plan):
    before = plan.plan

    box(editor, next(iter(before.matrix.values()))).setCurrentIndex(0)
    press(editor, "record_cancel")

    assert plan.plan == before
    assert editor.dialog is None


def test_the_scales_are_called_as_the_scheme_calls_them(qtbot, host, plan):
    answer = Answer(SCHEME, RecordId("classification"), "iso-27035")
    plan.apply((put(plan.plan, answer),), "Choose a scheme")
    made = RecordEditor(plan, host)

    made.matrix()

    assert made.dialog is not None
    both = "loss or effect on society and importance of the system"
    assert made.dialog.windowTitle() == f"Severity by {both}"
    hints = [shown.text() for shown in made.dialog.findChildren(QLabel)]
    assert (
        "Down: loss or effect on society. Across: importance of the system. Worst first." in hints
    )
    cell = next(iter(plan.plan.matrix.values()))
    assert box(made, cell).accessibleName() == (
        "Loss or effect on society Severe, importance of the system Spreading"
    )
