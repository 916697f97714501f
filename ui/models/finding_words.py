"""How findings look and what is said of them."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.judgement.findings import Finding, Weight
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.ids import RecordId
from ui.bridge.session import PlanBridge
from ui.bridge.words import day


def place_of(bridge: PlanBridge, finding: Finding) -> str:
    """The section in which `finding` is mended, and how much it matters."""
    section = section_of(bridge, finding)
    weight = weight_text(finding.weight)
    return f"{section} \u00b7 {weight}" if section else weight


def section_of(bridge: PlanBridge, finding: Finding) -> str:
    """The title of the section in which `finding` is mended; blank when it is gone."""
    section = bridge.plan.sections.get(RecordId(finding.section))
    return section.title if section is not None else ""


def mend_text(bridge: PlanBridge, finding: Finding) -> str:
    """What the quick-fix of an open finding does; blank when a person must mend it."""
    if bridge.read_only or finding.key in bridge.plan.accepted:
        return ""
    remedy = bridge.judgement.remedy(finding)
    if remedy is None:
        return ""
    return QCoreApplication.translate("Findings", "Quick-fix: {0}.").format(remedy.label)


def accepted_text(accepted: AcceptedFinding) -> str:
    """Who accepted a finding, when and why."""
    text = QCoreApplication.translate("Findings", "Accepted by {0} on {1}: {2}")
    return text.format(accepted.by, day(accepted.on), accepted.reason)


def weight_text(weight: Weight) -> str:
    """What a weight means, in words."""
    match weight:
        case Weight.BLOCKS:
            return QCoreApplication.translate("Findings", "blocks a final export")
        case Weight.WARN:
            return QCoreApplication.translate("Findings", "an auditor would ask")
        case Weight.HINT:
            return QCoreApplication.translate("Findings", "worth a look")


WEIGHT_LOOKS: Final = {
    Weight.BLOCKS: ("circle-alert", "danger"),
    Weight.WARN: ("triangle-alert", "warning"),
    Weight.HINT: ("lightbulb", "accent_text"),
}
"""The icon and colour of each weight."""
