"""Long tables make a row when it is seen."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.plan.ids import RecordId
from tests.builders import rid
from ui.models.cells import CELL_ROLE, Cell
from ui.models.people_table import PeopleTableModel

KEYS = tuple(rid(f"p{at}") for at in range(5000))


def made(parent: QObject) -> tuple[PeopleTableModel, list[RecordId]]:
    asked: list[RecordId] = []

    def cells(key: RecordId) -> tuple[Cell, ...]:
        asked.append(key)
        return Cell(f"Name {key}", "below"), Cell("")

    model = PeopleTableModel(("Name", "Roles"), parent)
    model.show_records(KEYS, cells)
    return model, asked


def test_only_rows_that_are_looked_at_are_made_and_once(qapp, host):
    model, asked = made(host)
    for _ in range(3):
        assert model.data(model.index(4321, 0)) == "Name p4321"

    assert asked == ["p4321"]
    assert model.rowCount() == 5000
    assert (model.row_of(rid("p7")), model.row_of(rid("nobody"))) == (7, -1)


def test_the_same_rows_are_made_anew_without_a_reset(qapp, host, qtbot):
    model, _ = made(host)
    model.data(model.index(0, 0))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_records(KEYS, lambda key: (Cell(f"New {key}"), Cell("")))

    assert model.data(model.index(0, 0)) == "New p0"


def test_cells_speak_with_their_column(qapp, host):
    model, _ = made(host)
    said = [model.data(model.index(0, at), Qt.ItemDataRole.AccessibleTextRole) for at in range(2)]

    assert said == ["Name: Name p0. below", "Roles: not stated"]
    assert model.data(model.index(0, 0), CELL_ROLE) == Cell("Name p0", "below")
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Roles"


def test_markup_in_a_cell_is_shown_letter_by_letter(qapp, host):
    model = PeopleTableModel(("Name",), host)
    model.show_records(KEYS[:1], lambda key: (Cell("<img src='x'>"),))
    tip = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)

    assert tip == "<p>&lt;img src=&#x27;x&#x27;&gt;</p>"


def test_it_keeps_the_rules_of_models(qapp, host):
    model, _ = made(host)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode, host)
    model.show_records(KEYS[:3], lambda key: (Cell(str(key)), Cell("")))
    model.show_records((), lambda key: ())

    assert tester.model() is model
    assert model.rowCount() == 0
