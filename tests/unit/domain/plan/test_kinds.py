"""The kinds of records, and the tables of a plan they name."""

from dataclasses import fields

from app.domain.plan.kinds import Kind
from app.domain.plan.plan import RECORD_TYPES, Plan


def test_every_kind_names_a_table_of_the_plan_and_every_table_is_a_kind():
    tables = [item.name for item in fields(Plan) if item.name != "id"]

    assert [kind.value for kind in Kind] == tables


def test_every_kind_has_a_record_type():
    assert set(RECORD_TYPES) == set(Kind)
