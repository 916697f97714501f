from datetime import timedelta

import pytest

from app.domain.judgement.findings import Weight
from app.domain.plan.people import Party, PartyKind
from app.domain.plan.profile import Profile
from app.domain.plan.upkeep import Upkeep
from tests.builders import person, rid
from tests.unit.domain.judgement.subjects import EMAIL, MOBILE, TODAY, found


def party(kind, name="Some body", **fields):
    return Party(rid("party-1"), name, kind, **fields)


def test_a_person_without_a_channel_cannot_be_reached():
    [finding] = found("contact.no-channel", person("p-1", "Ada Bell"))

    assert finding.reason == "Nobody can reach Ada Bell: no phone number or address is stated."
    assert finding.record == "p-1"
    assert not found("contact.no-channel", person("p-1", channels=(EMAIL,)))


def test_a_person_needs_a_channel_that_works_when_the_network_does_not():
    [finding] = found("contact.no-out-of-band", person("p-1", "Ada Bell", channels=(EMAIL,)))

    assert finding.reason == (
        "Ada Bell cannot be reached when your own network and accounts are down."
    )
    assert not found("contact.no-out-of-band", person("p-1", channels=(EMAIL, MOBILE)))
    assert not found("contact.no-out-of-band", person("p-1"))


def test_a_contact_never_verified_is_told():
    [finding] = found("contact.unverified", person("p-1", "Ada Bell"))

    assert finding.reason == "The contact of Ada Bell has never been verified."


def test_a_contact_counts_as_fresh_for_ninety_days():
    fresh = person("p-1", "Ada Bell", verified_on=TODAY - timedelta(days=90))
    stale = person("p-1", "Ada Bell", verified_on=TODAY - timedelta(days=91))

    assert not found("contact.unverified", fresh)
    assert [finding.reason for finding in found("contact.unverified", stale)] == [
        "The contact of Ada Bell was last verified on 22 August 2026."
    ]


def test_the_plan_says_how_long_a_contact_counts_as_fresh():
    checked = person("p-1", "Ada Bell", verified_on=TODAY - timedelta(days=120))

    assert not found("contact.unverified", checked, Upkeep(verify_every=120))
    assert found("contact.unverified", checked, Upkeep(verify_every=119))
    assert not found("contact.unverified", checked, Upkeep(verify_every=10**12))


def test_a_party_needs_a_channel():
    [finding] = found("party.no-channel", party(PartyKind.CSIRT, "CERT"))

    assert finding.reason == "No phone number or address is stated for CERT."
    assert not found("party.no-channel", party(PartyKind.CSIRT, channels=(EMAIL,)))


def test_a_plan_that_names_nobody_is_blocked():
    [finding] = found("contact.none")

    assert finding.weight is Weight.BLOCKS
    assert finding.section == "contacts"
    assert not found("contact.none", person("p-1"))


def test_a_plan_needs_one_out_of_band_channel():
    lonely = person("p-1", channels=(EMAIL,))

    assert found("contact.no-out-of-band-channel", lonely)
    assert not found("contact.no-out-of-band-channel", lonely, person("p-2", channels=(MOBILE,)))


def test_an_insurer_is_stated_in_the_profile_or_as_a_party():
    [finding] = found("party.no-insurer", profile=Profile(insurer=" "))

    assert finding.weight is Weight.HINT
    assert not found("party.no-insurer", profile=Profile(insurer="Acme Cyber"))
    assert not found("party.no-insurer", party(PartyKind.INSURER))
    assert found("party.no-insurer", party(PartyKind.POLICE))


@pytest.mark.parametrize(("kind", "count"), [(PartyKind.RETAINER, 0), (PartyKind.INSURER, 1)])
def test_a_retainer_is_stated_as_a_party(kind, count):
    assert len(found("party.no-retainer", party(kind))) == count
