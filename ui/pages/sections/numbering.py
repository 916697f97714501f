"""What parts and sections are called and numbered, as the exported document does it."""

from PySide6.QtCore import QCoreApplication

from app.domain.plan.plan import Plan
from app.domain.plan.sections import SECTION_GROUPS, SectionGroup


def part_title(group: SectionGroup) -> str:
    """The name of a part."""
    return {
        SectionGroup.FRONT: _tr("Foundations"),
        SectionGroup.ORGANISATION: _tr("Response organisation"),
        SectionGroup.LIFECYCLE: _tr("Incident life cycle"),
        SectionGroup.COMMUNICATION: _tr("Communication and notification"),
        SectionGroup.CONTINUITY: _tr("Continuity"),
        SectionGroup.IMPROVEMENT: _tr("Improvement"),
        SectionGroup.GOVERNANCE: _tr("Governance of the plan"),
        SectionGroup.ANNEX: _tr("Playbooks, scenarios and forms"),
    }[group]


def parts(plan: Plan) -> tuple[tuple[SectionGroup, tuple[str, ...]], ...]:
    """The parts the plan has sections in, each with their keys in document order."""
    found = (
        (group, tuple(str(key) for key in plan.sections if key in keys))
        for group, keys in SECTION_GROUPS.items()
    )
    return tuple((group, keys) for group, keys in found if keys)


def numbers(plan: Plan) -> dict[str, str]:
    """The number of each section, such as 3.4, by its key, in document order."""
    return {
        key: f"{part}.{at}"
        for part, (_, keys) in enumerate(parts(plan), start=1)
        for at, key in enumerate(keys, start=1)
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Parts", text)
