"""Consequences that belong together: a playbook with its steps, a tree with its calls."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Record
from app.domain.plan.playbooks import PlaybookStep
from app.domain.plan.trees import TreeNode
from app.services.answering.consequences import Consequence

MATRIX = frozenset({Kind.IMPACT, Kind.URGENCY, Kind.CELL, Kind.SAMPLE})
"""Tables that are agreed to or left as one."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What happens to one record and to all that hangs on it; a matrix has the blank id."""

    kind: Kind
    id: RecordId
    items: tuple[Consequence, ...]

    @property
    def edited(self) -> bool:
        """Whether people have changed any of what would be touched."""
        return any(item.edited for item in self.items)


def bundled(items: Iterable[Consequence]) -> tuple[Bundle, ...]:
    """`items` in their order, those that hang on one record as one."""
    found: dict[tuple[Kind, RecordId], list[Consequence]] = {}
    for item in items:
        found.setdefault(_head(item), []).append(item)
    return tuple(Bundle(kind, key, tuple(parts)) for (kind, key), parts in found.items())


def _head(item: Consequence) -> tuple[Kind, RecordId]:
    change = item.change
    record: Record | None = change.before if change.after is None else change.after
    if isinstance(record, PlaybookStep):
        return Kind.PLAYBOOK, record.playbook
    if isinstance(record, TreeNode):
        return Kind.TREE, record.tree
    if change.kind in MATRIX:
        return Kind.CELL, RecordId("")
    return change.kind, change.id
