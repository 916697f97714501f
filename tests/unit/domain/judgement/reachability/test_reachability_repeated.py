import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.judgement.reachability.chances import all_chance, reach_chances
from app.domain.judgement.reachability.repeated import (
    MOST_CALLS,
    TooManyCalls,
    check_runs,
    odds_of,
    repeat,
    wilson,
)
from app.domain.judgement.reachability.scenario import Rates
from app.services.cancelling import Cancelled
from tests.builders import QUICK
from tests.unit.domain.judgement.reachability.trees import (
    AWAY,
    KINDS,
    MOBILE,
    OUTAGES,
    PHONE,
    RATES,
    calls,
    case,
    plans,
    two_floors,
)

LUCK = Rates({MOBILE: 0.8, PHONE: 0.5})


def quiet(share):
    pass


def test_three_runs_by_hand():
    """Python's generator, seeded with 1, draws 0.134, 0.847; 0.764, 0.255; 0.495, 0.449.

    Ada's mobile answers below 0.8, her phone up to 0.9; Ben's mobile below 0.8. So Ada answers her
    mobile in each run, after 5 of her 10 minutes; Ben in the second and third, 4 minutes later.
    Half of three runs are two: within 9 minutes. Nine of ten of three are three: not reached.
    """
    found = repeat(calls(two_floors(), case(rates=LUCK)), 3, 1, quiet)

    ada, ben = found.each
    assert (ada.share, ada.median, ada.ninetieth) == (1.0, 5.0, 5.0)
    assert ben.share == pytest.approx(2 / 3)
    assert (ben.median, ben.ninetieth) == (9.0, None)
    assert found.all == ben


def test_many_runs_agree_with_the_exact_chance():
    known = calls(two_floors(), case(rates=LUCK))

    found = repeat(known, 4000, 7, quiet)

    for odds, chance in zip(found.each, reach_chances(known), strict=True):
        assert odds.low < chance < odds.high
        assert odds.high - odds.low < 0.03
    assert found.all.low < all_chance(known) < found.all.high


def test_the_wilson_interval_of_a_known_case():
    """Of 8 in 10: centre (0.8 + 0.19207) / 1.38415, half-width 0.22652; from 0.4902 to 0.9433."""
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)


@pytest.mark.parametrize(("hits", "low", "high"), [(0, 0.0, 0.2775), (10, 0.7225, 1.0)])
def test_the_wilson_interval_ends_where_shares_end(hits, low, high):
    assert wilson(hits, 10) == pytest.approx((low, high), abs=1e-4)


def test_times_are_those_within_which_that_share_of_all_runs_is_done():
    odds = odds_of([3, 1, 2, 4, 5, 6, 7, 8, 9], 10)

    assert (odds.share, odds.median, odds.ninetieth) == (0.9, 5, 9)
    assert (odds.low, odds.high) == wilson(9, 10)


def test_progress_is_told_and_can_stop_the_work():
    told = []

    def stop(share):
        told.append(share)
        if share >= 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        repeat(calls(two_floors()), 200, 1, stop)
    assert told == [0.0, 0.25, 0.5]


def test_too_many_calls_are_refused_with_a_number_that_works():
    check_runs(50_000, 100)
    check_runs(0, 100_000)
    with pytest.raises(TooManyCalls, match="at most 99 runs"):
        check_runs(50_001, 100)
    assert MOST_CALLS == 50_000 * 100


@QUICK
@given(plans(), OUTAGES, AWAY, RATES, KINDS, st.integers())
def test_the_same_seed_gives_the_same_luck_and_a_better_rate_never_reaches_fewer(
    plan, outages, away, rates, kind, seed
):
    better = Rates({**rates.usual, kind: 1.0}, {**rates.out_of_hours, kind: 1.0})
    worse = calls(plan, case(outages=outages, away=away, rates=rates))
    best = calls(plan, case(outages=outages, away=away, rates=better))

    first = repeat(worse, 20, seed, quiet)

    assert repeat(worse, 20, seed, quiet) == first
    for low, high in zip(first.each, repeat(best, 20, seed, quiet).each, strict=True):
        assert 0 <= low.low <= low.share <= low.high <= 1
        assert low.share <= high.share
