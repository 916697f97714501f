"""Records as stored, led back change by change."""

import hashlib

import pytest
from hypothesis import given

from app.domain.lifecycle.content import Content, Stored, Unwinding, digest
from app.domain.plan.changes import RecordChange, difference
from app.domain.plan.codec import canonical, content_hash, plan_data, record_data
from app.domain.plan.plan import Kind, Plan
from tests.builders import person, plan_with, small_plans

ADA, BOB, CY = person("ada", "Ada"), person("bob", "Bob"), person("cy", "Cy")


def records(plan: Plan) -> list[Stored]:
    return [
        Stored(kind.value, record.id, canonical(record_data(record)).decode())
        for kind in sorted(Kind, key=lambda item: item.value)
        for record in plan.table(kind).values()
    ]


def kept(change: RecordChange):
    """A change as a revision keeps it."""
    return {
        "kind": change.kind.value,
        "id": change.id,
        "before": None if change.before is None else record_data(change.before),
        "after": None if change.after is None else record_data(change.after),
        "at": change.after_at,
        "was": change.before_at,
    }


@given(small_plans(), small_plans())
def test_changes_taken_back_lead_to_what_was_there(old, new):
    content = Content(records(new))

    for change in reversed(difference(old, new)):
        content.undo(kept(change))

    assert content.digest() == digest(records(old))


def test_the_hash_is_computed_line_by_line():
    (ada,) = [item for item in records(plan_with(ADA)) if item.kind == "people"]
    body = hashlib.sha256(ada.body.encode()).hexdigest()
    line = f'["people","ada","{body}"]'

    assert digest([ada]) == hashlib.sha256(line.encode()).hexdigest()
    assert digest([]) == hashlib.sha256(b"").hexdigest()


def test_the_order_of_records_counts():
    assert digest(records(plan_with(ADA, BOB))) != digest(records(plan_with(BOB, ADA)))


@pytest.mark.parametrize(
    "now",
    [
        plan_with(BOB),
        plan_with(BOB, person("ada", "Ada Byron")),
        plan_with(ADA, BOB),
    ],
    ids=["it is gone", "it was altered", "it was moved"],
)
def test_what_is_not_as_the_change_left_it_is_named(now):
    (added,) = difference(plan_with(BOB), plan_with(BOB, ADA))

    with pytest.raises(Unwinding, match="people ada"):
        Content(records(now)).undo(kept(added))


def test_what_was_removed_must_not_be_there():
    (removed,) = difference(plan_with(ADA, CY), plan_with(ADA))

    with pytest.raises(Unwinding, match="people cy"):
        Content(records(plan_with(ADA, CY))).undo(kept(removed))


@given(small_plans(), small_plans())
def test_what_is_there_is_spelled_as_the_data_of_the_plan(old, new):
    content = Content(records(new))

    assert content.spelled(new.id) == canonical(plan_data(new))

    for change in reversed(difference(old, new)):
        content.undo(kept(change))

    assert hashlib.sha256(content.spelled(old.id)).hexdigest() == content_hash(old)


def test_tables_can_be_left_out_of_the_spelling():
    spelled = Content(records(plan_with(ADA))).spelled("plan-1", {"people"})

    assert b"Ada" not in spelled
    assert b'"people"' not in spelled
    assert b'"id":"plan-1"' in spelled
