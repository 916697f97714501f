from app.domain.lifecycle.approving.course import Course, Stage, course, next_act
from app.domain.plan.acts import Deed, Route
from tests.builders import plan_with
from tests.unit.domain.lifecycle.approving.acts import act, acts, after_acts

ISSUED = (
    Deed.SUBMITTED,
    Deed.REVIEWED,
    Deed.APPROVED,
    (Deed.APPROVED, "Dora"),
    Deed.ISSUED,
)


def test_a_plan_begins_as_a_draft():
    assert course(()) == Course()
    assert Course().stage is Stage.DRAFT
    assert Course().latest is None
    assert Course().in_force is None


def test_a_submission_opens_a_round():
    now = after_acts(Deed.SUBMITTED)

    assert now.stage is Stage.IN_REVIEW
    assert now.open is not None
    assert now.open.submission.by == "Ann"
    assert not now.open.reviewed
    assert now.last == now.open.submission


def test_reviews_and_approvals_are_heard():
    now = after_acts(Deed.SUBMITTED, Deed.REVIEWED, Deed.APPROVED)

    assert now.open is not None
    assert now.open.reviewed
    assert [one.by for one in now.open.reviews] == ["Rita"]
    assert [one.by for one in now.open.approvals] == ["Carl"]


def test_a_submission_without_a_route_asks_nobody():
    now = course([act(Deed.SUBMITTED, route=None)])

    assert now.open is not None
    assert now.open.route == Route()


def test_a_recall_and_a_request_for_changes_close_the_round():
    recalled = after_acts(Deed.SUBMITTED, Deed.REVIEWED, Deed.RECALLED)
    sent_back = after_acts(Deed.SUBMITTED, Deed.CHANGES_REQUESTED)

    assert (recalled.stage, recalled.open) == (Stage.DRAFT, None)
    assert (sent_back.stage, sent_back.open) == (Stage.CHANGES_REQUESTED, None)


def test_what_is_said_outside_a_round_is_not_heard():
    assert after_acts(Deed.REVIEWED).open is None


def test_an_issue_remembers_who_reviewed_and_approved():
    now = after_acts(*ISSUED)

    assert now.stage is Stage.DRAFT
    assert now.open is None
    assert now.latest is not None
    assert now.latest.version == "1.0"
    assert now.latest.stage is Stage.APPROVED
    assert now.in_force == now.latest
    assert [one.by for one in now.latest.reviews] == ["Rita"]
    assert [one.by for one in now.latest.approvals] == ["Carl", "Dora"]
    assert not now.latest.review_owed
    assert now.issue("1.0") == now.latest
    assert now.issue("2.0") is None


def test_a_later_issue_supersedes_the_one_before():
    now = course([*acts(*ISSUED), act(Deed.ISSUED_IN_EMERGENCY, 6, "2.0")])
    later = course(
        [*acts(*ISSUED), *(act(Deed.ISSUED_IN_EMERGENCY, 6 + n, f"{n}.0") for n in (2, 3))]
    )

    assert [one.stage for one in now.issues] == [Stage.SUPERSEDED, Stage.APPROVED]
    assert now.issues[0].superseded_by == "2.0"
    assert [one.superseded_by for one in later.issues] == ["2.0", "3.0", ""]


def test_an_emergency_is_owed_a_review():
    emergency = [act(Deed.ISSUED_IN_EMERGENCY)]
    reviewed = [*emergency, act(Deed.REVIEWED_AFTERWARDS, 2)]

    assert course(emergency).issues[0].review_owed
    assert not course(reviewed).issues[0].review_owed


def test_an_emergency_closes_the_round_and_takes_no_approval_from_it():
    now = after_acts(Deed.SUBMITTED, Deed.REVIEWED, Deed.ISSUED_IN_EMERGENCY)

    assert now.open is None
    assert now.issues[0].reviews == ()


def test_a_withdrawn_version_is_in_force_no_longer():
    now = after_acts(*ISSUED, Deed.WITHDRAWN)
    other = after_acts(*ISSUED, Deed.WITHDRAWN, Deed.ISSUED_IN_EMERGENCY)

    assert now.latest is not None
    assert now.latest.stage is Stage.WITHDRAWN
    assert now.in_force is None
    assert other.issues[0].stage is Stage.WITHDRAWN


def test_acts_count_up():
    assert next_act(plan_with()) == "act-000001"
    assert next_act(plan_with(*acts(Deed.SUBMITTED, Deed.RECALLED))) == "act-000003"
