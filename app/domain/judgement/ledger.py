"""Findings, rule by rule and record by record, so that an edit re-judges only a few."""

from collections.abc import Iterable, Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding
from app.domain.judgement.linting import RECORD_RULES, RULES
from app.domain.judgement.linting.rule import PlanRule, RecordRule
from app.domain.judgement.reach import Reach
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan

Findings = tuple[Finding, ...]


class Ledger:
    """What every rule found in one plan, in the order of rules and of records."""

    def __init__(self, context: Context) -> None:
        self._rows: dict[str, dict[RecordId, Findings]] = {}
        self._found: dict[str, Findings] = {}
        for rule in RECORD_RULES:
            self._rows[rule.code] = {}
            self._judge_records(rule, context, context.plan.table(rule.kind))
        for plan_rule in RULES:
            self._judge_plan(plan_rule, context)

    def __iter__(self) -> Iterator[Finding]:
        for found in self._found.values():
            yield from found

    def update(self, context: Context, reach: Reach, sections: Iterable[RecordId]) -> bool:
        """Judge again what `reach` may have changed; `sections` are those judged again.

        False when all findings are as they were.
        """
        before = dict(self._found)
        for rule in RECORD_RULES:
            stale = self._stale(rule, context.plan, reach, sections)
            if rule.kind in reach.rearranged:
                self._put_in_order(rule, context.plan)
            if stale or rule.kind in reach.rearranged:
                self._judge_records(rule, context, stale)
        for plan_rule in RULES:
            if not reach.touched.isdisjoint(plan_rule.reads):
                self._judge_plan(plan_rule, context)
        return self._found != before

    def _stale(
        self, rule: RecordRule, plan: Plan, reach: Reach, sections: Iterable[RecordId]
    ) -> Iterable[RecordId]:
        if not (
            reach.touched.isdisjoint(rule.reads) and reach.rearranged.isdisjoint(rule.looks_up)
        ):
            return tuple(plan.table(rule.kind))
        own = reach.ids(rule.kind) if rule.kind in reach.touched else set()
        return own.union(sections) if rule.follows_answers else own

    def _put_in_order(self, rule: RecordRule, plan: Plan) -> None:
        """Keep a row for each record there is now, in the order of the table."""
        rows = self._rows[rule.code]
        self._rows[rule.code] = {key: rows.get(key, ()) for key in plan.table(rule.kind)}

    def _judge_records(self, rule: RecordRule, context: Context, keys: Iterable[RecordId]) -> None:
        rows, table = self._rows[rule.code], context.plan.table(rule.kind)
        for key in keys:
            if key in table:
                rows[key] = tuple(rule.judge(context, table[key]))
        self._found[rule.code] = tuple(finding for row in rows.values() for finding in row)

    def _judge_plan(self, rule: PlanRule, context: Context) -> None:
        self._found[rule.code] = tuple(rule.judge(context))
