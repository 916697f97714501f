import pytest

from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.register import Register
from app.domain.plan.changes import apply, put
from app.domain.plan.plan import Kind
from tests.builders import person, plan_with, rid

PLAN = plan_with(person("ada"), person("bob"))


def finding(code="x", key="ada", section="contacts", weight=Weight.WARN, **fields):
    return Finding(code, weight, Kind.PERSON, rid(key), "Why.", "Fix.", section, **fields)


@pytest.fixture
def register():
    """Two rules that judge people one by one, then one that judges the plan."""
    return Register([Kind.PERSON, Kind.PERSON, None], [rid("known/people/bob")])


def test_findings_come_rule_by_rule_in_the_order_of_the_table(register):
    plan_wide, late = finding("plan"), finding("late", "bob")
    first, second = finding("x", "ada"), finding("x", "bob")
    register.enter((2, None), (plan_wide,))
    register.enter((1, rid("bob")), (late,))
    register.enter((0, rid("bob")), (second,))
    register.enter((0, rid("ada")), (first,))
    moved = apply(PLAN, (put(PLAN, person("bob"), 0),))

    assert list(register.findings(PLAN)) == [first, second, late, plan_wide]
    assert list(register.findings(moved)) == [second, first, late, plan_wide]
    assert register.of_section(PLAN, "contacts") == (first, second, late, plan_wide)
    assert register.rearrange(Kind.PERSON) == {("contacts", 0), ("contacts", 1)}
    assert register.of_section(moved, "contacts") == (second, first, late, plan_wide)


def test_the_order_holds_in_a_large_table_with_few_or_many_findings(register):
    keys = [f"p-{at}" for at in range(300)]
    plan = plan_with(*[person(key) for key in keys])

    for some in (keys[200:203], keys[100:200], keys):
        for key in reversed(some):
            register.enter((0, rid(key)), (finding("x", key),))
        shown = [item.record for item in register.of_section(plan, "contacts")]
        assert shown == [item.record for item in register.findings(plan)]
        assert shown == [key for key in keys if key in set(shown)]


def test_a_row_says_for_which_parts_it_makes_a_difference(register):
    row = (0, rid("ada"))

    assert register.enter(row, ()) == set()
    assert register.enter(row, (finding(),)) == {("contacts", 0)}
    assert register.enter(row, (finding(),)) == set()
    changed = register.enter(row, (finding(section="roles"),))
    assert changed == {("contacts", 0), ("roles", 0)}
    assert register.enter(row, ()) == {("roles", 0)}
    assert list(register.findings(PLAN)) == []


def test_findings_of_one_section_or_record_are_those_and_no_others(register):
    here, there = finding(field="a"), finding(section="roles", field="b")
    other = finding("x", "bob")
    register.enter((0, rid("ada")), (here, there))
    register.enter((0, rid("bob")), (other,))

    assert register.of_section(PLAN, "contacts") == (here, other)
    assert register.of_section(PLAN, "roles") == (there,)
    assert register.of_record(PLAN, Kind.PERSON, rid("ada")) == (here, there)
    assert register.of_record(PLAN, Kind.ROLE, rid("ada")) == ()

    register.enter((0, rid("ada")), (there,))
    assert register.of_section(PLAN, "contacts") == (other,)
    assert register.of_record(PLAN, Kind.PERSON, rid("ada")) == (there,)


def test_a_finding_may_be_about_another_record_than_the_one_judged(register):
    about_bob = finding("x", "bob")
    register.enter((0, rid("ada")), (about_bob,))

    assert register.of_record(PLAN, Kind.PERSON, rid("bob")) == (about_bob,)


def test_open_and_accepted_findings_are_counted_apart(register):
    register.enter((0, rid("ada")), (finding(), finding(weight=Weight.HINT, field="f")))
    register.enter((1, rid("bob")), (finding("known", "bob"),))

    assert register.count(Weight.WARN) == 1
    assert register.count(Weight.HINT) == 1
    assert register.count(Weight.BLOCKS) == 0
    assert register.count(Weight.WARN, accepted=True) == 1


def test_a_count_follows_what_is_accepted_before_and_after_it_is_found(register):
    register.enter((0, rid("ada")), (finding(),))
    register.accept(rid("x/people/ada"), accepted=True)
    register.accept(rid("x/people/ada"), accepted=True)
    assert (register.count(Weight.WARN), register.count(Weight.WARN, accepted=True)) == (0, 1)

    register.enter((0, rid("ada")), ())
    register.accept(rid("x/people/ada"), accepted=False)
    assert (register.count(Weight.WARN), register.count(Weight.WARN, accepted=True)) == (0, 0)

    register.enter((0, rid("ada")), (finding(),))
    assert (register.count(Weight.WARN), register.count(Weight.WARN, accepted=True)) == (1, 0)


def test_what_a_rule_found_something_of_is_known(register):
    register.enter((0, rid("ada")), (finding(),))
    register.enter((1, rid("bob")), (finding("late", "bob"),))
    register.enter((0, rid("bob")), (finding(),))
    register.enter((0, rid("bob")), ())

    assert set(register.found(0)) == {"ada"}
    assert set(register.found(1)) == {"bob"}


def test_the_parts_that_a_new_order_of_a_table_concerns_are_known(register):
    register.enter((0, rid("ada")), (finding(),))
    register.enter((2, None), (finding("plan", section="roles"),))

    assert register.rearrange(Kind.PERSON) == {("contacts", 0)}
    assert register.rearrange(Kind.ROLE) == set()
