"""The orders in which people, parties and roles can be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.plan import Kind
from app.services.people.directory import Directory
from tests.builders import QUICK, small_plans
from tests.ui.fakes import TODAY
from tests.unit.services.people.directory_plan import organisation
from ui.models.people_order import contacts_sorted, roles_by_tier


def people() -> Directory:
    return Directory(organisation(), Kind.PERSON, TODAY)


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (0, ("ann", "bo", "cy", "di")),
        (1, ("cy", "ann", "di", "bo")),
        (2, ("bo", "cy", "ann", "di")),
        (3, ("ann", "bo", "cy", "di")),
        (4, ("cy", "di", "bo", "ann")),
        (5, ("ann", "bo", "cy", "di")),
    ],
)
def test_people_are_sorted_by_what_a_column_means(column, order):
    directory = people()

    assert contacts_sorted(directory, tuple(directory.plan.people), column) == order


@QUICK
@given(small_plans(), st.integers(0, 5))
def test_sorting_loses_nobody_and_sorts_once(plan, column):
    for kind in (Kind.PERSON, Kind.PARTY):
        directory = Directory(plan, kind, TODAY)
        keys = tuple(plan.table(kind))
        found = contacts_sorted(directory, keys, column)

        assert sorted(found) == sorted(keys)
        assert contacts_sorted(directory, found, column) == found


def test_roles_stand_by_level():
    assert roles_by_tier(organisation()) == ("board", "lead", "scribe")
