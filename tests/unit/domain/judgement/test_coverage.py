from datetime import date

import pytest

from app.domain.judgement.coverage import BEYOND_TEXT, Verdict, in_scope, judge_requirement
from app.domain.judgement.elements.element import Element, ElementState, ElementStatus
from app.domain.judgement.requirements import CheckKind
from app.domain.judgement.vouching import Vouched
from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion
from app.domain.plan.profile import Profile
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.subjects import FRAMEWORKS, requirement

BY_PLAN = [check for check in CheckKind if check not in BEYOND_TEXT]
MET, PARTLY = ElementState.MET, ElementState.PARTLY
NOT_MET, NOT_EXPECTED = ElementState.NOT_MET, ElementState.NOT_EXPECTED
ATTESTED = Attestation(rid("f/r"), "Ada", "I read the log.", date(2026, 3, 2))
FILED = EvidenceRecord(rid("e"), "Minutes", "the register", date(2026, 3, 4), "Bob")


def stands(key, state, *gaps):
    return ElementStatus(Element(key, f"a {key}", "scope", ()), state, gaps)


def judge(*statuses, check=CheckKind.MUST_COVER, vouched=None):
    by_id = {status.element.id: status for status in statuses}
    asked = requirement("r", "scope", check=check, needs=tuple(by_id))
    return judge_requirement(asked, by_id, *(() if vouched is None else (vouched,)))


@pytest.mark.parametrize("check", BY_PLAN)
def test_all_elements_meet_what_the_plan_can_meet(check):
    status = judge(stands("clock", MET), stands("deputy", MET), check=check)

    assert status.verdict is Verdict.MET
    assert status.reason == "The plan has a clock; a deputy."
    assert status.missing == ()


@pytest.mark.parametrize("check", CheckKind)
def test_some_elements_meet_a_part(check):
    status = judge(stands("clock", MET), stands("deputy", NOT_MET, "2 of 3 roles"), check=check)

    assert status.verdict is Verdict.PARTLY
    assert status.reason == "1 of 2 there. Missing: a deputy (2 of 3 roles)."
    assert [one.element.id for one in status.missing] == ["deputy"]


@pytest.mark.parametrize("check", CheckKind)
def test_an_element_begun_meets_a_part(check):
    status = judge(stands("clock", PARTLY, "no hour"), check=check)

    assert status.verdict is Verdict.PARTLY
    assert status.reason == "Missing: a clock (no hour)."


@pytest.mark.parametrize("check", CheckKind)
def test_no_element_meets_nothing(check):
    status = judge(stands("clock", NOT_MET), stands("deputy", NOT_MET), check=check)

    assert status.verdict is Verdict.NOT_MET
    assert status.reason == "0 of 2 there. Missing: a clock; a deputy."


def test_what_nobody_expects_does_not_count():
    status = judge(stands("clock", MET), stands("turbine", NOT_EXPECTED))

    assert status.verdict is Verdict.MET
    assert status.reason == "The plan has a clock."


def test_a_requirement_of_which_nothing_is_expected_does_not_apply():
    status = judge(stands("turbine", NOT_EXPECTED))

    assert status.verdict is Verdict.NOT_APPLICABLE
    assert status.reason == "Nothing that this asks for applies to the organisation."


@pytest.mark.parametrize(
    ("check", "reason"),
    [
        (CheckKind.ATTEST, "Needs a named person to attest it; text alone does not show it."),
        (CheckKind.LINK_EVIDENCE, "Needs a record as evidence; text alone does not show it."),
        (
            CheckKind.CROSS_REF,
            "Needs a person to confirm that the other document says so.",
        ),
    ],
)
def test_text_alone_never_settles_what_needs_a_person(check, reason):
    for status in (judge(check=check), judge(stands("clock", MET), check=check)):
        assert status.verdict is Verdict.NEEDS_PERSON
        assert status.reason == reason


@pytest.mark.parametrize("check", CheckKind)
def test_what_needs_no_element_waits_for_a_person(check):
    assert judge(check=check).verdict is Verdict.NEEDS_PERSON


@pytest.mark.parametrize("check", sorted(BEYOND_TEXT, key=str))
@pytest.mark.parametrize(
    ("vouched", "said"),
    [
        (Vouched(ATTESTED), "Attested by Ada on 2 March 2026: I read the log."),
        (
            Vouched(None, (FILED,)),
            "On file: Minutes, dated 4 March 2026, the register; owner: Bob.",
        ),
    ],
)
def test_a_person_or_a_record_settles_it(check, vouched, said):
    status = judge(stands("clock", MET), check=check, vouched=vouched)

    assert status.verdict is Verdict.MET
    assert status.reason == f"The plan has a clock. {said}"
    assert status.vouched is vouched


def test_nobody_can_vouch_for_what_the_plan_lacks():
    status = judge(stands("clock", NOT_MET), check=CheckKind.ATTEST, vouched=Vouched(ATTESTED))

    assert status.verdict is Verdict.NOT_MET


@pytest.mark.parametrize("state", ElementState)
def test_a_reason_takes_a_requirement_out(state):
    excluded = Vouched(ATTESTED, (), Exclusion(rid("f/r"), "We run no turbines", "Ada"))

    status = judge(stands("clock", state), vouched=excluded)

    assert status.verdict is Verdict.NOT_APPLICABLE
    assert status.reason == "We run no turbines. (Ada)"


def test_an_exclusion_says_when_it_was_decided():
    excluded = Vouched(exclusion=Exclusion(rid("f/r"), "No turbines", "Ada", date(2026, 3, 2)))

    assert judge(vouched=excluded).reason == "No turbines. (Ada, 2 March 2026)"


def test_an_exclusion_need_not_say_whose_it_is():
    excluded = Vouched(exclusion=Exclusion(rid("f/r"), "No turbines!"))

    assert judge(vouched=excluded).reason == "No turbines!"


def test_an_element_the_library_does_not_have_is_passed_over():
    asked = requirement("r", "scope", check=CheckKind.MUST_COVER, needs=("gone", "clock"))

    status = judge_requirement(asked, {"clock": stands("clock", MET)})

    assert status.verdict is Verdict.MET


@pytest.mark.parametrize(
    ("baseline", "expected"),
    [("", ["l-1", "l-2"]), ("low", ["l-1"]), (" HIGH ", ["l-1", "l-2"]), ("odd", [])],
)
def test_the_profile_chooses_the_baseline(baseline, expected):
    plan = plan_with(profile=Profile(baseline=baseline))

    assert [item.id for item in in_scope(FRAMEWORKS[1], plan)] == expected
