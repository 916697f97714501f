"""The tables of the programme: what each is for, and which fields it shows first."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.plan.kinds import Kind


@dataclass(frozen=True, slots=True)
class ProgrammeTable:
    """`columns` are the fields shown first; `purpose` says in a sentence what the table is for."""

    kind: Kind
    picture: str
    purpose: str
    columns: tuple[str, ...]


def programme_tables() -> Mapping[Kind, ProgrammeTable]:
    """All of them, in the order of the page."""
    return {table.kind: table for table in (*_practice(), *_means(), *_readers())}


def _practice() -> tuple[ProgrammeTable, ...]:
    return (
        ProgrammeTable(
            Kind.METRIC,
            "gauge",
            _tr("What is measured, against which target, and who reports it."),
            ("name", "definition", "target", "unit", "owner", "cadence"),
        ),
        ProgrammeTable(
            Kind.TRAINING,
            "graduation-cap",
            _tr("Who learns what before an incident needs it, and how often."),
            ("audience", "topic", "cadence", "owner"),
        ),
        ProgrammeTable(
            Kind.EXERCISE,
            "siren",
            _tr(
                "When the plan is tried out and on what. Whatever was held is recorded on the "
                "page Exercises."
            ),
            ("name", "kind", "on", "state", "owner", "objectives"),
        ),
        ProgrammeTable(
            Kind.ROADMAP,
            "flag",
            _tr("The next steps to a better capability, each with a day and a measure."),
            ("goal", "by", "owner", "measure"),
        ),
        ProgrammeTable(
            Kind.ACTION,
            "square-check",
            _tr("What somebody still has to do about this plan, and by when."),
            ("text", "owner", "due", "state", "about"),
        ),
    )


def _means() -> tuple[ProgrammeTable, ...]:
    return (
        ProgrammeTable(
            Kind.RESOURCE,
            "hard-drive",
            _tr("Tools, places and budgets that responders count on."),
            ("name", "purpose", "owner", "location"),
        ),
        ProgrammeTable(
            Kind.LOG_SOURCE,
            "server",
            _tr("Where traces of an attack are found, and how long they are kept."),
            ("name", "shows", "owner", "kept_for"),
        ),
    )


def _readers() -> tuple[ProgrammeTable, ...]:
    return (
        ProgrammeTable(
            Kind.DOCUMENT,
            "book-open",
            _tr("Other documents that this plan leans on or that lean on it."),
            ("title", "reference", "owner", "relation"),
        ),
        ProgrammeTable(
            Kind.DISTRIBUTION,
            "mail",
            _tr("Who holds a copy, of which edition, and where it is when the network is down."),
            ("recipient", "edition", "form", "location"),
        ),
        ProgrammeTable(
            Kind.TERM,
            "quote",
            _tr("Words that readers would otherwise each understand in their own way."),
            ("term", "meaning", "source"),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Programme", text)
