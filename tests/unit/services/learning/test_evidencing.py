from datetime import UTC, date, datetime

from app.domain.judgement.coverage import Verdict
from app.domain.judgement.requirements import CheckKind
from app.domain.plan.acts import KeptFile
from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.changes import apply
from app.domain.plan.ids import is_record_id
from app.domain.plan.lessons import Activation
from app.domain.plan.profile import Profile
from app.domain.plan.programme import Exercise, ExerciseState
from app.services.learning.evidencing import asking, evidence_for, evidence_id, file_evidence
from tests.builders import NOON, plan_with, rid
from tests.unit.domain.judgement.subjects import FRAMEWORKS, framework, judged, requirement

ABOUT = "exercises/drill"
HELD = Exercise(rid("drill"), "Night drill", on=date(2026, 11, 20), state=ExerciseState.HELD)
TESTS = framework(
    "tests",
    requirement("t-1", "exercises", check=CheckKind.LINK_EVIDENCE),
    requirement("t-2", "purpose", check=CheckKind.LINK_EVIDENCE),
)
PROFILE = Profile(frameworks=("levels", "tests"), baseline="high")


def keys(plan) -> list[str]:
    return [str(item.key) for item in asking(judged(plan, *FRAMEWORKS, TESTS))]


def test_requirements_about_exercises_are_proposed():
    assert keys(plan_with(HELD, profile=PROFILE)) == ["levels/l-1", "tests/t-1"]


def test_only_frameworks_that_were_chosen_ask():
    assert keys(plan_with(HELD, profile=Profile(frameworks=("plain",)))) == []


def test_nothing_counts_until_it_is_filed():
    plan = plan_with(HELD, profile=PROFILE)
    record = evidence_for(plan, ABOUT, "Ada Bell")
    assert record is not None

    before = asking(judged(plan, *FRAMEWORKS, TESTS))
    after = apply(plan, file_evidence(plan, record, [before[-1].key]))
    filed = asking(judged(after, *FRAMEWORKS, TESTS))

    assert [item.evidenced for item in before] == [False, False]
    assert [item.evidenced for item in filed] == [False, True]
    assert filed[-1].status.verdict is Verdict.MET


def test_the_record_says_what_it_is_and_where_it_is_kept():
    minutes = KeptFile(rid("a" * 64), "minutes.pdf", 9, ABOUT, "Ada", NOON)
    other = KeptFile(rid("b" * 64), "other.pdf", 9, "exercises/x", "Ada", NOON)

    assert evidence_for(plan_with(HELD, minutes, other), ABOUT, "Ada Bell") == EvidenceRecord(
        rid("exercises.drill"),
        "Record of the exercise of 20 November 2026: Night drill",
        "In this plan, exercises; attached: minutes.pdf",
        date(2026, 11, 20),
        "Ada Bell",
    )


def test_an_incident_is_evidence_too():
    used = Activation(rid("inc"), "INC-7", datetime(2026, 11, 2, 3, tzinfo=UTC))

    record = evidence_for(plan_with(used), "activations/inc", "Ada")

    assert record is not None
    assert record.what == "Record of the incident of 2 November 2026: INC-7"
    assert record.where == "In this plan, exercises"
    assert record.complete


def test_what_was_filed_before_is_taken_up_again():
    known = EvidenceRecord(evidence_id(ABOUT), "Minutes", "Safe", NOON.date(), "Bob", (rid("a/1"),))
    plan = plan_with(HELD, known)

    assert evidence_for(plan, ABOUT, "Ada") == known
    after = apply(plan, file_evidence(plan, known, [rid("a/2"), rid("a/1")]))
    assert after.evidence[known.id].requirements == ("a/1", "a/2")


def test_what_did_not_take_place_is_no_evidence():
    planned = Exercise(rid("drill"), "Night drill", on=date(2026, 12, 1))
    undated = Exercise(rid("drill"), "Night drill", state=ExerciseState.HELD)

    assert evidence_for(plan_with(planned), ABOUT, "Ada") is None
    assert evidence_for(plan_with(undated), ABOUT, "Ada") is None
    assert evidence_for(plan_with(), ABOUT, "Ada") is None


def test_every_source_has_an_id_of_its_own_that_can_be_one():
    long = "exercises/" + "a" * 52 + "-.b" + "c" * 9

    assert is_record_id(evidence_id(long))
    assert evidence_id("exercises/a") != evidence_id("activations/a")
