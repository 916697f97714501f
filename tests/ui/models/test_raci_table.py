"""The RACI table as screen readers and views meet it."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.plan.changes import apply, put
from app.services.raci.editing import cells_set
from tests.builders import rid
from tests.unit.services.raci.response_plan import C, response, row
from ui.models.raci_table import NOTES_ROLE, RaciModel, Shown

SAID, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole
ACROSS = Qt.Orientation.Horizontal
PLAN = response(row("odd", "Odd", "lead:A", "board:A", "tech:R", "moon:I"))


@pytest.fixture
def model(host):
    made = RaciModel(PLAN, host, read_only=False)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.refresh(PLAN, Shown())
    return made


def test_roles_stand_by_level_and_one_that_is_gone_last(model):
    names = [model.headerData(at, ACROSS) for at in range(model.columnCount())]

    assert names == [
        "Activity",
        "Board",
        "Incident lead",
        "Technical lead",
        "Press officer",
        "moon",
    ]
    assert [one.tier_name for one in model.columns][-1] == "Not defined"


def test_heads_tell_level_load_and_what_is_wrong(model):
    assert model.headerData(2, ACROSS, SAID) == (
        "Incident lead (Incident management). Activities: responsible 1, accountable 3."
    )
    assert model.headerData(4, ACROSS, SAID).endswith(
        "No part in any activity. "
        "Press officer does 1 step of playbooks, but has no part in this table."
    )
    assert [one.short for one in model.columns] == ["1A 0R", "3A 1R", "0A 2R", "0A 0R", "0A 0R"]


def test_cells_are_said_with_their_row_their_role_and_what_is_wrong(model):
    assert model.index(0, 3).data() == "R"
    assert model.index(0, 3).data(SAID) == "Contain the incident, Technical lead: responsible"
    assert model.index(1, 2).data() == "A/R"
    assert model.index(1, 4).data(SAID) == "Brief top management, Press officer: no part"
    assert model.index(2, 5).data(SAID) == (
        "Odd, moon: informed. Incident lead, Board are accountable; exactly one role must be. "
        "The plan does not define: moon. Take it out or define it."
    )
    assert model.index(2, 0).data(NOTES_ROLE) == "2 roles are A \u00b7 Role that is not defined"


def test_names_are_no_markup_in_tooltips(model):
    plan = response(row("x", "<img src=x>", "lead:A"))
    model.refresh(plan, Shown())

    assert model.index(2, 0).data(TIP).startswith("<p>&lt;img src=x&gt;. ")


def test_an_edit_of_a_cell_keeps_rows_and_columns(model, qtbot):
    kept = QPersistentModelIndex(model.index(1, 4))
    changed = apply(PLAN, cells_set(PLAN, {(rid("brief"), rid("press")): (C,)}))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.refresh(changed, Shown())

    assert kept.data() == "C"


def test_another_role_or_row_is_a_reset(model, qtbot):
    changed = apply(PLAN, (put(PLAN, row("new", "New")),))
    with qtbot.waitSignal(model.modelReset):
        model.refresh(changed, Shown())

    assert (model.row_of(rid("new")), model.row_of(rid("nobody"))) == (3, -1)
    assert model.wanting == 2


@pytest.mark.parametrize(
    ("shown", "rows"),
    [
        (Shown(words="THE incident"), ["contain"]),
        (Shown(wanting=True), ["odd"]),
        (Shown(role=rid("board")), ["brief", "odd"]),
        (Shown(role=rid("board"), words="brief"), ["brief"]),
        (Shown(words="nothing"), []),
    ],
)
def test_rows_that_are_wanted(model, shown, rows):
    model.refresh(PLAN, shown)

    assert [one.id for one in model.rows] == rows


def test_only_names_are_edited_and_none_in_a_plan_that_is_only_read(model, host, qtbot):
    with qtbot.waitSignal(model.renamed) as renamed:
        assert model.setData(model.index(0, 0), "Hold")
    assert renamed.args == ["contain", "Hold"]
    assert not model.setData(model.index(0, 1), "A")
    assert not model.flags(model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable

    read = RaciModel(PLAN, host, read_only=True)
    read.refresh(PLAN, Shown())
    assert not read.flags(read.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not read.setData(read.index(0, 0), "Hold")
