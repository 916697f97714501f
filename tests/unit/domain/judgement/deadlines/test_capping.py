from app.domain.judgement.deadlines.capping import capped
from app.domain.judgement.deadlines.results import Missing, Need, Timed
from app.domain.judgement.regimes import ClockStart
from tests.unit.domain.judgement.deadlines.clocks import step, utc

OWN = step("initial", "4 hours", clock_start=ClockStart.CLASSIFICATION_MAJOR)
CAP = step("outer", "24 hours", caps="initial")
NO_CLASSIFICATION = Missing((Need(ClockStart.CLASSIFICATION_MAJOR),))
NO_AWARENESS = Missing((Need(ClockStart.AWARENESS),))


def own(at: str, start: str) -> Timed:
    return Timed(utc(at), "UTC", ClockStart.CLASSIFICATION_MAJOR, utc(start))


def outer(at: str) -> Timed:
    return Timed(utc(at), "UTC", ClockStart.AWARENESS, utc("2026-11-19 12:00"))


def test_the_earlier_of_the_two_counts():
    early = own("2026-11-20 06:00", "2026-11-20 02:00")
    late = own("2026-11-20 14:00", "2026-11-20 10:00")
    limit = outer("2026-11-20 12:00")

    assert capped(OWN, early, CAP, limit) == (early, "")
    assert capped(OWN, late, CAP, limit) == (limit, "")


def test_a_clock_that_starts_at_the_outer_limit_is_still_bound_by_it():
    on_the_minute = own("2026-11-20 16:00", "2026-11-20 12:00")
    limit = outer("2026-11-20 12:00")

    assert capped(OWN, on_the_minute, CAP, limit) == (limit, "")


def test_a_clock_that_starts_after_the_outer_limit_runs_alone():
    afterwards = own("2026-11-20 16:01", "2026-11-20 12:01")

    result, remark = capped(OWN, afterwards, CAP, outer("2026-11-20 12:00"))

    assert result == afterwards
    assert (
        remark == "The outer limit of 24 hours from awareness had passed when this clock started."
    )


def test_the_outer_limit_stands_alone_until_the_clock_starts():
    limit = outer("2026-11-20 12:00")

    result, remark = capped(OWN, NO_CLASSIFICATION, CAP, limit)

    assert result == limit
    assert "4 hours from classification as major counts as soon as" in remark


def test_a_missing_outer_limit_is_told():
    early = own("2026-11-20 06:00", "2026-11-20 02:00")

    result, remark = capped(OWN, early, CAP, NO_AWARENESS)

    assert result == early
    assert remark == (
        "The outer limit of 24 hours from awareness is not considered: it is not given."
    )


def test_without_either_moment_both_are_needed():
    result, remark = capped(OWN, NO_CLASSIFICATION, CAP, NO_AWARENESS)

    assert result == Missing((Need(ClockStart.CLASSIFICATION_MAJOR), Need(ClockStart.AWARENESS)))
    assert remark == ""
