from dataclasses import replace
from datetime import date

import pytest

from app.domain.lifecycle.approving.course import Course, course
from app.domain.lifecycle.approving.law import Facts, approvals_needed, enough
from app.domain.plan.acts import Deed, Route
from app.domain.plan.upkeep import ApprovalRule
from tests.unit.domain.lifecycle.approving.acts import (
    CONTENT,
    FACTS,
    OTHER,
    act,
    refusal,
    routed,
)
from tests.unit.domain.lifecycle.approving.cases import (
    ALL_APPROVED,
    ALLOWED,
    HALF_APPROVED,
    REFUSED,
    SUBMITTED,
    WITH_REVIEW,
)

IN_REVIEW = course(SUBMITTED)
REVIEWED = course(WITH_REVIEW)
HALF = course(HALF_APPROVED)
FULL = course(ALL_APPROVED)
DRAFT = Course()


@pytest.mark.parametrize(("said", "one"), ALLOWED)
def test_what_is_in_order_is_allowed(said, one):
    assert refusal(course(said), one) == ""


@pytest.mark.parametrize(("why", "said", "one"), REFUSED)
def test_what_is_not_is_refused_with_its_reason(why, said, one):
    assert refusal(course(said), one) == why


@pytest.mark.parametrize("deed", [Deed.REVIEWED, Deed.CHANGES_REQUESTED, Deed.APPROVED])
def test_who_changed_the_version_says_nothing_of_it(deed):
    now = IN_REVIEW if deed is not Deed.APPROVED else REVIEWED
    one = act(deed)

    assert refusal(now, one, replace(FACTS, authors=("Ann", one.by.upper()))) == "own-work"


def test_who_submitted_it_does_not_approve_it_though_somebody_else_wrote_it():
    route = Route(("Rita",), ("Carl",))
    now = course([act(Deed.SUBMITTED, by="Carl", route=route), act(Deed.REVIEWED, 2)])

    assert refusal(now, act(Deed.APPROVED), Facts(("Zoe",), CONTENT)) == "own-work"


@pytest.mark.parametrize(
    "deed", [Deed.REVIEWED, Deed.CHANGES_REQUESTED, Deed.APPROVED, Deed.ISSUED]
)
def test_a_plan_that_was_changed_since_is_not_what_was_submitted(deed):
    now = FULL if deed is Deed.ISSUED else REVIEWED if deed is Deed.APPROVED else IN_REVIEW

    assert refusal(now, act(deed), replace(FACTS, content=OTHER)) == "content"


def test_a_number_is_used_once():
    taken = replace(FACTS, taken=frozenset({"1.0"}))

    assert refusal(DRAFT, act(Deed.SUBMITTED), taken) == "number"
    assert refusal(DRAFT, act(Deed.ISSUED_IN_EMERGENCY), taken) == "number"
    assert refusal(DRAFT, act(Deed.SUBMITTED, version="1.1"), taken) == ""


@pytest.mark.parametrize(
    ("rule", "quorum", "needed"),
    [
        (ApprovalRule.ANY, 1, 1),
        (ApprovalRule.QUORUM, 2, 2),
        (ApprovalRule.ALL, 1, 3),
        (ApprovalRule.ORDER, 1, 3),
    ],
)
def test_how_many_approve_depends_on_the_rule(rule, quorum, needed):
    said = [act(Deed.SUBMITTED, route=routed(rule, quorum)), act(Deed.REVIEWED, 2)]
    for number, by in enumerate(("Carl", "Dora", "Emil")[:needed], start=3):
        now = course(said)
        assert now.open is not None
        assert approvals_needed(now.open) == needed
        assert not enough(now.open)
        assert refusal(now, act(Deed.ISSUED, by="Carl")) == "not-enough"
        said.append(act(Deed.APPROVED, number, by=by))

    assert refusal(course(said), act(Deed.ISSUED, by="Carl")) == ""


def test_in_order_means_in_order():
    said = [act(Deed.SUBMITTED, route=routed(ApprovalRule.ORDER)), act(Deed.REVIEWED, 2)]

    assert refusal(course(said), act(Deed.APPROVED, by="Dora")) == "out-of-turn"
    said.append(act(Deed.APPROVED, 3))
    assert refusal(course(said), act(Deed.APPROVED, by="Emil")) == "out-of-turn"
    assert refusal(course(said), act(Deed.APPROVED, by="Dora")) == ""
    said += [act(Deed.APPROVED, 4, by="Dora"), act(Deed.APPROVED, 5, by="Emil")]
    assert refusal(course(said), act(Deed.APPROVED, by="Emil")) == "twice"


def test_as_many_reviews_as_were_asked_come_first():
    two = routed(ApprovalRule.ANY, reviews=2)
    said = [act(Deed.SUBMITTED, route=two), act(Deed.REVIEWED, 2)]

    assert refusal(course(said), act(Deed.APPROVED)) == "review-missing"
    said.append(act(Deed.REVIEWED, 3, by="Rolf"))
    assert refusal(course(said), act(Deed.APPROVED)) == ""


def test_without_reviewers_a_version_goes_straight_to_its_approvers():
    said = [act(Deed.SUBMITTED, route=Route((), ("Carl",), reviews=0))]

    assert refusal(course(said), act(Deed.APPROVED)) == ""


def test_after_all_have_approved_in_order_nobody_has_a_turn():
    route = Route((), ("Carl",), ApprovalRule.ORDER, reviews=0)
    said = [act(Deed.SUBMITTED, route=route), act(Deed.APPROVED, 2)]

    assert refusal(course(said), act(Deed.APPROVED)) == "twice"
    assert refusal(course(said), act(Deed.ISSUED, by="Carl")) == ""


def test_an_emergency_states_its_own_day():
    assert act(Deed.ISSUED_IN_EMERGENCY).due == date(2026, 12, 5)
