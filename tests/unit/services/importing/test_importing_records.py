from datetime import date

import pytest

from app.domain.plan.governance import Action
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind, Person
from app.domain.plan.programme import TrainingItem
from app.services.importing.addresses import AddressReader
from app.services.importing.columns import name_key
from app.services.importing.drafts import Draft
from app.services.importing.fields import IMPORTED
from app.services.importing.records import merged, new_record
from tests.unit.services.importing.tabling import BRITISH, FewPhones, drafts

READER = AddressReader(FewPhones(), BRITISH)
OLD = Person(
    RecordId("ada"),
    "Ada Byron",
    "Head",
    channels=(
        Channel(ChannelKind.PHONE, "020 7946 0958", label="desk"),
        Channel(ChannelKind.MOBILE, "07700 900123"),
        Channel(ChannelKind.PHONE, "+44 7700 900123"),
    ),
    verified_on=date(2026, 1, 1),
)


def one(text, kind=Kind.PERSON):
    (draft,) = drafts(text, kind)
    return draft


@pytest.mark.parametrize("kind", IMPORTED)
def test_every_kind_can_be_made_of_a_name_alone(kind):
    key = name_key(kind)

    record = new_record(kind, Draft(2, "Ada", ((key, "Ada"),)), RecordId("ada"))

    assert getattr(record, key) == "Ada"
    assert record.id == "ada"


def test_what_has_to_be_stated_and_is_not_is_blank():
    party = new_record(Kind.PARTY, one("Company\nLex", Kind.PARTY), RecordId("lex"))
    item = new_record(Kind.TRAINING, one("Topic\nCalls", Kind.TRAINING), RecordId("x"))

    assert party == Party(RecordId("lex"), "Lex", PartyKind.OTHER)
    assert item == TrainingItem(RecordId("x"), "", "Calls")


def test_channels_go_into_a_new_record():
    record = new_record(Kind.PERSON, one("Name|Mobile\nAda|07700 900123"), RecordId("ada"))

    assert isinstance(record, Person)
    assert record.channels == (Channel(ChannelKind.MOBILE, "+44 7700900123"),)


def test_an_update_changes_what_is_stated_and_takes_nothing_away():
    draft = one("Name|Job title|Department|Mobile|E-mail\nAda Byron|Chief||07700 900123|ada@x.org")

    record = merged(OLD, draft, READER)

    assert isinstance(record, Person)
    assert (record.title, record.unit, record.verified_on) == ("Chief", "", date(2026, 1, 1))
    assert record.channels == (*OLD.channels, Channel(ChannelKind.EMAIL, "ada@x.org"))


def test_a_way_that_is_known_may_turn_out_to_work_out_of_band():
    draft = one("Name|Out of band\nAda Byron|+44 20 7946 0958")

    record = merged(OLD, draft, READER)

    assert isinstance(record, Person)
    assert record.channels[0] == Channel(ChannelKind.PHONE, "020 7946 0958", True, "desk")
    assert len(record.channels) == len(OLD.channels)


def test_a_record_that_nobody_reaches_is_updated_too():
    action = Action(RecordId("a"), "Mend it")

    record = merged(action, one("Action|Owner\nMend it|Bo", Kind.ACTION), READER)

    assert record == Action(RecordId("a"), "Mend it", "Bo")


def test_an_update_without_channels_leaves_them_alone():
    record = merged(OLD, one("Name|Department\nAda Byron|Data"), READER)

    assert isinstance(record, Person)
    assert record.channels is OLD.channels
