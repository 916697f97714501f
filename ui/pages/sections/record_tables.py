"""The tables that belong to a section, row by row in words, with what is wrong with each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.judgement.findings import ORDER, Finding, Weight
from app.domain.plan.axes import Axes, axes
from app.domain.plan.ids import RecordId
from app.domain.plan.places import PRINTED
from app.domain.plan.plan import Kind, Plan, kind_of
from ui.bridge.words import counted
from ui.models.finding_words import weight_text
from ui.models.record_edits import matrix_of
from ui.models.record_order import children_of, in_order
from ui.pages.sections.record_rows import words_of

Worst = Mapping[tuple[Kind, RecordId], Finding]
"""The worst finding about each record that has any."""


_SENTENCES = frozenset(
    {Kind.STEP, Kind.SAMPLE, Kind.TRAINING, Kind.ROADMAP, Kind.ACTION, Kind.RACI}
)


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One record in words, with the worst finding about it, and the records shown under it."""

    record: RecordId
    title: str
    detail: str
    finding: Finding | None = None
    kind: Kind = Kind.SECTION
    below: tuple["PrintedRow", ...] = ()

    @property
    def sentence(self) -> bool:
        """Whether its title is a sentence, which wants more room than a name."""
        return self.kind in _SENTENCES

    @property
    def weight(self) -> Weight | None:
        """How much the worst of its findings, or of those below it, matters."""
        if self.finding is not None:
            return self.finding.weight
        found = [row.weight for row in self.below if row.weight is not None]
        return min(found, key=ORDER.__getitem__) if found else None

    @property
    def remark(self) -> str:
        """What is wrong, in words; blank when nothing is."""
        if self.finding is not None:
            return f"{weight_text(self.finding.weight).capitalize()}: {self.finding.reason}"
        count = self.wrong_below
        translate = QCoreApplication.translate
        one = translate("Records", "1 entry below needs a look.")
        many = translate("Records", "{n} entries below need a look.")
        return counted(count, one, many) if count else ""

    @property
    def wrong_below(self) -> int:
        """How many rows below it have findings."""
        return sum((row.finding is not None) + row.wrong_below for row in self.below)

    def all(self) -> Iterator["PrintedRow"]:
        """The row and all rows below it."""
        yield self
        for row in self.below:
            yield from row.all()


@dataclass(frozen=True, slots=True)
class PrintedMatrix:
    """Names of the urgencies, and of each impact with the name and rank of its severities.

    A cell that is not stated has a blank name and rank 0. `axes` says what the scales are called.
    """

    urgencies: tuple[str, ...]
    impacts: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    axes: Axes


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """All records of one kind, as a matrix where they form one."""

    kind: Kind
    rows: tuple[PrintedRow, ...]
    matrix: PrintedMatrix | None = None


def printed_tables(
    plan: Plan, section: str, findings: Sequence[Finding]
) -> tuple[PrintedTable, ...]:
    """The tables `section` is printed with; `findings` are all open ones, worst first."""
    worst: dict[tuple[Kind, RecordId], Finding] = {}
    for finding in sorted(findings, key=lambda item: ORDER[item.weight]):
        worst.setdefault((finding.kind, finding.record), finding)
    return tuple(_table(plan, kind, worst) for kind in PRINTED.get(section, ()))


def _table(plan: Plan, kind: Kind, worst: Worst) -> PrintedTable:
    rows = tuple(_row(plan, record, worst, frozenset()) for record in in_order(plan, kind))
    return PrintedTable(kind, rows, _matrix(plan) if kind is Kind.CELL else None)


def _row(
    plan: Plan,
    record: Any,  # noqa: ANN401 - any record
    worst: Worst,
    above: frozenset[RecordId],
) -> PrintedRow:
    """Calls that lead in a circle are shown once."""
    kind = kind_of(record)
    below = tuple(
        _row(plan, child, worst, above | {record.id})
        for child in children_of(plan, record)
        if child.id not in above
    )
    words = words_of(plan, kind, record)
    return PrintedRow(record.id, *words, worst.get((kind, record.id)), kind, below)


def _matrix(plan: Plan) -> PrintedMatrix:
    chosen = matrix_of(plan)
    urgencies = in_order(plan, Kind.URGENCY)

    def cell(impact: RecordId, urgency: RecordId) -> tuple[str, int]:
        level = plan.severities.get(chosen.get((impact, urgency), RecordId("")))
        return ("", 0) if level is None else (level.name, level.rank)

    return PrintedMatrix(
        tuple(urgency.name for urgency in urgencies),
        tuple(
            (impact.name, tuple(cell(impact.id, urgency.id) for urgency in urgencies))
            for impact in in_order(plan, Kind.IMPACT)
        ),
        axes(plan),
    )
