"""Words for classification, playbooks and duties to notify."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.plan.classification import (
    DimensionMeaning,
    ImpactDimension,
    ImpactLevel,
    IncidentCategory,
    MatrixCell,
    SampleIncident,
    SeverityLevel,
    UrgencyLevel,
)
from app.domain.plan.obligations import NotificationDecision, Obligation, ObligationStep
from app.domain.plan.playbooks import Playbook, PlaybookStep, StepBranch
from ui.models.record_words.organisation import Words


def response_words() -> dict[type[Any], Words]:
    """The words by type."""
    return {
        SeverityLevel: _severity(),
        ImpactLevel: _level(),
        UrgencyLevel: _level(),
        MatrixCell: _cell(),
        IncidentCategory: _category(),
        SampleIncident: _sample(),
        ImpactDimension: _dimension(),
        DimensionMeaning: _dimension_meaning(),
        Playbook: _playbook(),
        PlaybookStep: _step(),
        StepBranch: _branch(),
        Obligation: _obligation(),
        ObligationStep: _notice(),
        NotificationDecision: _decision(),
    }


def _severity() -> Words:
    translate = QCoreApplication.translate
    span = translate("RecordForm", "Such as 30 minutes, 4 hours or 3 working days.")
    return {
        "name": translate("RecordForm", "Name"),
        "rank": (translate("RecordForm", "Rank"), translate("RecordForm", "1 is the worst.")),
        "meaning": translate("RecordForm", "Applies when"),
        "examples": (
            translate("RecordForm", "Examples"),
            translate("RecordForm", "One on each line."),
        ),
        "respond_in_hours": (translate("RecordForm", "Respond within, in working hours"), span),
        "respond_out_of_hours": (translate("RecordForm", "Respond within, out of hours"), span),
        "escalate_in_hours": (translate("RecordForm", "Escalate within, in working hours"), span),
        "escalate_out_of_hours": (translate("RecordForm", "Escalate within, out of hours"), span),
        "update_every": (translate("RecordForm", "Update every"), span),
        "informed": translate("RecordForm", "Roles informed"),
        "declared_by": translate("RecordForm", "Declared by"),
        "notifications": (
            translate("RecordForm", "Notices to others"),
            translate("RecordForm", "Who else is told, such as the board on the same day."),
        ),
    }


def _level() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name"),
        "rank": (translate("RecordForm", "Rank"), translate("RecordForm", "1 is the worst.")),
        "meaning": translate("RecordForm", "Meaning"),
    }


def _cell() -> Words:
    translate = QCoreApplication.translate
    return {
        "impact": translate("RecordForm", "Impact"),
        "urgency": translate("RecordForm", "Urgency"),
        "severity": translate("RecordForm", "Severity"),
    }


def _category() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name"),
        "meaning": translate("RecordForm", "Meaning"),
        "reference": (
            translate("RecordForm", "Reference"),
            translate(
                "RecordForm", "The taxonomy it is taken from, such as RSIT: Abusive Content."
            ),
        ),
    }


def _dimension() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": (
            translate("RecordForm", "Name"),
            translate("RecordForm", "A kind of harm, such as Operations, Data or Safety."),
        ),
        "meanings": (
            translate("RecordForm", "What each level means"),
            translate("RecordForm", "The worst of all dimensions is the impact."),
        ),
    }


def _dimension_meaning() -> Words:
    translate = QCoreApplication.translate
    return {
        "impact": translate("RecordForm", "Impact"),
        "meaning": translate("RecordForm", "Meaning"),
    }


def _sample() -> Words:
    translate = QCoreApplication.translate
    return {
        "description": translate("RecordForm", "What happens"),
        "impact": translate("RecordForm", "Impact"),
        "urgency": translate("RecordForm", "Urgency"),
        "expected": (
            translate("RecordForm", "Should come out as"),
            translate("RecordForm", "The matrix is checked against this."),
        ),
        "judged": translate("RecordForm", "Judged by dimension"),
    }


def _playbook() -> Words:
    translate = QCoreApplication.translate
    each = translate("RecordForm", "One on each line.")
    return {
        "name": translate("RecordForm", "Name"),
        "trigger": (
            translate("RecordForm", "Trigger"),
            translate("RecordForm", "What somebody sees or hears that starts this playbook."),
        ),
        "category": translate("RecordForm", "Incident category"),
        "floor": translate("RecordForm", "Least severity it starts at"),
        "questions": (translate("RecordForm", "Questions the analysis answers"), each),
        "recovery_criteria": (translate("RecordForm", "Recovered when"), each),
        "closure": translate("RecordForm", "Closed when"),
        "metrics": (translate("RecordForm", "Measured by"), each),
        "techniques": (
            translate("RecordForm", "ATT&CK techniques"),
            translate("RecordForm", "One id on each line, such as T1486."),
        ),
        "duties": (
            translate("RecordForm", "Duties to notify to look at"),
            translate("RecordForm", "One on each line, with what decides it."),
        ),
    }


def _step() -> Words:
    translate = QCoreApplication.translate
    return {
        "playbook": translate("RecordForm", "Playbook"),
        "phase": translate("RecordForm", "Phase"),
        "action": translate("RecordForm", "What to do"),
        "role": translate("RecordForm", "Done by"),
        "within": (
            translate("RecordForm", "Done within"),
            translate("RecordForm", "Counted from the trigger, such as 30 minutes."),
        ),
        "evidence": translate("RecordForm", "Evidence to keep"),
        "decision": translate("RecordForm", "Decision to take here"),
        "criteria": translate("RecordForm", "What decides it"),
        "decided_by": (
            translate("RecordForm", "Decided by"),
            translate("RecordForm", "Leave it open when whoever does the step decides."),
        ),
        "side_effect": (
            translate("RecordForm", "Side effect"),
            translate("RecordForm", "What it harms besides its purpose, such as jobs that stop."),
        ),
        "message": translate("RecordForm", "Prepared message to use"),
        "branches": (
            translate("RecordForm", "Ways on"),
            translate("RecordForm", "Where each answer leads; none when all lead to the next."),
        ),
    }


def _branch() -> Words:
    translate = QCoreApplication.translate
    return {
        "answer": translate("RecordForm", "Answer"),
        "to": (
            translate("RecordForm", "Goes on with"),
            translate("RecordForm", "Leave it open for the next step."),
        ),
        "ends": translate("RecordForm", "Closes the playbook"),
    }


def _obligation() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name of the duty"),
        "recipient": translate("RecordForm", "Who is notified"),
        "trigger": translate("RecordForm", "Applies when"),
        "steps": (
            translate("RecordForm", "Notices and deadlines"),
            translate("RecordForm", "Leave the time blank for without undue delay."),
        ),
        "regime": (
            translate("RecordForm", "Regime"),
            translate("RecordForm", "The law or contract its terms were adopted from."),
        ),
        "decision_owner": translate("RecordForm", "Role that decides"),
        "contact": translate("RecordForm", "Contact"),
        "content": (
            translate("RecordForm", "What the notice must say"),
            translate("RecordForm", "One on each line."),
        ),
        "message": translate("RecordForm", "Prepared message"),
        "citation": (
            translate("RecordForm", "Source"),
            translate("RecordForm", "Article, section or clause."),
        ),
        "confidence": translate("RecordForm", "How the source was read"),
        "verified_on": (
            translate("RecordForm", "Source checked on"),
            translate("RecordForm", "Such as 30 November 2026."),
        ),
        "exceptions": (
            translate("RecordForm", "Exceptions"),
            translate("RecordForm", "When the notice may be left out or come later."),
        ),
    }


def _notice() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Notice"),
        "within": translate("RecordForm", "Within"),
        "clock_start": translate("RecordForm", "Counted from"),
        "timing": translate("RecordForm", "Timing in words"),
    }


def _decision() -> Words:
    translate = QCoreApplication.translate
    return {
        "obligation": translate("RecordForm", "Duty to notify"),
        "incident": (
            translate("RecordForm", "Incident"),
            translate("RecordForm", "Your own reference, such as INC-2026-014."),
        ),
        "notify": (
            translate("RecordForm", "Notify"),
            translate("RecordForm", "Not stated: nobody has decided yet."),
        ),
        "by": translate("RecordForm", "Decided by"),
        "at": (
            translate("RecordForm", "Decided at"),
            translate("RecordForm", "Such as 2026-11-30 16:40, in your own time zone."),
        ),
        "reason": (
            translate("RecordForm", "Reason"),
            translate("RecordForm", "The facts that decided it; an authority may ask for them."),
        ),
    }
