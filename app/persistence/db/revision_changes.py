"""The changes of a stored revision, and how they are taken back."""

import json
from collections.abc import Iterator, Mapping

from app.domain.lifecycle.auditing import SEALS
from app.domain.lifecycle.content import PLACE_BEFORE
from app.domain.plan.changes import ChangeSet, RecordChange, apply, invert
from app.domain.plan.codec import record_from
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan, Record


class RevisionUnfit(ValueError):
    """Changes that cannot be read, or that did not lead to the plan that is there."""


def changes_of(text: str) -> ChangeSet:
    """The changes that the JSON of a revision spells; none where it seals the whole content.

    Older revisions do not say where a record stood before; `before_at` then is None.

    Raises:
        RevisionUnfit: it spells no changes.
    """
    try:
        return tuple(_change(item) for item in _items(json.loads(text)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise RevisionUnfit("cannot be read") from error


def undone(plan: Plan, changes: ChangeSet) -> Plan:
    """The plan before `changes`, which led to `plan`.

    A record whose place before is not known stays where it is; one that comes back comes last.

    Raises:
        RevisionUnfit: the plan is not as the changes left it.
    """
    for change in invert(changes):
        if plan.find(change.kind, change.id) != change.before:
            raise RevisionUnfit(f"does not fit {change.kind.value} {change.id!r}")
        plan = apply(plan, (change,))
    return plan


def _items(data: object) -> Iterator[Mapping[str, object]]:
    if not isinstance(data, list):
        raise TypeError(data)
    return (item for item in data if not any(name in item for name in SEALS))


def _change(item: Mapping[str, object]) -> RecordChange:
    kind, key = Kind(item["kind"]), RecordId(str(item["id"]))
    before, after = (_record(kind, key, item[side]) for side in ("before", "after"))
    return RecordChange(
        kind, key, before, after, _place(item.get(PLACE_BEFORE)), _place(item["at"])
    )


def _record(kind: Kind, key: RecordId, data: object) -> Record | None:
    if data is None:
        return None
    record = record_from(kind, data)
    if record.id != key:
        raise ValueError(record.id)
    return record


def _place(value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value
