from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind, Person
from tests.builders import rid


def test_the_stored_spelling_of_channels_and_parties_stays():
    assert [kind.value for kind in ChannelKind] == (
        ["mobile", "phone", "email", "messenger", "pager", "other"]
    )
    assert [kind.value for kind in PartyKind] == [
        "regulator",
        "csirt",
        "police",
        "insurer",
        "retainer",
        "counsel",
        "pr",
        "supplier",
        "customer",
        "other",
    ]


def test_a_new_person_was_never_verified():
    person = Person(rid("ada"), "Ada")

    assert (person.verified_on, person.verified_by, person.channels) == (None, "", ())
    assert not person.external


def test_a_channel_is_in_band_unless_stated():
    assert not Channel(ChannelKind.EMAIL, "ada@example.org").out_of_band


def test_a_party_says_what_it_is():
    party = Party(rid("ico"), "ICO", PartyKind.REGULATOR)

    assert (party.kind, party.verified_on) == (PartyKind.REGULATOR, None)
