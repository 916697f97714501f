"""A verification round."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.acts import Act, Deed, Route
from app.domain.plan.changes import apply, put, remove
from app.domain.plan.people import Person
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.sessions import ContactCheck, Occasion, Outcome, ReviewSession
from app.services.people.rounds import (
    TRY_AGAIN,
    Result,
    Round,
    begin,
    called,
    followed,
    noted,
    to_try_again,
)
from app.services.reviewing.calling import Call
from tests.builders import NOON, QUICK, plan_with, rid
from tests.unit.services.people.directory_plan import BO, CY, DI, MOBILE, TODAY, organisation

REACHED = Call(Outcome.CONFIRMED, " Ann ", TODAY, " Well. ")
MISSED = Call(Outcome.NOT_REACHED, "Ann", TODAY, "Rang out.")
SESSION = ReviewSession(
    rid("review"),
    "Review",
    Occasion.DUE,
    NOON,
    contacts=(ContactCheck(BO.id, "Bo"), ContactCheck(rid("gone"), "Gone")),
)


def step(plan: Plan, round_: Round, person: Person, call: Call) -> tuple[Plan, Round]:
    """The plan and the round after one call."""
    before = plan.people[person.id]
    was = round_.results.get(person.id)
    made = apply(plan, called(plan, person, call, was))
    return made, noted(round_, person, call, before if was is None else was.before)


def test_the_round_goes_over_who_waits_the_first_called_first():
    plan = organisation()

    assert begin(plan, TODAY).queue == ("bo", "cy", "di")
    assert begin(plan, TODAY, everybody=True).queue == ("bo", "ann", "cy", "di")
    assert begin(plan, TODAY).done == 0


def test_somebody_reached_is_verified_in_one_step_with_what_was_corrected():
    plan, round_ = organisation(), begin(organisation(), TODAY)
    mended = replace(BO, channels=(MOBILE,))
    after, then = step(plan, round_, mended, REACHED)

    assert after.people[BO.id] == replace(mended, verified_on=TODAY, verified_by="Ann")
    assert then.results[BO.id] == Result(Outcome.CORRECTED, BO, TODAY, "Well.")
    assert then.of(Outcome.CORRECTED) == ("bo",)
    same, then = step(plan, round_, BO, REACHED)
    assert same.people[BO.id].verified_by == "Ann"
    assert then.of(Outcome.CONFIRMED) == ("bo",)


def test_somebody_not_reached_keeps_what_the_record_said():
    plan, round_ = organisation(), begin(organisation(), TODAY)
    after, then = step(plan, round_, BO, MISSED)

    assert after == plan
    assert then.of(Outcome.NOT_REACHED) == ("bo",)
    assert then.results[BO.id].note == "Rang out."


def test_an_answer_can_be_taken_back():
    plan, round_ = step(organisation(), begin(organisation(), TODAY), BO, REACHED)
    after, then = step(plan, round_, plan.people[BO.id], MISSED)

    assert after == organisation()
    assert then.of(Outcome.NOT_REACHED) == ("bo",)
    again, last = step(after, then, after.people[BO.id], MISSED)
    assert (again, last.done) == (after, 1)


def test_who_comes_next():
    round_ = Round((BO.id, CY.id, DI.id), {CY.id: Result(Outcome.CONFIRMED, CY, TODAY)})

    assert round_.after(None) == BO.id
    assert round_.after(BO.id) == DI.id
    assert round_.after(DI.id) == BO.id
    assert not round_.finished
    full = replace(round_, results=dict.fromkeys(round_.queue, Result(Outcome.OPEN, CY, TODAY)))
    assert full.finished
    assert full.after(BO.id) is None


def test_an_undone_call_is_open_again_and_who_is_gone_leaves():
    plan, round_ = step(organisation(), begin(organisation(), TODAY), BO, REACHED)
    plan, round_ = step(plan, round_, CY, MISSED)

    assert followed(round_, plan) == round_
    undone = apply(plan, (put(plan, BO),))
    assert followed(round_, undone).results.keys() == {CY.id}
    less = apply(plan, (remove(plan, Kind.PERSON, CY.id),))
    assert followed(round_, less).queue == ("bo", "di")
    assert followed(round_, less).results.keys() == {BO.id}


def test_a_review_session_notes_the_call_too():
    plan = plan_with(*organisation().people.all(), SESSION)
    after, _ = step(plan, begin(plan, TODAY), replace(BO, channels=(MOBILE,)), REACHED)
    unlisted, _ = step(plan, begin(plan, TODAY), CY, REACHED)

    check = after.sessions[SESSION.id].contacts[0]
    assert (check.outcome, check.note, check.on) == (Outcome.CONFIRMED, "Well.", TODAY)
    person = after.people[BO.id]
    assert (person.channels, person.verified_on, person.verified_by) == ((MOBILE,), TODAY, "Ann")
    assert unlisted.sessions == plan.sessions
    assert unlisted.people[CY.id].verified_on == TODAY


def test_calls_of_today_in_a_session_count_when_a_round_begins():
    yesterday = TODAY - timedelta(days=1)
    checks = (
        ContactCheck(BO.id, "Bo", Outcome.NOT_REACHED, "Rang out.", TODAY),
        ContactCheck(CY.id, "Cy", Outcome.NOT_REACHED, "", yesterday),
        ContactCheck(rid("ann"), "Ann", Outcome.CONFIRMED, "", TODAY),
    )
    plan = plan_with(*organisation().people.all(), replace(SESSION, contacts=checks))

    assert begin(plan, TODAY).results == {
        BO.id: Result(Outcome.NOT_REACHED, BO, TODAY, "Rang out.")
    }


def test_while_a_version_is_in_review_a_call_noted_in_the_session_stands():
    route = Route(("Bo",), ("Cy",))
    submitted = Act(
        rid("act-000001"), Deed.SUBMITTED, "1.1", "Ann", NOON, 2, "ab" * 32, reason="x", route=route
    )
    plan = plan_with(*organisation().people.all(), SESSION, submitted)
    after, round_ = step(plan, begin(plan, TODAY), BO, REACHED)

    assert after.people[BO.id].verified_on == BO.verified_on
    assert followed(round_, after).results.keys() == {BO.id}


def test_an_action_for_everybody_to_be_tried_again():
    plan = organisation()
    changes = to_try_again(plan, (BO.id, rid("gone")), " Ann ", TODAY)
    action = next(iter(apply(plan, changes).actions.values()))

    assert len(changes) == 1
    assert (action.owner, action.due, action.about) == ("Ann", TODAY + TRY_AGAIN, "people/bo")
    assert "Bo" in action.text


@QUICK
@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from((REACHED, MISSED))), max_size=10))
def test_whatever_is_answered_the_last_answer_counts(answers):
    plan, round_ = organisation(), begin(organisation(), TODAY)
    last = {}
    for at, call in answers:
        person = plan.people[round_.queue[at]]
        plan, round_ = step(plan, round_, person, call)
        last[person.id] = call
    assert round_.done == len(last)
    assert followed(round_, plan) == round_
    for key, before in organisation().people.items():
        reached = last.get(key) is REACHED
        assert plan.people[key].verified_on == (TODAY if reached else before.verified_on)
