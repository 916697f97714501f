"""Whether every record of a table is named by some record of another."""

from collections import Counter
from collections.abc import Iterable

from app.domain.judgement.completeness import TABLE_NAMES
from app.domain.judgement.context import Context
from app.domain.judgement.elements.element import Covered
from app.domain.judgement.elements.matching import (
    cheapest_first,
    fields_of,
    questions_asked,
    satisfies,
)
from app.domain.judgement.elements.outcome import Outcome
from app.domain.judgement.elements.probe import Probe
from app.domain.judgement.reach import Reach
from app.domain.plan.ids import RecordId
from app.domain.plan.links import named


class CoveredProbe(Probe):
    """How often each record is named by those that count."""

    def __init__(self, test: Covered) -> None:
        self._test = test
        self.looks_at = {
            test.kind: frozenset[str](),
            test.by: fields_of(test.where) | {test.field.partition(".")[0]},
        }
        self.questions = tuple(questions_asked(test.where))
        self._where = cheapest_first(test.where)
        self._named: dict[RecordId, tuple[RecordId, ...]] = {}
        self._count: Counter[RecordId] = Counter()
        self._covered: set[RecordId] = set()

    def start(self, context: Context) -> None:
        """Look at both tables."""
        self._named.clear()
        self._count.clear()
        self._covered.clear()
        self._look(context, context.plan.table(self._test.by))
        self._settle(context, context.plan.table(self._test.kind))

    def update(self, context: Context, reach: Reach) -> bool:
        """Look at the records of both tables that changed."""
        before = len(self._covered)
        self._look(context, reach.ids(self._test.by))
        self._settle(context, reach.ids(self._test.kind))
        return len(self._covered) != before or self._test.kind in reach.passing

    def outcome(self, context: Context) -> Outcome:
        """The records that are named, of all there are."""
        noun = TABLE_NAMES[self._test.kind]
        there, covered = len(context.plan.table(self._test.kind)), len(self._covered)
        if not there:
            return Outcome(0, 1, f"there are no {noun}")
        return Outcome(covered, there, f"{there - covered} of {there} {noun} without it")

    def _look(self, context: Context, keys: Iterable[RecordId]) -> None:
        table = context.plan.table(self._test.by)
        for key in keys:
            record = table.get(key)
            counts = record is not None and satisfies(context, record, self._where)
            now = tuple(set(named(record, self._test.field))) if counts and record else ()
            before = self._named.pop(key, ())
            if now:
                self._named[key] = now
            self._count.update(now)
            self._count.subtract(before)
            self._settle(context, {*before, *now})

    def _settle(self, context: Context, keys: Iterable[RecordId]) -> None:
        table = context.plan.table(self._test.kind)
        for key in keys:
            if self._count[key] > 0 and key in table:
                self._covered.add(key)
            else:
                self._covered.discard(key)
            if not self._count[key]:
                del self._count[key]
