"""Auditing a plan file, and comparing it with exported documents, off the GUI thread."""

from dataclasses import dataclass, replace
from pathlib import Path

from app.bootstrap import Workshop
from app.domain.lifecycle.auditing import History, anchored, audited
from app.domain.lifecycle.heads import compared
from app.services.audit_report import AuditReport, Outside
from app.services.history import Entry
from ui.bridge.jobs import Tell, Work


@dataclass(frozen=True, slots=True)
class Audited:
    """A report, what it is about, and all revisions, the newest first."""

    report: AuditReport
    history: History
    entries: tuple[Entry, ...]


def auditing(workshop: Workshop, path: Path, told: tuple[str, str, str]) -> Work:
    """A job that audits the file `path`; `told` names its three steps."""

    def work(tell: Tell) -> Audited:
        reading, computing, listing = told
        tell(0.05, reading)
        history = workshop.audit_trail(path)
        tell(0.35, computing)
        witness = workshop.witness
        noted = tuple(compared(history, witness.noted(history.plan), witness.is_signed))
        report = AuditReport(audited(history), len(history.entries), noted=noted)
        tell(0.85, listing)
        entries = workshop.history(path).entries()
        return Audited(report, history, entries[::-1])

    return work


def comparing(workshop: Workshop, found: Audited, document: Path) -> Work:
    """A job that compares what was audited with an exported document."""

    def work(tell: Tell) -> Audited:
        tell(0.1, document.name)
        remark = anchored(found.history, workshop.exported_head(document))
        others = tuple(one for one in found.report.outside if one.file != document.name)
        outside = (*others, Outside(document.name, remark))
        return replace(found, report=replace(found.report, outside=outside))

    return work
