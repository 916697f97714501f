from datetime import timedelta

from app.cli.remind_report import as_data, as_lines, outcome_of, standing_data, standing_lines
from app.domain.errors import IrplanError
from app.domain.lifecycle.reminding.reminder import Reminder, Subject
from app.services.reminding.delivering import Delivery, Outcome
from app.services.reminding.ledger import Failure, Route, Run
from app.services.reminding.ordering import Standing
from app.services.reminding.timing import TimerStatus
from app.services.reminding.watching import Watch
from tests.builders import NOON, rid

ROUTE = Route("mail", "anna@example.org")
TIMER = TimerStatus("systemd")


def watch(name):
    return Watch(
        rid("p"), name, NOON.date(), 0, (Reminder("a", Subject.ACTION, NOON.date(), "Do"),)
    )


def test_several_plans_are_named_and_one_is_not():
    two = [*as_lines((watch("Harbour"), watch("")), ())]

    assert two == ["Harbour:", "2026-11-21  due      Do", "p:", "2026-11-21  due      Do"]
    assert [*as_lines((watch("Harbour"),), ())] == two[1:2]


def test_a_run_is_one_sentence():
    sent, failed = Delivery(ROUTE, Outcome.SENT), Delivery(ROUTE, Outcome.FAILED, reason="Away.")
    waiting = Delivery(ROUTE, Outcome.WAITING, reason="Away.")

    assert outcome_of((), ()) == "nothing new was sent."
    assert outcome_of((sent, sent), ()) == "2 sent."
    assert outcome_of((sent, failed), ()) == "1 sent. Away."
    assert outcome_of((waiting,), ()) == "nothing new was sent; 1 waiting after a failure."
    assert outcome_of((), (IrplanError("The plan is gone."),)).endswith("The plan is gone.")


def test_failures_are_counted_and_timed():
    failure = Failure(ROUTE, "Away.\x1b", 3, NOON, NOON + timedelta(hours=1))
    lines = [*standing_lines(Standing(TIMER, Run(NOON, "1 sent."), (failure,)))]

    assert lines[1] == "Last run: 2026-11-21 12:00 UTC: 1 sent."
    assert "failed 3 times, tried again after 2026-11-21 13:00 UTC: Away." in lines[2]
    assert "\x1b" not in lines[2]
    assert standing_data(Standing(TIMER, None, (failure,)))["failures"][0]["attempts"] == 3


def test_times_that_the_system_does_not_say_are_not_made_up():
    timer = TimerStatus("launchd", installed=True, enabled=True)

    assert [*standing_lines(Standing(timer, None, ()))] == [
        "Daily task (launchd): installed, enabled",
        "  last run: not known",
        "  next run: not known",
    ]


def test_deliveries_are_data():
    waiting = Delivery(ROUTE, Outcome.WAITING, reason="Away.", retry_at=NOON)

    (made,) = as_data((), (waiting,), ())["deliveries"]

    assert made == {
        "channel": "mail",
        "recipient": "anna@example.org",
        "outcome": "waiting",
        "reason": "Away.",
        "retry_at": "2026-11-21T12:00:00+00:00",
        "subject": None,
    }
