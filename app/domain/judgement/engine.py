"""Live judgement: an edit re-judges only what depends on the records it changed."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date

from app.domain.interview.conditions import questions_in
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.completeness import TABLES, SectionStatus, judge_section
from app.domain.judgement.context import Context, all_answers
from app.domain.judgement.coverage import (
    RequirementStatus,
    in_scope,
    judge_requirement,
)
from app.domain.judgement.findings import ORDER
from app.domain.judgement.ledger import Findings, Ledger
from app.domain.judgement.reach import Reach, reach_of
from app.domain.judgement.requirements import Framework
from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.profile import Profile
from app.domain.plan.variables import ORGANISATION, PROFILE_PREFIX


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
        self._answers = all_answers(plan)
        self._sections: dict[str, SectionStatus] = {}
        self._judge_sections(self._context(), plan.sections)
        self._judge_coverage()
        self._ledger = Ledger(self._context())
        self._ranked: tuple[Findings, Findings] | None = None

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
        """The status of every section by its key, in the plan's order."""
        return self._sections

    @property
    def share(self) -> float:
        """Progress of the whole plan from 0 to 1, counted in entries."""
        needed = sum(status.needed for status in self._sections.values())
        return sum(status.done for status in self._sections.values()) / needed if needed else 0.0

    @property
    def frameworks(self) -> tuple[Framework, ...]:
        """The frameworks the profile has chosen, as far as a pack for them is there."""
        chosen = dict.fromkeys(self._plan.profile.frameworks)
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
        if self._ranked is None:
            self._ranked = self._rank()
        return self._ranked[accepted]

    def update(self, plan: Plan, changes: ChangeSet) -> None:
        """Judge `plan`, which came from the last one by `changes`."""
        old, self._plan = self._plan, plan
        reach = reach_of(changes)
        self._update_answers(reach)
        context = self._context()
        stale = self._stale_sections(reach, _restated(old.profile, plan.profile))
        self._judge_sections(context, stale)
        if Kind.SECTION in reach.rearranged:
            self._sections = {str(key): self._sections[key] for key in plan.sections}
        if _scope(old.profile) == _scope(plan.profile):
            self._refresh_coverage(stale)
        else:
            self._judge_coverage()
        changed = self._ledger.update(context, reach, stale)
        if changed or Kind.SECTION in reach.rearranged or Kind.ACCEPTED in reach.touched:
            self._ranked = None

    def _context(self) -> Context:
        return Context(self._plan, self._answers, self._template, self._today)

    def _rank(self) -> tuple[Findings, Findings]:
        """The open and the accepted findings."""
        order = {str(key): at for at, key in enumerate(self._plan.sections)}
        ranked = sorted(
            self._ledger,
            key=lambda item: (ORDER[item.weight], order.get(item.section, len(order))),
        )
        known = frozenset(self._plan.accepted)
        opened = tuple(item for item in ranked if item.key not in known)
        return opened, tuple(item for item in ranked if item.key in known)

    def _update_answers(self, reach: Reach) -> None:
        if Kind.PROFILE in reach.touched:
            self._answers = all_answers(self._plan)
            return
        for key in reach.ids(Kind.ANSWER):
            answer = self._plan.answers.get(key)
            if key.startswith(PROFILE_PREFIX):
                continue
            if answer is not None:
                self._answers[str(key)] = answer.value
            else:
                self._answers.pop(str(key), None)

    def _stale_sections(self, reach: Reach, restated: Iterable[str]) -> frozenset[RecordId]:
        stale = reach.ids(Kind.SECTION)
        for name in (*reach.ids(Kind.ANSWER), *restated):
            stale |= self._askers.get(name, set())
            stale |= self._users_of(name)
        stale.update(key for key, kinds in _TABLES if not reach.touched.isdisjoint(kinds))
        return frozenset(stale)

    def _users_of(self, variable: str) -> set[RecordId]:
        return {status.section for status in self._sections.values() if variable in status.words}

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


_TABLES = tuple((RecordId(key), frozenset(kinds)) for key, kinds in TABLES.items())


def _restated(old: Profile, new: Profile) -> tuple[str, ...]:
    """The variables and questions that the change of the profile answers anew."""
    if old == new:
        return ()
    names = (field.name for field in fields(Profile))
    changed = [name for name in names if getattr(old, name) != getattr(new, name)]
    return (ORGANISATION, *(PROFILE_PREFIX + name for name in changed))


def _scope(profile: Profile) -> tuple[tuple[str, ...], str]:
    """What chooses the requirements the plan is held against."""
    return profile.frameworks, profile.baseline


def _askers(template: PlanTemplate) -> dict[str, set[RecordId]]:
    """For each question the sections whose judgement depends on its answer."""
    askers: dict[str, set[RecordId]] = {}
    for section in template.sections:
        for question in section.questions:
            for name in {str(question.id), *questions_in(question.when)}:
                askers.setdefault(name, set()).add(RecordId(section.key))
    return askers
