from datetime import timedelta

from app.domain.lifecycle.reminding.reminder import Reminder, Subject
from app.services.reminding.ledger import Entry
from app.services.reminding.publishing import page, remember
from app.services.reminding.watching import Watch
from tests.builders import NOON, rid

TODAY = NOON.date()


def reminder(key, days):
    return Reminder(key, Subject.ACTION, TODAY + timedelta(days=days), f"Do {key}")


def watch(*reminders, days=0):
    return Watch(rid("plan-1"), "", TODAY + timedelta(days=days), 14, reminders)


def test_what_was_exported_and_is_gone_is_cancelled_until_its_day_is_past(ledger):
    remember((page(watch(reminder("a", 3), reminder("b", 9)), ledger),), ledger)

    second = page(watch(reminder("b", 9)), ledger)
    assert second.cancelled == (Entry("a", TODAY + timedelta(days=3), "Do a"),)
    remember((second,), ledger)

    assert page(watch(reminder("b", 9), days=3), ledger).cancelled == second.cancelled
    assert page(watch(reminder("b", 9), days=4), ledger).cancelled == ()


def test_what_comes_back_is_no_longer_cancelled(ledger):
    remember((page(watch(reminder("a", 3)), ledger),), ledger)
    remember((page(watch(), ledger),), ledger)

    assert page(watch(reminder("a", 5)), ledger).cancelled == ()


def test_nothing_is_cancelled_before_anything_was_exported(ledger):
    assert page(watch(reminder("a", 3)), ledger).cancelled == ()


def test_what_is_overdue_stands_on_today(ledger):
    made = page(watch(reminder("a", -30), reminder("b", 30)), ledger)

    days = [made.day(one).on for one in made.watch.shown]

    assert days == [TODAY, TODAY + timedelta(days=30)]


def test_each_plan_has_its_own_memory(ledger):
    remember((page(watch(reminder("a", 3)), ledger),), ledger)

    assert page(Watch(rid("plan-2"), "", TODAY), ledger).cancelled == ()
