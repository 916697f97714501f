import pytest

from app.domain.plan.kinds import Kind
from app.domain.plan.people import ChannelKind
from app.services.importing.fields import IMPORTED, Reads, field_named, import_fields


@pytest.mark.parametrize("kind", IMPORTED)
def test_each_field_is_named_once(kind):
    keys = [field.key for field in import_fields(kind)]

    assert keys
    assert len(keys) == len(set(keys))


def test_people_have_parts_of_a_name_and_every_channel():
    keys = [field.key for field in import_fields(Kind.PERSON)]

    assert keys[:3] == ["name", "first_name", "last_name"]
    assert {channel.value for channel in ChannelKind} < set(keys)
    assert "channels" not in keys


def test_parties_have_channels_and_no_parts_of_a_name():
    keys = {field.key for field in import_fields(Kind.PARTY)}

    assert "mobile" in keys
    assert "first_name" not in keys


@pytest.mark.parametrize(
    ("kind", "key", "reads"),
    [
        (Kind.PERSON, "time_zone", Reads.ZONE),
        (Kind.PERSON, "external", Reads.FLAG),
        (Kind.PERSON, "verified_on", Reads.DAY),
        (Kind.PERSON, "email", Reads.EMAIL),
        (Kind.PARTY, "kind", Reads.CHOICE),
        (Kind.EXERCISE, "objectives", Reads.LINES),
        (Kind.EXERCISE, "kind", Reads.TEXT),
        (Kind.LOG_SOURCE, "kept_for", Reads.SPAN),
    ],
)
def test_a_field_is_read_as_its_type_says(kind, key, reads):
    field = field_named(kind, key)

    assert field is not None
    assert field.reads is reads


@pytest.mark.parametrize("key", ["id", "injects", "exercised", "nonsense", ""])
def test_what_no_cell_can_state_is_no_field(key):
    assert field_named(Kind.EXERCISE, key) is None
