import pytest

from app.domain.judgement.completeness import SectionStatus
from app.domain.judgement.coverage import BEYOND_TEXT, Verdict, in_scope, judge_requirement
from app.domain.judgement.requirements import CheckKind
from app.domain.plan.profile import Profile
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.subjects import framework, requirement

BY_TEXT = [check for check in CheckKind if check not in BEYOND_TEXT]


def complete(key):
    return SectionStatus(rid(key), 3, 3, has_text=True)


def begun(key, missing=1):
    return SectionStatus(rid(key), 3 - missing, 3, has_text=True)


def blank(key):
    return SectionStatus(rid(key), 0, 3)


def set_aside(key):
    return SectionStatus(rid(key), 0, 0, applicable=False)


def judge(*statuses, check=CheckKind.MUST_COVER, sections=None):
    keys = sections or [status.section for status in statuses]
    by_key = {str(status.section): status for status in statuses}
    return judge_requirement(requirement("r", *keys, check=check), by_key)


@pytest.mark.parametrize("check", BY_TEXT)
def test_complete_sections_meet_what_text_can_meet(check):
    status = judge(complete("scope"), complete("purpose"), check=check)

    assert status.verdict is Verdict.MET
    assert (
        status.reason == "All 2 sections are complete; each listed item was not checked one by one."
    )


def test_one_complete_section_is_told_in_the_singular():
    status = judge(complete("scope"))

    assert status.reason == (
        "The section that answers this is complete; each listed item was not checked one by one."
    )


@pytest.mark.parametrize("check", BY_TEXT)
def test_a_section_begun_meets_a_part(check):
    status = judge(complete("purpose"), begun("legal_register", 2), check=check)

    assert status.verdict is Verdict.PARTLY
    assert status.reason == "2 entries still open in legal register."


def test_one_open_entry_is_told_in_the_singular():
    assert judge(begun("scope")).reason == "1 entry still open in scope."


def test_all_sections_that_lack_something_are_named():
    status = judge(begun("scope"), complete("purpose"), blank("roles"))

    assert status.reason == "4 entries still open in scope, roles."


@pytest.mark.parametrize("check", BY_TEXT)
def test_a_section_without_text_meets_nothing(check):
    assert judge(blank("scope"), check=check).verdict is Verdict.NOT_MET


@pytest.mark.parametrize("check", [check for check in CheckKind if check in BEYOND_TEXT])
@pytest.mark.parametrize("section", [complete("scope"), begun("scope"), blank("scope")])
def test_what_no_text_can_settle_waits_for_a_person(check, section):
    status = judge(section, check=check)

    assert status.verdict is Verdict.NEEDS_PERSON


def test_what_is_waited_for_is_told():
    reasons = {check: judge(complete("scope"), check=check).reason for check in BEYOND_TEXT}

    assert reasons == {
        CheckKind.ATTEST: "Needs a named person to attest it; text alone does not show it.",
        CheckKind.LINK_EVIDENCE: "Needs a record as evidence; text alone does not show it.",
        CheckKind.CROSS_REF: "Needs a person to confirm that the other document says so.",
    }


@pytest.mark.parametrize("check", CheckKind)
def test_what_only_sections_set_aside_answer_does_not_apply(check):
    status = judge(set_aside("scope"), check=check)

    assert status.verdict is Verdict.NOT_APPLICABLE
    assert status.reason == "Every section that answers this is marked not applicable."


def test_a_section_set_aside_does_not_count():
    status = judge(set_aside("scope"), complete("purpose"))

    assert status.verdict is Verdict.MET
    assert status.reason.startswith("The section that answers this is complete")


@pytest.mark.parametrize("check", CheckKind)
def test_what_no_section_answers_needs_a_person(check):
    missing = judge(complete("purpose"), check=check, sections=["scope"])
    unnamed = judge_requirement(requirement("r", check=check), {"scope": complete("scope")})

    for status in (missing, unnamed):
        assert status.verdict is Verdict.NEEDS_PERSON
        assert status.reason == "No section of the plan answers this; a person judges it."


PACK = framework(
    "pack",
    requirement("low", baselines=("low", "high")),
    requirement("high", baselines=("high",)),
    requirement("none"),
    requirement("old", baselines=("low", "high"), withdrawn=True),
)


@pytest.mark.parametrize(
    ("baseline", "chosen"),
    [("", ["low", "high", "none"]), (" LOW ", ["low"]), ("high", ["low", "high"])],
)
def test_the_baseline_of_the_profile_chooses_and_the_withdrawn_stay_out(baseline, chosen):
    plan = plan_with(profile=Profile(baseline=baseline))

    assert [item.id for item in in_scope(PACK, plan)] == chosen


def test_a_framework_without_baselines_is_in_scope_whole():
    pack = framework("pack", requirement("a"), requirement("b", withdrawn=True))

    assert [item.id for item in in_scope(pack, plan_with(profile=Profile(baseline="low")))] == ["a"]
