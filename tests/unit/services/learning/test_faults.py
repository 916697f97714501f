from datetime import date

from app.services.learning.faults import Fault, day_fault, said

TODAY = date(2026, 11, 22)


def test_a_day_must_be_stated_and_have_come():
    assert day_fault(None, TODAY) is Fault.BLANK
    assert day_fault(date(2026, 11, 23), TODAY) is Fault.AHEAD
    assert day_fault(TODAY, TODAY) is None


def test_what_says_something_is_kept_once_in_its_order():
    assert said((" Bob ", "", "Ada", "Bob", "\u2003")) == ("Bob", "Ada")
