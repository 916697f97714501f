"""The second tab of the page of versions: the audit, what it found, and the last revisions."""

import json
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.domain.errors import IrplanError
from app.services.audit_report import lines, report_data
from app.services.cancelling import Cancelled
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Work
from ui.models.audit_rows import (
    remark_headings,
    remark_rows,
    revision_headings,
    revision_rows,
)
from ui.pages.audit.auditing import Audited, auditing, comparing
from ui.pages.audit.verdict_card import VerdictCard
from ui.pages.tables.cell_table import CellTable
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

REMARK_WEIGHTS, REVISION_WEIGHTS = (12, 13, 75), (11, 22, 22, 45)
CHUNK = 50
"""So many revisions are shown at a time."""


class AuditTab(QWidget):
    """Runs by itself when it is first seen, and again when it is seen after an edit."""

    failed = Signal(object)
    """Carries an `IrplanError`."""
    told = Signal(str)
    """Something was done; carries it in words."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("audit_tab")
        self._desk = desk
        self._found: Audited | None = None
        self._stale = True
        self._shown = CHUNK
        self._job: Job | None = None
        self._build()
        self._lay_out()
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether an audit runs."""
        return self._job is not None

    def panes(self) -> tuple[QWidget, ...]:
        """The parts F6 moves between."""
        return (self.verdict, self.remarks, self.revisions)

    @Slot()
    def refresh(self) -> None:
        """Audit the plan, unless that was done since it changed last."""
        if self._stale:
            self.check()

    def outdate(self) -> None:
        """The plan was saved; what was found no longer tells of all of it."""
        self._stale = True

    @Slot()
    def check(self) -> None:
        """Audit the plan as it is saved."""
        path, bridge = self._desk.path, self._desk.bridge
        if path is None or bridge is None or self._job is not None:
            return
        if not bridge.read_only and not bridge.flush() and bridge.failure is not None:
            self.failed.emit(bridge.failure)
            return
        self._stale = False
        steps = (
            self.tr("Reading the history\u2026"),
            self.tr("Computing every seal again\u2026"),
            self.tr("Listing the revisions\u2026"),
        )
        self._run(auditing(self._desk.workshop, path, steps))

    @Slot()
    def compare(self) -> None:
        """Ask for an exported document to compare with."""
        dialog = QFileDialog(self, self.tr("Compare with an exported PDF"))
        dialog.setObjectName("audit_compare_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("PDF (*.pdf)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_document)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def save(self) -> None:
        """Ask where to save the report."""
        dialog = QFileDialog(self, self.tr("Save the report"))
        dialog.setObjectName("audit_save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        text, data = self.tr("Text (*.txt)"), self.tr("Data for programs (*.json)")
        dialog.setNameFilters([text, data])
        name = "plan" if self._desk.path is None else self._desk.path.stem
        dialog.selectFile(f"{name}-audit.txt")
        dialog.fileSelected.connect(self._on_report)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _build(self) -> None:
        self._scroll = ScrollBody(self, "audit_scroll")
        self._scroll.content.setContentsMargins(0, px(14), px(10), px(14))
        body = self._scroll.body
        self.verdict = VerdictCard(body)
        self._found_card = Card(body, self.tr("What was found"))
        columns = list(zip(remark_headings(), REMARK_WEIGHTS, strict=True))
        said = self.tr("What the audit found")
        self.remarks = CellTable(self._found_card, "audit_remarks", said, columns, whole=True)
        self._found_card.add(self.remarks)
        self._found_card.hide()
        self._revisions_card = Card(body, self.tr("Last revisions"))
        columns = list(zip(revision_headings(), REVISION_WEIGHTS, strict=True))
        said = self.tr("Last revisions")
        self.revisions = CellTable(
            self._revisions_card, "audit_revisions", said, columns, whole=True
        )
        self._more = button(self._revisions_card, "audit_more", self.tr("Show earlier ones"))
        self._revisions_card.add(self.revisions)
        self._revisions_card.add(self._more)
        self._revisions_card.hide()

    def _lay_out(self) -> None:
        for part in (self.verdict, self._found_card, self._revisions_card):
            self._scroll.content.addWidget(part)
        self._scroll.content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _connect(self) -> None:
        self.verdict.checking.connect(self.check)
        self.verdict.comparing.connect(self.compare)
        self.verdict.saving.connect(self.save)
        self._more.clicked.connect(self._on_more)

    def _run(self, work: Work) -> None:
        self._job = Job(work, self._desk)
        self._job.progress.connect(self._on_progress)
        self._job.finished.connect(self._on_found)
        self._job.failed.connect(self._on_failed)
        self.verdict.show_progress(0.0, self.tr("Starting\u2026"))
        self._job.start()

    @Slot(float, str)
    def _on_progress(self, share: float, what: str) -> None:
        if self.sender() is self._job:
            self.verdict.show_progress(share, what)

    @Slot(object)
    def _on_found(self, found: Audited) -> None:
        self._job = None
        self._found = found
        self.verdict.show_report(found.report)
        rows = remark_rows(found.report)
        self.remarks.show_rows(rows)
        self._found_card.setVisible(bool(rows))
        self._show_revisions()

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self._job = None
        if self._found is not None:
            self.verdict.show_report(self._found.report)
        else:
            self.verdict.show_failure()
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _show_revisions(self) -> None:
        entries = () if self._found is None else self._found.entries
        self.revisions.show_rows(revision_rows(entries[: self._shown]))
        self._revisions_card.setVisible(bool(entries))
        self._more.setVisible(len(entries) > self._shown)

    @Slot()
    def _on_more(self) -> None:
        self._shown += CHUNK
        self._show_revisions()

    @Slot(str)
    def _on_document(self, file: str) -> None:
        if self._found is not None and self._job is None:
            self._run(comparing(self._desk.workshop, self._found, Path(file)))

    @Slot(str)
    def _on_report(self, file: str) -> None:
        """The ending decides between text and data."""
        if self._found is None:
            return
        path, report = Path(file), self._found.report
        if path.suffix.lower() == ".json":
            text = json.dumps(report_data(report), ensure_ascii=False, indent=2)
        else:
            text = "\n".join(lines(report))
        try:
            self._desk.workshop.write(path, f"{text}\n".encode())
        except IrplanError as error:
            self.failed.emit(error)
            return
        self.told.emit(self.tr("The report is in {0}.").format(path))
