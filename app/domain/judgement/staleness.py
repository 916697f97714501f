"""Which records a rule must judge again after an edit, found by following who names whom."""

from collections.abc import Collection, Iterable, Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.linkage import Name, names_in
from app.domain.judgement.linting.rule import RecordRule, Speaking
from app.domain.judgement.reach import Reach
from app.domain.judgement.word_index import WordIndex, words_in
from app.domain.plan.changes import RecordChange
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan, Record

_Found = Collection[RecordId | None]


class Staleness:
    """What one rule judges again, edit by edit."""

    def __init__(self, rule: RecordRule, plan: Plan) -> None:
        self._rule = rule
        self._follows = rule.reads | rule.looks_up | rule.named_by | rule.scans | {rule.kind}
        self._speakers = WordIndex()
        self._note(plan, plan.table(rule.kind))

    def records(
        self,
        context: Context,
        reach: Reach,
        sections: Iterable[RecordId] = (),
        found: _Found = (),
    ) -> Iterable[RecordId]:
        """The records the rule may judge differently since the edit, some of which may be gone.

        `sections` are those whose answers changed, `found` the records of which the rule found
        something before; `context` is that after the edit.
        """
        rule = self._rule
        stale = set(sections) if rule.follows_answers else set()
        if self._follows.isdisjoint(reach.edited):
            return stale
        own = reach.ids(rule.kind)
        self._note(context.plan, own)
        stale |= own
        stale.update(self._around(context, {*self._deciding(context, reach)}))
        stale.update(self._reworded(context, reach, found))
        for kind in rule.named_by.intersection(reach.edited):
            for change in reach.changes_of[kind]:
                stale.update(_named(change, rule.kind))
        for kind in rule.scans.intersection(reach.edited):
            stale.update(self._scanning(context.plan, reach.changes_of[kind], found))
        return stale

    def _note(self, plan: Plan, keys: Iterable[RecordId]) -> None:
        """Remember the words in which the records `keys` may speak of scanned ones."""
        if self._rule.speaking is None:
            return
        table = plan.table(self._rule.kind)
        for key in keys:
            record = table.get(key)
            words = self._rule.speaking.words(record) if record is not None else frozenset()
            self._speakers.put(key, words)

    def _deciding(self, context: Context, reach: Reach) -> Iterator[Name]:
        """What the rule looks at and may find otherwise since it changed, as far as it is named."""
        rule = self._rule
        for kind in (rule.reads | rule.looks_up).intersection(reach.passing):
            yield from context.linkage.named_among(kind, reach.passing[kind])
        for kind in rule.reads.intersection(reach.kept):
            yield from (_name(one) for one in reach.kept[kind] if not self._keeps(one))

    def _keeps(self, change: RecordChange) -> bool:
        """Whether the record is there as before in all that the rule decides by."""
        decisive = self._rule.decides.get(change.kind)
        if decisive is None or change.before is None or change.after is None:
            return False
        return bool(decisive(change.before) == decisive(change.after))

    def _reworded(self, context: Context, reach: Reach, found: _Found) -> Iterator[RecordId]:
        """The records of which something was found, which may now be told in other words."""
        if found:
            kinds = self._rule.reads.intersection(reach.edited)
            told = {
                name
                for kind in kinds
                for name in context.linkage.named_among(kind, reach.edited[kind])
            }
            yield from (key for key in self._around(context, told) if key in found)

    def _around(self, context: Context, starts: Collection[Name]) -> Iterator[RecordId]:
        """The records that name one of `starts`, or are named by what does."""
        if not starts:
            return
        rule = self._rule
        for _, key in context.linkage.reaching(starts, rule.kind, rule.reads):
            yield key
        for kind in rule.named_by:
            table = context.plan.table(kind)
            for _, key in context.linkage.reaching(starts, kind, rule.reads):
                yield from _names_of(table[key], kind, rule.kind)

    def _scanning(
        self, plan: Plan, changes: Iterable[RecordChange], found: _Found
    ) -> Iterator[RecordId]:
        """The records that may speak of what `changes` did to a scanned table."""
        mentions, speaking = self._rule.mentions, self._rule.speaking
        if speaking is not None:
            for change in changes:
                yield from self._speaking(speaking, change, found)
            return
        scanned = [one for each in changes for one in (each.before, each.after) if one is not None]
        for key, record in plan.table(self._rule.kind).items():
            if mentions is None or any(mentions(record, one) for one in scanned):
                yield key

    def _speaking(
        self, speaking: Speaking, change: RecordChange, found: _Found
    ) -> Iterator[RecordId]:
        """The same, looked up by the names that the scanned record had or has."""
        before, after = (
            speaking.names(one) if one is not None else frozenset[str]()
            for one in (change.before, change.after)
        )
        decisive = before ^ after if self._keeps(change) else before | after
        for name in before | after:
            speakers = self._speakers.with_all(words_in(name))
            yield from (key for key in speakers if name in decisive or key in found)


def _name(change: RecordChange) -> Name:
    return change.kind, change.id


def _named(change: RecordChange, goal: Kind) -> Iterator[RecordId]:
    for record in (change.before, change.after):
        if record is not None:
            yield from _names_of(record, change.kind, goal)


def _names_of(record: Record, kind: Kind, goal: Kind) -> Iterator[RecordId]:
    return (name for target, name in names_in(record, kind) if target is goal)
