"""The record of what was told, in its file: kept, shared, and honest about trouble."""

import multiprocessing
import sqlite3
import stat
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.reminders.ledger import FileLedger, LedgerBusy, LedgerFailed
from app.services.reminding.ledger import Entry, Fact, Failure, Route, Run
from tests.builders import NOON

ANNA, BEN = Route("mail", "anna@example.org"), Route("mail", "ben@example.org")
FACT = Fact("plan-1", "review-start", date(2027, 1, 1), "soon")
LATER = NOON + timedelta(minutes=15)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "reminders.sqlite"


@pytest.fixture
def ledger(file):
    return FileLedger(file)


def tell(ledger, *facts, route=ANNA):
    with ledger.turn(route) as turn:
        turn.tell(facts, NOON)


def test_what_was_told_is_kept_by_route(file, ledger):
    tell(ledger, FACT)

    assert FileLedger(file).told(ANNA) == {FACT}
    assert ledger.told(BEN) == frozenset()
    with ledger.turn(ANNA) as turn:
        assert turn.told() == {FACT}


def test_telling_twice_is_one_fact(ledger):
    tell(ledger, FACT, FACT)
    tell(ledger, FACT)

    assert ledger.told(ANNA) == {FACT}


@pytest.mark.parametrize(
    "other",
    [
        Fact("plan-2", "review-start", FACT.due, "soon"),
        Fact("plan-1", "x", FACT.due, "soon"),
        Fact("plan-1", "review-start", date.max, "soon"),
        Fact("plan-1", "review-start", FACT.due, "due"),
    ],
)
def test_facts_that_differ_in_anything_are_kept_apart(ledger, other):
    tell(ledger, FACT)
    tell(ledger, other)

    assert ledger.told(ANNA) == {FACT, other}


def test_nothing_is_read_or_made_before_something_is_noted(file, ledger):
    assert ledger.told(ANNA) == frozenset()
    assert ledger.failures() == ()
    assert ledger.last_run() is None
    assert ledger.exported("plan-1") == ()
    assert not file.exists()


def test_only_its_owner_may_read_the_file(file, ledger):
    tell(ledger, FACT)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_ends_badly_is_not_noted(ledger):
    def break_off():
        with ledger.turn(ANNA) as turn:
            turn.tell((FACT,), NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()

    assert ledger.told(ANNA) == frozenset()


def test_a_failure_is_kept_until_it_works(file, ledger):
    failure = Failure(ANNA, "The server is away.", 3, NOON, LATER)
    with ledger.turn(ANNA) as turn:
        turn.fail(failure)

    assert FileLedger(file).failures() == (failure,)
    with ledger.turn(ANNA) as turn:
        assert turn.failure() == failure
    with ledger.turn(BEN) as turn:
        assert turn.failure() is None
    tell(ledger, FACT)
    assert ledger.failures() == ()


def test_a_failure_can_be_forgotten(ledger):
    with ledger.turn(ANNA) as turn:
        turn.fail(Failure(ANNA, "x", 1, NOON, LATER))

    ledger.clear_failure(BEN)
    assert len(ledger.failures()) == 1
    ledger.clear_failure(ANNA)
    assert ledger.failures() == ()


def test_the_last_run_is_kept(ledger):
    ledger.note_run(Run(NOON, "1 sent."))
    ledger.note_run(Run(LATER, "nothing new was sent."))

    assert ledger.last_run() == Run(LATER, "nothing new was sent.")


def test_the_entries_of_the_last_calendar_file_are_kept_by_plan(ledger):
    first = (Entry("a", date(2027, 1, 1), "A"), Entry("b", date(2027, 1, 2), "B"))
    ledger.export("plan-1", first)
    ledger.export("plan-2", first[:1])

    assert ledger.exported("plan-1") == first
    ledger.export("plan-1", first[1:])
    assert ledger.exported("plan-1") == first[1:]
    assert ledger.exported("plan-2") == first[:1]


def test_the_plans_of_the_daily_task_are_kept_in_order(file, ledger):
    assert ledger.plans() == ()
    plans = (Path("/p/b.irplan"), Path("/p/a b.irplan"))

    ledger.keep_plans(plans)
    assert FileLedger(file).plans() == plans
    ledger.keep_plans(())
    assert ledger.plans() == ()


def send_once(file: Path, sent: Path) -> None:
    """What two runs at once do; `sent` is the mail server."""
    with FileLedger(file).turn(ANNA) as turn:
        if FACT not in turn.told():
            with sent.open("a", encoding="utf-8") as letters:
                letters.write("letter\n")
            turn.tell((FACT,), NOON)


def test_runs_at_once_tell_a_thing_once(file, tmp_path):
    sent = tmp_path / "sent"
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=send_once, args=(file, sent)) for _ in range(4)]

    for run in runs:
        run.start()
    for run in runs:
        run.join()

    assert [run.exitcode for run in runs] == [0] * 4
    assert sent.read_text("utf-8") == "letter\n"


def test_who_waits_too_long_is_told(file):
    patient, hasty = FileLedger(file), FileLedger(file, busy_seconds=0.05)

    with patient.turn(ANNA), pytest.raises(LedgerBusy, match="leaves it to it"), hasty.turn(BEN):
        pytest.fail("two turns at once")


def test_the_window_can_read_while_somebody_tells(ledger):
    tell(ledger, FACT)

    with ledger.turn(ANNA) as turn:
        turn.tell((Fact("plan-1", "x", FACT.due, "due"),), NOON)
        assert ledger.told(ANNA) == {FACT}


def test_a_damaged_file_is_told_with_what_to_do(file, ledger):
    file.parent.mkdir()
    file.write_bytes(b"This is no database, though it is long enough to look like one." * 40)

    with pytest.raises(LedgerFailed, match="Delete it"):
        ledger.told(ANNA)


def test_a_file_of_a_newer_irplan_is_left_alone(file, ledger):
    tell(ledger, FACT)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version=99")

    with pytest.raises(LedgerFailed, match="newer irplan"):
        tell(ledger, FACT)


def test_a_file_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "data").write_text("a file where a folder should be")

    with pytest.raises(LedgerFailed, match="cannot be kept"):
        tell(FileLedger(tmp_path / "data" / "reminders.sqlite"), FACT)


def test_a_table_that_is_gone_is_told(file, ledger):
    tell(ledger, FACT)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE told")

    with pytest.raises(LedgerFailed, match="no such table"):
        ledger.told(ANNA)
