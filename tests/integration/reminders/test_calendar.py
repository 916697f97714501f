"""Reminders as calendar programs read them: vobject knows nothing of the library we write with."""

from datetime import date, timedelta

import pytest
import vobject

from app.domain.lifecycle.reminding.reminder import Reminder, Subject
from app.reminders.calendar import calendar
from app.services.reminding.ledger import Entry
from app.services.reminding.publishing import Page
from app.services.reminding.watching import Watch
from tests.builders import NOON, rid

TODAY = NOON.date()


def reminder(key, on, title="Do it", details="", **fields):
    return Reminder(key, Subject.REVIEW, on, title, details, **fields)


REVIEW = reminder("review-start", date(2027, 3, 1), "Start the review", "Until\nsummer")


def page(*reminders, plan="plan-1", name="Northwind", warn=14, cancelled=()):
    return Page(Watch(rid(plan), name, TODAY, warn, reminders), cancelled)


def events(*reminders, when=NOON, **options):
    data = calendar((page(*reminders, **options),), when)
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
    other = reminder("exercise-x", date(2027, 4, 1), "Exercise")

    assert [item.dtstart.value for item in events(REVIEW, other)] == [REVIEW.on, other.on]


def test_without_reminders_there_is_an_empty_calendar():
    made = vobject.readOne(calendar((page(),), NOON).decode())

    assert made.version.value == "2.0"
    assert made.method.value == "PUBLISH"
    assert "vevent" not in made.contents


@pytest.mark.parametrize(
    ("warn", "days"), [(14, [-14, -1]), (1, [-1]), (0, [-1]), (400, [-400, -1])]
)
def test_alarms_warn_as_the_plan_says_and_on_the_day_before(warn, days):
    alarms = event(REVIEW, warn=warn).valarm_list

    assert [alarm.trigger.value for alarm in alarms] == [timedelta(days=day) for day in days]
    assert {alarm.action.value for alarm in alarms} == {"DISPLAY"}
    assert {alarm.description.value for alarm in alarms} == {"Start the review"}


def test_a_later_export_supersedes_the_same_event_though_the_day_moved():
    moved = reminder("review-start", date(2027, 5, 1), "Start the review")

    first = event(REVIEW)
    second = event(moved, when=NOON + timedelta(seconds=1))

    assert first.uid.value == second.uid.value
    assert int(second.sequence.value) > int(first.sequence.value) >= 0
    assert second.dtstamp.value > first.dtstamp.value == NOON


def test_events_of_different_reminders_or_plans_are_told_apart():
    uids = {
        event(REVIEW).uid.value,
        event(reminder("other", REVIEW.on)).uid.value,
        event(REVIEW, plan="plan-2").uid.value,
    }

    assert len(uids) == 3


def test_what_is_gone_is_cancelled_under_its_own_name():
    gone = Entry("review-start", date(2027, 3, 1), "Start the review")
    before = event(REVIEW)

    after = event(cancelled=(gone,), when=NOON + timedelta(days=1))

    assert (before.status.value, after.status.value) == ("CONFIRMED", "CANCELLED")
    assert after.uid.value == before.uid.value
    assert int(after.sequence.value) > int(before.sequence.value)
    assert after.dtstart.value == before.dtstart.value
    assert not hasattr(after, "valarm")


def test_what_is_overdue_stands_on_today_and_says_since_when():
    made = event(reminder("x", TODAY - timedelta(days=40), details="Call her"))

    assert made.dtstart.value == TODAY
    assert made.description.value == "This was due on 2026-10-12.\nCall her"


def test_a_day_that_moved_says_from_where():
    saturday = date(2027, 2, 27)
    made = event(reminder("x", saturday, moved=date(2027, 3, 1)))

    assert made.dtstart.value == date(2027, 3, 1)
    assert made.description.value == "Counted to 2027-02-27, on which nobody works."


def test_the_contacts_of_a_day_are_one_event():
    people = [
        Reminder(f"contact-{who}", Subject.CONTACT, REVIEW.on, f"Verify {who}", who=who)
        for who in ("Anna", "Ben")
    ]

    made = event(*people)

    assert made.summary.value == "Northwind: Verify 2 contacts"
    assert made.uid.value.startswith("contacts-2027-03-01@")


def test_several_plans_share_a_file():
    data = calendar((page(REVIEW), page(REVIEW, plan="plan-2", name="Quay")), NOON)

    made = vobject.readOne(data.decode()).contents["vevent"]
    assert [item.summary.value for item in made] == [
        "Northwind: Start the review",
        "Quay: Start the review",
    ]


def test_equal_reminders_and_times_make_equal_bytes():
    assert calendar((page(REVIEW),), NOON) == calendar((page(REVIEW),), NOON)


def test_without_a_name_the_summary_is_the_title_alone():
    assert event(REVIEW, name="").summary.value == "Start the review"


def test_the_last_day_there_is_makes_an_event():
    assert event(reminder("x", date.max, "Review")).dtstart.value == date.max


LONG = reminder("x", date(2027, 3, 1), "Prüfung 🚑 مرحبا, e\u0301; \\n " * 20, "é" * 500)


def test_lines_end_as_the_standard_asks_and_are_folded_at_75_octets():
    data = calendar((page(LONG),), NOON)

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
    gone = Entry("y", REVIEW.on, hostile)

    made = page(reminder("x", REVIEW.on, hostile, hostile), name=hostile, cancelled=(gone,))
    data = calendar((made,), NOON)

    text = data.decode()
    assert len(vobject.readOne(text).contents["vevent"]) == 2
    assert "ATTENDEE" not in {line.partition(":")[0] for line in text.splitlines()}
    assert text.count("\r\nBEGIN:VEVENT") == 2


def test_controls_a_calendar_may_not_hold_are_left_out():
    made = event(reminder("x", REVIEW.on, "a\x00b\x1b[2J", "c\x07d"))

    assert made.summary.value == "Northwind: ab[2J"
    assert made.description.value == "cd"
