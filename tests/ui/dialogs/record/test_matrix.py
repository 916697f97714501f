"""The dialog for the whole matrix."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from app.domain.plan.plan import Kind
from ui.bridge.session import PlanBridge
from ui.dialogs.record import RecordEditor
from ui.models.record_order import in_order


@pytest.fixture
def plan(host, shop, tmp_path):
    bridge = PlanBridge(shop.create_sample(tmp_path / "sample.irplan"), host)
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
