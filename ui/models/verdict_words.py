"""How verdicts, elements and relations of requirements look and what they are called."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.crosswalk import Relation, SourceKind
from app.domain.judgement.elements.element import ElementState
from app.domain.judgement.requirements import CheckKind, FrameworkStatus

VERDICT_LOOKS: Final = {
    Verdict.MET: ("circle-check", "success"),
    Verdict.PARTLY: ("circle-dot", "warning"),
    Verdict.NOT_MET: ("circle", "text3"),
    Verdict.NEEDS_PERSON: ("user", "accent_text"),
    Verdict.NOT_APPLICABLE: ("circle-minus", "text3"),
}
"""The icon and colour of each verdict, in the order in which they are counted."""

BAR_TONES: Final = {
    Verdict.MET: "success",
    Verdict.PARTLY: "warning",
    Verdict.NOT_MET: "track",
    Verdict.NEEDS_PERSON: "sev4",
    Verdict.NOT_APPLICABLE: "border_strong",
}
"""The colour of each verdict in a bar, in the bar's order."""

ELEMENT_LOOKS: Final = {
    ElementState.MET: ("check", "success"),
    ElementState.PARTLY: ("circle-dot", "warning"),
    ElementState.NOT_MET: ("circle", "text3"),
    ElementState.NOT_EXPECTED: ("circle-minus", "text3"),
}
"""The icon and colour of an element."""


def verdict_word(verdict: Verdict) -> str:
    """A verdict in a word or two."""
    tr = QCoreApplication.translate
    return {
        Verdict.MET: tr("Verdict", "Met"),
        Verdict.PARTLY: tr("Verdict", "Partly"),
        Verdict.NOT_MET: tr("Verdict", "Not yet"),
        Verdict.NOT_APPLICABLE: tr("Verdict", "Not applicable"),
        Verdict.NEEDS_PERSON: tr("Verdict", "Needs a person"),
    }[verdict]


def element_word(state: ElementState) -> str:
    """Whether the plan has an element."""
    tr = QCoreApplication.translate
    return {
        ElementState.MET: tr("Verdict", "In the plan"),
        ElementState.PARTLY: tr("Verdict", "In part"),
        ElementState.NOT_MET: tr("Verdict", "Missing"),
        ElementState.NOT_EXPECTED: tr("Verdict", "Does not apply to you"),
    }[state]


def brief_of(status: RequirementStatus) -> str:
    """What is missing, waited for or decided, in half a line; blank where all is there."""
    tr = QCoreApplication.translate
    match status.verdict:
        case Verdict.PARTLY | Verdict.NOT_MET:
            named = "; ".join(one.element.label for one in status.missing)
            return tr("Verdict", "Missing: {0}").format(named)
        case Verdict.NEEDS_PERSON:
            return waits_for(status.requirement.check)
        case Verdict.NOT_APPLICABLE:
            return status.reason
        case _:
            by = status.vouched.attestation
            return tr("Verdict", "Attested by {0}").format(by.by) if by is not None else ""


def waits_for(check: CheckKind) -> str:
    """What a person has to do before a requirement counts, in a few words."""
    tr = QCoreApplication.translate
    match check:
        case CheckKind.LINK_EVIDENCE:
            return tr("Verdict", "A record has to be linked")
        case CheckKind.CROSS_REF:
            return tr("Verdict", "Another document has to be confirmed")
        case _:
            return tr("Verdict", "Somebody has to attest it")


def standing_text(status: FrameworkStatus) -> str:
    """Whether an edition may be cited."""
    tr = QCoreApplication.translate
    return {
        FrameworkStatus.CURRENT: tr("Verdict", "Current"),
        FrameworkStatus.WITHDRAWN: tr("Verdict", "Withdrawn"),
        FrameworkStatus.NOT_YET_IN_FORCE: tr("Verdict", "Not yet in force"),
    }[status]


def relation_text(relation: Relation) -> str:
    """What meeting a requirement does for the other."""
    tr = QCoreApplication.translate
    return {
        Relation.EQUAL: tr("Verdict", "also satisfies"),
        Relation.SUPERSET: tr("Verdict", "also satisfies"),
        Relation.SUBSET: tr("Verdict", "satisfies a part of"),
        Relation.INTERSECT: tr("Verdict", "overlaps with"),
        Relation.RELATED: tr("Verdict", "is related to"),
    }[relation]


def source_kind_text(kind: SourceKind) -> str:
    """Who says that two requirements are related."""
    tr = QCoreApplication.translate
    return {
        SourceKind.OFFICIAL: tr("Verdict", "Official"),
        SourceKind.SECONDARY: tr("Verdict", "Secondary"),
        SourceKind.OWN: tr("Verdict", "Our own"),
    }[kind]
