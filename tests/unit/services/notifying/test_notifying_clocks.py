import pytest

from app.domain.judgement.deadlines.adopting import adopt
from app.domain.judgement.deadlines.moments import Moments
from app.domain.judgement.deadlines.timeline import timeline
from app.domain.judgement.regimes import ClockStart, EntityKind, Relief
from app.domain.plan.obligations import ObligationStep
from app.domain.plan.profile import Profile
from app.services.notifying.clocks import Notice, Wanted, case_of, wanted
from tests.builders import plan_with
from tests.unit.domain.judgement.deadlines.clocks import (
    COMPILED,
    FakeCalendar,
    duty,
    regime,
    span,
    step,
    utc,
)

CALENDAR = FakeCalendar()
DORA = regime(
    step("initial", "4 hours", clock_start=ClockStart.CLASSIFICATION_MAJOR),
    step("outer", "24 hours", caps="initial"),
    step("second", "72 hours", clock_start=ClockStart.PREVIOUS_SUBMISSION, after="initial"),
)
CONTRACT = duty(
    "contract",
    ObligationStep("Notice", span("1 hour"), "awareness"),
    ObligationStep("When we can", timing="later"),
)
PLAN = plan_with(adopt(DORA, COMPILED), CONTRACT)


def test_a_plan_without_duties_asks_for_nothing():
    assert wanted(plan_with(), [DORA], CALENDAR) == Wanted()


def test_each_moment_is_asked_for_once_with_the_duties_it_starts():
    found = wanted(PLAN, [DORA], CALENDAR)

    assert found.starts == {
        ClockStart.AWARENESS: ("Contract", "The law"),
        ClockStart.CLASSIFICATION_MAJOR: ("The law",),
    }


def test_notices_that_others_count_from_can_be_given():
    assert wanted(PLAN, [DORA], CALENDAR).notices == (
        Notice("law", "initial", "The law", "Initial"),
    )


def test_what_is_asked_for_is_enough_to_read_every_clock():
    found = wanted(PLAN, [DORA], CALENDAR)
    moments = Moments(dict.fromkeys(found.starts, utc("2026-11-20 12:00")))

    read = timeline(PLAN.obligations.values(), [DORA], case_of(PLAN.profile, moments, CALENDAR))

    assert wanted_states(read) == ["Timed", "Timed", "Timed", "NoLimit"]


def test_kinds_are_asked_for_where_an_adopted_regime_bars_them_from_a_relief():
    relief = Relief(utc("2026-01-01 12:00").time(), (EntityKind.TRADING_VENUE,))
    law = regime(step("a", "1 day", relief=relief), step("b", "1 day", relief=Relief(relief.until)))

    assert wanted(plan_with(adopt(law, COMPILED)), [law], CALENDAR).kinds == (
        EntityKind.TRADING_VENUE,
    )
    assert wanted(plan_with(CONTRACT), [law], CALENDAR).kinds == ()


@pytest.mark.parametrize(("stated", "country"), [((), ""), (("DE",), "DE"), (("DE", "FR"), "")])
def test_holidays_are_those_of_the_one_jurisdiction(stated, country):
    assert case_of(Profile(jurisdictions=stated), Moments(), CALENDAR).country == country


def test_the_zone_is_the_one_given_then_the_profile_s_then_utc():
    stated = Profile(time_zone="Europe/Berlin")

    assert case_of(stated, Moments(), CALENDAR, "Asia/Tokyo").zone == "Asia/Tokyo"
    assert case_of(stated, Moments(), CALENDAR).zone == "Europe/Berlin"
    assert case_of(Profile(), Moments(), CALENDAR).zone == "UTC"


def wanted_states(read):
    return [type(deadline.result).__name__ for deadline in read]
