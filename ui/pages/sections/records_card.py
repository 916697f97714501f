"""What is printed with a section besides its text: names and facts from the plan's tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.judgement.findings import ORDER, Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from ui.bridge.words import counted
from ui.models.findings import WEIGHT_LOOKS
from ui.pages.sections.record_rows import PRINTED, words_of
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

FEW = 8
"""So many rows of a table are shown until all are asked for."""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One record in words, with the worst finding about it."""

    record: RecordId
    title: str
    detail: str
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """All records of one kind."""

    kind: Kind
    rows: tuple[PrintedRow, ...]


def printed_tables(
    plan: Plan, section: str, findings: Sequence[Finding]
) -> tuple[PrintedTable, ...]:
    """The tables `section` is printed with; `findings` are all open ones, worst first."""
    worst: dict[tuple[Kind, RecordId], Finding] = {}
    for finding in sorted(findings, key=lambda item: ORDER[item.weight]):
        worst.setdefault((finding.kind, finding.record), finding)
    return tuple(
        PrintedTable(
            kind,
            tuple(
                PrintedRow(key, *words_of(plan, kind, record), worst.get((kind, key)))
                for key, record in plan.table(kind).items()
            ),
        )
        for kind in PRINTED.get(section, ())
    )


class RecordsCard(Card):
    """Read-only rows, table by table; an empty table says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "")
        self.setObjectName("records_card")
        self.set_title(self.tr("Printed with this section"))
        self._tables: tuple[PrintedTable, ...] = ()
        self._whole: set[Kind] = set()
        self._content = QWidget(self)
        self.header.insertWidget(0, Picture(self, "table-2", "accent_text"))
        self._count = label(self, "", Role.HINT)
        self._count.setObjectName("records_count")
        self.add_action(self._count)

    def show_tables(self, tables: tuple[PrintedTable, ...]) -> None:
        """Show `tables`; nothing is redrawn while they stay the same."""
        self.setVisible(bool(tables))
        if tables == self._tables:
            return
        self._tables = tables
        self._rebuild()

    def _rebuild(self) -> None:
        self.body.removeWidget(self._content)
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget(self)
        grid = QGridLayout(self._content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        for table in self._tables:
            self._add_table(grid, table)
        self.body.addWidget(self._content)
        total = sum(len(table.rows) for table in self._tables)
        self._count.setText(counted(total, self.tr("1 record"), self.tr("{n} records")))

    def _add_table(self, grid: QGridLayout, table: PrintedTable) -> None:
        content = self._content
        head = f"{table_title(table.kind)} \u00b7 {len(table.rows)}"
        title = label(content, head, Role.OVERLINE)
        title.setContentsMargins(0, px(6), 0, 0)
        grid.addWidget(title, grid.rowCount(), 0, 1, 3)
        if not table.rows:
            none = self.tr("None yet, so this part of the section is left out of the document.")
            grid.addWidget(label(content, none, Role.HINT, wrap=True), grid.rowCount(), 0, 1, 3)
        whole = table.kind in self._whole
        for row in table.rows if whole else table.rows[:FEW]:
            self._add_row(grid, row)
        if not whole and len(table.rows) > FEW:
            self._add_more(grid, table)

    def _add_row(self, grid: QGridLayout, row: PrintedRow) -> None:
        content, at = self._content, grid.rowCount()
        if row.finding is not None:
            mark = Picture(content, *WEIGHT_LOOKS[row.finding.weight], 16)
            mark.setToolTip(row.finding.reason.replace("<", "\u2039"))
            mark.setAccessibleName(row.finding.reason)
            grid.addWidget(mark, at, 0, Qt.AlignmentFlag.AlignTop)
        title = label(content, row.title, Role.STRONG, wrap=True)
        detail = label(content, row.detail, Role.BODY, wrap=True)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(title, at, 1, top)
        grid.addWidget(detail, at, 2, top)

    def _add_more(self, grid: QGridLayout, table: PrintedTable) -> None:
        text = self.tr("Show all {0}").format(len(table.rows))
        more = button(self._content, f"all_{table.kind.value}", text, Look.LINK)
        more.clicked.connect(partial(self._show_all, table.kind))
        grid.addWidget(more, grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)

    def _show_all(self, kind: Kind) -> None:
        self._whole.add(kind)
        self._rebuild()


def table_title(kind: Kind) -> str:
    """What the records of `kind` are called as a heading."""
    tr = QCoreApplication.translate
    titles = {
        Kind.TERM: tr("Records", "Terms"),
        Kind.OBLIGATION: tr("Records", "Duties to notify"),
        Kind.ROLE: tr("Records", "Roles"),
        Kind.RACI: tr("Records", "RACI activities"),
        Kind.PERSON: tr("Records", "People"),
        Kind.PARTY: tr("Records", "Outside parties"),
        Kind.RESOURCE: tr("Records", "Resources"),
        Kind.LOG_SOURCE: tr("Records", "Log sources"),
        Kind.SEVERITY: tr("Records", "Severity levels"),
        Kind.IMPACT: tr("Records", "Impact levels"),
        Kind.URGENCY: tr("Records", "Urgency levels"),
        Kind.CATEGORY: tr("Records", "Incident categories"),
        Kind.SAMPLE: tr("Records", "Sample incidents"),
        Kind.TREE: tr("Records", "Communication trees"),
        Kind.MESSAGE: tr("Records", "Prepared messages"),
        Kind.METRIC: tr("Records", "Metrics"),
        Kind.TRAINING: tr("Records", "Training"),
        Kind.EXERCISE: tr("Records", "Exercises"),
        Kind.ROADMAP: tr("Records", "Roadmap"),
        Kind.VERSION: tr("Records", "Versions"),
        Kind.DOCUMENT: tr("Records", "Related documents"),
        Kind.DISTRIBUTION: tr("Records", "Distribution list"),
        Kind.PLAYBOOK: tr("Records", "Playbooks"),
        Kind.FORM: tr("Records", "Forms"),
    }
    return titles.get(kind, kind.value)
