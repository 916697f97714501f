"""Tables of words."""

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt

from ui.models.cells import CELL_ROLE, Cell, CellRow, CellsModel

ROW = CellRow("a", (Cell("One."), Cell("Two", "below")))


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def model(owner):
    made = CellsModel[CellRow](("First", "Second"), owner)
    made.show_rows((ROW,))
    return made


def test_headings_and_cells_can_be_read(model):
    across = Qt.Orientation.Horizontal

    assert [model.headerData(at, across) for at in range(2)] == ["First", "Second"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert [model.index(0, at).data() for at in range(2)] == ["One.", "Two"]
    assert model.index(0, 1).data(CELL_ROLE) == ROW.cells[1]
    assert model.data(QModelIndex()) is None


def test_a_screen_reader_hears_both_lines(model):
    said = [model.index(0, at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(2)]

    assert said == ["One", "Two. below"]


def test_other_words_in_the_same_rows_do_not_reset_the_table(qtbot, model):
    changed = CellRow("a", (Cell("Other"), Cell("Two")))

    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_rows((changed,))

    assert model.rows == (changed,)


def test_other_rows_reset_the_table(qtbot, model):
    with qtbot.waitSignal(model.modelReset):
        model.show_rows(())

    assert model.rowCount() == 0


def test_the_same_rows_change_nothing(qtbot, model):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        model.show_rows((ROW,))


def test_what_may_be_cut_short_is_read_whole_in_a_tooltip_letter_by_letter():
    assert Cell("<b>One</b>", "below").tip == "<p>&lt;b&gt;One&lt;/b&gt;. below</p>"
    assert Cell("").tip == ""
