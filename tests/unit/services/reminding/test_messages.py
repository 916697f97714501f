from datetime import date, timedelta

from app.domain.lifecycle.reminding.reminder import Reminder, Subject
from app.services.reminding.messages import MOST_SUBJECT, message
from app.services.reminding.watching import Watch
from tests.builders import NOON

TODAY = NOON.date()


def reminder(key, days, title="", **fields):
    due = TODAY + timedelta(days=days)
    return Reminder(key, Subject.ACTION, due, title or f"Do {key}", **fields)


def watch(*reminders, name="Harbour", plan="plan-1"):
    return Watch(plan, name, TODAY, 14, reminders)


def test_a_message_says_first_what_presses_most():
    made = message((watch(reminder("late", -2), reminder("now", 0), reminder("near", 3)),), NOON)

    assert made.subject == "Harbour incident response plan: 1 overdue, 1 due today, 1 soon"
    assert made.text.index("Overdue") < made.text.index("Due today") < made.text.index("Soon")
    assert f"  {TODAY}  Do now\n" in made.text
    assert made.at == NOON


def test_details_stand_below_their_reminder():
    made = message((watch(reminder("a", 0, details="Owner: Anna\n\nCall her")),), NOON)

    assert f"  {TODAY}  Do a\n    Owner: Anna\n    Call her\n" in made.text


def test_a_digest_names_its_week_and_what_is_ahead():
    made = message((watch(reminder("far", 300)),), NOON, digest=True)

    assert made.subject == f"Harbour incident response plan: week of {TODAY}: 1 ahead"
    assert "Ahead\n" in made.text


def test_several_plans_are_kept_apart():
    made = message((watch(reminder("a", 0)), watch(reminder("b", 0), name="", plan="p2")), NOON)

    assert made.subject == "Incident response plans: 2 due today"
    assert "Harbour incident response plan\n\nDue today" in made.text
    assert "\n\nIncident response plan\n\nDue today" in made.text


def test_a_plan_without_anything_says_so():
    made = message((watch(name=""),), NOON, b"BEGIN:VCALENDAR")

    assert made.subject == "Incident response plan: nothing is due"
    assert "Nothing is ahead." in made.text
    assert made.calendar == b"BEGIN:VCALENDAR"


def test_a_short_notice_names_three_and_counts_the_rest():
    made = message((watch(*(reminder(key, days) for days, key in enumerate("edcba", -2))),), NOON)

    lines = made.brief.splitlines()
    assert [line.rpartition(" ")[2] for line in lines[:3]] == ["e", "d", "c"]
    assert lines[3:] == ["and 2 more"]
    assert message((watch(reminder("a", 0)),), NOON).brief == f"{TODAY}: Do a"


def test_no_text_of_a_plan_begins_a_line_of_its_own():
    hostile = "x\r\nBcc: all@example.org\x00\u2028Overdue"
    made = message((watch(reminder("a", 0, hostile, details=hostile), name=hostile),), NOON)

    assert "\n" not in made.subject
    assert "Bcc" not in {line.partition(":")[0] for line in made.text.splitlines()}
    assert "\x00" not in made.text + made.subject + made.brief
    assert len(made.brief.splitlines()) == 1


def test_a_subject_stays_short():
    made = message((watch(reminder("a", 0), name="N" * 400),), NOON)

    assert len(made.subject) == MOST_SUBJECT
    assert made.subject.endswith("\u2026")


def test_the_contacts_of_a_day_are_one_entry():
    people = [
        Reminder(f"contact-{who}", Subject.CONTACT, date(2026, 1, 1), f"Verify {who}", who=who)
        for who in ("Anna", "Ben")
    ]
    made = message((watch(*people),), NOON)

    assert "1 overdue" in made.subject
    assert "Call each of: Anna, Ben" in made.text
