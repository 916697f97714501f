from datetime import date

import pytest

from app.domain.judgement.deadlines.proposing import EEA_ONLY, EU_MEMBERS, proposed, reaches
from app.domain.judgement.regimes import ProfileFact, RegimeStatus, Suits
from app.domain.plan.profile import Profile
from tests.unit.domain.judgement.deadlines.clocks import regime

CLINIC = Profile(sector="health", jurisdictions=("DE", "US"), data_kinds=("personal", "health"))


@pytest.mark.parametrize(
    ("code", "stated", "does"),
    [
        ("DE", "DE", True),
        ("DE", "FR", False),
        ("EU", "EU", True),
        ("EU", "DE", True),
        ("EU", "NO", False),
        ("EU", "GB", False),
        ("EEA", "NO", True),
        ("EEA", "DE", True),
        ("EEA", "EU", True),
        ("EEA", "CH", False),
        ("US", "US-NY", True),
        ("US-NY", "US", True),
        ("US-NY", "US-NY", True),
        ("US-NY", "US-CA", False),
        ("CA-QC", "US", False),
    ],
)
def test_a_law_reaches_its_own_jurisdiction(code, stated, does):
    assert reaches(code, stated) is does


def test_the_union_has_27_members_and_the_area_30():
    assert (len(EU_MEMBERS), len(EU_MEMBERS | EEA_ONLY)) == (27, 30)


@pytest.mark.parametrize(
    ("suits", "fits"),
    [
        (Suits(), True),
        (Suits(jurisdictions=("EU",)), True),
        (Suits(jurisdictions=("GB", "JP")), False),
        (Suits(sectors=("finance", "health")), True),
        (Suits(sectors=("finance",)), False),
        (Suits(data_kinds=("health",)), True),
        (Suits(data_kinds=("payment-card",)), False),
        (Suits(facts=(ProfileFact.USES_OT,)), False),
        (Suits(data_kinds=("health",), facts=(ProfileFact.USES_OT,)), True),
        (Suits(jurisdictions=("US",), sectors=("finance",), data_kinds=("health",)), False),
    ],
)
def test_a_regime_is_proposed_to_whom_it_suits(suits, fits):
    assert bool(proposed(CLINIC, [regime(suits=suits)])) is fits


@pytest.mark.parametrize(
    ("fact", "profile"),
    [
        (ProfileFact.USES_OT, Profile(uses_ot=True)),
        (ProfileFact.USES_AI, Profile(uses_ai=True)),
        (ProfileFact.TAKES_CARDS, Profile(takes_cards=True)),
        (ProfileFact.INSURED, Profile(insurer="Meridian")),
    ],
)
def test_a_fact_of_the_profile_suffices(fact, profile):
    wanting = [regime(suits=Suits(facts=(fact,)))]

    assert len(proposed(profile, wanting)) == 1
    assert proposed(Profile(uses_ot=False, insurer=" "), wanting) == ()
    assert proposed(Profile(), wanting) == ()


def test_the_reason_says_what_matched_and_whom_it_binds():
    suits = Suits(("EU",), ("health",), ("health",), (ProfileFact.TAKES_CARDS,))
    profile = Profile(
        sector="health", jurisdictions=("DE", "JP"), data_kinds=("health",), takes_cards=True
    )

    (found,) = proposed(profile, [regime(suits=suits)])

    assert found.reason == (
        "The plan states the jurisdiction DE; the sector health; data: health; "
        "that it takes payment cards. It binds: Everybody."
    )


def test_a_regime_for_anybody_says_so():
    (found,) = proposed(Profile(), [regime()])

    assert found.reason == "It may concern anybody. It binds: Everybody."


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (RegimeStatus.VOLUNTARY, "It is voluntary."),
        (RegimeStatus.ADOPTED, "It applies from 2027-03-18."),
    ],
)
def test_the_reason_tells_what_does_not_bind_yet(status, words):
    (found,) = proposed(Profile(), [regime(status=status, effective_from=date(2027, 3, 18))])

    assert found.reason.endswith(words)


def test_a_later_day_may_be_unknown():
    (found,) = proposed(Profile(), [regime(status=RegimeStatus.ADOPTED)])

    assert found.reason.endswith("It applies from a later day.")


@pytest.mark.parametrize(
    "status",
    [RegimeStatus.PENDING, RegimeStatus.PROPOSED, RegimeStatus.DELAYED, RegimeStatus.NONE],
)
def test_what_binds_nobody_is_not_proposed(status):
    assert proposed(CLINIC, [regime(status=status)]) == ()
