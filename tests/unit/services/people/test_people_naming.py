"""Where people, parties and roles are named."""

from dataclasses import replace

from hypothesis import given

from app.domain.plan.changes import apply as applied
from app.domain.plan.changes import put
from app.domain.plan.plan import Kind
from app.services.people.naming import Bond, Naming, named_somewhere, namings
from tests.builders import QUICK, rid, small_plans
from tests.unit.services.people.directory_plan import LEAD, organisation


def test_a_person_is_named_by_roles_and_by_what_reaches_the_role_held():
    found = namings(organisation(), Kind.PERSON, rid("ann"))

    assert found == (
        Naming(Bond.HOLDER, Kind.ROLE, rid("lead")),
        Naming(Bond.HOLDER, Kind.ROLE, rid("board")),
        Naming(Bond.CALLED, Kind.TREE_NODE, rid("below"), rid("lead")),
        Naming(Bond.INVOLVED, Kind.OBLIGATION, rid("duty"), rid("lead")),
    )


def test_deputies_and_mentions_count():
    found = namings(organisation(), Kind.PERSON, rid("cy"))

    assert found == (
        Naming(Bond.DEPUTY, Kind.ROLE, rid("lead")),
        Naming(Bond.MENTIONED, Kind.SECTION, rid("contacts")),
    )


def test_a_call_straight_to_a_person_counts():
    assert namings(organisation(), Kind.PERSON, rid("di")) == (
        Naming(Bond.CALLED, Kind.TREE_NODE, rid("direct")),
    )


def test_a_party_is_named_by_duties_and_a_role_by_calls():
    plan = organisation()

    assert namings(plan, Kind.PARTY, rid("insurer")) == (
        Naming(Bond.INVOLVED, Kind.OBLIGATION, rid("duty")),
    )
    assert namings(plan, Kind.PARTY, rid("police")) == ()
    assert namings(plan, Kind.ROLE, rid("scribe")) == (
        Naming(Bond.CALLED, Kind.TREE_NODE, rid("top")),
    )


def test_who_is_named_at_all():
    plan = organisation()

    assert named_somewhere(plan, Kind.PERSON) == {"ann", "bo", "cy", "di"}
    assert named_somewhere(plan, Kind.PARTY) == {"insurer"}
    vacant = put(plan, replace(LEAD, deputies=()))
    assert named_somewhere(applied(plan, (vacant,)), Kind.PERSON) == {"ann", "bo", "cy", "di"}


@QUICK
@given(small_plans())
def test_whoever_has_a_naming_is_named_somewhere_and_nobody_else(plan):
    for kind in (Kind.PERSON, Kind.PARTY, Kind.ROLE):
        named = named_somewhere(plan, kind)
        for key in plan.table(kind):
            assert bool(namings(plan, kind, key)) is (key in named)
