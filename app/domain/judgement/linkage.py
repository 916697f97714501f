"""Which records name which: kept up to date, so that an edit finds whom it concerns."""

from collections.abc import Iterable, Iterator, Set

from app.domain.document.prose.mentions import references
from app.domain.document.prose.targets import TARGETS
from app.domain.judgement.duty_names import duty_names
from app.domain.judgement.reading import parsed
from app.domain.judgement.word_index import WordIndex, first_word
from app.domain.plan.changes import ChangeSet
from app.domain.plan.classification import SampleIncident, cell_id
from app.domain.plan.ids import RecordId
from app.domain.plan.links import CALLED, LINKS, named
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.sections import Section
from app.domain.plan.trees import TreeNode

Name = tuple[Kind, RecordId]
"""A record by its table and id, whether or not the plan has it."""


class Linkage:
    """The records that name each record of one plan, by fields, calls and text."""

    def __init__(self, plan: Plan) -> None:
        self._namers: dict[Kind, dict[RecordId, dict[Kind, dict[RecordId, None]]]] = {
            kind: {} for kind in Kind
        }
        self._duties = WordIndex()
        for kind, record in plan.records():
            self._add(kind, record)

    def update(self, changes: ChangeSet) -> None:
        """Follow `changes`, made on the plan last known."""
        for change in changes:
            if change.before is not None:
                self._remove(change.kind, change.before)
            if change.after is not None:
                self._add(change.kind, change.after)

    def namers(self, kind: Kind, key: RecordId, of: Kind) -> tuple[RecordId, ...]:
        """The records of kind `of` that name the record `key` of `kind`, in no useful order."""
        return tuple(self._namers[kind].get(key, {}).get(of, ()))

    def namers_of_any(self, kind: Kind, keys: Set[RecordId], of: Kind) -> set[RecordId]:
        """The records of kind `of` that name any of the records `keys` of `kind`."""
        named = self._namers[kind]
        return {namer for key in named.keys() & keys for namer in named[key].get(of, ())}

    def named_among(self, kind: Kind, keys: Set[RecordId]) -> set[Name]:
        """Those of the records `keys` of `kind` that any record names."""
        return {(kind, key) for key in self._namers[kind].keys() & keys}

    def duties_named(self, words: Iterable[str]) -> set[RecordId]:
        """The duties to notify that have a name beginning with one of `words`."""
        return self._duties.with_any((*words, ""))

    def reaching(self, starts: Iterable[Name], goal: Kind, through: frozenset[Kind]) -> set[Name]:
        """Every record of kind `goal` that names one of `starts`, or another record that does.

        On the way only records of the kinds in `through` are passed.
        """
        found: set[Name] = set()
        seen: set[Name] = set()
        waiting = list(starts)
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            for kind, keys in self._namers[name[0]].get(name[1], {}).items():
                if kind is goal:
                    found.update((kind, key) for key in keys)
                if kind in through:
                    waiting.extend((kind, key) for key in keys)
        return found

    def _add(self, kind: Kind, record: Record) -> None:
        for named_kind, key in names_in(record, kind):
            of_kind = self._namers[named_kind].setdefault(key, {})
            of_kind.setdefault(kind, {})[record.id] = None
        if isinstance(record, Obligation):
            self._duties.put(record.id, frozenset(map(first_word, duty_names(record))))

    def _remove(self, kind: Kind, record: Record) -> None:
        if isinstance(record, Obligation):
            self._duties.put(record.id, frozenset())
        for named_kind, key in set(names_in(record, kind)):
            of_kind = self._namers[named_kind][key]
            del of_kind[kind][record.id]
            if not of_kind[kind]:
                del of_kind[kind]
            if not of_kind:
                del self._namers[named_kind][key]


def names_in(record: Record, kind: Kind) -> Iterator[Name]:
    """Every record that `record`, one of `kind`, names; a sample incident, its matrix cell too."""
    for field, target in LINKS.get(kind, {}).items():
        for key in named(record, field):
            yield target, key
    if isinstance(record, TreeNode) and record.target in CALLED:
        yield CALLED[record.target], RecordId(record.target_id)
    if isinstance(record, SampleIncident):
        yield Kind.CELL, cell_id(record.impact, record.urgency)
    if isinstance(record, Section):
        for reference in references(parsed(record.prose)):
            yield TARGETS[reference.kind], RecordId(reference.target)
