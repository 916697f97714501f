import json
from dataclasses import replace
from hashlib import sha256

import pytest

from app.domain.plan.plan import Kind
from app.persistence.db.rows import RowDamaged, fill, move, new_row, new_rows, record_of
from app.persistence.db.tables import RecordRow
from tests.integration.persistence.db.samples import person


def row() -> RecordRow:
    return new_row(Kind.PERSON.value, person("ann"), 1024.0)


def sealed(body: str, **values: object) -> RecordRow:
    """A row somebody else made, with a hash that fits."""
    made = RecordRow(**{"kind": "people", "id": "person-ann", "rank": 1.0, "rev": 1} | values)
    made.body = body
    text = "\n".join((made.kind, made.id, repr(made.rank), body))
    made.digest = sha256(text.encode()).hexdigest()
    return made


def test_a_record_survives_its_row() -> None:
    assert record_of(row()) == person("ann")


def test_a_whole_table_gets_rising_ranks() -> None:
    rows = new_rows(Kind.PERSON, [person("ann"), person("bob")])

    assert [(one.id, one.rank, one.rev) for one in rows] == [
        ("person-ann", 1024.0, 1),
        ("person-bob", 2048.0, 1),
    ]


def test_a_refilled_row_holds_the_new_record() -> None:
    changed = row()

    fill(changed, person("ann", "Chief"), 5.0)

    assert (record_of(changed), changed.rank) == (person("ann", "Chief"), 5.0)


def test_a_moved_row_is_still_sound() -> None:
    moved = row()

    move(moved, 7.5)

    assert record_of(moved) == person("ann")


def test_a_row_made_by_hand_with_a_fitting_hash_is_read() -> None:
    assert record_of(sealed(row().body)) == person("ann")


@pytest.mark.parametrize(
    "change",
    [
        {"body": "{}"},
        {"rank": 2048.0},
        {"kind": Kind.TERM.value},
        {"id": "person-bob"},
        {"digest": "0" * 64},
    ],
)
def test_any_altered_value_breaks_the_hash(change: dict[str, object]) -> None:
    altered = row()
    for name, value in change.items():
        setattr(altered, name, value)

    with pytest.raises(RowDamaged, match="does not match its hash"):
        record_of(altered)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "spells"},
        {"kind": None},
        {"id": b"person-ann"},
        {"body": b"{}"},
        {"digest": 5},
        {"rev": "one"},
        {"rank": "first"},
        {"rank": float("inf")},
    ],
)
def test_a_value_of_another_type_is_named_without_being_used(change: dict[str, object]) -> None:
    altered = row()
    for name, value in change.items():
        setattr(altered, name, value)

    with pytest.raises(RowDamaged, match="wrong type"):
        record_of(altered)


@pytest.mark.parametrize("body", ["", "{", "[" * 100_000, '{"id": "person-ann"}', "9" * 5_000])
def test_a_body_that_is_no_record_cannot_be_read(body: str) -> None:
    with pytest.raises(RowDamaged, match="cannot be read"):
        record_of(sealed(body))


def test_a_row_that_holds_another_record_is_refused() -> None:
    other = json.loads(row().body) | {"id": "person-bob"}

    with pytest.raises(RowDamaged, match="another record"):
        record_of(sealed(json.dumps(other)))


def test_equal_records_have_equal_bodies() -> None:
    one, other = row(), new_row(Kind.PERSON.value, replace(person("ann")), 1024.0)

    assert (one.body, one.digest) == (other.body, other.digest)
