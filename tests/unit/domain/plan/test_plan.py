from dataclasses import FrozenInstanceError, fields

import pytest

from app.domain.plan.plan import KINDS, RECORD_TYPES, Kind, Plan, kind_of
from app.domain.plan.profile import PROFILE_ID, Profile
from app.domain.plan.records import Records
from tests.builders import person, plan_with, rid, role


def test_every_kind_has_one_record_type_and_one_table():
    assert set(RECORD_TYPES) == set(Kind)
    assert len(KINDS) == len(Kind)
    assert [kind.value for kind in Kind] == [item.name for item in fields(Plan)][1:]


@pytest.mark.parametrize("kind", Kind)
def test_a_table_is_replaced_in_a_copy(kind):
    old = Plan(rid("p"))
    table = Records((Profile(legal_name="X"),)) if kind is Kind.PROFILE else Records((role("a"),))

    new = old.with_table(kind, table)

    assert new.table(kind) is table
    assert old.table(kind) is not table
    assert all(new.table(other) is old.table(other) for other in Kind if other is not kind)


def test_a_new_plan_has_a_blank_profile_and_nothing_else():
    plan = Plan(rid("p"))

    assert list(plan.records()) == [(Kind.PROFILE, Profile())]
    assert plan.profile is plan.profiles[PROFILE_ID]


def test_records_are_found_by_kind_and_id():
    plan = plan_with(person("a"), role("a"))

    assert plan.find(Kind.ROLE, rid("a")) == role("a")
    assert plan.find(Kind.ROLE, rid("b")) is None


def test_all_records_come_kind_by_kind():
    plan = plan_with(role("lead"), person("b"), person("a"))

    assert [(kind, record.id) for kind, record in plan.records()] == [
        (Kind.PROFILE, "profile"),
        (Kind.PERSON, "b"),
        (Kind.PERSON, "a"),
        (Kind.ROLE, "lead"),
    ]


def test_a_record_knows_its_kind():
    assert kind_of(person("a")) is Kind.PERSON
    assert kind_of(role("a")) is Kind.ROLE


@pytest.mark.parametrize("kind", Kind)
def test_no_record_can_be_altered_in_place(kind):
    record_type = RECORD_TYPES[kind]
    record = record_type.__new__(record_type)

    with pytest.raises((FrozenInstanceError, TypeError)):
        record.id = rid("other")  # type: ignore[misc]
    assert not hasattr(record, "__dict__")
