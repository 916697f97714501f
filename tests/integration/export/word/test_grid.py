"""Tables have exact grids and say what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export.word.grid import Purpose, cell, row, shares, table
from tests.integration.export.word.reading import find, value


@given(
    st.integers(1_000, 20_000),
    st.lists(st.floats(-5, 1000, allow_nan=False), min_size=1, max_size=12),
)
def test_shares_use_up_the_whole_width(width, weights):
    assert sum(shares(width, weights)) == width


@pytest.mark.parametrize("weights", [(0, 0), (-1, -1), (1, 1)])
def test_weights_that_say_nothing_share_evenly(weights):
    assert shares(100, weights) == [50, 50]


def test_no_column_disappears():
    assert min(shares(10_000, (1_000, 0, 1))) > 100


def test_a_table_carries_its_title_and_description():
    made = table(Purpose("PlanTable", "Roles", "Roles: who"), [10, 20], [])

    assert value(made, "w:tblPr/w:tblCaption") == "Roles"
    assert value(made, "w:tblPr/w:tblDescription") == "Roles: who"
    assert value(made, "w:tblPr/w:tblW", "w:w") == "30"
    assert len(find(made, "w:tblGrid/w:gridCol")) == 2


def test_a_table_says_which_edges_head_it():
    made = table(Purpose("PlanTable", head_row=True, head_column=True), [10], [])

    assert value(made, "w:tblPr/w:tblLook") == "06A0"
    assert value(made, "w:tblPr/w:tblLook", "w:firstRow") == "1"
    assert value(made, "w:tblPr/w:tblLook", "w:firstColumn") == "1"


def test_a_cell_without_content_still_holds_a_paragraph():
    assert len(find(cell(10, []), "w:p")) == 1


def test_a_row_may_repeat_and_may_break():
    assert len(find(row([], head=True), "w:trPr/w:tblHeader")) == 1
    assert len(find(row([]), "w:trPr/w:cantSplit")) == 1
    assert not find(row([], whole=False), "w:trPr")


def test_a_turned_cell_runs_upwards_in_a_row_of_its_height():
    made = row([cell(10, [], turned=True), cell(10, [])], height=2_000, whole=False)

    assert value(made, "w:trPr/w:trHeight") == "2000"
    assert value(made, "w:tc/w:tcPr/w:textDirection") == "btLr"
    assert len(find(made, "w:tc/w:tcPr/w:textDirection")) == 1
