"""A review session ends."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.lifecycle.matter import matter
from app.domain.plan.changes import put
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.sessions import AgendaItem, Choice, ContactCheck, Outcome, Topic, Verdict
from app.services.reviewing.closing import (
    Closing,
    ItemsOpen,
    NobodyPresent,
    change_summary,
    close,
    flaws,
    proposed_verdict,
    undecided,
)
from app.services.reviewing.past import Past
from app.services.vouching import Flaw
from tests.builders import NOON, plan_with, rid
from tests.unit.services.reviewing.sessions import (
    ANN,
    ITEMS,
    KEY,
    SESSION,
    TODAY,
    TOMORROW,
    after,
    plan_of,
    running_in,
)

DECIDED = tuple(replace(item, choice=Choice.KEEP) for item in ITEMS)
PLAN = plan_of(agenda=DECIDED)
OPEN = plan_of(agenda=(DECIDED[0], *ITEMS[1:]))
CLOSING = Closing(Verdict.NO_CHANGE, " It holds. ", TOMORROW)
LATER = NOON + timedelta(hours=1)


def closed(plan: Plan, closing: Closing = CLOSING) -> Plan:
    return after(close(plan, KEY, closing, LATER), plan)


def test_a_session_is_closed_with_what_it_came_to():
    session = running_in(closed(PLAN))

    assert session == replace(
        running_in(PLAN),
        closed_at=LATER,
        verdict=Verdict.NO_CHANGE,
        conclusion="It holds.",
        next_on=TOMORROW,
        content=matter(PLAN),
    )


@pytest.mark.parametrize(
    ("plan", "count", "said"),
    [(OPEN, 2, "2 items are"), (plan_of(agenda=ITEMS[:1]), 1, "1 item is")],
)
def test_items_nobody_decided_keep_it_open(plan, count, said):
    assert len(undecided(running_in(plan))) == count
    with pytest.raises(ItemsOpen, match=said) as refusal:
        closed(plan)
    assert refusal.value.count == count


def test_what_is_not_decided_is_not_reviewed_without_a_change_whatever_the_reason():
    with pytest.raises(ItemsOpen):
        closed(OPEN, replace(CLOSING, unfinished="No time."))


@pytest.mark.parametrize("reason", ["", " "])
def test_a_new_version_may_wait_for_the_rest_only_with_a_reason(reason):
    with pytest.raises(ItemsOpen):
        closed(OPEN, Closing(Verdict.NEW_VERSION, "x", unfinished=reason))


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (OPEN, "2 items stay undecided: No time."),
        (plan_of(agenda=ITEMS[:1]), "1 item stays undecided: No time."),
    ],
)
def test_the_reason_stands_in_the_minutes(plan, said):
    session = running_in(closed(plan, Closing(Verdict.NEW_VERSION, "x", unfinished=" No time. ")))

    assert session.decisions == (said,)


def test_a_reason_nobody_needs_is_left_out():
    session = running_in(closed(PLAN, replace(CLOSING, unfinished="No time.")))

    assert session.decisions == ()


def test_a_session_nobody_attended_proves_nothing():
    absent = tuple(replace(one, present=False) for one in SESSION.attendance)

    with pytest.raises(NobodyPresent):
        closed(plan_of(agenda=DECIDED, attendance=absent))


@pytest.mark.parametrize(
    ("closing", "wrong"),
    [
        (CLOSING, {}),
        (replace(CLOSING, next_on=None), {}),
        (replace(CLOSING, verdict=None), {"verdict": Flaw.BLANK}),
        (replace(CLOSING, conclusion="\u200b"), {"conclusion": Flaw.BLANK}),
        (replace(CLOSING, next_on=TODAY), {"next_on": Flaw.OVER}),
    ],
)
def test_what_is_missing_is_told_and_refused(closing, wrong):
    assert flaws(closing, TODAY) == wrong
    if wrong:
        with pytest.raises(ValueError, match=" and ".join(wrong)):
            closed(PLAN, closing)


@pytest.mark.parametrize(("secretary", "by"), [("Bo", "Bo"), ("", "Ann")])
def test_calls_that_waited_are_caught_up_and_part_of_what_was_reviewed(secretary, by):
    call = ContactCheck(ANN.id, "Ann", Outcome.CONFIRMED, on=TODAY)
    plan = closed(plan_of(agenda=DECIDED, contacts=(call,), secretary=secretary))

    assert plan.people[ANN.id] == replace(ANN, verified_on=TODAY, verified_by=by)
    assert running_in(plan).content == matter(plan)


def test_a_decided_change_asks_for_a_new_version():
    changed = replace(SESSION, agenda=(replace(ITEMS[2], choice=Choice.CHANGE),))

    assert proposed_verdict(changed, Past(), PLAN) is Verdict.NEW_VERSION


def test_an_action_that_is_done_asks_for_none():
    done = replace(SESSION, agenda=(replace(ITEMS[0], choice=Choice.CHANGE),))

    assert proposed_verdict(done, Past(), PLAN) is Verdict.NO_CHANGE


def test_material_changes_since_the_last_version_ask_for_a_new_one():
    old = plan_with(profile=Profile(uses_ai=False))
    material = plan_with(profile=Profile(uses_ai=True))
    slight = after((put(old, replace(old.profile, working_hours="9 to 5")),), old)

    assert proposed_verdict(SESSION, Past("1.0", old), material) is Verdict.NEW_VERSION
    assert proposed_verdict(SESSION, Past("1.0", old), slight) is Verdict.NO_CHANGE
    assert proposed_verdict(SESSION, Past("1.0", old), old) is Verdict.NO_CHANGE


def test_the_summary_tells_what_the_session_changed():
    agenda = (
        replace(ITEMS[0], choice=Choice.CHANGE, note="Done."),
        replace(ITEMS[2], choice=Choice.CHANGE, note="Bo leads."),
        AgendaItem("f", Topic.FINDING, "No date is set.", choice=Choice.CHANGE),
        replace(ITEMS[1], choice=Choice.KEEP),
    )
    calls = (
        ContactCheck(rid("ann"), "Ann", Outcome.CORRECTED),
        ContactCheck(rid("bo"), "Bo", Outcome.CONFIRMED),
        ContactCheck(rid("cy"), "Cy", Outcome.CORRECTED),
    )

    assert change_summary(replace(SESSION, agenda=agenda, contacts=calls)).splitlines() == [
        "Section: Roles: Bo leads.",
        "No date is set",
        "Contacts corrected: Ann, Cy",
    ]
    assert change_summary(SESSION) == ""


def test_a_lesson_that_was_adopted_is_a_change():
    adopted = replace(SESSION, agenda=(replace(ITEMS[1], choice=Choice.CHANGE),))

    assert change_summary(adopted) == "Lesson: Nobody called"
