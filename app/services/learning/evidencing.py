"""Exercises and incidents as evidence: which requirements ask for them, filed when accepted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from app.domain.judgement.coverage import RequirementStatus
from app.domain.judgement.elements.element import Element, Rows
from app.domain.judgement.engine import Judgement
from app.domain.judgement.requirements import Framework
from app.domain.plan.acts import KeptFile
from app.domain.plan.assurance import EvidenceRecord, requirement_key
from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.dates import date_text
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.practice import trials
from app.services.learning.attaching import attached

SECTION: Final = "exercises"
"""The section that requirements about exercises are answered in."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A requirement in scope that asks for exercises or tests."""

    framework: Framework
    status: RequirementStatus

    @property
    def key(self) -> RecordId:
        """Its name in the plan."""
        return requirement_key(self.framework.id, self.status.requirement.id)

    @property
    def evidenced(self) -> bool:
        """Whether a record that counts is on file for it."""
        return bool(self.status.vouched.evidence)


def asking(judgement: Judgement) -> tuple[Asking, ...]:
    """The requirements that an exercise can be evidence of, framework by framework."""
    about = {item.id for item in judgement.standards.elements if _looks_at_exercises(item)}
    return tuple(
        Asking(framework, status)
        for framework in judgement.frameworks
        for status in judgement.coverage(framework.id)
        if SECTION in status.requirement.sections or not about.isdisjoint(status.requirement.needs)
    )


def evidence_for(plan: Plan, source: str, owner: str) -> EvidenceRecord | None:
    """The record that files the exercise or incident `source`, `kind/id`: known, or as proposed.

    None when there is no such occasion, or no day is stated of it.
    """
    key = evidence_id(source)
    known = plan.evidence.get(key)
    if known is not None:
        return known
    trial = next((one for one in trials(plan) if one.source == source), None)
    if trial is None or trial.on is None:
        return None
    occasion = "incident" if trial.real else "exercise"
    what = f"Record of the {occasion} of {date_text(trial.on)}: {trial.name}"
    return EvidenceRecord(key, what, _where(attached(plan, source)), trial.on, owner)


def file_evidence(
    plan: Plan, record: EvidenceRecord, requirements: Iterable[RecordId]
) -> ChangeSet:
    """Files `record`, and lets it show that `requirements` are met besides those it shows."""
    shown = tuple(dict.fromkeys((*record.requirements, *requirements)))
    return (put(plan, replace(record, requirements=shown)),)


def evidence_id(source: str) -> RecordId:
    """The id of the record that files `source`, such as `exercises/ransomware`."""
    return RecordId(source.replace("/", ".", 1)[:64].rstrip("._-"))


def _looks_at_exercises(element: Element) -> bool:
    return any(isinstance(test, Rows) and test.kind is Kind.EXERCISE for test in element.tests)


def _where(files: tuple[KeptFile, ...]) -> str:
    names = ", ".join(kept.name for kept in files)
    return f"In this plan, exercises; attached: {names}" if names else "In this plan, exercises"
