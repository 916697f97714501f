"""Words for people, parties, roles and communication trees."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.plan.people import Channel, Party, Person
from app.domain.plan.roles import RaciActivity, Role
from app.domain.plan.trees import CommunicationTree, TreeNode

Words = dict[str, str | tuple[str, str]]
"""A label, or a label and a hint, by field."""


def organisation_words() -> dict[type[Any], Words]:
    """The words by type."""
    return {
        Person: _person(),
        Channel: _channel(),
        Party: _party(),
        Role: _role(),
        RaciActivity: _raci(),
        CommunicationTree: _tree(),
        TreeNode: _node(),
    }


def _person() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name"),
        "title": translate("RecordForm", "Job title"),
        "unit": translate("RecordForm", "Department"),
        "external": (
            translate("RecordForm", "Works for another organisation"),
            translate("RecordForm", "Such as a consultant who acts as deputy."),
        ),
        "channels": (
            translate("RecordForm", "Ways to reach this person"),
            translate(
                "RecordForm",
                "The first is tried first. Tick out of band where a way works even when your own "
                "network and accounts are down, such as a private mobile phone.",
            ),
        ),
        "availability": (
            translate("RecordForm", "Availability"),
            translate("RecordForm", "Such as: on call in odd weeks."),
        ),
        "time_zone": (
            translate("RecordForm", "Time zone"),
            translate("RecordForm", "Such as Europe/London."),
        ),
        "verified_on": (
            translate("RecordForm", "Last verified on"),
            translate("RecordForm", "The day somebody called and confirmed, as 30 November 2026."),
        ),
        "verified_by": translate("RecordForm", "Verified by"),
    }


def _channel() -> Words:
    translate = QCoreApplication.translate
    return {
        "kind": translate("RecordForm", "Kind"),
        "address": translate("RecordForm", "Number or address"),
        "out_of_band": translate("RecordForm", "Out of band"),
        "label": translate("RecordForm", "Note"),
    }


def _party() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name"),
        "kind": translate("RecordForm", "Kind of party"),
        "purpose": (
            translate("RecordForm", "Called for"),
            translate("RecordForm", "What the organisation turns to them for."),
        ),
        "reference": (
            translate("RecordForm", "Reference"),
            translate("RecordForm", "Contract, policy or customer number to state."),
        ),
        "channels": (
            translate("RecordForm", "Ways to reach them"),
            translate("RecordForm", "The first is tried first."),
        ),
        "availability": translate("RecordForm", "Availability"),
        "verified_on": (
            translate("RecordForm", "Last verified on"),
            translate("RecordForm", "Such as 30 November 2026."),
        ),
        "verified_by": translate("RecordForm", "Verified by"),
    }


def _role() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name of the role"),
        "tier": translate("RecordForm", "Level"),
        "duties": (
            translate("RecordForm", "Duties"),
            translate("RecordForm", "One on each line."),
        ),
        "authority": (
            translate("RecordForm", "May decide alone"),
            translate("RecordForm", "One decision on each line."),
        ),
        "granted_by": (
            translate("RecordForm", "Authority given by"),
            translate("RecordForm", "Who gave it, such as the management board."),
        ),
        "competence": translate("RecordForm", "Must be able to"),
        "holder": translate("RecordForm", "Holder"),
        "deputies": (
            translate("RecordForm", "Deputies"),
            translate("RecordForm", "The first takes over first."),
        ),
    }


def _raci() -> Words:
    translate = QCoreApplication.translate
    return {
        "activity": translate("RecordForm", "Activity"),
        "assignments": (
            translate("RecordForm", "Who does what"),
            translate("RecordForm", "Exactly one role is accountable, at least one responsible."),
        ),
    }


def _tree() -> Words:
    translate = QCoreApplication.translate
    return {
        "name": translate("RecordForm", "Name"),
        "purpose": translate("RecordForm", "Purpose"),
        "starts_at": (
            translate("RecordForm", "Starts at severity"),
            translate("RecordForm", "That severity and worse. Not stated: for every incident."),
        ),
    }


def _node() -> Words:
    translate = QCoreApplication.translate
    return {
        "tree": translate("RecordForm", "Communication tree"),
        "parent": (
            translate("RecordForm", "Called by"),
            translate("RecordForm", "Not stated: this is where the tree begins."),
        ),
        "target": translate("RecordForm", "Who is called"),
        "name": (
            translate("RecordForm", "Name of the group"),
            translate("RecordForm", "Only for a group, or to call it otherwise in the tree."),
        ),
        "channels": (
            translate("RecordForm", "Ways to try, in order"),
            translate("RecordForm", "Primary, alternate, contingency, emergency."),
        ),
        "allowed": (
            translate("RecordForm", "Time to answer"),
            translate("RecordForm", "Such as 15 minutes."),
        ),
        "if_no_answer": translate("RecordForm", "If nobody answers"),
    }
