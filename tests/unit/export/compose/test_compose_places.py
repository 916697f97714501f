from app.export.compose.places import presents
from tests.builders import plan_with
from tests.unit.export.compose.judged import written


def test_a_section_is_presented_when_the_plan_has_it_and_it_applies():
    plan = plan_with(written("roles"), written("playbooks", not_applicable="None are used."))

    assert presents(plan, "roles")
    assert not presents(plan, "playbooks")
    assert not presents(plan, "contacts")


def test_a_blank_reason_takes_nothing_away():
    assert presents(plan_with(written("roles", not_applicable=" \n")), "roles")
