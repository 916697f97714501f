"""The office over a real mail server, a real ledger and real calendar files."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject

from app.domain.plan.governance import Action, ActionState, Version
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.sessions import Occasion, ReviewSession, Verdict
from app.domain.plan.upkeep import Upkeep
from app.exchange.holidays import PublicHolidays
from app.reminders.ledger import FileLedger
from app.reminders.office import ReminderOffice
from app.reminders.running import Ran
from app.reminders.timers.systemd import SystemdTimer
from app.services.reminding.delivering import Outcome
from app.services.reminding.ledger import Route
from app.services.reminding.mail_settings import MailSettings, Security
from app.services.reminding.mailing import MailNotSetUp, MailPasswordWrong
from app.services.reminding.ordering import Order
from app.services.reminding.timing import Task, TimerFailed
from tests.builders import NOON, person, plan_with, rid
from tests.fakes import FakeClock
from tests.integration.reminders.mailbox import starttls_server

ANNA, BEN = "anna@example.org", "ben@example.org"
MAIL = Order(mail=True)
START = date(2026, 1, 5)


@dataclass
class Setting:
    """What the person has chosen; a test may change it."""

    mail: MailSettings


@pytest.fixture
def setting(box, start, pem):
    server = start(starttls_server(box, pem))
    security = Security.STARTTLS
    mail = MailSettings("127.0.0.1", server.port, security, "anna", "plans@example.org", (ANNA,))
    return Setting(mail)


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def office(tmp_path, setting, clock, passwords, trust, runner):
    return ReminderOffice(
        clock=clock,
        holidays=PublicHolidays(),
        ledger=FileLedger(tmp_path / "reminders.sqlite"),
        passwords=passwords,
        timers=SystemdTimer(tmp_path / "units", ("/bin/true",), {}, runner),
        mail=lambda: setting.mail,
        runner=runner,
        trust=trust,
    )


def due_plan(**profile):
    return plan_with(Action(rid("a"), "Buy radios", due=NOON.date()), profile=Profile(**profile))


def send(office, plan, order=MAIL):
    return office.deliver((office.watch(plan),), order)


def outcomes(deliveries):
    return [one.outcome for one in deliveries]


def entries(data):
    read = vobject.readOne(data.decode()).contents.get("vevent", [])
    return {event.uid.value.partition("@")[0]: event for event in read}


def test_what_is_due_is_sent_once_with_all_dates(office, box):
    first, second = send(office, due_plan()), send(office, due_plan())

    assert outcomes(first) == [Outcome.SENT]
    assert outcomes(second) == [Outcome.NOTHING_NEW]
    (letter,) = box.letters
    assert "1 due today" in letter["Subject"]
    (attached,) = letter.iter_attachments()
    assert set(entries(attached.get_payload(decode=True))) == {"action-a"}


def test_each_recipient_has_a_letter_and_one_that_is_refused_keeps_no_other(office, box, setting):
    setting.mail = replace(setting.mail, to=(BEN, ANNA))
    box.answers[BEN] = "550 5.1.1 No such user"

    deliveries = send(office, due_plan())

    assert outcomes(deliveries) == [Outcome.FAILED, Outcome.SENT]
    assert box.recipients == [ANNA]
    (failure,) = office.standing().failures
    assert failure.route == Route("mail", BEN)
    assert "No such user" in failure.reason


def test_a_refused_connection_is_tried_again_and_then_sent_once(office, box, setting, clock):
    right = setting.mail
    setting.mail = replace(right, port=1)
    assert outcomes(send(office, due_plan())) == [Outcome.FAILED]

    setting.mail = right
    assert outcomes(send(office, due_plan())) == [Outcome.WAITING]
    clock.moment += timedelta(hours=1)
    assert outcomes(send(office, due_plan())) == [Outcome.SENT]
    assert outcomes(send(office, due_plan())) == [Outcome.NOTHING_NEW]
    assert len(box.letters) == 1
    assert office.standing().failures == ()


def test_a_dry_run_sends_and_notes_nothing(office, box, runner, tmp_path):
    order = Order(mail=True, notify=True, dry_run=True)

    assert outcomes(send(office, due_plan(), order)) == [Outcome.WOULD_SEND] * 2
    assert box.letters == []
    assert runner.calls == []
    assert not (tmp_path / "reminders.sqlite").exists()
    assert outcomes(send(office, due_plan())) == [Outcome.SENT]


def test_the_desktop_is_told_once_as_well(office, runner):
    order = Order(notify=True)

    assert outcomes(send(office, due_plan(), order)) == [Outcome.SENT]
    assert outcomes(send(office, due_plan(), order)) == [Outcome.NOTHING_NEW]
    assert len(runner.calls) == 1


def test_settings_that_are_not_complete_are_told_before_anything_is_sent(office, setting, box):
    setting.mail = MailSettings()

    with pytest.raises(MailNotSetUp, match="Mail is not set up"):
        send(office, due_plan())

    assert box.letters == []


def test_a_test_letter_goes_to_everybody_and_ends_the_waiting(office, box, setting, passwords):
    passwords.kept["anna@127.0.0.1"] = "wrong"
    send(office, due_plan())
    passwords.kept["anna@127.0.0.1"] = "s\u00e9cret"
    two = replace(setting.mail, to=(ANNA, BEN))

    assert office.send_test(two) == (ANNA, BEN)

    assert [letter["To"] for letter in box.letters] == [ANNA, BEN]
    assert office.standing().failures == ()
    assert outcomes(send(office, due_plan())) == [Outcome.SENT]


def test_a_test_letter_with_wrong_settings_says_what_is_wrong(office, setting, passwords):
    with pytest.raises(MailNotSetUp):
        office.send_test(replace(setting.mail, to=()))
    passwords.kept.clear()
    with pytest.raises(MailPasswordWrong):
        office.send_test(setting.mail)


def test_the_weekly_letter_follows_the_settings_or_the_order(office, box, setting, clock):
    send(office, due_plan(), Order(mail=True, digest=True))
    assert "week of" in box.letters[0]["Subject"]

    setting.mail = replace(setting.mail, digest_on=1)
    clock.moment = datetime(2026, 11, 24, 9, tzinfo=NOON.tzinfo)
    assert outcomes(send(office, due_plan())) == [Outcome.SENT]
    clock.moment += timedelta(days=1)
    assert outcomes(send(office, due_plan())) == [Outcome.NOTHING_NEW]


def test_the_last_run_is_shown(office):
    office.note_run("1 sent.")

    run = office.standing().last_run
    assert (run.at, run.outcome) == (NOON, "1 sent.")
    assert not office.standing().timer.installed


ONE, TWO = Path("/p/one.irplan"), Path("/p/two.irplan")


def test_a_plan_joins_those_of_the_daily_task_or_takes_their_place(office):
    office.install(Task((ONE,)))
    office.install_with(Task((TWO,)))
    office.install_with(Task((ONE,)))
    assert office.standing().plans == (ONE, TWO)

    office.install(Task((TWO,)))
    assert office.standing().plans == (TWO,)
    assert len(office.uninstall()) == 2
    assert office.standing().plans == ()
    assert office.uninstall() == ()
    office.install_with(Task((ONE,)))
    assert office.standing().plans == (ONE,)


def test_a_task_that_was_not_taken_has_no_plans(office, runner):
    runner.answers["enable"] = Ran(1, "", "No bus")

    with pytest.raises(TimerFailed):
        office.install(Task((ONE,)))

    assert office.standing().plans == ()


def test_an_imported_calendar_is_updated_and_never_doubled(office, clock):
    """What a calendar program keeps after importing three files, one after another."""
    stays = Action(rid("a"), "Buy radios", due=NOON.date() + timedelta(days=30))
    moves = Action(rid("b"), "Test them", due=NOON.date() + timedelta(days=60))
    moved = replace(moves, due=NOON.date() + timedelta(days=90))
    done = replace(moved, state=ActionState.DONE)
    kept: dict[str, Any] = {}
    for actions in ((stays, moves), (stays, moved), (stays, done)):
        watches = (office.watch(plan_with(*actions)),)
        for key, event in entries(office.calendar(watches)).items():
            if key not in kept or int(event.sequence.value) > int(kept[key].sequence.value):
                kept[key] = event
        office.note_calendar(watches)
        clock.moment += timedelta(seconds=1)

    assert set(kept) == {"action-a", "action-b"}
    assert kept["action-a"].status.value == "CONFIRMED"
    assert kept["action-b"].status.value == "CANCELLED"
    assert kept["action-b"].dtstart.value == moved.due


def year_plan():
    """Issued on a Monday; to be reviewed in a year, with an exercise and somebody to call."""
    return plan_with(
        Version(rid("v1"), "1.0", issued_on=START),
        Exercise(rid("e1"), "Ransomware", on=date(2026, 6, 20)),
        person("anna", "Anna", verified_on=START),
        Upkeep(working_days=True, region="GB-ENG"),
        profile=Profile(short_name="Harbour", review_months=12),
    )


def after(plan: Plan, day: date) -> Plan:
    """What people did by `day`: contacts called, the exercise held, a review without a change."""
    changed = {
        date(2026, 4, 10): lambda: with_contact(plan, date(2026, 4, 9)),
        date(2026, 6, 23): lambda: with_exercise(plan),
        date(2027, 1, 4): lambda: with_review(plan),
    }
    return changed[day]() if day in changed else plan


def with_contact(plan, day):
    return replace(plan, people=plan.people.put(person("anna", "Anna", verified_on=day)))


def with_exercise(plan):
    held = replace(plan.exercises[RecordId("e1")], state=ExerciseState.HELD)
    return replace(plan, exercises=plan.exercises.put(held))


def with_review(plan):
    at = datetime(2027, 1, 4, 10, tzinfo=NOON.tzinfo)
    session = ReviewSession(
        rid("s1"), "Review", Occasion.DUE, at, closed_at=at, verdict=Verdict.NO_CHANGE
    )
    return replace(plan, sessions=plan.sessions.put(session))


def test_a_year_in_fast_forward_tells_every_thing_once(office, box, clock):
    plan, told = year_plan(), []
    for days in range(400):
        day = START + timedelta(days=days)
        clock.moment = datetime.combine(day, NOON.timetz())
        plan = after(plan, day)
        for delivery in send(office, plan):
            if delivery.outcome is Outcome.SENT:
                lines = delivery.letter.text.splitlines()
                told += [(day, line[14:]) for line in lines if line.startswith("  2")]

    subjects = [(day.isoformat(), title) for day, title in told]
    contact = "Verify the contact Anna"
    exercise, cycle = "Exercise: Ransomware", "Hold an exercise of the plan"
    start = "Start the review of the incident response plan"
    effective = "Reviewed incident response plan must be effective"
    assert subjects == [
        ("2026-03-24", contact),  # due on Easter Sunday, so on the Tuesday after
        ("2026-04-07", contact),
        ("2026-04-08", contact),
        ("2026-06-08", exercise),  # on a Saturday, so on the Monday after
        ("2026-06-22", exercise),
        ("2026-06-24", contact),
        ("2026-07-08", contact),
        ("2026-07-09", contact),
        ("2026-11-10", start),
        ("2026-11-24", start),
        ("2026-11-25", start),
        ("2026-12-22", effective),
    ]
    assert cycle not in dict(told).values()
    assert len(box.letters) == len({day for day, _ in told})
