import pytest
from hypothesis import given

from app.domain.judgement.reachability.chances import all_chance, answer_chance, reach_chances
from app.domain.judgement.reachability.scenario import Rates
from tests.builders import QUICK, plan_with, rid, role
from tests.unit.domain.judgement.reachability.trees import (
    AWAY,
    KINDS,
    MOBILE,
    OUTAGES,
    PHONE,
    RATES,
    TREE,
    call,
    calls,
    case,
    plans,
    reachable,
    two_floors,
)

LUCK = Rates({MOBILE: 0.8, PHONE: 0.5})


def test_two_floors_by_hand():
    """Ada answers her mobile (0.8) or else her phone (0.5): 1 - 0.2 * 0.5 = 0.9.

    Ben is called only then, and answers his mobile: 0.9 * 0.8 = 0.72. So all are reached in 0.72.
    """
    found = calls(two_floors(), case(rates=LUCK))

    assert reach_chances(found) == pytest.approx((0.9, 0.72))
    assert all_chance(found) == pytest.approx(0.72)


def test_a_way_round_reaches_those_below_though_nobody_answers():
    """Ben is called in any case: 0.8. All are reached when both answer: 0.9 * 0.8 = 0.72."""
    found = calls(two_floors(way_round="Call Ben."), case(rates=LUCK))

    assert reach_chances(found) == pytest.approx((0.9, 0.8))
    assert all_chance(found) == pytest.approx(0.72)


def test_what_is_never_called_has_no_chance():
    plan = plan_with(
        reachable("ada"),
        role("r", holder=rid("ada")),
        TREE,
        call("a", "r"),
        call("b", "r", "b"),
    )

    assert reach_chances(calls(plan)) == (1.0, 0.0)
    assert all_chance(calls(plan)) == 0.0


def test_of_nobody_all_are_reached():
    assert all_chance(calls(plan_with(TREE))) == 1.0


def test_a_call_without_tries_is_not_answered():
    (found,) = calls(plan_with(TREE, call("a", "gone"))).calls

    assert answer_chance(found) == 0.0


@QUICK
@given(plans(), OUTAGES, AWAY, RATES, KINDS)
def test_chances_are_shares_and_a_better_rate_never_lowers_one(plan, outages, away, rates, kind):
    better = Rates({**rates.usual, kind: 1.0}, {**rates.out_of_hours, kind: 1.0})

    worse = reach_chances(calls(plan, case(outages=outages, away=away, rates=rates)))
    best = reach_chances(calls(plan, case(outages=outages, away=away, rates=better)))

    assert all(0 <= low <= high + 1e-12 <= 1 + 1e-9 for low, high in zip(worse, best, strict=True))
