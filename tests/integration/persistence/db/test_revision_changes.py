import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.changes import RecordChange, apply, difference, put, remove
from app.domain.plan.codec import canonical, record_data
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.persistence.db.plan_file import _spelled
from app.persistence.db.revision_changes import RevisionUnfit, changes_of, undone
from tests.builders import QUICK, person, plan_with, rid, small_plans


def spelled(changes: tuple[RecordChange, ...], *left_out: str) -> str:
    rows = [_spelled(change) for change in changes]
    kept = [{key: row[key] for key in row if key not in left_out} for row in rows]
    return canonical(kept).decode()


def people(plan: Plan) -> list[str]:
    return list(plan.people)


@given(old=small_plans(), new=small_plans())
@QUICK
def test_whatever_was_changed_is_taken_back(old: Plan, new: Plan) -> None:
    assert undone(new, changes_of(spelled(difference(old, new)))) == old


@given(plans=st.tuples(small_plans(), small_plans()))
@QUICK
def test_without_the_old_places_the_records_come_back_all_the_same(
    plans: tuple[Plan, Plan],
) -> None:
    old, new = plans

    back = undone(new, changes_of(spelled(difference(old, new), "was")))

    assert dict(back.people) == dict(old.people)
    assert dict(back.roles) == dict(old.roles)


def test_without_its_old_place_an_edited_record_stays_and_a_removed_one_comes_last() -> None:
    old = plan_with(person("ann"), person("bob"), person("cy"), person("dee"))
    new = apply(
        old,
        (
            put(old, person("dee", "Dee Dee"), 0),
            remove(old, Kind.PERSON, rid("ann")),
        ),
    )

    back = undone(new, changes_of(spelled(difference(old, new), "was")))

    assert people(new) == ["dee", "bob", "cy"]
    assert people(back) == ["dee", "bob", "cy", "ann"]
    assert back.people[rid("dee")].name == "Dee"


@pytest.mark.parametrize("seal", [{"created": 3}, {"sealed": 3, "content": "ab"}])
def test_a_seal_changes_nothing(seal: dict[str, object]) -> None:
    assert changes_of(json.dumps([seal])) == ()


ANN = record_data(person("ann"))
ADDED: dict[str, object] = {
    "kind": "people",
    "id": "ann",
    "before": None,
    "after": ANN,
    "at": 0,
    "was": None,
}


def test_an_addition_is_read() -> None:
    [change] = changes_of(json.dumps([ADDED]))

    assert change == RecordChange(Kind.PERSON, rid("ann"), None, person("ann"), None, 0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "{}",
        "7",
        '"changes"',
        "[7]",
        "[null]",
        "[[]]",
        "[{}]",
        "[" * 100_000,
        json.dumps([ADDED | {"kind": "pets"}]),
        json.dumps([ADDED | {"kind": []}]),
        json.dumps([ADDED | {"id": "bob"}]),
        json.dumps([ADDED | {"after": ANN | {"age": 7}}]),
        json.dumps([ADDED | {"after": {"id": "ann"}}]),
        json.dumps([ADDED | {"after": "Ann"}]),
        json.dumps([ADDED | {"at": -1}]),
        json.dumps([ADDED | {"at": "0"}]),
        json.dumps([ADDED | {"was": True}]),
        json.dumps([ADDED | {"was": 1.5}]),
        json.dumps([{key: ADDED[key] for key in ADDED if key != "before"}]),
    ],
)
def test_what_is_no_change_is_refused(text: str) -> None:
    with pytest.raises(RevisionUnfit, match="cannot be read"):
        changes_of(text)


@pytest.mark.parametrize(
    "plan", [plan_with(), plan_with(person("ann", "Anna")), plan_with(person("bob"))]
)
def test_changes_that_did_not_lead_to_the_plan_are_refused(plan: Plan) -> None:
    with pytest.raises(RevisionUnfit, match="does not fit people 'ann'"):
        undone(plan, changes_of(json.dumps([ADDED])))


def test_a_record_that_was_removed_and_is_there_does_not_fit() -> None:
    removed = ADDED | {"before": ANN, "after": None, "at": None, "was": 0}

    with pytest.raises(RevisionUnfit, match="does not fit"):
        undone(plan_with(person("ann")), changes_of(json.dumps([removed])))


def test_a_place_far_behind_the_end_is_the_end() -> None:
    removed = ADDED | {"before": ANN, "after": None, "at": None, "was": 10**9}

    plan = undone(plan_with(person("bob")), changes_of(json.dumps([removed])))

    assert people(plan) == ["bob", "ann"]
