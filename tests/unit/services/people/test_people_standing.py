"""How long ago a contact was checked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.plan import Kind
from app.domain.plan.upkeep import Upkeep
from app.services.people.standing import Standing, standing, waiting
from tests.builders import DATES, QUICK, plan_with
from tests.unit.services.people.directory_plan import ANN, BO, CY, INSURER, TODAY, organisation


@pytest.mark.parametrize(
    ("days", "found"), [(0, Standing.FRESH), (90, Standing.FRESH), (91, Standing.STALE)]
)
def test_a_contact_is_stale_after_as_many_days_as_the_plan_says(days, found):
    checked = replace(ANN, verified_on=TODAY - timedelta(days=days))

    assert standing(plan_with(checked), checked, TODAY) is found


def test_the_rule_of_the_plan_counts():
    plan = plan_with(BO, Upkeep(verify_every=1000))

    assert standing(plan, BO, TODAY) is Standing.FRESH


def test_a_party_without_a_date_was_never_checked():
    assert standing(organisation(), INSURER, TODAY) is Standing.NEVER


def test_who_waits():
    assert list(waiting(organisation(), TODAY)) == ["bo", "cy", "di"]
    fresh = replace(CY, verified_on=TODAY)
    assert (
        list(waiting(organisation().with_table(Kind.PERSON, plan_with(fresh).people), TODAY)) == []
    )


@QUICK
@given(DATES, st.integers(0, 10_000), DATES)
def test_nobody_checked_later_waits_while_one_checked_earlier_does_not(on, every, today):
    plan = plan_with(Upkeep(verify_every=every))
    earlier = replace(ANN, verified_on=on)
    later = replace(ANN, verified_on=min(on + timedelta(days=1), date.max) if on < date.max else on)
    if standing(plan, earlier, today) is Standing.FRESH:
        assert standing(plan, later, today) is Standing.FRESH
