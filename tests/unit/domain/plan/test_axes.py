import pytest

from app.domain.plan.axes import AXES, SCHEME, axes
from app.domain.plan.sections import Answer
from tests.builders import plan_with, rid


def answered(value):
    return plan_with(Answer(SCHEME, rid("classification"), value))


def test_without_an_answer_the_scales_are_impact_and_urgency():
    called = axes(plan_with())

    assert (called.impact, called.urgency) == ("Impact", "Urgency")
    assert called.both == "impact and urgency"
    assert called.place("Severe", "Active") == "Impact Severe, urgency Active"


@pytest.mark.parametrize("scheme", AXES)
def test_the_scheme_names_the_scales(scheme):
    assert axes(answered(scheme)) is AXES[scheme]


def test_each_scheme_has_names_of_its_own():
    assert len({called.both for called in AXES.values()}) == len(AXES)


@pytest.mark.parametrize("value", ["", "six-level", True, 4, ("iso-27035",)])
def test_a_scheme_that_there_is_not_counts_as_none(value):
    assert axes(answered(value)) is axes(plan_with())
