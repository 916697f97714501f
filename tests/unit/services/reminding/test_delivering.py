from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.errors import IrplanError
from app.domain.lifecycle.reminding.reminder import Reminder, Subject
from app.services.reminding.delivering import (
    FIRST_RETRY,
    LAST_RETRY,
    ChannelAbsent,
    Outcome,
    Post,
    deliver,
    digest_day,
    rehearse,
)
from app.services.reminding.watching import Watch
from tests.builders import NOON, rid

TODAY = NOON.date()  # a Saturday
DUE = TODAY + timedelta(days=20)


def post(days=0, *reminders, **options):
    at = NOON + timedelta(days=days)
    found = reminders or (Reminder("a", Subject.ACTION, DUE, "Do it"),)
    return Post((Watch(rid("plan-1"), "Harbour", at.date(), 14, found),), at, **options)


def test_each_stage_is_told_once(ledger, channel):
    told = [
        days for days in range(60) if deliver(post(days), channel, ledger).outcome is Outcome.SENT
    ]

    assert told == [6, 20, 21]
    assert ["soon" in one.subject for one in channel.letters] == [True, False, False]


def test_a_stage_that_passed_while_the_computer_was_off_is_left_out(ledger, channel):
    assert deliver(post(40), channel, ledger).outcome is Outcome.SENT
    assert len(channel.letters) == 1
    assert "1 overdue" in channel.letters[0].subject


def test_only_what_is_new_is_told(ledger, channel):
    first = Reminder("a", Subject.ACTION, TODAY, "First")
    second = Reminder("b", Subject.ACTION, TODAY, "Second")

    deliver(post(0, first), channel, ledger)
    deliver(post(0, first, second), channel, ledger)

    assert "First" in channel.letters[0].text
    assert "First" not in channel.letters[1].text
    assert "Second" in channel.letters[1].text


def test_a_date_that_moves_for_a_weekend_stays_the_same_reminder(ledger, channel):
    first = Reminder("a", Subject.ACTION, TODAY, "Do it")

    deliver(post(0, first), channel, ledger)
    moved = replace(first, moved=TODAY + timedelta(days=2))
    later = deliver(post(2, moved), channel, ledger)

    assert later.outcome is Outcome.NOTHING_NEW


def test_the_next_round_of_the_same_reminder_is_told_again(ledger, channel):
    deliver(post(0, Reminder("a", Subject.ACTION, TODAY, "Do it")), channel, ledger)
    again = deliver(post(1, Reminder("a", Subject.ACTION, DUE, "Do it")), channel, ledger)
    in_time = deliver(post(19, Reminder("a", Subject.ACTION, DUE, "Do it")), channel, ledger)

    assert [again.outcome, in_time.outcome] == [Outcome.NOTHING_NEW, Outcome.SENT]


def test_what_one_route_was_told_another_was_not(ledger, channel):
    other = replace(channel, route=replace(channel.route, recipient="ben@example.org"), letters=[])

    deliver(post(20), channel, ledger)
    deliver(post(20), other, ledger)

    assert len(channel.letters) == len(other.letters) == 1


class Broken(IrplanError):
    code = "fake.broken"


def test_a_failure_is_kept_and_tried_again_later_and_later(ledger, channel):
    channel.error = Broken("The server is away.")
    waits = []
    now = post(20)
    for _ in range(8):
        failed = deliver(now, channel, ledger)
        assert failed.outcome is Outcome.FAILED
        assert failed.reason == "The server is away."
        waits.append(failed.retry_at - now.at)
        assert deliver(now, channel, ledger).outcome is Outcome.WAITING
        now = replace(now, at=failed.retry_at)

    assert waits[:3] == [FIRST_RETRY, 2 * FIRST_RETRY, 4 * FIRST_RETRY]
    assert waits[-1] == LAST_RETRY
    assert ledger.failures()[0].attempts == 8


def test_what_failed_is_told_once_it_works_and_the_failure_is_forgotten(ledger, channel):
    channel.error = Broken("The server is away.")
    failed = deliver(post(20), channel, ledger)
    channel.error = None

    waiting = deliver(post(20), channel, ledger)
    assert (waiting.outcome, waiting.reason) == (Outcome.WAITING, "The server is away.")
    done = deliver(replace(post(20), at=failed.retry_at), channel, ledger)

    assert done.outcome is Outcome.SENT
    assert ledger.failures() == ()


def test_one_need_not_wait(ledger, channel):
    channel.error = Broken("The server is away.")
    deliver(post(20), channel, ledger)
    channel.error = None

    assert deliver(post(20, at_once=True), channel, ledger).outcome is Outcome.SENT


def test_a_way_that_does_not_exist_here_is_no_failure(ledger, channel):
    channel.error = ChannelAbsent("There is no desktop.")

    done = deliver(post(20), channel, ledger)

    assert (done.outcome, done.reason) == (Outcome.ABSENT, "There is no desktop.")
    assert ledger.failures() == ()
    assert ledger.told(channel.route) == frozenset()


def test_a_mistake_of_ours_is_not_taken_for_a_failure(ledger, channel):
    channel.error = ZeroDivisionError()

    with pytest.raises(ZeroDivisionError):
        deliver(post(20), channel, ledger)


def test_a_rehearsal_says_what_would_be_told_and_notes_nothing(ledger, channel):
    before = rehearse(post(20), channel.route, ledger)
    deliver(post(20), channel, ledger)
    after = rehearse(post(20), channel.route, ledger)

    assert before.outcome is Outcome.WOULD_SEND
    assert before.letter == channel.letters[0]
    assert after.outcome is Outcome.NOTHING_NEW


@pytest.mark.parametrize(
    ("today", "weekday", "day"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 22), 0, date(2026, 11, 16)),
        (date(2026, 11, 22), 6, date(2026, 11, 22)),
        (date(2026, 11, 22), 5, date(2026, 11, 21)),
        (date.min, 3, date.min),
    ],
)
def test_a_weeks_letter_goes_from_its_weekday_on(today, weekday, day):
    assert digest_day(today, weekday) == day


def test_a_digest_goes_once_a_week_and_late_where_the_computer_was_off(ledger, channel):
    off = {9, 10}  # Monday 30 November, and Tuesday
    told = [
        days
        for days in range(21)
        if days not in off
        and deliver(post(days, digest_on=0), channel, ledger).outcome is Outcome.SENT
    ]

    assert told == [0, 2, 11, 16]


def test_a_digest_tells_all_and_leaves_nothing_to_tell_twice(ledger, channel):
    ahead = Reminder("b", Subject.ACTION, DUE + timedelta(days=200), "Far")
    near = Reminder("a", Subject.ACTION, TODAY, "Near")

    deliver(post(0, near, ahead, digest_on=0), channel, ledger)
    single = deliver(post(0, near, ahead), channel, ledger)

    assert "Far" in channel.letters[0].text
    assert single.outcome is Outcome.NOTHING_NEW


def test_a_plan_without_reminders_gets_no_digest(ledger, channel):
    empty = Post((Watch(rid("plan-1"), "", TODAY),), NOON, digest_on=0)

    assert deliver(empty, channel, ledger).outcome is Outcome.NOTHING_NEW


def test_only_plans_that_wait_for_their_digest_are_in_it(ledger, channel):
    one = post(0, digest_on=0)
    other = replace(one.watches[0], plan="plan-2", name="Quay")

    deliver(one, channel, ledger)
    deliver(replace(one, watches=(*one.watches, other)), channel, ledger)

    assert "Harbour" not in channel.letters[1].text
    assert "Quay" in channel.letters[1].text
