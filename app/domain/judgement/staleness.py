"""Which records a rule must judge again after an edit, found by following who names whom."""

from collections.abc import Iterable, Iterator, Mapping

from app.domain.judgement.context import Context
from app.domain.judgement.linkage import Name, names_in
from app.domain.judgement.linting.rule import RecordRule
from app.domain.judgement.reach import Reach
from app.domain.plan.changes import RecordChange
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan


class Staleness:
    """What one rule judges again, edit by edit."""

    def __init__(self, rule: RecordRule, plan: Plan) -> None:
        self._rule = rule
        self._follows = rule.reads | rule.looks_up | rule.named_by | rule.scans | {rule.kind}
        self._concerned: dict[RecordId, None] = {}
        self._note(plan, plan.table(rule.kind))

    def records(
        self, context: Context, reach: Reach, sections: Iterable[RecordId] = ()
    ) -> Iterable[RecordId]:
        """The records the rule may judge differently since the edit, some of which may be gone.

        `sections` are those whose answers changed; `context` is that after the edit.
        """
        rule = self._rule
        stale = set(sections) if rule.follows_answers else set()
        if self._follows.isdisjoint(reach.edited):
            return stale
        own = reach.ids(rule.kind)
        self._note(context.plan, own)
        stale |= own
        starts = [*_names(reach.edited, rule.reads), *_names(reach.passing, rule.looks_up)]
        if starts:
            stale.update(_reaching(context, starts, rule.kind, rule.reads))
        for kind in rule.named_by:
            stale.update(_named_by(kind, rule, context, reach, starts))
        if not rule.scans.isdisjoint(reach.edited):
            stale.update(self._scanning(context.plan, reach))
        return stale

    def _note(self, plan: Plan, keys: Iterable[RecordId]) -> None:
        """Remember which of `keys` the scanned tables can matter to."""
        if not self._rule.scans:
            return
        table = plan.table(self._rule.kind)
        for key in keys:
            record = table.get(key)
            if record is not None and (not self._rule.concerns or self._rule.concerns(record)):
                self._concerned[key] = None
            else:
                self._concerned.pop(key, None)

    def _scanning(self, plan: Plan, reach: Reach) -> Iterator[RecordId]:
        """The records that mention what changed in a scanned table."""
        mentions = self._rule.mentions
        table = plan.table(self._rule.kind)
        changes = [change for change in reach.changes if change.kind in self._rule.scans]
        scanned = [one for change in changes for one in (change.before, change.after)]
        for key in self._concerned:
            if mentions is None or any(
                mentions(table[key], one) for one in scanned if one is not None
            ):
                yield key


def _named_by(
    kind: Kind, rule: RecordRule, context: Context, reach: Reach, starts: Iterable[Name]
) -> Iterator[RecordId]:
    """What records of `kind` named before or name now, those that changed or lead to `starts`."""
    for change in reach.changes:
        if change.kind is kind:
            yield from _named(change, rule.kind)
    table = context.plan.table(kind)
    for key in _reaching(context, starts, kind, rule.reads):
        yield from (name for goal, name in names_in(table[key], kind) if goal is rule.kind)


def _named(change: RecordChange, goal: Kind) -> Iterator[RecordId]:
    for record in (change.before, change.after):
        if record is not None:
            yield from (name for kind, name in names_in(record, change.kind) if kind is goal)


def _reaching(
    context: Context, starts: Iterable[Name], goal: Kind, through: frozenset[Kind]
) -> Iterator[RecordId]:
    return (key for _, key in context.linkage.reaching(starts, goal, through))


def _names(edited: Mapping[Kind, Iterable[RecordId]], kinds: frozenset[Kind]) -> Iterator[Name]:
    for kind in kinds.intersection(edited):
        for key in edited[kind]:
            yield kind, key
