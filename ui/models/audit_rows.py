"""What an audit found, as headline, sentences and rows."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.lifecycle.auditing import Remark, Weight
from app.services.audit_report import AuditReport
from app.services.history import Entry
from ui.bridge.words import counted
from ui.models.cells import Cell, CellRow
from ui.models.version_words import moment_text


def headline(report: AuditReport) -> str:
    """The result in a few words."""
    if report.holds:
        return _tr("The history is whole")
    return _tr("Something speaks against the history")


def explanation(report: AuditReport) -> str:
    """What was checked, a line each; what speaks against it is in the rows."""
    return "\n".join(_sentences(report))


def _sentences(report: AuditReport) -> Iterator[str]:
    count = report.revisions
    yield counted(
        count,
        _tr("Checked: 1 revision, from the beginning on."),
        _tr("Checked: {n} revisions, from the beginning on."),
    )
    if report.verdict.whole:
        yield _tr(
            "Each follows the one before it, and none was altered. The records in the plan are "
            "those that revision {0} and the changes since then lead to; every approval was "
            "allowed when it was given; every kept file has the bytes that were kept."
        ).format(report.verdict.sealed_from)
        if not report.holds:
            yield _tr(
                "But what was kept outside the file does not fit it: look at what is listed below."
            )
    else:
        yield _tr(
            "What is listed below cannot have come about in this program. Keep this file as it "
            "is, look for a copy from before, and ask who could write to it."
        )


def unknowable(report: AuditReport) -> str:
    """What cannot be known, and what a comparison from outside adds."""
    good = [one.remark for one in report.outside if one.remark.weight is Weight.NOTE]
    if not good and report.noted:
        return _tr(
            "What cannot be known from here: the ends of the history that were noted lie on this "
            "computer, and whoever can write to both could have written both anew. Compare with a "
            "PDF that was exported earlier and that somebody else keeps."
        )
    if not good:
        return _tr(
            "What cannot be known from this file alone: whoever can write to it could have "
            "written the whole history anew, with every seal fitting. Only something kept outside "
            "tells. Compare with a PDF that was exported earlier and that somebody else keeps."
        )
    numbers = [one.revision for one in good if one.revision is not None]
    return _tr(
        "A document from outside names revision {0} of this very history: up to there nothing "
        "was written anew. What came after that rests on the file alone."
    ).format(max(numbers, default=0))


def remark_headings() -> tuple[str, ...]:
    """The columns of what was found."""
    return (_tr("Weight"), _tr("Revision"), _tr("What was found"))


def remark_rows(report: AuditReport) -> tuple[CellRow, ...]:
    """A row for everything found, in the file and from outside."""
    within = [("", remark) for remark in report.remarks]
    outside = [(one.file, one.remark) for one in report.outside]
    return tuple(
        _remark_row(at, file, remark) for at, (file, remark) in enumerate((*within, *outside))
    )


def _remark_row(at: int, file: str, remark: Remark) -> CellRow:
    breach = remark.weight is Weight.BREACH
    weight = Cell(_tr("Note"), "", "info", "accent_text")
    if breach:
        weight = Cell(_tr("Breach"), "", "circle-x", "danger", strong=True)
    revision = _tr("whole file") if remark.revision is None else str(remark.revision)
    return CellRow(f"{at}/{remark.code}", (weight, Cell(revision), Cell(remark.text, file)))


def revision_headings() -> tuple[str, ...]:
    """The columns of the last revisions."""
    return (_tr("Revision"), _tr("When"), _tr("Who"), _tr("What"))


def revision_rows(entries: Sequence[Entry]) -> tuple[CellRow, ...]:
    """A row for each revision."""
    return tuple(
        CellRow(
            str(entry.number),
            (
                Cell(str(entry.number)),
                Cell(moment_text(entry.at)),
                Cell(entry.actor),
                Cell(entry.label),
            ),
        )
        for entry in entries
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Audit", text)
