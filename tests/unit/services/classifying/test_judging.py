import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.classification import (
    ImpactDimension,
    ImpactLevel,
    JudgedImpact,
    SampleIncident,
)
from app.services.classifying.judging import judged_in, overall
from tests.builders import QUICK, plan_with, rid

LEVELS = tuple(ImpactLevel(rid(f"i{rank}"), f"I{rank}", rank) for rank in (2, 1, 3))
NAMES = ("data", "money", "safety")
PLAN = plan_with(*LEVELS, *(ImpactDimension(rid(name), name.title()) for name in NAMES))


def judged(**impacts):
    return overall(PLAN, {rid(name): rid(level) for name, level in impacts.items()})


def test_the_worst_dimension_gives_the_impact():
    found = judged(data="i2", safety="i1")

    assert found is not None
    assert found.impact.name == "I1"
    assert [item.name for item in found.dimensions] == ["Safety"]


def test_dimensions_that_are_as_bad_are_all_named():
    found = judged(money="i2", data="i2", safety="i3")

    assert found is not None
    assert [item.name for item in found.dimensions] == ["Data", "Money"]


def test_nothing_judged_or_nothing_known_gives_no_impact():
    assert judged() is None
    assert judged(data="gone", lost="i1") is None


@pytest.mark.parametrize(
    ("impact", "parts", "named"),
    [
        ("i1", (("data", "i2"), ("safety", "i1")), ["Safety"]),
        ("i2", (("data", "i2"), ("safety", "i1")), None),
        ("i2", (("gone", "i2"),), None),
        ("i2", (), None),
    ],
)
def test_a_sample_comes_from_its_dimensions_only_where_these_give_its_impact(impact, parts, named):
    parts = tuple(JudgedImpact(rid(dimension), rid(level)) for dimension, level in parts)
    sample = SampleIncident(rid("x"), "X", rid(impact), rid("u"), rid("s"), parts)

    found = judged_in(PLAN, sample)

    assert (None if found is None else [item.name for item in found.dimensions]) == named


@QUICK
@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(("i1", "i2", "i3")), min_size=1))
def test_no_dimension_is_worse_than_the_whole(impacts):
    found = judged(**impacts)

    assert found is not None
    ranks = {name: PLAN.impacts[rid(level)].rank for name, level in impacts.items()}
    assert found.impact.rank == min(ranks.values())
    assert {item.id for item in found.dimensions} == {
        name for name, rank in ranks.items() if rank == found.impact.rank
    }
