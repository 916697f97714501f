"""How many records of a table share each fact, kept up to date edit by edit."""

from collections import Counter
from collections.abc import Hashable

from app.domain.judgement.linting.rule import CountRule, Counts
from app.domain.plan.changes import ChangeSet
from app.domain.plan.plan import Plan, Record


class Tally:
    """The counts that one rule judges by."""

    def __init__(self, rule: CountRule, plan: Plan) -> None:
        self._rule = rule
        self._counts: Counter[Hashable] = Counter(
            rule.fact(record) for record in plan.table(rule.kind).values()
        )

    @property
    def counts(self) -> Counts:
        """How many records share each fact."""
        return self._counts

    def update(self, changes: ChangeSet) -> bool:
        """Follow `changes`; whether any of them told another fact than before."""
        moved = False
        for change in changes:
            if change.kind is self._rule.kind:
                before, after = self._fact(change.before), self._fact(change.after)
                if before != after:
                    moved = True
                    self._count(before, -1)
                    self._count(after, 1)
        return moved

    def _fact(self, record: Record | None) -> tuple[Hashable, ...]:
        return () if record is None else (self._rule.fact(record),)

    def _count(self, facts: tuple[Hashable, ...], step: int) -> None:
        for fact in facts:
            self._counts[fact] += step
            if not self._counts[fact]:
                del self._counts[fact]
