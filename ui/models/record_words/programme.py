"""Words for the programme, for forms and messages, and for governance with its evidence."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.documents import FormBlank, FormTemplate, MessageTemplate
from app.domain.plan.governance import Action, Version
from app.domain.plan.programme import (
    DistributionEntry,
    Exercise,
    Inject,
    LogSource,
    Metric,
    RelatedDocument,
    Resource,
    RoadmapItem,
    Term,
    TrainingItem,
)
from ui.models.record_words.organisation import Words


def programme_words() -> dict[type[Any], Words]:
    """The words by type."""
    return {
        Metric: _metric(),
        TrainingItem: _training(),
        Exercise: _exercise(),
        Inject: _inject(),
        RoadmapItem: _roadmap(),
        Resource: _resource(),
        RelatedDocument: _document(),
        LogSource: _log_source(),
        DistributionEntry: _distribution(),
        Term: _term(),
        FormTemplate: _form(),
        FormBlank: _blank(),
        MessageTemplate: _message(),
        Version: _version(),
        Action: _action(),
        EvidenceRecord: _evidence(),
    }


def _metric() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name"),
        "definition": translate("RecordForm", "What is measured, and what it tells"),
        "target": translate("RecordForm", "Target"),
        "owner": translate("RecordForm", "Reported by"),
        "cadence": (
            translate("RecordForm", "How often"),
            translate("RecordForm", "Such as every quarter."),
        ),
        "formula": (
            translate("RecordForm", "How it is worked out"),
            translate(
                "RecordForm",
                "What is divided by what, or from which moment to which, and what is left out.",
            ),
        ),
        "unit": (
            translate("RecordForm", "Unit"),
            translate("RecordForm", "Such as hours or per cent."),
        ),
    }


def _training() -> Words:
    translate = QCoreApplication.translate
    return {
        "audience": translate("RecordForm", "Who is trained"),
        "topic": translate("RecordForm", "In what"),
        "cadence": (
            translate("RecordForm", "How often"),
            translate("RecordForm", "Such as at induction, then every 12 months."),
        ),
        "owner": translate("RecordForm", "Owner"),
    }


def _exercise() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name"),
        "kind": (
            translate("RecordForm", "Kind"),
            translate("RecordForm", "Such as tabletop, call-out or technical."),
        ),
        "on": (
            translate("RecordForm", "Date"),
            translate("RecordForm", "Such as 30 November 2026."),
        ),
        "state": translate("RecordForm", "State"),
        "objectives": (
            translate("RecordForm", "Objectives"),
            translate("RecordForm", "One on each line."),
        ),
        "participants": translate("RecordForm", "Participants"),
        "findings": (
            translate("RecordForm", "What it showed"),
            translate("RecordForm", "One on each line, with what was done about it."),
        ),
        "owner": translate("RecordForm", "Owner"),
        "scenario": (
            translate("RecordForm", "Scenario"),
            translate("RecordForm", "The situation the players are in when it begins."),
        ),
        "injects": (
            translate("RecordForm", "Injects"),
            translate("RecordForm", "What the players learn as the exercise goes on, in order."),
        ),
        "attendees": (
            translate("RecordForm", "Who attended"),
            translate("RecordForm", "One on each line."),
        ),
        "reached": (
            translate("RecordForm", "Objectives reached"),
            translate("RecordForm", "One on each line."),
        ),
        "results": (
            translate("RecordForm", "Results"),
            translate("RecordForm", "What went well and what did not, in a few sentences."),
        ),
    }


def _inject() -> Words:
    translate = QCoreApplication.translate
    return {
        "event": translate("RecordForm", "What the players learn"),
        "at": translate("RecordForm", "Time from the start"),
        "expected": translate("RecordForm", "What observers look for"),
    }


def _roadmap() -> Words:
    translate = QCoreApplication.translate
    return {
        "goal": translate("RecordForm", "Goal"),
        "by": (
            translate("RecordForm", "Reached by"),
            translate("RecordForm", "Such as 31 March 2027."),
        ),
        "owner": translate("RecordForm", "Owner"),
        "measure": translate("RecordForm", "How one will know"),
    }


def _resource() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name"),
        "purpose": translate("RecordForm", "Used for"),
        "owner": translate("RecordForm", "Owner"),
        "location": translate("RecordForm", "Where it is"),
    }


def _document() -> Words:
    translate = QCoreApplication.translate
    return {
        "title": translate("RecordForm", "Title"),
        "reference": translate("RecordForm", "Reference"),
        "owner": translate("RecordForm", "Owner"),
        "relation": translate("RecordForm", "What it has to do with this plan"),
    }


def _log_source() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name"),
        "shows": translate("RecordForm", "What it shows"),
        "owner": translate("RecordForm", "Owner"),
        "kept_for": (
            translate("RecordForm", "Kept for"),
            translate("RecordForm", "Such as 12 months."),
        ),
    }


def _distribution() -> Words:
    translate = QCoreApplication.translate
    return {
        "recipient": translate("RecordForm", "Recipient"),
        "edition": (
            translate("RecordForm", "Edition"),
            translate("RecordForm", "Such as full, or without contacts."),
        ),
        "form": (
            translate("RecordForm", "Form"),
            translate("RecordForm", "Such as PDF, or printed."),
        ),
        "location": translate("RecordForm", "Where it is kept"),
    }


def _term() -> Words:
    translate = QCoreApplication.translate
    return {
        "term": translate("RecordForm", "Term"),
        "meaning": translate("RecordForm", "Meaning"),
        "source": translate("RecordForm", "Source"),
    }


def _form() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name"),
        "purpose": translate("RecordForm", "When and by whom it is filled in"),
        "blanks": translate("RecordForm", "Blanks to fill in"),
    }


def _blank() -> Words:
    translate = QCoreApplication.translate
    return {
        "label": translate("RecordForm", "Label"),
        "hint": translate("RecordForm", "Hint"),
        "lines": translate("RecordForm", "Lines"),
        "columns": translate("RecordForm", "Heads of a table, one a line"),
    }


def _message() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name"),
        "audience": translate("RecordForm", "Sent to"),
        "channel": translate("RecordForm", "Sent by"),
        "body": (
            translate("RecordForm", "Text"),
            translate(
                "RecordForm",
                "**bold** and *emphasis* are kept; what is to be filled in "
                "is best put in brackets.",
            ),
        ),
        "required_facts": (
            translate("RecordForm", "Facts it needs"),
            translate("RecordForm", "One on each line."),
        ),
        "checks": (
            translate("RecordForm", "Checks before sending"),
            translate("RecordForm", "One on each line."),
        ),
    }


def _version() -> Words:
    translate = QCoreApplication.translate
    return {
        "number": (
            translate("RecordForm", "Number"),
            translate("RecordForm", "Such as 1.0."),
        ),
        "issued_on": (
            translate("RecordForm", "Issued on"),
            translate("RecordForm", "Such as 30 November 2026."),
        ),
        "summary": translate("RecordForm", "What changed"),
        "material": (
            translate("RecordForm", "A material change"),
            translate("RecordForm", "One that has to be approved again."),
        ),
        "author": translate("RecordForm", "Author"),
        "reviewers": (
            translate("RecordForm", "Reviewers"),
            translate("RecordForm", "One on each line."),
        ),
        "approvers": (
            translate("RecordForm", "Approvers"),
            translate("RecordForm", "One on each line."),
        ),
    }


def _action() -> Words:
    translate = QCoreApplication.translate
    return {
        "text": translate("RecordForm", "What is to be done"),
        "owner": translate("RecordForm", "Owner"),
        "due": (
            translate("RecordForm", "Due on"),
            translate("RecordForm", "Such as 30 November 2026."),
        ),
        "state": translate("RecordForm", "State"),
        "about": translate("RecordForm", "About"),
    }


def _evidence() -> Words:
    translate = QCoreApplication.translate
    return {
        "what": (
            translate("RecordForm", "What it is"),
            translate("RecordForm", "Such as: minutes of the exercise in June."),
        ),
        "where": (
            translate("RecordForm", "Where it is kept"),
            translate("RecordForm", "A folder, a system or a reference others can follow."),
        ),
        "on": (
            translate("RecordForm", "Of which day"),
            translate("RecordForm", "Such as 30 November 2026."),
        ),
        "owner": (
            translate("RecordForm", "Owner"),
            translate("RecordForm", "Who can show it when asked."),
        ),
        "requirements": (
            translate("RecordForm", "Requirements it shows"),
            translate("RecordForm", "It counts for them once all fields above are filled in."),
        ),
    }
