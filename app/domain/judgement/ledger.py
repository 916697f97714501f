"""Findings, rule by rule and record by record, so that an edit re-judges only a few."""

from collections import Counter
from collections.abc import Iterable, Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting import COUNT_RULES, RECORD_RULES, RULES
from app.domain.judgement.linting.rule import CountRule, PlanRule, RecordRule
from app.domain.judgement.reach import Reach
from app.domain.judgement.register import Findings as Findings  # noqa: PLC0414 - part of this module too
from app.domain.judgement.register import Part, Register
from app.domain.judgement.staleness import Staleness
from app.domain.judgement.tally import Tally
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind

_Rule = RecordRule | PlanRule | CountRule
_Parts = frozenset[Part]


class Ledger:
    """What every rule found in one plan, in the order of rules and of records.

    Every context it is given has a linkage that is up to date with its plan.
    """

    def __init__(self, context: Context) -> None:
        self._plan = context.plan
        rules: tuple[_Rule, ...] = (*RECORD_RULES, *RULES, *COUNT_RULES)
        self._at = {rule.code: at for at, rule in enumerate(rules)}
        self._stale = {rule.code: Staleness(rule, context.plan) for rule in RECORD_RULES}
        self._tallies = {rule.code: Tally(rule, context.plan) for rule in COUNT_RULES}
        self._register = Register(
            [rule.kind if isinstance(rule, RecordRule) else None for rule in rules],
            context.plan.accepted,
        )
        for rule in RECORD_RULES:
            for record in context.plan.table(rule.kind).all():
                found = tuple(rule.judge(context, record))
                if found:
                    self._register.enter((self._at[rule.code], record.id), found)
        for plan_rule in RULES:
            self._judge_plan(plan_rule, context)
        for count_rule in COUNT_RULES:
            self._judge_counts(count_rule, context)

    def __iter__(self) -> Iterator[Finding]:
        return self._register.findings(self._plan)

    def count(self, weight: Weight, *, accepted: bool = False) -> int:
        """How many findings of `weight` are open, or accepted with a reason."""
        return self._register.count(weight, accepted=accepted)

    @property
    def sections(self) -> frozenset[str]:
        """The sections in which there is anything to mend."""
        return self._register.sections

    def of_section(self, section: str) -> Findings:
        """The findings to be mended in `section`, open and accepted."""
        return self._register.of_section(self._plan, section)

    def parts(self, section: str) -> list[Part]:
        """The parts that `section` has, rule by rule."""
        return self._register.parts(section)

    def of_part(self, part: Part) -> Findings:
        """The findings of one part, open and accepted."""
        return self._register.of_part(self._plan, part)

    def of_record(self, kind: Kind, key: RecordId) -> Findings:
        """The findings about one record, open and accepted."""
        return self._register.of_record(self._plan, kind, key)

    def update(self, context: Context, reach: Reach, sections: Iterable[RecordId] = ()) -> _Parts:
        """Judge again what `reach` may have changed; `sections` are those judged again.

        The result names the parts whose findings, or the order of these, changed, and those of
        findings that were accepted or are so no more.
        """
        self._plan = context.plan
        changed = {
            *self._accepted(reach),
            *self._rearranged(reach),
            *self._records_judged_again(context, reach, sections),
            *self._plan_judged_again(context, reach),
        }
        return frozenset(changed)

    def _accepted(self, reach: Reach) -> Iterator[Part]:
        for key in reach.ids(Kind.ACCEPTED):
            yield from self._register.accept(key, key in self._plan.accepted)

    def _rearranged(self, reach: Reach) -> Iterator[Part]:
        passing = Counter(
            each.kind for each in reach.changes if each.before is None or each.after is None
        )
        back = {kind for kind, ids in reach.passing.items() if passing[kind] > len(ids)}
        for kind in back.union(reach.moved):
            yield from self._register.rearrange(kind)

    def _records_judged_again(
        self, context: Context, reach: Reach, sections: Iterable[RecordId]
    ) -> Iterator[Part]:
        for rule in RECORD_RULES:
            at = self._at[rule.code]
            found = self._register.found(at)
            table, judge = context.plan.table(rule.kind), rule.judge
            for key in self._stale[rule.code].records(context, reach, sections, found):
                record = table.get(key)
                findings = () if record is None else tuple(judge(context, record))
                if findings or key in found:
                    yield from self._register.enter((at, key), findings)

    def _plan_judged_again(self, context: Context, reach: Reach) -> Iterator[Part]:
        for rule in RULES:
            if not rule.reads.isdisjoint(reach.edited):
                yield from self._judge_plan(rule, context)
        for count_rule in COUNT_RULES:
            recounted = self._tallies[count_rule.code].update(reach.changes)
            if recounted or not count_rule.reads.isdisjoint(reach.edited):
                yield from self._judge_counts(count_rule, context)

    def _judge_plan(self, rule: PlanRule, context: Context) -> _Parts:
        return self._register.enter((self._at[rule.code], None), tuple(rule.judge(context)))

    def _judge_counts(self, rule: CountRule, context: Context) -> _Parts:
        counts = self._tallies[rule.code].counts
        return self._register.enter((self._at[rule.code], None), tuple(rule.judge(context, counts)))
