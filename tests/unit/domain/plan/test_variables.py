from datetime import date

import pytest
from hypothesis import given

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from app.domain.plan.variables import value_text, variable_text, variable_value
from tests.builders import ANSWER_VALUES, QUICK, plan_with, rid


def answer(value):
    return plan_with(Answer(rid("scope.sites"), rid("scope"), value))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Harbour", "Harbour"),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (Duration(4, TimeUnit.HOURS), "4 hours"),
        (date(2026, 11, 30), "30 November 2026"),
        (("a",), "a"),
        (("a", "b"), "a and b"),
        (("a", " ", "b", "c"), "a, b and c"),
        ((), ""),
    ],
)
def test_an_answer_is_put_into_words(value, text):
    assert value_text(value) == text


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        (Profile(legal_name="Harbour Water plc", short_name="Harbour"), "Harbour"),
        (Profile(legal_name="Harbour Water plc"), "Harbour Water plc"),
        (Profile(), None),
    ],
)
def test_the_organisation_goes_by_its_short_name(profile, name):
    assert variable_text(plan_with(profile=profile), "organisation") == name


def test_a_variable_stands_for_an_answer():
    plan = answer(("Hull", "Goole"))

    assert variable_text(plan, "scope.sites") == "Hull and Goole"
    assert variable_value(plan, "scope.sites") == ("Hull", "Goole")


def test_an_open_question_has_no_words():
    assert variable_text(plan_with(), "scope.sites") is None
    assert variable_value(plan_with(), "scope.sites") is None


@pytest.mark.parametrize("blank", ["", "  ", (), (" ",)])
def test_a_blank_answer_has_no_words(blank):
    assert variable_text(answer(blank), "scope.sites") is None


def test_fields_of_the_profile_are_variables():
    plan = plan_with(profile=Profile(sector="Water", uses_ot=False, review_months=12))

    assert variable_text(plan, "profile.sector") == "Water"
    assert variable_text(plan, "profile.uses_ot") == "no"
    assert variable_value(plan, "profile.review_months") == 12


@pytest.mark.parametrize(
    "name", ["profile.size", "profile.sites", "profile.uses_ai", "profile.id", "profile.__class__"]
)
def test_blank_and_unknown_fields_have_no_value(name):
    assert variable_value(plan_with(), name) is None
    assert variable_text(plan_with(), name) is None


@QUICK
@given(ANSWER_VALUES)
def test_any_answer_can_be_put_into_words(value):
    text = variable_text(answer(value), "scope.sites")

    assert text is None or text == value_text(value).strip()
