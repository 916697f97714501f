"""How far an edit reaches: the records, tables and orders it touched."""

from dataclasses import dataclass

from app.domain.plan.changes import ChangeSet, RecordChange
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind


@dataclass(frozen=True, slots=True)
class Reach:
    """The tables an edit `touched`, and those it `rearranged`: a record came, went or moved."""

    changes: ChangeSet
    touched: frozenset[Kind]
    rearranged: frozenset[Kind]

    def ids(self, kind: Kind) -> set[RecordId]:
        """The records of `kind` that were touched, removed ones among them."""
        return {change.id for change in self.changes if change.kind is kind}


def reach_of(changes: ChangeSet) -> Reach:
    """What `changes` touched."""
    return Reach(
        changes,
        frozenset(change.kind for change in changes),
        frozenset(change.kind for change in changes if _rearranges(change)),
    )


def _rearranges(change: RecordChange) -> bool:
    comes_or_goes = change.before is None or change.after is None
    return comes_or_goes or change.before_at != change.after_at
