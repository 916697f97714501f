"""Live judgement: an edit re-judges only what depends on the records it changed."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.domain.interview.conditions import questions_in
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.completeness import TABLES, SectionStatus, judge_section
from app.domain.judgement.context import Context, all_answers, profile_answers
from app.domain.judgement.coverage import (
    RequirementStatus,
    in_scope,
    judge_requirement,
)
from app.domain.judgement.findings import ORDER, Finding
from app.domain.judgement.linting import RECORD_RULES, RULES
from app.domain.judgement.linting.rule import RecordRule
from app.domain.judgement.requirements import Framework
from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.variables import ORGANISATION, PROFILE_PREFIX

Findings = tuple[Finding, ...]


class Judgement:
    """Completeness, coverage and findings of one plan, kept up to date edit by edit."""

    def __init__(
        self, plan: Plan, template: PlanTemplate, frameworks: Iterable[Framework], today: date
    ) -> None:
        self._template = template
        self._today = today
        self._frameworks = {item.id: item for item in frameworks}
        self._askers = _askers(template)
        self._plan = plan
        self._judge_all()

    @property
    def plan(self) -> Plan:
        """The plan judged."""
        return self._plan

    @property
    def template(self) -> PlanTemplate:
        """The template the plan's questions come from."""
        return self._template

    @property
    def sections(self) -> Mapping[str, SectionStatus]:
        """The status of every section by its key."""
        return self._sections

    @property
    def share(self) -> float:
        """Progress of the whole plan from 0 to 1, counted in entries."""
        needed = sum(status.needed for status in self._sections.values())
        return sum(status.done for status in self._sections.values()) / needed if needed else 0.0

    @property
    def frameworks(self) -> tuple[Framework, ...]:
        """The frameworks the profile has chosen, as far as a pack for them is there."""
        chosen = self._plan.profile.frameworks
        return tuple(self._frameworks[key] for key in chosen if key in self._frameworks)

    def coverage(self, framework: str) -> tuple[RequirementStatus, ...]:
        """The verdict on each requirement in scope, in the framework's order."""
        return tuple(self._coverage[framework].values())

    def requirements_of(self, section: str) -> tuple[tuple[Framework, RequirementStatus], ...]:
        """The verdicts on every requirement that `section` helps to meet."""
        return tuple(
            (framework, status)
            for framework in self.frameworks
            for status in self._coverage[framework.id].values()
            if section in status.requirement.sections
        )

    def findings(self, *, accepted: bool = False) -> Findings:
        """Open findings, worst first in section order; or those accepted with a reason."""
        order = {key: at for at, key in enumerate(self._plan.sections)}
        found = [
            finding
            for rows in self._findings.values()
            for group in rows.values()
            for finding in group
            if (finding.key in self._plan.accepted) is accepted
        ]
        found.sort(key=lambda item: (ORDER[item.weight], order.get(RecordId(item.section), 99)))
        return tuple(found)

    def update(self, plan: Plan, changes: ChangeSet) -> None:
        """Judge `plan`, which came from the last one by `changes`."""
        self._plan = plan
        kinds = frozenset(change.kind for change in changes)
        self._update_answers(changes, kinds)
        context = self._context()
        stale = self._stale_sections(changes, kinds)
        self._judge_sections(context, stale)
        if Kind.PROFILE in kinds:
            self._judge_coverage()
        else:
            self._refresh_coverage(stale)
        self._refresh_findings(context, changes, kinds, stale)

    def _context(self) -> Context:
        return Context(self._plan, self._answers, self._template, self._today)

    def _judge_all(self) -> None:
        self._answers = all_answers(self._plan)
        context = self._context()
        self._sections: dict[str, SectionStatus] = {}
        self._judge_sections(context, tuple(self._plan.sections))
        self._judge_coverage()
        self._findings: dict[str, dict[RecordId, Findings]] = {}
        for rule in RECORD_RULES:
            self._findings[rule.code] = {
                key: tuple(rule.judge(context, record))
                for key, record in self._plan.table(rule.kind).items()
            }
        for plan_rule in RULES:
            self._findings[plan_rule.code] = {RecordId(""): tuple(plan_rule.judge(context))}

    def _update_answers(self, changes: ChangeSet, kinds: frozenset[Kind]) -> None:
        for change in changes:
            if change.kind is Kind.ANSWER:
                self._answers.pop(str(change.id), None)
                answer = self._plan.answers.get(change.id)
                if answer is not None:
                    self._answers[str(change.id)] = answer.value
        if Kind.PROFILE in kinds:
            for name in [key for key in self._answers if key.startswith(PROFILE_PREFIX)]:
                del self._answers[name]
            self._answers.update(profile_answers(self._plan))

    def _stale_sections(self, changes: ChangeSet, kinds: frozenset[Kind]) -> tuple[RecordId, ...]:
        if Kind.PROFILE in kinds:
            return tuple(self._plan.sections)
        stale: set[str] = set()
        for change in changes:
            if change.kind is Kind.SECTION:
                stale.add(change.id)
            if change.kind is Kind.ANSWER:
                stale |= self._askers.get(str(change.id), set())
                stale |= self._users_of(str(change.id))
        stale |= {key for key, tables in TABLES.items() if not kinds.isdisjoint(tables)}
        return tuple(RecordId(key) for key in stale)

    def _users_of(self, variable: str) -> set[str]:
        mention = "{{" + variable
        return {key for key, section in self._plan.sections.items() if mention in section.prose}

    def _judge_sections(self, context: Context, keys: Iterable[RecordId]) -> None:
        for key in keys:
            section = self._plan.sections.get(key)
            if section is None:
                self._sections.pop(key, None)
            else:
                self._sections[key] = judge_section(context, section)

    def _judge_coverage(self) -> None:
        self._coverage: dict[str, dict[str, RequirementStatus]] = {}
        self._answering: dict[str, list[tuple[str, str]]] = {}
        for framework in self.frameworks:
            rows = self._coverage[framework.id] = {}
            for item in in_scope(framework, self._plan):
                rows[item.id] = judge_requirement(item, self._sections)
                for section in item.sections:
                    self._answering.setdefault(section, []).append((framework.id, item.id))

    def _refresh_coverage(self, stale: Iterable[RecordId]) -> None:
        touched = {pair for section in stale for pair in self._answering.get(section, ())}
        for framework, requirement in touched:
            rows = self._coverage[framework]
            rows[requirement] = judge_requirement(rows[requirement].requirement, self._sections)

    def _refresh_findings(
        self,
        context: Context,
        changes: ChangeSet,
        kinds: frozenset[Kind],
        stale: tuple[RecordId, ...],
    ) -> None:
        for rule in RECORD_RULES:
            self._refresh_rule(rule, context, self._stale_records(rule, changes, kinds, stale))
        for plan_rule in RULES:
            if not kinds.isdisjoint(plan_rule.reads):
                self._findings[plan_rule.code] = {RecordId(""): tuple(plan_rule.judge(context))}

    def _stale_records(
        self,
        rule: RecordRule,
        changes: ChangeSet,
        kinds: frozenset[Kind],
        stale: tuple[RecordId, ...],
    ) -> Iterable[RecordId]:
        if not kinds.isdisjoint(rule.reads):
            return {*self._plan.table(rule.kind), *self._findings[rule.code]}
        own = {change.id for change in changes if change.kind is rule.kind}
        return own | set(stale) if rule.follows_answers else own

    def _refresh_rule(self, rule: RecordRule, context: Context, keys: Iterable[RecordId]) -> None:
        rows, table = self._findings[rule.code], self._plan.table(rule.kind)
        for key in keys:
            if key in table:
                rows[key] = tuple(rule.judge(context, table[key]))
            else:
                rows.pop(key, None)


def _askers(template: PlanTemplate) -> dict[str, set[str]]:
    """For each question the sections whose judgement depends on its answer."""
    askers: dict[str, set[str]] = {ORGANISATION: set()}
    for section in template.sections:
        for question in section.questions:
            for name in {str(question.id), *questions_in(question.when)}:
                askers.setdefault(name, set()).add(section.key)
    return askers
