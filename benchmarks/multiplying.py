"""A plan many times over: each copy a whole of its own, whose records name those beside them."""

from dataclasses import replace
from typing import Any, Final

from app.domain.plan.ids import RecordId
from app.domain.plan.links import CALLED, LINKS
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.records import Records
from app.domain.plan.trees import TreeNode

ONCE: Final = frozenset(
    {Kind.PROFILE, Kind.SECTION, Kind.SEVERITY, Kind.IMPACT, Kind.URGENCY, Kind.CELL}
)
"""What a plan of any size has once: its profile, its forty sections and one severity scheme."""

NAMES: Final = frozenset({"name", "recipient"})
"""The fields by which texts speak of a record; no two copies share theirs."""


def multiplied(plan: Plan, times: int) -> Plan:
    """`plan` with its records `times` over; those of the tables `ONCE` stay as they are."""
    whole = plan
    for kind in Kind:
        if kind not in ONCE:
            records = plan.table(kind).all()
            copies = [_copy(record, kind, at) for at in range(times) for record in records]
            whole = whole.with_table(kind, Records(copies))
    return whole


def _copy(record: Record, kind: Kind, at: int) -> Record:
    if not at:
        return record
    changed: dict[str, Any] = {"id": _renamed(record.id, at)}
    for field in NAMES.intersection(record.__dataclass_fields__):
        changed[field] = f"{getattr(record, field)} {at}".lstrip()
    for field, target in LINKS.get(kind, {}).items():
        if target not in ONCE:
            outer, _, inner = field.partition(".")
            changed[outer] = _relinked(getattr(record, outer), inner, at)
    if isinstance(record, TreeNode) and record.target in CALLED:
        changed["target_id"] = _renamed(record.target_id, at)
    return replace(record, **changed)


def _relinked(value: Any, inner: str, at: int) -> Any:  # noqa: ANN401 - a link or a list of them
    if isinstance(value, tuple):
        return tuple(_relinked(part, inner, at) for part in value)
    if inner:
        return replace(value, **{inner: _renamed(getattr(value, inner), at)})
    return None if value is None else _renamed(value, at)


def _renamed(key: str, at: int) -> RecordId:
    return RecordId(f"{key}-{at}")
