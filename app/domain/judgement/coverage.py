"""Which requirements the plan meets, and what that is concluded from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from app.domain.judgement.elements.element import ElementState, ElementStatus
from app.domain.judgement.requirements import CheckKind, Framework, Requirement
from app.domain.judgement.vouching import NOTHING, Vouched
from app.domain.plan.assurance import Exclusion
from app.domain.plan.dates import date_text
from app.domain.plan.plan import Plan


class Verdict(Enum):
    """What can be said of a requirement."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"
    NEEDS_PERSON = "needs-person"


BEYOND_TEXT = frozenset({CheckKind.ATTEST, CheckKind.LINK_EVIDENCE, CheckKind.CROSS_REF})
"""Checks no text can settle: they wait for a person or a record, never turn green alone."""


@dataclass(frozen=True, slots=True)
class RequirementStatus:
    """The verdict on one requirement; `reason` says what was found or is missing.

    `elements` are those it needs, `vouched` what people stand for.
    """

    requirement: Requirement
    verdict: Verdict
    reason: str
    elements: tuple[ElementStatus, ...] = ()
    vouched: Vouched = NOTHING

    @property
    def missing(self) -> tuple[ElementStatus, ...]:
        """The elements that the plan does not have, or not whole."""
        return tuple(one for one in self.elements if one.state in _LACKING)


_LACKING = frozenset({ElementState.PARTLY, ElementState.NOT_MET})

Statuses = Mapping[str, ElementStatus]
"""How each element stands, by its id."""


def in_scope(framework: Framework, plan: Plan) -> tuple[Requirement, ...]:
    """The live requirements, of the chosen baseline where the framework has baselines."""
    return framework.chosen(plan.profile.baseline.strip().lower())


def judge_requirement(
    requirement: Requirement, statuses: Statuses, vouched: Vouched = NOTHING
) -> RequirementStatus:
    """The verdict that follows from the elements `requirement` needs and from what is vouched."""
    needed = tuple(statuses[key] for key in requirement.needs if key in statuses)
    verdict, reason = _conclude(requirement, needed, vouched)
    return RequirementStatus(requirement, verdict, reason, needed, vouched)


def _conclude(
    requirement: Requirement, needed: tuple[ElementStatus, ...], vouched: Vouched
) -> tuple[Verdict, str]:
    if vouched.exclusion is not None:
        return Verdict.NOT_APPLICABLE, _excluded(vouched.exclusion)
    expected = [one for one in needed if one.state is not ElementState.NOT_EXPECTED]
    if needed and not expected:
        return Verdict.NOT_APPLICABLE, "Nothing that this asks for applies to the organisation."
    lacking = [one for one in expected if one.state in _LACKING]
    if lacking:
        begun = len(lacking) < len(expected) or any(
            one.state is ElementState.PARTLY for one in lacking
        )
        return Verdict.PARTLY if begun else Verdict.NOT_MET, _missing(lacking, len(expected))
    if requirement.check in BEYOND_TEXT or not expected:
        return _vouched_for(requirement, expected, vouched)
    return Verdict.MET, _found(expected)


def _excluded(exclusion: Exclusion) -> str:
    day = date_text(exclusion.on) if exclusion.on is not None else ""
    decided = ", ".join(part for part in (exclusion.by, day) if part)
    return f"{_sentence(exclusion.reason)} ({decided})" if decided else _sentence(exclusion.reason)


def _vouched_for(
    requirement: Requirement, expected: list[ElementStatus], vouched: Vouched
) -> tuple[Verdict, str]:
    if not vouched.shown:
        return Verdict.NEEDS_PERSON, _waits_for(requirement.check)
    found = [_found(expected)] if expected else []
    return Verdict.MET, " ".join((*found, *stands_for(vouched)))


def stands_for(vouched: Vouched) -> Iterable[str]:
    """A sentence for each person and record that stands for a requirement."""
    if vouched.attestation is not None and vouched.attestation.on is not None:
        day = date_text(vouched.attestation.on)
        yield f"Attested by {vouched.attestation.by} on {day}: {vouched.attestation.note}"
    for record in vouched.evidence:
        day = f", dated {date_text(record.on)}" if record.on is not None else ""
        yield f"On file: {record.what}{day}, {record.where}; owner: {record.owner}."


def _found(expected: list[ElementStatus]) -> str:
    listed = "; ".join(one.element.label for one in expected)
    return f"The plan has {listed}."


def _missing(lacking: list[ElementStatus], count: int) -> str:
    listed = "; ".join(_lack(one) for one in lacking)
    share = f"{count - len(lacking)} of {count} there. " if count > 1 else ""
    return f"{share}Missing: {listed}."


def _lack(status: ElementStatus) -> str:
    gaps = ", ".join(status.gaps)
    return f"{status.element.label} ({gaps})" if gaps else status.element.label


def _sentence(text: str) -> str:
    stripped = text.strip()
    return stripped if stripped.endswith((".", "!", "?")) else f"{stripped}."


def _waits_for(check: CheckKind) -> str:
    match check:
        case CheckKind.LINK_EVIDENCE:
            return "Needs a record as evidence; text alone does not show it."
        case CheckKind.CROSS_REF:
            return "Needs a person to confirm that the other document says so."
        case _:
            return "Needs a named person to attest it; text alone does not show it."
