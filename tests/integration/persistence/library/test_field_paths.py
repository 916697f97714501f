import pytest

from app.domain.plan.durations import Duration
from app.domain.plan.people import ChannelKind
from app.domain.plan.plan import RECORD_TYPES, Kind
from app.domain.plan.roles import Raci, RoleTier
from app.persistence.library.field_paths import NotAField, types_at, value_at


@pytest.mark.parametrize(
    ("kind", "path", "found"),
    [
        (Kind.ROLE, "name", {str}),
        (Kind.ROLE, "duties", {str}),
        (Kind.SEVERITY, "update_every", {Duration}),
        (Kind.PERSON, "channels.kind", {ChannelKind}),
        (Kind.OBLIGATION, "steps.within", {Duration}),
        (Kind.TREE_NODE, "channels", {ChannelKind}),
    ],
)
def test_a_path_leads_to_what_stands_there(kind, path, found):
    assert types_at(kind, path) == found


@pytest.mark.parametrize("kind", Kind)
def test_every_field_of_every_record_has_a_type(kind):
    for name in RECORD_TYPES[kind].__dataclass_fields__:
        assert types_at(kind, name)


@pytest.mark.parametrize(
    ("kind", "path", "why"),
    [
        (Kind.PARTY, "named", "parties has no field 'named'; it has id, name, kind, purpose"),
        (Kind.PARTY, "", "parties has no field ''"),
        (Kind.PARTY, "channels.", "parties.channels has no field ''; it has kind, address"),
        (Kind.PARTY, "channels.street", "parties.channels has no field 'street'"),
        (Kind.PARTY, "channels.kind.name", "'kind' of parties has no parts"),
        (Kind.PARTY, "name.first", "'name' of parties has no parts"),
        (Kind.SEVERITY, "update_every.amount", "'update_every' of severities has no parts"),
        (Kind.ROLE, "holder.name", "'holder' of roles has no parts"),
    ],
)
def test_a_path_that_leads_nowhere_is_told(kind, path, why):
    with pytest.raises(NotAField) as caught:
        types_at(kind, path)

    assert str(caught.value).startswith(why)


@pytest.mark.parametrize(
    ("kind", "path", "value", "stands"),
    [
        (Kind.ROLE, "tier", "crisis", RoleTier.CRISIS),
        (Kind.RACI, "assignments.part", "A", Raci.ACCOUNTABLE),
        (Kind.RACI, "assignments.role", "incident-lead", "incident-lead"),
        (Kind.PERSON, "external", True, True),
        (Kind.SEVERITY, "rank", 1, 1),
        (Kind.ANSWER, "value", "cloud", "cloud"),
    ],
)
def test_a_value_is_what_stands_in_records(kind, path, value, stands):
    found = value_at(kind, path, value)

    assert found == stands
    assert type(found) is type(stands)


@pytest.mark.parametrize(
    ("kind", "path", "value", "why"),
    [
        (
            Kind.ROLE,
            "tier",
            "boss",
            "'boss' is none of board, crisis, incident, technical, support",
        ),
        (Kind.ROLE, "name", 3, "'name' of roles never is 3"),
        (Kind.PERSON, "external", 1, "'external' of people never is 1"),
        (Kind.SEVERITY, "rank", True, "'rank' of severities never is True"),
        (Kind.PERSON, "verified_on", "2026-11-01", "'verified_on' of people never is '2026-11-01'"),
    ],
)
def test_a_value_that_never_stands_there_is_told(kind, path, value, why):
    with pytest.raises(NotAField, match=why):
        value_at(kind, path, value)
