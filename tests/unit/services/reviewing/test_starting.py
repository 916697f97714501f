"""A review session begins, goes on, or is given up."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.plan.plan import Kind
from app.domain.plan.sessions import (
    AgendaItem,
    Attendance,
    Choice,
    ContactCheck,
    Occasion,
    Outcome,
    ReviewSession,
    Topic,
)
from app.services.reviewing.finding import resting
from app.services.reviewing.preparing import Prepared
from app.services.reviewing.starting import (
    Invitation,
    SessionRests,
    flaws,
    give_up,
    refresh,
    start,
)
from app.services.vouching import Flaw
from tests.builders import NOON, plan_with, rid
from tests.unit.services.reviewing.sessions import (
    ACTION,
    CLOSED,
    ITEMS,
    KEY,
    PLAN,
    after,
    plan_of,
    running_in,
)

ITEM = ITEMS[0]
CALL = ContactCheck(rid("ann"), "Ann")
PREPARED = Prepared("1.0", (ITEM,), (CALL,))
INVITATION = Invitation("Annual review", Occasion.DUE, "Ann", "Bo")


def test_a_session_starts_with_what_was_prepared():
    plan = after(start(plan_with(CLOSED), INVITATION, PREPARED, NOON), plan_with(CLOSED))

    assert resting(plan) == ReviewSession(
        rid("review-2026-11-21"),
        "Annual review",
        Occasion.DUE,
        NOON,
        chair="Ann",
        secretary="Bo",
        baseline="1.0",
        attendance=(Attendance("Ann"), Attendance("Bo")),
        agenda=(ITEM,),
        contacts=(CALL,),
    )


def test_two_sessions_on_a_day_have_names_of_their_own():
    first = replace(CLOSED, id=rid("review-2026-11-21"))

    (change,) = start(plan_with(first), INVITATION, PREPARED, NOON + timedelta(hours=2))

    assert change.id == "review-2026-11-21-2"


def test_everybody_is_on_the_list_once_chair_and_secretary_first():
    invited = (
        Attendance("Cy", "Counsel"),
        Attendance("Bo", "Operations"),
        Attendance("Cy", "Twice"),
        Attendance(" "),
    )
    invitation = replace(INVITATION, invited=invited)

    plan = after(start(plan_with(), invitation, PREPARED, NOON), plan_with())

    session = resting(plan)
    assert session is not None
    assert session.attendance == (
        Attendance("Ann"),
        Attendance("Bo", "Operations"),
        Attendance("Cy", "Counsel"),
    )


def test_a_session_without_secretary_has_the_chair_alone():
    plan = after(start(plan_with(), replace(INVITATION, secretary=""), PREPARED, NOON), plan_with())

    session = resting(plan)
    assert session is not None
    assert session.attendance == (Attendance("Ann"),)


def test_no_session_starts_while_another_rests():
    with pytest.raises(SessionRests, match="'Annual review' is not closed"):
        start(PLAN, INVITATION, PREPARED, NOON)


@pytest.mark.parametrize("blank", ["", " ", "\u200b"])
def test_a_session_has_a_title_and_a_chair(blank):
    invitation = replace(INVITATION, title=blank, chair=blank)

    assert flaws(INVITATION) == {}
    assert flaws(invitation) == {"title": Flaw.BLANK, "chair": Flaw.BLANK}
    with pytest.raises(ValueError, match="title, chair"):
        start(plan_with(), invitation, PREPARED, NOON)


def test_a_resumed_session_is_brought_up_to_date():
    kept = replace(ITEMS[0], choice=Choice.KEEP, note="Holds.")
    plan = plan_of(agenda=(kept, *ITEMS[1:]))
    new = AgendaItem("change/roles", Topic.CHANGE, "Role: Lead")

    session = running_in(after(refresh(plan, KEY, Prepared("1.0", (ITEMS[0], new))), plan))

    assert session.agenda == (new, kept)


def test_calls_that_were_made_stay_and_new_people_are_to_be_called():
    made = ContactCheck(rid("gone"), "Gone", Outcome.CONFIRMED)
    plan = plan_of(contacts=(ContactCheck(rid("left"), "Left"), made))
    fresh = (ContactCheck(rid("cy"), "Cy"), ContactCheck(rid("gone"), "Gone"))

    session = running_in(after(refresh(plan, KEY, Prepared("1.0", ITEMS, fresh)), plan))

    assert session.contacts == (made, ContactCheck(rid("cy"), "Cy"))


def test_an_agenda_that_is_up_to_date_stays():
    session = running_in(PLAN)

    assert refresh(PLAN, KEY, Prepared("1.0", session.agenda, session.contacts)) == ()


def test_a_session_given_up_leaves_its_actions():
    plan = after(give_up(PLAN, KEY))

    assert resting(plan) is None
    assert plan.actions.all() == (ACTION,)
    assert plan.table(Kind.SESSION).all() == (CLOSED,)
