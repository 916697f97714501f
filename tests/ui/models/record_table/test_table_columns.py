"""Columns, for every kind of record there is."""

import pytest

from app.domain.plan.kinds import Kind
from ui.models.record_form import EDITABLE, form_of
from ui.models.record_table import columns_of


@pytest.mark.parametrize("kind", EDITABLE)
def test_every_field_has_one_column(qapp, kind):
    columns = columns_of(kind)

    assert sorted(column.name for column in columns) == sorted(f.name for f in form_of(kind))
    assert columns[0].shown
    assert all(column.width > 0 for column in columns)


def test_chosen_columns_stand_first_and_the_others_can_be_shown_too(qapp):
    columns = columns_of(Kind.METRIC, ("target", "name"))

    assert [column.name for column in columns][:3] == ["target", "name", "definition"]
    assert [column.shown for column in columns][:3] == [True, True, False]


def test_a_column_nobody_knows_is_refused(qapp):
    with pytest.raises(KeyError):
        columns_of(Kind.METRIC, ("colour",))


@pytest.mark.parametrize(
    ("kind", "field", "in_place"),
    [
        (Kind.METRIC, "definition", True),
        (Kind.EXERCISE, "objectives", True),
        (Kind.EXERCISE, "injects", False),
        (Kind.ROLE, "deputies", False),
        (Kind.ROLE, "holder", True),
        (Kind.TREE_NODE, "target", False),
        (Kind.RACI, "assignments", False),
    ],
)
def test_what_fits_in_a_cell_is_edited_there(qapp, kind, field, in_place):
    found = {column.name: column for column in columns_of(kind)}

    assert found[field].in_place is in_place
