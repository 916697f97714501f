"""What is said of people, parties and roles."""

from datetime import UTC, datetime

import pytest

from app.domain.plan.links import LINKS
from app.domain.plan.people import Channel, ChannelKind, Person
from app.domain.plan.plan import Kind
from app.domain.plan.roles import RoleTier
from app.services.people.load import Load
from app.services.people.naming import Bond, Naming, namings
from app.services.people.standing import Standing
from tests.builders import rid
from tests.unit.services.people.directory_plan import ANN, BO, CY, organisation
from ui.models.people_words import (
    load_count,
    load_sentence,
    local_time,
    naming_text,
    out_of_band,
    standing_text,
    verified_text,
    way_text,
    zone_text,
)

SUMMER = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "said", "time"),
    [
        ("Europe/London", "London 23:30", "23:30"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires 19:30", "19:30"),
        (" Asia/Tokyo ", "Tokyo 07:30", "07:30"),
        ("", "", ""),
        ("Mars/Olympus", "Mars/Olympus: unknown zone", ""),
        ("../../etc/passwd", "../../etc/passwd: unknown zone", ""),
    ],
)
def test_the_time_there(zone, said, time):
    assert (zone_text(zone, SUMMER), local_time(zone, SUMMER)) == (said, time)


def test_how_a_contact_stands():
    assert verified_text(CY) == "Never"
    assert standing_text(Standing.NEVER, CY, 90).startswith("Nobody has ever")
    stale = standing_text(Standing.STALE, BO, 60)
    assert stale == "Last verified on 1 Jan 2026; the plan asks for it every 60 days."
    assert standing_text(Standing.FRESH, ANN, 90) == "Verified on 23 Nov 2026."


def test_ways():
    assert way_text(ANN.channels[0]) == "Mobile: +44 7700 900101 (private)"
    assert way_text(Channel(ChannelKind.PAGER, "7")) == "Pager: 7"
    assert out_of_band(ANN) == ANN.channels[0]
    assert out_of_band(Person(rid("x"), "X")) is None


def test_loads_in_words():
    heavy = Load(
        ANN.id,
        (rid("a"), rid("b"), rid("c"), rid("d")),
        (rid("e"),),
        (RoleTier.BOARD, RoleTier.SUPPORT),
    )

    assert load_count(heavy) == "Holds 4, deputy for 1"
    assert load_count(Load(ANN.id, (rid("a"),))) == "Holds 1"
    assert load_count(Load(ANN.id, (), (rid("a"),))) == "Deputy for 1"
    assert load_sentence(heavy) == (
        "Holds 4 roles, more than one person can fill at once. "
        "Acts on several levels at once: Board, Support."
    )
    assert load_sentence(Load(ANN.id)) == ""


def test_every_record_that_can_name_somebody_has_words():
    for kind, fields in LINKS.items():
        if {Kind.PERSON, Kind.PARTY, Kind.ROLE} & set(fields.values()):
            assert naming_text(organisation(), Naming(Bond.INVOLVED, kind, rid("gone")))


def test_where_somebody_is_named():
    plan = organisation()
    said = [naming_text(plan, one) for one in namings(plan, Kind.PERSON, CY.id)]

    assert said == ["Deputises for Lead", "Mentioned in the text of Contacts"]
    gone = Naming(Bond.CALLED, Kind.TREE_NODE, rid("gone"), rid("lead"))
    assert naming_text(plan, gone) == "Called in a tree (as Lead)"
