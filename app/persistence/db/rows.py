"""Records as rows: canonical JSON, and a hash that notices when a row was altered outside."""

import hashlib
import json
import math
from collections.abc import Iterable

from app.domain.plan.codec import NotPlanData, canonical, record_data, record_from
from app.domain.plan.ids import RecordId, is_record_id
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.records import Records
from app.persistence.db.ranks import GAP
from app.persistence.db.tables import RecordRow

_KINDS = frozenset(kind.value for kind in Kind)


class RowDamaged(ValueError):
    """A row that no record can be made from, with what is wrong with it."""


def new_values(kind: str, record: Record, rank: float) -> dict[str, object]:
    """What stands in the row of a record that was not there before."""
    key, body = str(record.id), _body(record)
    digest = _sealed(kind, key, rank, body)
    return {"kind": kind, "id": key, "rank": rank, "rev": 1, "body": body, "digest": digest}


def new_row(kind: str, record: Record, rank: float) -> RecordRow:
    """The row of a record that was not there before."""
    return RecordRow(**new_values(kind, record, rank))


def new_rows(kind: Kind, records: Iterable[Record]) -> list[RecordRow]:
    """The rows of a whole table."""
    return [new_row(kind.value, record, at * GAP) for at, record in enumerate(records, start=1)]


def fill(row: RecordRow, record: Record, rank: float) -> None:
    """Put `record` into the row."""
    row.body = _body(record)
    move(row, rank)


def move(row: RecordRow, rank: float) -> None:
    """Put the row at another `rank`."""
    row.rank = rank
    row.digest = _digest(row)


def record_of(row: RecordRow) -> Record:
    """The record in a row that may come from anybody.

    Raises:
        RowDamaged: it does not match its hash, or cannot be read.
    """
    name = f"{row.kind} {row.id}"
    if not _is_typed(row):
        raise RowDamaged("a record holds the wrong type of value")
    if row.digest != _digest(row):
        raise RowDamaged(f"{name} does not match its hash")
    try:
        record = record_from(Kind(row.kind), json.loads(row.body))
    except (NotPlanData, ValueError, RecursionError) as error:
        raise RowDamaged(f"{name} cannot be read") from error
    if record.id != row.id:
        raise RowDamaged(f"{name} holds another record")
    return record


def plan_of(plan_id: object, rows: Iterable[RecordRow]) -> Plan:
    """The plan with that id and the records in `rows`, which come in order.

    Raises:
        RowDamaged: a record cannot be read, or the id is none.
    """
    if not isinstance(plan_id, str) or not is_record_id(plan_id):
        raise RowDamaged("it holds no plan")
    tables: dict[Kind, list[Record]] = {}
    for row in rows:
        record = record_of(row)
        tables.setdefault(Kind(row.kind), []).append(record)
    plan = Plan(RecordId(plan_id))
    for kind, records in tables.items():
        plan = plan.with_table(kind, Records(records))
    return plan


def _is_typed(row: RecordRow) -> bool:
    """Whether each value has its column's type, which SQLite itself does not insist on."""
    texts = (row.id, row.body, row.digest)
    return (
        row.kind in _KINDS
        and all(isinstance(text, str) for text in texts)
        and isinstance(row.rev, int)
        and isinstance(row.rank, float)
        and math.isfinite(row.rank)
    )


def _body(record: Record) -> str:
    return canonical(record_data(record)).decode()


def _digest(row: RecordRow) -> str:
    """SHA-256 of everything in the row but the count of its changes."""
    return _sealed(row.kind, row.id, row.rank, row.body)


def _sealed(kind: str, key: str, rank: float, body: str) -> str:
    text = "\n".join((kind, key, repr(rank), body))
    return hashlib.sha256(text.encode()).hexdigest()
