"""Which requirements the plan meets, and what that is concluded from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from app.domain.judgement.completeness import SectionStatus
from app.domain.judgement.requirements import CheckKind, Framework, Requirement
from app.domain.plan.plan import Plan


class Verdict(Enum):
    """What can be said of a requirement from the plan alone."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"
    NEEDS_PERSON = "needs-person"


BEYOND_TEXT = frozenset({CheckKind.ATTEST, CheckKind.LINK_EVIDENCE, CheckKind.CROSS_REF})
"""Checks no text can settle: they wait for a person or a record, never turn green alone."""


@dataclass(frozen=True, slots=True)
class RequirementStatus:
    """The verdict on one requirement; `reason` says what was found or is missing."""

    requirement: Requirement
    verdict: Verdict
    reason: str


Statuses = Mapping[str, SectionStatus]
"""The status of each section by its key."""


def in_scope(framework: Framework, plan: Plan) -> tuple[Requirement, ...]:
    """The live requirements, of the chosen baseline where the framework has baselines."""
    return framework.chosen(plan.profile.baseline.strip().lower())


def judge_requirement(requirement: Requirement, statuses: Statuses) -> RequirementStatus:
    """The verdict that follows from the sections `requirement` names."""
    named = [statuses[key] for key in requirement.sections if key in statuses]
    applicable = [status for status in named if status.applicable]
    if not named:
        return RequirementStatus(
            requirement,
            Verdict.NEEDS_PERSON,
            "No section of the plan answers this; a person judges it.",
        )
    if not applicable:
        reason = "Every section that answers this is marked not applicable."
        return RequirementStatus(requirement, Verdict.NOT_APPLICABLE, reason)
    if requirement.check in BEYOND_TEXT:
        return RequirementStatus(requirement, Verdict.NEEDS_PERSON, _waits_for(requirement.check))
    return _by_sections(requirement, applicable)


def _by_sections(requirement: Requirement, named: list[SectionStatus]) -> RequirementStatus:
    complete = sum(status.complete for status in named)
    if complete == len(named):
        reason = f"{_sections(complete)} complete; each listed item was not checked one by one."
        return RequirementStatus(requirement, Verdict.MET, reason)
    missing = sum(status.needed - status.done for status in named)
    reason = f"{_entries(missing)} still open in {_names(named)}."
    begun = any(status.has_text for status in named)
    return RequirementStatus(requirement, Verdict.PARTLY if begun else Verdict.NOT_MET, reason)


def _waits_for(check: CheckKind) -> str:
    match check:
        case CheckKind.LINK_EVIDENCE:
            return "Needs a record as evidence; text alone does not show it."
        case CheckKind.CROSS_REF:
            return "Needs a person to confirm that the other document says so."
        case _:
            return "Needs a named person to attest it; text alone does not show it."


def _sections(count: int) -> str:
    return "The section that answers this is" if count == 1 else f"All {count} sections are"


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def _names(named: list[SectionStatus]) -> str:
    open_ones = [status.section.replace("_", " ") for status in named if not status.complete]
    return ", ".join(open_ones)
