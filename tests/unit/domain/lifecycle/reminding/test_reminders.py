from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.lifecycle.reminding.reminder import Reminder, Subject
from app.domain.lifecycle.reminding.reminders import gathered, reminders
from app.domain.plan.governance import Action, Version
from app.domain.plan.kinds import Kind
from app.domain.plan.profile import Profile
from app.domain.plan.upkeep import Upkeep
from tests.builders import DATES, NOON, QUICK, person, plan_with, rid, tables_of

TODAY = NOON.date()  # a Saturday
SATURDAY = date(2026, 11, 21)


def weekend(day):
    return day.weekday() >= 5


def test_all_are_told_the_earliest_first():
    plan = plan_with(
        Version(rid("v1"), "1.0", issued_on=date(2026, 1, 1)),
        Action(rid("z"), "Late", due=date(2028, 1, 1)),
        Action(rid("a"), "Early", due=date(2020, 1, 1)),
        person("anna", verified_on=TODAY),
        profile=Profile(review_months=12),
    )

    keys = [item.key for item in reminders(plan, TODAY)]

    assert keys == [
        "action-a",
        "review-start",
        "exercise-due",
        "review-effective",
        "contact-anna",
        "action-z",
    ]


def test_days_move_off_the_weekend_only_where_the_plan_asks():
    action = Action(rid("a"), "Do", due=SATURDAY)
    plain, moving = plan_with(action), plan_with(action, Upkeep(working_days=True))

    (stays,) = reminders(plain, TODAY, weekend)
    (moved,) = reminders(moving, TODAY, weekend)
    (unknown,) = reminders(moving, TODAY)

    assert stays.moved is None
    assert unknown.moved is None
    assert (moved.due, moved.on) == (SATURDAY, SATURDAY + timedelta(days=2))


def test_a_start_moves_to_the_day_before_and_an_end_to_the_day_after():
    plan = plan_with(
        Version(rid("v1"), "1.0", issued_on=date(2025, 11, 21)),
        Upkeep(working_days=True, start_before=7, exercise_every=0),
        profile=Profile(review_months=12),
    )

    start, effective = reminders(plan, TODAY, weekend)

    assert (start.due, start.on) == (date(2026, 11, 14), date(2026, 11, 13))
    assert (effective.due, effective.on) == (SATURDAY, date(2026, 11, 23))


def test_a_working_day_stays_where_it_is():
    plan = plan_with(Action(rid("a"), "Do", due=date(2026, 11, 20)), Upkeep(working_days=True))

    assert reminders(plan, TODAY, weekend)[0].moved is None


def contact(key, due, name):
    return Reminder(f"contact-{key}", Subject.CONTACT, due, f"Verify {name}", who=name, about=key)


def test_contacts_of_a_day_are_shown_as_one():
    other = Reminder("action-a", Subject.ACTION, TODAY, "Do")
    later = contact("cid", TODAY + timedelta(days=1), "Cid")

    shown = gathered((contact("anna", TODAY, "Anna"), other, contact("ben", TODAY, "Ben"), later))

    assert [item.key for item in shown] == [
        f"contacts-{TODAY}",
        "action-a",
        f"contacts-{later.due}",
    ]
    assert (shown[0].title, shown[0].details) == ("Verify 2 contacts", "Call each of: Anna, Ben")
    assert shown[1] == other
    assert shown[2] == replace(later, key=shown[2].key)


KINDS = (Kind.VERSION, Kind.ACT, Kind.SESSION, Kind.EXERCISE, Kind.ACTION, Kind.LESSON, Kind.PERSON)


@QUICK
@given(st.data(), DATES, st.builds(Upkeep, start_before=st.integers(), warn_before=st.integers(),
       verify_every=st.integers(), exercise_every=st.integers(), kept_for=st.integers() | st.none(),
       working_days=st.booleans()))  # fmt: skip
def test_any_plan_on_any_day_has_reminders_with_keys_of_their_own(data, today, upkeep):
    plan = plan_with(upkeep, profile=Profile(review_months=data.draw(st.integers(0, 10**6))))
    for kind in KINDS:
        plan = plan.with_table(kind, data.draw(tables_of(kind, most=3)))

    found = reminders(plan, today, weekend)

    assert len({(item.key, item.due) for item in found}) == len(found)
    assert [item.on for item in found] == sorted(item.on for item in found)
    assert reminders(plan, today, weekend) == found
    for item in found:
        item.stage(today, upkeep.warn_before)
