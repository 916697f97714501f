from datetime import date

from app.domain.judgement.findings import Weight
from app.domain.plan.governance import Version
from app.domain.plan.profile import Profile
from tests.builders import rid
from tests.unit.domain.judgement.subjects import found

HALF_YEARLY = Profile(review_months=6)


def version(**fields):
    return Version(rid("v-1"), "1.0", **fields)


def test_nobody_approves_what_they_wrote():
    [finding] = found("version.approved-by-author", version(author="Ada", approvers=("Bob", "Ada")))

    assert finding.reason == "Version 1.0 was approved by Ada, who also wrote it."
    assert finding.weight is Weight.BLOCKS
    assert not found("version.approved-by-author", version(author="Ada", approvers=("Bob",)))
    assert not found("version.approved-by-author", version(author="", approvers=("",)))


def test_a_version_names_its_approver():
    [finding] = found("version.no-approver", version())

    assert finding.reason == "It is not stated who approved version 1.0."
    assert finding.weight is Weight.HINT
    assert not found("version.no-approver", version(approvers=("Bob",)))


def test_a_review_needs_an_interval_and_an_issued_version():
    issued = version(issued_on=date(2026, 11, 1))

    assert found("review.no-date", issued)
    assert found("review.no-date", version(), profile=HALF_YEARLY)
    assert not found("review.no-date", issued, profile=HALF_YEARLY)


def test_a_review_is_overdue_on_the_day_after():
    due_today = version(issued_on=date(2026, 5, 21))
    due_yesterday = version(issued_on=date(2026, 5, 20))

    [finding] = found("review.overdue", due_yesterday, profile=HALF_YEARLY)

    assert finding.reason == "The review was due on 20 November 2026."
    assert finding.section == "maintenance_review"
    assert not found("review.overdue", due_today, profile=HALF_YEARLY)
