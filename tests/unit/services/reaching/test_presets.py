from app.services.reaching.presets import PRESETS
from tests.unit.domain.judgement.reachability.trees import EMAIL


def test_the_cases_differ_in_when_or_what_is_down():
    cases = {(one.weekday, one.clock, one.outages) for one in PRESETS.values()}

    assert len(cases) == len(PRESETS) == 4


def test_ransomware_leaves_only_what_is_out_of_band():
    assert PRESETS["ransomware"].outages.in_band
    assert PRESETS["sign-on"].outages.sign_on
    assert PRESETS["sign-on"].outages.kinds == {EMAIL}


def test_the_night_is_monday_at_three():
    night = PRESETS["night"]

    assert (night.weekday, night.clock.hour, night.name) == (0, 3, "Monday 03:00")
