from app.domain.judgement.reach import reach_of
from app.domain.plan.changes import RecordChange, put, remove
from app.domain.plan.plan import Kind
from tests.builders import person, plan_with, rid, role

ADA, BOB, LEAD = person("ada"), person("bob"), role("lead")
PLAN = plan_with(ADA, BOB, LEAD)


def test_an_edit_in_place_touches_its_record_and_rearranges_nothing():
    reach = reach_of((put(PLAN, person("ada", "Ada Bell")),))

    assert reach.touched == {Kind.PERSON}
    assert reach.ids(Kind.PERSON) == {"ada"}
    assert reach.ids(Kind.ROLE) == set()
    assert reach.rearranged == frozenset()


def test_coming_going_and_moving_rearrange_a_table():
    for change in (
        put(PLAN, person("cy")),
        remove(PLAN, Kind.PERSON, rid("ada")),
        put(PLAN, BOB, 0),
        RecordChange(Kind.PERSON, rid("cy"), None, person("cy"), None, None),
    ):
        assert reach_of((change, put(PLAN, LEAD))).rearranged == {Kind.PERSON}


def test_a_removed_record_is_touched():
    assert reach_of((remove(PLAN, Kind.ROLE, rid("lead")),)).ids(Kind.ROLE) == {"lead"}


def test_who_came_or_went_is_told_apart_from_who_moved():
    cy = person("cy")
    reach = reach_of((put(PLAN, cy), put(PLAN, BOB, 0), remove(PLAN, Kind.ROLE, rid("lead"))))

    assert reach.passing == {Kind.PERSON: {"cy"}, Kind.ROLE: {"lead"}}
    assert reach.moved == {Kind.PERSON}
    assert reach.edited == {Kind.PERSON: {"cy", "bob"}, Kind.ROLE: {"lead"}}
