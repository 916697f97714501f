"""Clocks of the shipped regimes, worked by hand from the regimes' own texts."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest

from app.domain.judgement.deadlines.adopting import adopt, drift, same_limits
from app.domain.judgement.deadlines.case import Case
from app.domain.judgement.deadlines.engine import deadlines
from app.domain.judgement.deadlines.moments import Moments
from app.domain.judgement.deadlines.proposing import proposed
from app.domain.judgement.deadlines.results import Deadline, Missing, NoLimit, Timed
from app.domain.judgement.deadlines.wording import HOLIDAYS_UNKNOWN, UNVERIFIED
from app.domain.judgement.regimes import ClockStart, EntityKind, Regime
from app.domain.judgement.requirements import Confidence
from app.domain.plan.profile import Profile
from app.exchange.holidays import PublicHolidays
from app.paths import data_folder
from app.persistence.library.regimes import read_regimes

REGIMES = {item.id: item for item in read_regimes(data_folder("frameworks") / "regimes")}
CALENDAR = PublicHolidays()
OTHER = frozenset({EntityKind.OTHER})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def read(
    regime: str,
    given: Mapping[ClockStart, str],
    submitted: Mapping[str, str] | None = None,
    zone: str = "Europe/Berlin",
    country: str = "DE",
    kinds: frozenset[EntityKind] | None = None,
) -> dict[str, Deadline]:
    """Every notice of a shipped regime by step."""
    moments = Moments(
        {start: at(text) for start, text in given.items()},
        {(regime, step): at(text) for step, text in (submitted or {}).items()},
    )
    case = Case(moments, CALENDAR, zone=zone, country=country, entity_kinds=kinds)
    return {found.step: found for found in deadlines(REGIMES[regime], case)}


def due(found: Deadline) -> str:
    """The local time, as 2026-11-20T16:40+01:00."""
    assert isinstance(found.result, Timed), found
    assert not found.result.embargo
    return found.result.local.isoformat(timespec="minutes")


# --- DORA: Regulation (EU) 2022/2554 art 19, Delegated Regulation (EU) 2025/301 art 5 -----------


def test_dora_initial_is_due_4_hours_after_classification_when_that_is_earlier():
    # Aware Tuesday 10:00, classified 14:30: 4 hours on is 18:30, long before Wednesday 10:00.
    found = read(
        "eu-dora-19",
        {
            ClockStart.AWARENESS: "2026-11-17T10:00+01:00",
            ClockStart.CLASSIFICATION_MAJOR: "2026-11-17T14:30+01:00",
        },
    )

    assert due(found["initial"]) == "2026-11-17T18:30+01:00"


def test_dora_initial_is_due_24_hours_after_awareness_when_that_is_earlier():
    # Classified 22 hours after awareness: 4 hours more would be 26, but 24 are the most.
    found = read(
        "eu-dora-19",
        {
            ClockStart.AWARENESS: "2026-11-17T10:00+01:00",
            ClockStart.CLASSIFICATION_MAJOR: "2026-11-18T08:00+01:00",
        },
    )

    assert due(found["initial"]) == "2026-11-18T10:00+01:00"


def test_dora_initial_of_an_incident_classified_later_is_due_4_hours_after_that():
    # Art 5(2): not classified within 24 hours, so only the 4 hours count.
    found = read(
        "eu-dora-19",
        {
            ClockStart.AWARENESS: "2026-11-16T10:00+01:00",
            ClockStart.CLASSIFICATION_MAJOR: "2026-11-18T08:00+01:00",
        },
    )

    assert due(found["initial"]) == "2026-11-18T12:00+01:00"


def test_dora_initial_on_a_saturday_moves_to_noon_of_monday_but_not_for_a_bank():
    # Art 5(4) and (5): aware Friday 16:40, so the outer limit is Saturday 16:40.
    friday = {ClockStart.AWARENESS: "2026-11-20T16:40+01:00"}
    bank = frozenset({EntityKind.CREDIT_INSTITUTION})

    assert due(read("eu-dora-19", friday, kinds=OTHER)["initial"]) == "2026-11-23T12:00+01:00"
    assert due(read("eu-dora-19", friday, kinds=bank)["initial"]) == "2026-11-21T16:40+01:00"
    assert due(read("eu-dora-19", friday)["initial"]) == "2026-11-21T16:40+01:00"


def test_dora_initial_on_a_bank_holiday_moves_over_the_weekend_behind_it():
    # 25 December 2026 is a Friday and 26 December a holiday and Saturday; Monday is the 28th.
    found = read("eu-dora-19", {ClockStart.AWARENESS: "2026-12-24T09:00+01:00"}, kinds=OTHER)

    assert due(found["initial"]) == "2026-12-28T12:00+01:00"


def test_dora_intermediate_is_due_72_hours_after_the_initial_was_submitted():
    # Submitted Tuesday 13:15; not 72 hours after detection, as some pages have it.
    found = read("eu-dora-19", {}, {"initial": "2026-11-17T13:15+01:00"})

    assert due(found["intermediate"]) == "2026-11-20T13:15+01:00"


def test_dora_intermediate_runs_through_the_end_of_summer_time():
    # Submitted Thursday 22 October 13:15 (+02:00); 72 hours on, Berlin has turned back an hour:
    # Sunday 12:15 (+01:00). Sunday is a day off, so it moves to noon of Monday.
    given = {"initial": "2026-10-22T13:15+02:00"}
    nis2 = frozenset({EntityKind.NIS2_ENTITY})

    assert due(read("eu-dora-19", {}, given, kinds=nis2)["intermediate"]) == (
        "2026-10-25T12:15+01:00"
    )
    assert due(read("eu-dora-19", {}, given, kinds=OTHER)["intermediate"]) == (
        "2026-10-26T12:00+01:00"
    )


def test_dora_final_is_due_a_month_after_the_intermediate_and_moves_for_banks_too():
    # Intermediate on 20 November: 20 December 2026 is a Sunday; art 5(5) excludes banks from the
    # relief for initial and intermediate reports only.
    bank = frozenset({EntityKind.CREDIT_INSTITUTION})
    found = read("eu-dora-19", {}, {"intermediate": "2026-11-20T13:00+01:00"}, kinds=bank)

    assert due(found["final"]) == "2026-12-21T12:00+01:00"


@pytest.mark.parametrize(
    ("submitted", "final"),
    [
        ("2027-01-29T13:00+01:00", "2027-03-01T12:00+01:00"),  # 28 February 2027 is a Sunday
        ("2028-01-31T13:00+01:00", "2028-02-29T23:59+01:00"),  # a leap year, a Tuesday
        ("2026-12-31T13:00+01:00", "2027-02-01T12:00+01:00"),  # 31 January 2027 is a Sunday
    ],
)
def test_dora_final_ends_with_a_shorter_month(submitted, final):
    assert due(read("eu-dora-19", {}, {"intermediate": submitted})["final"]) == final


def test_dora_chain_is_projected_from_the_limits():
    # Aware Monday 08:00: initial by Tuesday 08:00, intermediate 72 hours later on Friday 08:00,
    # final a month later on Sunday 20 December, moved to Monday noon.
    found = read("eu-dora-19", {ClockStart.AWARENESS: "2026-11-16T08:00+01:00"})

    assert [due(found[step]) for step in ("initial", "intermediate", "final")] == [
        "2026-11-17T08:00+01:00",
        "2026-11-20T08:00+01:00",
        "2026-12-21T12:00+01:00",
    ]
    assert isinstance(found["clients"].result, NoLimit)
    assert "initial-outer" not in found


def test_dora_without_a_country_says_that_holidays_are_not_left_out():
    found = read("eu-dora-19", {ClockStart.AWARENESS: "2026-11-16T08:00+01:00"}, country="EU")

    assert HOLIDAYS_UNKNOWN in found["initial"].remarks


# --- GDPR: Regulation (EU) 2016/679 arts 33 and 34 ----------------------------------------------


def test_gdpr_72_hours_run_over_the_weekend():
    # Aware Friday 16:40: Saturday, Sunday, Monday 16:40.
    found = read("eu-gdpr-33", {ClockStart.AWARENESS: "2026-11-20T16:40+01:00"})

    assert due(found["authority"]) == "2026-11-23T16:40+01:00"


@pytest.mark.parametrize(
    ("aware", "limit"),
    [
        ("2026-10-23T16:40+02:00", "2026-10-26T15:40+01:00"),  # the night of 25 October is longer
        ("2027-03-26T16:40+01:00", "2027-03-29T17:40+02:00"),  # that of 28 March 2027 is shorter
        ("2028-02-28T10:00+01:00", "2028-03-02T10:00+01:00"),  # 29 February 2028 lies between
        ("2026-12-30T10:00+01:00", "2027-01-02T10:00+01:00"),
    ],
)
def test_gdpr_72_hours_are_72_hours_whatever_the_calendar_does(aware, limit):
    found = read("eu-gdpr-33", {ClockStart.AWARENESS: aware})

    assert due(found["authority"]) == limit
    assert at(limit) - at(aware) == timedelta(hours=72)


def test_gdpr_notice_to_people_has_no_numeric_limit():
    found = read("eu-gdpr-33", {ClockStart.AWARENESS: "2026-11-20T16:40+01:00"})

    assert found["individuals"].result == NoLimit("without undue delay")


# --- NIS2: Directive (EU) 2022/2555 art 23 --------------------------------------------------------


def test_nis2_warns_in_24_notifies_in_72_hours_and_ends_a_month_after_the_notification():
    # Aware Saturday 21 November 03:00: no relief for weekends. The notification went out on
    # 23 November, so the final report is due by the end of 23 December.
    found = read(
        "eu-nis2-23",
        {ClockStart.AWARENESS: "2026-11-21T03:00+01:00"},
        {"notification": "2026-11-23T18:00+01:00"},
    )

    assert due(found["early-warning"]) == "2026-11-22T03:00+01:00"
    assert due(found["notification"]) == "2026-11-24T03:00+01:00"
    assert due(found["final"]) == "2026-12-23T23:59+01:00"


def test_nis2_final_ends_with_a_shorter_month_and_is_not_counted_from_awareness():
    found = read(
        "eu-nis2-23",
        {ClockStart.AWARENESS: "2027-01-28T12:00+01:00"},
        {"notification": "2027-01-31T11:00+01:00"},
    )

    assert due(found["final"]) == "2027-02-28T23:59+01:00"


# --- SEC: Form 8-K Item 1.05 ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("material", "limit"),
    [
        # Monday: Tuesday, Wednesday, Thursday, Friday. EDGAR's day ends at 17:30 Eastern.
        ("2026-11-16T10:00-05:00", "2026-11-20T17:30-05:00"),
        # Wednesday: Thanksgiving is out, Friday 1, Monday 2, Tuesday 3, Wednesday 4.
        ("2026-11-25T10:00-05:00", "2026-12-02T17:30-05:00"),
        # Saturday: the count begins with and includes Monday (general instruction B.1).
        ("2026-11-14T10:00-05:00", "2026-11-19T17:30-05:00"),
        # Monday 29 June: Tuesday 1, Wednesday 2, Thursday 3; Friday 3 July is observed for the
        # fourth, which falls on a Saturday; Monday 6 July is 4.
        ("2026-06-29T10:00-04:00", "2026-07-06T17:30-04:00"),
        # Friday 30 October: the clocks change on Sunday; Monday to Thursday 5 November.
        ("2026-10-30T10:00-04:00", "2026-11-05T17:30-05:00"),
        # 23:00 on Monday in New York is Tuesday in London: the day is New York's.
        ("2026-11-17T04:00+00:00", "2026-11-20T17:30-05:00"),
    ],
)
def test_sec_counts_4_business_days_from_materiality(material, limit):
    found = read("us-sec-8k", {ClockStart.DETERMINATION_MATERIALITY: material})

    assert due(found["8-k"]) == limit


def test_sec_does_not_count_from_awareness():
    found = read("us-sec-8k", {ClockStart.AWARENESS: "2026-11-16T10:00-05:00"})

    assert isinstance(found["8-k"].result, Missing)


# --- NYDFS: 23 NYCRR 500.17 -----------------------------------------------------------------------


def test_nydfs_is_told_within_72_hours_of_the_determination():
    # Determined on Friday 30 October 12:00 (-04:00); New York turns back on Sunday, so Monday
    # shows 11:00 (-05:00).
    found = read("us-nydfs-inc", {ClockStart.DETERMINATION_INCIDENT: "2026-10-30T12:00-04:00"})

    assert due(found["initial"]) == "2026-11-02T11:00-05:00"
    assert found["update"].result == NoLimit("continuing duty")


def test_nydfs_hears_of_a_payment_in_24_hours_and_why_in_30_days():
    # Paid on 30 January 2027: 30 days on is 1 March (January has one day left, February 28).
    found = read("us-nydfs-pay", {ClockStart.PAYMENT: "2027-01-30T15:00-05:00"})

    assert due(found["notice"]) == "2027-01-31T15:00-05:00"
    assert due(found["explanation"]) == "2027-03-01T23:59-05:00"


# --- CERT-In: directions of 28 April 2022 ---------------------------------------------------------


def test_cert_in_is_told_within_6_hours_of_noticing():
    # Noticed at 16:40 in Berlin, 21:10 in India: 03:10 there on the next day, Sunday or not.
    found = read("in-certin", {ClockStart.DETECTION: "2026-11-21T16:40+01:00"})

    assert due(found["initial"]) == "2026-11-22T03:10+05:30"


# --- HIPAA: 45 CFR 164.404 to 164.410 -------------------------------------------------------------


def test_hipaa_gives_60_calendar_days_from_discovery():
    # 20 November: 10 days left in November, 31 in December make 41; the 60th is 19 January.
    found = read("us-hipaa-ind", {ClockStart.DISCOVERY: "2026-11-20T09:00-05:00"})

    assert due(found["individuals"]) == "2027-01-19T23:59-05:00"


@pytest.mark.parametrize(
    ("discovered", "limit"),
    [
        # 60 days after 31 December 2026: 31 in January, 28 in February, 1 March.
        ("2026-03-02T09:00-05:00", "2027-03-01T23:59-05:00"),
        # 2028 is a leap year: 31 in January and 29 in February make 60.
        ("2027-12-31T23:00-05:00", "2028-02-29T23:59-05:00"),
        # 04:00 UTC on New Year's Day is still 2026 in Washington.
        ("2027-01-01T04:00+00:00", "2027-03-01T23:59-05:00"),
    ],
)
def test_hipaa_small_breaches_are_told_60_days_after_the_year(discovered, limit):
    found = read("us-hipaa-hhs", {ClockStart.DISCOVERY: discovered})

    assert due(found["hhs-under500"]) == limit


def test_hipaa_needs_the_discovery():
    found = read("us-hipaa-ind", {ClockStart.AWARENESS: "2026-11-20T09:00-05:00"})

    assert isinstance(found["individuals"].result, Missing)


# --- others ---------------------------------------------------------------------------------------


def test_fcc_customers_may_not_be_told_before_7_full_business_days():
    # Submitted on Friday 20 November: 23, 24, 25, (26 is Thanksgiving) 27, 30, 1 and 2 December
    # are the 7; the notice is free on 3 December.
    found = read("us-fcc-cpni", {}, {"law-enforcement": "2026-11-20T09:00-05:00"})["customers"]

    assert isinstance(found.result, Timed)
    assert found.result.embargo
    assert found.result.local.isoformat() == "2026-12-03T00:00:00-05:00"


def test_nerc_attempts_are_told_by_the_end_of_the_next_day():
    found = read(
        "us-nerc-008",
        {ClockStart.DETERMINATION_INCIDENT: "2026-11-20T01:00-05:00"},
        zone="America/Chicago",
    )

    # 01:00 in New York is midnight in Chicago, where this organisation is.
    assert due(found["attempt"]) == "2026-11-21T23:59-06:00"


def test_brazil_counts_business_days_over_its_own_holidays():
    # Friday 4 September 2026: Monday is Independence Day; Tuesday 1, Wednesday 2, Thursday 3.
    found = read("br-anpd", {ClockStart.AWARENESS: "2026-09-04T10:00-03:00"})

    assert due(found["anpd"]) == "2026-09-10T23:59-03:00"


# --- all of them ----------------------------------------------------------------------------------

EVERYTHING: dict[ClockStart, str] = {
    start: "2026-11-20T16:40+01:00"
    for start in ClockStart
    if start not in {ClockStart.PREVIOUS_SUBMISSION, ClockStart.YEAR_END, ClockStart.CLOCK_VARIES}
}
ALL = [pytest.param(regime, id=regime.id) for regime in REGIMES.values()]


@pytest.mark.parametrize("regime", ALL)
def test_with_every_moment_given_every_number_becomes_a_time(regime: Regime):
    found = read(regime.id, EVERYTHING)

    for step_id, deadline in found.items():
        step = regime.step(step_id)
        assert step is not None
        assert isinstance(deadline.result, Timed if step.within else NoLimit), step_id


@pytest.mark.parametrize("regime", ALL)
def test_what_is_from_memory_is_marked_wherever_it_appears(regime: Regime):
    marked = {UNVERIFIED in deadline.remarks for deadline in read(regime.id, EVERYTHING).values()}

    assert marked <= {regime.confidence is Confidence.MEMORY}


@pytest.mark.parametrize("regime", ALL)
def test_every_regime_can_be_adopted_and_does_not_drift_at_once(regime: Regime):
    adopted = adopt(regime, regime.compiled)

    assert same_limits(adopted, regime)
    assert drift(adopted, regime) == ()
    assert adopted.confidence == regime.confidence.value


def test_the_sample_profile_is_proposed_what_binds_it():
    clinic = Profile(
        sector="health",
        jurisdictions=("GB",),
        data_kinds=("personal", "health", "payment-card"),
        takes_cards=True,
        insurer="Meridian",
    )

    found = {item.regime.id for item in proposed(clinic, REGIMES.values())}

    assert found == {
        "uk-gdpr-33", "uk-nis", "pci-brands", "contract-customers", "insurer", "law-enforcement",
    }  # fmt: skip


def test_a_european_bank_is_proposed_dora_and_the_gdpr():
    bank = Profile(sector="finance", jurisdictions=("DE",), data_kinds=("financial",))

    found = {item.regime.id for item in proposed(bank, REGIMES.values())}

    assert {"eu-dora-19", "eu-gdpr-33", "eu-nis2-23"} <= found
    assert not any(regime.startswith(("us-", "uk-")) for regime in found)


def test_nobody_is_proposed_what_is_not_law():
    world = Profile(
        sector="finance", jurisdictions=("EU", "GB", "US"), data_kinds=("personal",), uses_ot=True
    )

    found = {item.regime.id for item in proposed(world, REGIMES.values())}

    assert found.isdisjoint({"uk-csrb", "us-circia", "us-ferpa"})
    assert {"us-nydfs-inc", "uk-fin-opinc"} <= found
