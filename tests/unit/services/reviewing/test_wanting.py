"""What a closed session still wants."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.plan.acts import Deed
from app.domain.plan.governance import Version
from app.domain.plan.sessions import Verdict
from app.services.reviewing.wanting import wants_version
from tests.builders import NOON, plan_with, rid
from tests.unit.domain.lifecycle.approving.acts import act
from tests.unit.services.reviewing.sessions import SESSION

DONE = replace(SESSION, closed_at=NOON, verdict=Verdict.NEW_VERSION)
SUBMITTED = act(Deed.SUBMITTED, 1, at=NOON + timedelta(hours=1))
ISSUED = act(Deed.ISSUED, 2, at=NOON + timedelta(hours=2))


def test_a_session_that_ended_with_a_new_version_wants_one():
    assert wants_version(plan_with(DONE)) == DONE


def test_a_plan_without_a_closed_session_wants_none():
    assert wants_version(plan_with()) is None
    assert wants_version(plan_with(SESSION)) is None


def test_a_review_without_change_wants_none_even_after_one_that_did():
    later = replace(
        DONE, id=rid("later"), closed_at=NOON + timedelta(days=1), verdict=Verdict.NO_CHANGE
    )

    assert wants_version(plan_with(DONE, later)) is None
    assert wants_version(plan_with(replace(DONE, closed_at=NOON + timedelta(days=2)), later))


@pytest.mark.parametrize(
    ("acts", "wanted"),
    [
        ((SUBMITTED,), False),
        ((SUBMITTED, ISSUED), False),
        ((SUBMITTED, act(Deed.RECALLED, 2)), True),
        ((SUBMITTED, act(Deed.CHANGES_REQUESTED, 2)), True),
        ((act(Deed.ISSUED_IN_EMERGENCY, 1, at=NOON + timedelta(minutes=1)),), False),
        ((replace(SUBMITTED, at=NOON), replace(ISSUED, at=NOON)), True),
    ],
)
def test_it_is_wanted_until_one_is_in_review_or_was_issued_since(acts, wanted):
    assert (wants_version(plan_with(DONE, *acts)) == DONE) is wanted


@pytest.mark.parametrize(("days", "wanted"), [(None, True), (-1, True), (0, True), (1, False)])
def test_a_version_that_is_only_stated_counts_by_its_day(days, wanted):
    on = None if days is None else NOON.date() + timedelta(days=days)

    assert (wants_version(plan_with(DONE, Version(rid("v"), "2.0", on))) == DONE) is wanted
