"""Reminders as calendar programs read them: vobject knows nothing of the library we write with."""

from datetime import date, timedelta

import pytest
import vobject

from app.domain.plan.profile import Profile
from app.domain.plan.reminding import Reminder
from app.reminders.calendar import ALARMS, calendar
from tests.builders import NOON, plan_with

PLAN = plan_with(profile=Profile(legal_name="Northwind Limited", short_name="Northwind"))
REVIEW = Reminder("review-start", date(2027, 3, 1), "Start the review", "Until\nsummer")


def events(*reminders, plan=PLAN, when=NOON):
    data = calendar(plan, reminders, when)
    return vobject.readOne(data.decode()).contents.get("vevent", [])


def event(*reminders, **options):
    (only,) = events(*reminders, **options)
    return only


def test_an_event_is_a_whole_day_that_does_not_block_it():
    made = event(REVIEW)

    assert made.dtstart.value == date(2027, 3, 1)
    assert made.duration.value == timedelta(days=1)
    assert made.transp.value == "TRANSPARENT"
    assert made.summary.value == "Northwind: Start the review"
    assert made.description.value == "Until\nsummer"


def test_each_reminder_is_one_event_in_order():
    other = Reminder("exercise-x", date(2027, 4, 1), "Exercise", "")

    assert [item.dtstart.value for item in events(REVIEW, other)] == [REVIEW.on, other.on]


def test_without_reminders_there_is_an_empty_calendar():
    made = vobject.readOne(calendar(PLAN, (), NOON).decode())

    assert made.version.value == "2.0"
    assert made.method.value == "PUBLISH"
    assert "vevent" not in made.contents


def test_two_alarms_warn_before_the_day():
    alarms = event(REVIEW).valarm_list

    assert [alarm.trigger.value for alarm in alarms] == list(ALARMS)
    assert {alarm.action.value for alarm in alarms} == {"DISPLAY"}
    assert {alarm.description.value for alarm in alarms} == {"Start the review"}


def test_a_later_export_supersedes_the_same_event_though_the_day_moved():
    moved = Reminder("review-start", date(2027, 5, 1), "Start the review", "")

    first = event(REVIEW)
    second = event(moved, when=NOON + timedelta(minutes=1))

    assert first.uid.value == second.uid.value
    assert int(second.sequence.value) > int(first.sequence.value) >= 0
    assert second.dtstamp.value > first.dtstamp.value == NOON


def test_events_of_different_reminders_or_plans_are_told_apart():
    another = plan_with()
    object.__setattr__(another, "id", "plan-2")

    uids = {
        event(REVIEW).uid.value,
        event(Reminder("other", REVIEW.on, "x", "")).uid.value,
        event(REVIEW, plan=another).uid.value,
    }

    assert len(uids) == 3


def test_equal_reminders_and_times_make_equal_bytes():
    assert calendar(PLAN, (REVIEW,), NOON) == calendar(PLAN, (REVIEW,), NOON)


@pytest.mark.parametrize(
    ("profile", "summary"),
    [
        (Profile(legal_name="Northwind Limited"), "Northwind Limited: Start the review"),
        (Profile(), "Start the review"),
    ],
)
def test_the_summary_names_the_organisation_as_far_as_it_is_known(profile, summary):
    assert event(REVIEW, plan=plan_with(profile=profile)).summary.value == summary


def test_the_last_day_there_is_makes_an_event():
    assert event(Reminder("x", date.max, "Review", "")).dtstart.value == date.max


LONG = Reminder("x", date(2027, 3, 1), "Prüfung 🚑 مرحبا, e\u0301; \\n " * 20, "é" * 500)


def test_lines_end_as_the_standard_asks_and_are_folded_at_75_octets():
    data = calendar(PLAN, (LONG,), NOON)

    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()  # a fold inside a character would break it


def test_any_language_comes_back_as_it_was():
    made = event(LONG)

    assert made.summary.value == f"Northwind: {' '.join(LONG.title.split())}"
    assert made.description.value == LONG.details


@pytest.mark.parametrize(
    "end", ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1c"]
)
def test_no_text_can_start_a_line_of_its_own(end):
    hostile = f"x{end}END:VEVENT{end}BEGIN:VEVENT{end}ATTENDEE:mailto:a@b.example"
    profile = Profile(short_name=hostile)

    data = calendar(plan_with(profile=profile), (Reminder("x", REVIEW.on, hostile, hostile),), NOON)

    text = data.decode()
    assert len(vobject.readOne(text).contents["vevent"]) == 1
    assert "ATTENDEE" not in {line.partition(":")[0] for line in text.splitlines()}
    assert text.count("\r\nBEGIN:VEVENT") == 1


def test_controls_a_calendar_may_not_hold_are_left_out():
    made = event(Reminder("x", REVIEW.on, "a\x00b\x1b[2J", "c\x07d"))

    assert made.summary.value == "Northwind: ab[2J"
    assert made.description.value == "cd"
