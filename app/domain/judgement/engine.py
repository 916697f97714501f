"""Live judgement: an edit re-judges only what depends on the records it changed."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date

from app.domain.interview.conditions import questions_in
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.completeness import TABLES, SectionStatus, judge_section
from app.domain.judgement.context import Context, all_answers
from app.domain.judgement.coverage import RequirementStatus
from app.domain.judgement.elements.element import ElementStatus, Evidence
from app.domain.judgement.elements.evidence import evidence_of
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.ledger import Findings, Ledger
from app.domain.judgement.linkage import Linkage
from app.domain.judgement.ranking import Ranking
from app.domain.judgement.reach import Reach, reach_of
from app.domain.judgement.remedies import Remedy, remedy
from app.domain.judgement.requirement_book import RequirementBook
from app.domain.judgement.requirements import Framework
from app.domain.judgement.standards import Standards
from app.domain.plan.changes import ChangeSet, made_on
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.profile import Profile
from app.domain.plan.variables import ORGANISATION, PROFILE_PREFIX, variable_value


class Judgement:
    """Completeness, coverage and findings of one plan, kept up to date edit by edit."""

    def __init__(
        self, plan: Plan, template: PlanTemplate, standards: Standards, today: date
    ) -> None:
        self._template = template
        self._standards = standards
        self._today = today
        self._frameworks = {item.id: item for item in standards.frameworks}
        self._askers = _askers(template)
        self._plan = plan
        self._answers = all_answers(plan)
        self._linkage = Linkage(plan)
        context = self._context()
        self._sections: dict[str, SectionStatus] = {}
        self._judge_sections(context, plan.sections)
        self._requirements = RequirementBook(context, standards.elements, self.frameworks)
        self._ledger = Ledger(context)
        self._ranking = Ranking(self._ledger)

    @property
    def plan(self) -> Plan:
        """The plan judged."""
        return self._plan

    @property
    def template(self) -> PlanTemplate:
        """The template the plan's questions come from."""
        return self._template

    @property
    def standards(self) -> Standards:
        """What the plan is held against."""
        return self._standards

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
        return tuple(found for key in chosen if (found := self._framework(key)) is not None)

    def coverage(self, framework: str) -> tuple[RequirementStatus, ...]:
        """The verdict on each requirement in scope, in the framework's order."""
        return tuple(self._requirements.rows(framework).values())

    def held_against(self, framework: Framework) -> tuple[RequirementStatus, ...]:
        """The verdicts on the requirements in scope of any framework, chosen or not."""
        return self._requirements.judged(self._plan, framework)

    def requirements_of(self, section: str) -> tuple[tuple[Framework, RequirementStatus], ...]:
        """The verdicts on every requirement that `section` helps to meet."""
        return tuple(
            (framework, status)
            for framework in self.frameworks
            for status in self._requirements.rows(framework.id).values()
            if section in status.requirement.sections
        )

    @property
    def elements(self) -> Mapping[str, ElementStatus]:
        """How every element of the library stands in the plan, by its id."""
        return self._requirements.elements

    def evidence(self, element: str) -> tuple[Evidence, ...]:
        """Where the plan shows an element, looked up when asked for.

        Raises:
            KeyError: no element of that id.
        """
        return evidence_of(self._context(), self.elements[element].element)

    def findings(self, *, accepted: bool = False) -> Findings:
        """Open findings, worst first in section order; or those accepted with a reason."""
        return self._ranking.findings(self._plan, accepted=accepted)

    def findings_of(self, section: str) -> Findings:
        """The findings to be mended in `section`, open and accepted."""
        return self._ledger.of_section(section)

    def count(self, weight: Weight, *, accepted: bool = False) -> int:
        """How many findings of `weight` are open, or accepted with a reason."""
        return self._ledger.count(weight, accepted=accepted)

    def remedy(self, finding: Finding) -> Remedy | None:
        """The quick-fix of `finding`, as changes to the plan; None when a person must mend it."""
        found = remedy(self._context(), finding)
        return None if found is None else replace(found, changes=made_on(self._plan, found.changes))

    def of(self, plan: Plan) -> "Judgement":
        """The judgement of another plan, by the same template and standards, on the same day."""
        return Judgement(plan, self._template, self._standards, self._today)

    def update(self, plan: Plan, changes: ChangeSet) -> None:
        """Judge `plan`, which came from the last one by `changes`."""
        old, self._plan = self._plan, plan
        reach = reach_of(changes)
        self._linkage.update(changes)
        answered = [*map(str, reach.ids(Kind.ANSWER)), *_restated(old.profile, plan.profile)]
        self._update_answers(answered)
        context = self._context()
        stale = self._stale_sections(reach, answered)
        self._judge_sections(context, stale)
        if Kind.SECTION in reach.rearranged:
            self._sections = {str(key): self._sections[key] for key in plan.sections}
        self._requirements.update(context, reach, answered)
        if _scope(old.profile) != _scope(plan.profile):
            self._requirements.choose(plan, self.frameworks)
        self._ranking.forget(self._ledger.update(context, reach, stale))

    def _framework(self, key: str) -> Framework | None:
        if key not in self._frameworks:
            found = self._standards.shelf(key)
            if found is None:
                return None
            self._frameworks[key] = found
        return self._frameworks[key]

    def _context(self) -> Context:
        return Context(
            self._plan,
            self._answers,
            self._template,
            self._today,
            self._linkage,
            self._standards.regimes,
        )

    def _update_answers(self, answered: Iterable[str]) -> None:
        for key in answered:
            value = variable_value(self._plan, key)
            if value is not None:
                self._answers[key] = value
            else:
                self._answers.pop(key, None)

    def _stale_sections(self, reach: Reach, answered: Iterable[str]) -> frozenset[RecordId]:
        stale = set(reach.ids(Kind.SECTION))
        for name in answered:
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
