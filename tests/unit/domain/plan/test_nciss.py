import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.nciss import LEAST, MOST, ScoreInputInvalid, band_of, rescaled, score
from app.domain.plan.nciss_factors import FACTORS
from tests.builders import QUICK

WORST = {factor.id: factor.values[-1].id for factor in FACTORS}
MILDEST = {factor.id: factor.values[0].id for factor in FACTORS}
MID = {
    "functional": "minimal-critical",
    "activity": "presence",
    "location": "business-network",
    "actor": "criminal",
    "information": "privacy",
    "recoverability": "supplemented",
    "sector": "banking-finance",
    "potential": "low",
}
CHOICES = st.fixed_dictionaries(
    {factor.id: st.sampled_from([value.id for value in factor.values]) for factor in FACTORS}
)


def test_the_sums_reach_from_325_to_3400():
    assert (LEAST, MOST) == (325, 3400)


def test_the_worst_of_everything_scores_a_hundred():
    found = score(WORST)

    assert (found.points, found.band.name) == (100.0, "Emergency")


def test_the_mildest_of_everything_scores_nothing():
    found = score(MILDEST)

    assert (found.points, found.band.name) == (0.0, "Baseline")


def test_the_worked_case_scores_thirty_five_point_four():
    found = score(MID)

    assert sum(each.weighted for each in found.contributions) == 1415
    assert round(found.points, 1) == 35.4
    assert found.band.name == "Low"


@pytest.mark.parametrize(
    ("points", "name"),
    [
        (0, "Baseline"),
        (34.99, "Baseline"),
        (35, "Low"),
        (50, "Medium"),
        (64.99, "Medium"),
        (65, "High"),
        (80, "Severe"),
        (99.99, "Severe"),
        (100, "Emergency"),
    ],
)
def test_a_band_begins_at_its_limit(points, name):
    assert band_of(points).name == name


@QUICK
@given(CHOICES, st.sampled_from(FACTORS), st.data())
def test_a_worse_value_never_lowers_the_score(values, factor, data):
    at = [value.id for value in factor.values].index(values[factor.id])
    worse = data.draw(st.sampled_from(factor.values[at:]))

    assert score(values | {factor.id: worse.id}).points >= score(values).points


@QUICK
@given(CHOICES, st.permutations(list(FACTORS)))
def test_the_order_of_the_values_does_not_matter(values, order):
    assert score({factor.id: values[factor.id] for factor in order}) == score(values)


@QUICK
@given(CHOICES)
def test_a_score_is_from_nothing_to_a_hundred(values):
    found = score(values)

    assert 0 <= found.points <= 100
    assert len(found.contributions) == len(FACTORS)


@QUICK
@given(st.integers(-10_000, 10_000))
def test_sums_beyond_the_scale_are_clamped(weighted):
    points = rescaled(weighted)

    assert 0 <= points <= 100
    assert (points == 0) is (weighted <= LEAST)
    assert (points == 100) is (weighted >= MOST)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "The score also needs a value for functional, activity, location, actor,"),
        (
            {name: value for name, value in MID.items() if name != "actor"},
            "The score also needs a value for actor.",
        ),
        (MID | {"colour": "red"}, "There is no factor 'colour'; give functional,"),
        (MID | {"actor": "crimnal"}, "The factor actor has no value 'crimnal'; it has hacktivists"),
        (MID | {"actor": ""}, "The factor actor has no value ''; it has"),
        (MID | {"actor": "Criminal"}, "The factor actor has no value 'Criminal'"),
    ],
)
def test_what_cannot_be_scored_is_told_with_what_can_be_given(values, words):
    with pytest.raises(ScoreInputInvalid) as told:
        score(values)

    assert told.value.message.startswith(words)
    assert told.value.code == "score.invalid"
