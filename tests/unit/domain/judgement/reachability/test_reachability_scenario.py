import pytest

from app.domain.judgement.reachability.scenario import (
    MOST_RUNS,
    Outages,
    RateRefused,
    Rates,
    RunsRefused,
)
from app.domain.plan.people import Channel, ChannelKind
from tests.unit.domain.judgement.reachability.trees import EMAIL, MOBILE, case


def way(kind, *, out_of_band=False):
    return Channel(kind, "x", out_of_band)


def test_of_a_kind_that_is_down_not_even_out_of_band_addresses_work():
    down = Outages(frozenset({MOBILE}))

    assert down.hit(way(MOBILE, out_of_band=True))
    assert not down.hit(way(EMAIL))


def test_without_sign_on_only_mail_and_messengers_out_of_band_work():
    down = Outages(sign_on=True)

    hit = [kind for kind in ChannelKind if down.hit(way(kind))]
    assert hit == [ChannelKind.EMAIL, ChannelKind.MESSENGER]
    assert not any(down.hit(way(kind, out_of_band=True)) for kind in ChannelKind)


def test_when_all_in_band_is_down_only_out_of_band_addresses_work():
    down = Outages(in_band=True)

    assert all(down.hit(way(kind)) for kind in ChannelKind)
    assert not any(down.hit(way(kind, out_of_band=True)) for kind in ChannelKind)


def test_a_rate_out_of_hours_is_the_usual_one_unless_stated():
    rates = Rates({MOBILE: 0.8, EMAIL: 0.4}, {EMAIL: 0.1})

    assert rates.of(MOBILE, in_hours=False) == 0.8
    assert rates.of(EMAIL, in_hours=True) == 0.4
    assert rates.of(EMAIL, in_hours=False) == 0.1
    assert rates.of(ChannelKind.PAGER, in_hours=False) == 1.0


def test_rates_are_stated_once_any_is():
    assert not Rates().stated
    assert Rates({MOBILE: 1.0}).stated
    assert Rates({}, {MOBILE: 1.0}).stated


@pytest.mark.parametrize("rate", [-0.1, 1.01, float("nan"), float("inf")])
def test_a_rate_is_a_share(rate):
    with pytest.raises(RateRefused, match="mobile"):
        Rates({}, {MOBILE: rate})


@pytest.mark.parametrize("runs", [-1, MOST_RUNS + 1])
def test_runs_are_neither_negative_nor_countless(runs):
    with pytest.raises(RunsRefused, match=str(runs)):
        case(runs=runs)
