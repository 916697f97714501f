from datetime import time

import pytest

from app.domain.judgement.deadlines.case import ZoneUnknown
from app.domain.judgement.deadlines.engine import deadlines
from app.domain.judgement.deadlines.results import Missing, Need, NoLimit, Timed
from app.domain.judgement.deadlines.wording import HOLIDAYS_UNKNOWN, PROJECTED, UNVERIFIED
from app.domain.judgement.regimes import ClockStart, EntityKind, Relief
from app.domain.judgement.requirements import Confidence
from tests.unit.domain.judgement.deadlines.clocks import aware, case, regime, step, utc

FRIDAY = "2026-11-20 15:40"
INITIAL = step(
    "initial",
    "4 hours",
    clock_start=ClockStart.CLASSIFICATION_MAJOR,
    relief=Relief(time(12), (EntityKind.CREDIT_INSTITUTION,)),
)
OUTER = step("outer", "24 hours", caps="initial")
NEXT = step("next", "72 hours", clock_start=ClockStart.PREVIOUS_SUBMISSION, after="initial")


def test_a_limit_is_told_with_its_clock_and_its_rule():
    (found,) = deadlines(regime(step(within="72 hours")), aware(FRIDAY))

    assert (found.duty, found.duty_name, found.step) == ("law", "The law", "first")
    assert (found.name, found.recipient) == ("First", "the authority")
    assert found.result == Timed(
        utc("2026-11-23 15:40"), "Europe/Berlin", ClockStart.AWARENESS, utc(FRIDAY)
    )
    assert (found.rule, found.remarks) == ("72 hours from awareness", ())


def test_a_notice_without_a_number_is_told_as_such_not_as_a_date():
    unspecific, silent = deadlines(
        regime(step(timing="without undue delay"), step("second")), aware(FRIDAY)
    )

    assert unspecific.result == NoLimit("without undue delay")
    assert silent.result == NoLimit("no numeric limit")


def test_a_moment_that_is_not_given_is_named():
    (found,) = deadlines(regime(step(within="72 hours")), case())

    assert found.result == Missing((Need(ClockStart.AWARENESS),))
    assert found.remarks == ()


def test_an_outer_limit_is_part_of_its_notice():
    (found,) = deadlines(regime(INITIAL, OUTER), aware("2026-11-18 15:40"))

    assert isinstance(found.result, Timed)
    assert (found.step, found.result.at) == ("initial", utc("2026-11-19 15:40"))
    assert found.result.start is ClockStart.AWARENESS
    assert found.remarks[0].startswith("The outer limit: 4 hours from classification as major")


def test_both_clocks_of_a_notice_may_be_missing():
    (found,) = deadlines(regime(INITIAL, OUTER), case())

    assert found.result == Missing(
        (Need(ClockStart.CLASSIFICATION_MAJOR), Need(ClockStart.AWARENESS))
    )


def test_a_relief_is_given_to_whom_it_is_due():
    moments = {
        ClockStart.AWARENESS: utc("2026-11-20 12:00"),
        ClockStart.CLASSIFICATION_MAJOR: utc("2026-11-21 09:00"),
    }

    (moved,) = deadlines(
        regime(INITIAL, OUTER), case(moments, entity_kinds=frozenset({EntityKind.OTHER}))
    )
    (kept,) = deadlines(regime(INITIAL, OUTER), case(moments))

    assert isinstance(moved.result, Timed)
    assert isinstance(kept.result, Timed)
    assert moved.result.at == utc("2026-11-23 11:00")
    assert kept.result.at == utc("2026-11-21 12:00")


def test_a_notice_counts_from_the_limit_of_one_not_yet_submitted():
    first, second = deadlines(regime(step("initial", "24 hours"), NEXT), aware(FRIDAY))

    assert isinstance(first.result, Timed)
    assert isinstance(second.result, Timed)
    assert (first.result.projected, second.result.projected) == (False, True)
    assert second.result.at == utc("2026-11-24 15:40")
    assert (first.remarks, second.remarks) == ((), (PROJECTED,))


def test_a_notice_counts_from_the_submission_that_is_given():
    submitted = {("law", "initial"): utc("2026-11-20 20:00")}

    _, second = deadlines(regime(step("initial", "24 hours"), NEXT), case(submitted=submitted))

    assert isinstance(second.result, Timed)
    assert (second.result.at, second.result.projected) == (utc("2026-11-23 20:00"), False)


def test_an_embargo_is_no_limit():
    (found,) = deadlines(regime(step(within="7 working days", embargo=True)), aware(FRIDAY))

    assert isinstance(found.result, Timed)
    assert found.result.embargo
    assert found.result.at == utc("2026-12-01 23:00")  # midnight in Berlin, after 7 full days


def test_the_last_day_ends_when_the_recipient_closes():
    item = step(within="1 day", day_ends=time(17, 30))

    (found,) = deadlines(regime(item), aware(FRIDAY))

    assert isinstance(found.result, Timed)
    assert found.result.local.isoformat() == "2026-11-21T17:30:00+01:00"


def test_a_regime_from_memory_says_so_at_each_notice():
    found = deadlines(
        regime(step(within="1 day"), step("second"), confidence=Confidence.MEMORY), aware(FRIDAY)
    )

    assert [deadline.remarks for deadline in found] == [(UNVERIFIED,), (UNVERIFIED,)]


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (step(within="4 working days"), True),
        (step(within="4 hours", relief=Relief(time(12))), True),
        (step(within="4 days"), False),
    ],
)
def test_unknown_holidays_are_told_where_they_matter(item, told):
    (found,) = deadlines(regime(item), aware("2026-11-18 08:00", country=""))
    (known,) = deadlines(regime(item), aware("2026-11-18 08:00"))

    assert (HOLIDAYS_UNKNOWN in found.remarks) is told
    assert HOLIDAYS_UNKNOWN not in known.remarks


def test_a_regime_without_steps_has_no_deadlines():
    assert deadlines(regime(), aware(FRIDAY)) == ()


def test_an_unknown_zone_is_refused():
    with pytest.raises(ZoneUnknown):
        deadlines(regime(step(within="1 day")), aware(FRIDAY, zone="Nowhere"))
