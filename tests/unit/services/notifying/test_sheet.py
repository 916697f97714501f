from datetime import timedelta

import pytest

from app.domain.judgement.deadlines.engine import deadlines
from app.domain.judgement.deadlines.results import Deadline, Missing, Need, Timed
from app.domain.judgement.deadlines.wording import UNVERIFIED
from app.domain.judgement.regimes import ClockStart
from app.domain.judgement.requirements import Confidence
from app.services.notifying.sheet import (
    due_words,
    left_words,
    moment_words,
    need_words,
    sheet,
    span_words,
)
from tests.unit.domain.judgement.deadlines.clocks import aware, case, regime, step, utc

AWARE = "2026-11-20 15:40"
LAW = regime(
    step(within="72 hours"),
    step("quiet", "7 days", embargo=True),
    step("open", recipient=""),
    confidence=Confidence.MEMORY,
)
FIRST, QUIET, OPEN = deadlines(LAW, aware(AWARE))


def timed(deadline: Deadline) -> Timed:
    assert isinstance(deadline.result, Timed)
    return deadline.result


def test_a_time_is_told_where_the_recipient_is():
    assert due_words(FIRST) == "Mon 2026-11-23 16:40 (UTC+01:00) Europe/Berlin"


def test_an_embargo_says_that_it_is_one():
    assert due_words(QUIET) == "not before Sat 2026-11-28 00:00 (UTC+01:00) Europe/Berlin"


def test_what_has_no_time_says_why():
    (missing, *_) = deadlines(LAW, case())

    assert due_words(OPEN) == "No numeric limit"
    assert due_words(missing) == "Needs awareness"


def test_either_of_two_moments_is_needed():
    needs = Missing((Need(ClockStart.DISCOVERY), Need(ClockStart.PREVIOUS_SUBMISSION, "first")))

    assert [need_words(need) for need in needs.needs] == [
        "discovery",
        "the time of the notice before it",
    ]


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-20 15:40", "3 d left"),
        ("2026-11-23 12:30", "3 h 10 min left"),
        ("2026-11-23 15:40", "0 min left"),
        ("2026-11-24 16:40", "1 d 1 h overdue"),
    ],
)
def test_the_time_left_is_told_until_it_is_overdue(now, words):
    assert left_words(timed(FIRST), utc(now)) == words


def test_an_embargo_ends_instead_of_being_overdue():
    assert left_words(timed(QUIET), utc("2026-11-27 22:00")) == "may go out in 1 h"
    assert left_words(timed(QUIET), utc("2026-11-27 23:00")) == "may go out"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(), "0 min"),
        (timedelta(seconds=59), "0 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=1), "1 h"),
        (timedelta(days=1, minutes=5), "1 d"),
        (timedelta(days=400, hours=3, minutes=5), "400 d 3 h"),
    ],
)
def test_a_span_is_told_in_its_two_largest_units(span, words):
    assert span_words(span) == words


def test_the_sheet_holds_every_notice_with_its_rule_and_remarks():
    text = sheet((FIRST, OPEN), utc(AWARE), "INC-7")

    assert text.splitlines()[0] == "Notification clocks: INC-7"
    assert "As of Fri 2026-11-20 15:40 (UTC+00:00). Not legal advice." in text
    assert "The law: First\n  To: the authority\n  When: Mon 2026-11-23 16:40" in text
    assert "  In UTC: Mon 2026-11-23 15:40 (UTC+00:00); 3 d left\n" in text
    assert "  Basis: 72 hours from awareness\n" in text
    assert text.count(f"  Note: {UNVERIFIED}") == 2
    assert "The law: Open\n  To: nobody named\n  When: No numeric limit\n  Basis:" in text


def test_a_sheet_needs_no_incident():
    assert sheet((), utc(AWARE)).startswith("Notification clocks\nAs of")


def test_moments_are_the_same_in_every_locale():
    assert moment_words(utc("2026-03-01 00:05")) == "Sun 2026-03-01 00:05 (UTC+00:00)"
