"""How far an edit reaches: the records and tables it touched, and what it did to them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.plan.changes import ChangeSet, RecordChange
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind

_Ids = Mapping[Kind, frozenset[RecordId]]
_Changes = Mapping[Kind, tuple[RecordChange, ...]]


@dataclass(frozen=True, slots=True)
class Reach:
    """What an edit did: `edited` are all records it touched, by their table.

    Of those `passing` came or went, and others `moved` within their table. `changes_of` are the
    changes of each table, `kept` those among them before and after which the record was there.
    """

    changes: ChangeSet
    changes_of: _Changes
    kept: _Changes
    edited: _Ids
    passing: _Ids
    moved: frozenset[Kind]

    @property
    def touched(self) -> frozenset[Kind]:
        """The tables with a record that changed in any way."""
        return frozenset(self.edited)

    @property
    def rearranged(self) -> frozenset[Kind]:
        """The tables in which a record came, went or moved."""
        return self.moved.union(self.passing)

    def ids(self, kind: Kind) -> set[RecordId]:
        """The records of `kind` that were touched, removed ones among them."""
        return set(self.edited.get(kind, ()))


def reach_of(changes: ChangeSet) -> Reach:
    """What `changes` touched."""
    passing = [change for change in changes if _comes_or_goes(change)]
    kept = changes if not passing else [one for one in changes if not _comes_or_goes(one)]
    return Reach(
        changes,
        _by_kind(changes),
        _by_kind(kept),
        _ids(changes),
        _ids(passing),
        frozenset(change.kind for change in kept if change.before_at != change.after_at),
    )


def _by_kind(changes: Iterable[RecordChange]) -> _Changes:
    found: dict[Kind, list[RecordChange]] = {}
    for change in changes:
        found.setdefault(change.kind, []).append(change)
    return {kind: tuple(own) for kind, own in found.items()}


def _ids(changes: Iterable[RecordChange]) -> _Ids:
    found: dict[Kind, set[RecordId]] = {}
    for change in changes:
        found.setdefault(change.kind, set()).add(change.id)
    return {kind: frozenset(ids) for kind, ids in found.items()}


def _comes_or_goes(change: RecordChange) -> bool:
    return change.before is None or change.after is None
