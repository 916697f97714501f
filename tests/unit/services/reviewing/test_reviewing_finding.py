"""The sessions of a plan, and which of them can still be changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import Choice, Outcome, Verdict
from app.services.reviewing import attending, starting, timing
from app.services.reviewing.calling import Call, check_contact
from app.services.reviewing.closing import Closing, close
from app.services.reviewing.deciding import Decision, decide, finish
from app.services.reviewing.finding import (
    SessionClosed,
    SessionUnknown,
    closed,
    item_of,
    resting,
    running,
    session_of,
    with_item,
)
from app.services.reviewing.preparing import Prepared
from tests.builders import NOON, plan_with, rid
from tests.unit.services.reviewing.sessions import (
    ANN,
    CLOSED,
    ITEMS,
    KEY,
    PLAN,
    SESSION,
    TODAY,
)


def test_the_session_that_is_not_closed_rests():
    assert resting(PLAN) == SESSION
    assert resting(plan_with(CLOSED)) is None


def test_closed_sessions_come_with_the_newest_first():
    later = replace(CLOSED, id=rid("later"), closed_at=NOON + timedelta(days=1))

    assert closed(plan_with(CLOSED, later, SESSION)) == (later, CLOSED)


def test_a_session_is_found_by_its_id():
    assert session_of(PLAN, CLOSED.id) == CLOSED
    assert running(PLAN, KEY) == SESSION


@pytest.mark.parametrize(
    ("plan", "listed"), [(PLAN, "it has review-0, review-1"), (plan_with(), "it has none yet")]
)
def test_an_unknown_session_is_refused_with_those_there_are(plan, listed):
    with pytest.raises(SessionUnknown, match=listed):
        session_of(plan, rid("nowhere"))


def test_an_item_is_found_and_replaced_by_its_key():
    changed = replace(ITEMS[1], choice=Choice.KEEP)

    assert item_of(SESSION, "lesson/found") == ITEMS[1]
    assert with_item(SESSION, changed).agenda == (ITEMS[0], changed, ITEMS[2])
    with pytest.raises(KeyError):
        item_of(SESSION, "nowhere")


Step = Callable[[Plan, RecordId], ChangeSet]
STEPS: dict[str, Step] = {
    "decide": lambda plan, key: decide(plan, key, ITEMS[0].key, Decision(Choice.KEEP)),
    "finish": lambda plan, key: finish(plan, key, ITEMS[0].key),
    "attend": lambda plan, key: attending.attend(plan, key, "Cy", present=True),
    "uninvite": lambda plan, key: attending.uninvite(plan, key, "Bo"),
    "add": lambda plan, key: attending.add_decision(plan, key, "So it is."),
    "remove": lambda plan, key: attending.remove_decision(plan, key, 0),
    "call": lambda plan, key: check_contact(
        plan, key, ANN.id, Call(Outcome.CONFIRMED, "Bo", TODAY)
    ),
    "tick": lambda plan, key: timing.tick(plan, key, 5),
    "timed": lambda plan, key: timing.timed(plan, (), key, 5),
    "refresh": lambda plan, key: starting.refresh(plan, key, Prepared()),
    "give-up": starting.give_up,
    "close": lambda plan, key: close(plan, key, Closing(Verdict.NEW_VERSION, "x", None, "y"), NOON),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_nothing_of_a_closed_session_changes(step):
    with pytest.raises(SessionClosed, match="'Annual review' is closed"):
        step(PLAN, CLOSED.id)


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_no_step_is_made_in_a_session_that_is_not_there(step):
    with pytest.raises(SessionUnknown):
        step(PLAN, rid("nowhere"))
