"""Severity levels, the matrix, categories and the times that follow."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from app.domain.document.drawing import Ink
from app.domain.document.tree import Block, Cell, Column, Figure, Table, Tone
from app.domain.plan.axes import Axes, axes
from app.domain.plan.classification import ImpactLevel, SeverityLevel, UrgencyLevel, cell_id
from app.domain.plan.plan import Plan
from app.export.compose import names
from app.export.compose.cells import cell, listed, marked, optional, span, stacked, table
from app.export.compose.tables.second_score import second_score
from app.export.figures.matrix import MatrixCellFigure, MatrixFigure, matrix

Level = TypeVar("Level", bound=SeverityLevel | ImpactLevel | UrgencyLevel)

TONES = (Tone.SEVERITY_1, Tone.SEVERITY_2, Tone.SEVERITY_3, Tone.SEVERITY_4)
"""Worst first; milder levels share the last."""

_INKS = (
    (Ink.SEVERITY_1, Ink.ON_SEVERITY_1),
    (Ink.SEVERITY_2, Ink.ON_SEVERITY_2),
    (Ink.SEVERITY_3, Ink.ON_SEVERITY_3),
    (Ink.SEVERITY_4, Ink.ON_SEVERITY_4),
)


def tone_of(level: SeverityLevel) -> Tone:
    """The tone of a severity level."""
    return TONES[_step(level)]


def classification(plan: Plan) -> tuple[Block, ...]:
    """Levels, matrix (figure and table say the same), samples, categories, the second score."""
    made: list[Block] = []
    if plan.severities:
        made.append(_levels(plan))
    if plan.matrix:
        made += [*_scales(plan), _matrix_figure(plan), _matrix_table(plan)]
    if plan.samples:
        made.append(_samples(plan))
    if plan.categories:
        made.append(_categories(plan))
    return (*made, *second_score(plan))


def escalation(plan: Plan) -> tuple[Block, ...]:
    """How soon somebody acts, who is told, how often."""
    if not plan.severities:
        return ()
    heads = (
        ("Severity", 1.2),
        ("Respond, in hours", 1.1),
        ("Respond, out of hours", 1.1),
        ("Escalate", 1.2),
        ("Update every", 1.0),
        ("Informed", 2.8),
    )
    rows = (
        (
            cell(level.name, tone_of(level), strong=True),
            cell(span(level.respond_in_hours)),
            cell(span(level.respond_out_of_hours)),
            cell(_escalate(level)),
            cell(span(level.update_every)),
            cell(stacked(_informed(plan, level), level.notifications)),
        )
        for level in _by_rank(plan.severities.values())
    )
    return (table("Response and escalation times", heads, rows, "table:escalation"),)


def _levels(plan: Plan) -> Table:
    heads = (("Severity", 1.3), ("Applies when", 3.4), ("Examples", 3.0), ("Declared by", 1.4))
    rows = (
        (
            marked(level, cell(level.name, tone_of(level), strong=True)),
            cell(level.meaning),
            listed(level.examples) if level.examples else Cell(),
            cell(names.role(plan, level.declared_by)),
        )
        for level in _by_rank(plan.severities.values())
    )
    return table("Severity levels", heads, rows, "table:severities")


def _scales(plan: Plan) -> tuple[Block, ...]:
    """What each row and column of the matrix means, where that is stated."""
    called = axes(plan)
    rows = [
        *_meanings(called.impact, plan.impacts.values()),
        *_meanings(called.urgency, plan.urgencies.values()),
    ]
    heads = (("Level", 1.6), ("Scale", 1.2), ("Meaning", 5.2))
    caption = f"What {called.both} mean"
    return (table(caption, heads, rows, "table:scales"),) if rows else ()


def _meanings(
    scale: str, levels: Iterable[ImpactLevel | UrgencyLevel]
) -> Iterator[tuple[Cell, str, str]]:
    for level in _by_rank(levels):
        if level.meaning.strip():
            yield marked(level, level.name), scale, level.meaning


def _matrix_figure(plan: Plan) -> Figure:
    impacts = _by_rank(plan.impacts.values())
    urgencies = _by_rank(plan.urgencies.values())
    cells = tuple(
        tuple(_figure_cell(plan, impact.id, urgency.id) for urgency in urgencies)
        for impact in impacts
    )
    called = axes(plan)
    drawing = matrix(
        MatrixFigure(
            tuple(item.name for item in impacts),
            tuple(item.name for item in urgencies),
            cells,
            called.impact,
            called.urgency,
        )
    )
    caption = _matrix_caption(called)
    alternative = f"Severity by {called.both}; the table “{caption}” says the same."
    return Figure("Severity matrix", alternative, drawing, "figure:matrix")


def _matrix_caption(called: Axes) -> str:
    return f"Severity that follows from {called.both}"


def _matrix_table(plan: Plan) -> Table:
    impacts = _by_rank(plan.impacts.values())
    urgencies = _by_rank(plan.urgencies.values())
    called = axes(plan)
    columns = (Column(called.impact, 1.6), *(Column(item.name) for item in urgencies))
    rows = tuple(
        (
            marked(impact, impact.name),
            *(_matrix_cell(plan, impact.id, urgency.id) for urgency in urgencies),
        )
        for impact in impacts
    )
    return Table(_matrix_caption(called), columns, rows, "table:matrix", row_heads=True)


def _level_at(plan: Plan, impact: str, urgency: str) -> SeverityLevel | None:
    found = plan.matrix.get(cell_id(impact, urgency))
    return plan.severities.get(found.severity) if found is not None else None


def _figure_cell(plan: Plan, impact: str, urgency: str) -> MatrixCellFigure:
    level = _level_at(plan, impact, urgency)
    if level is None:
        return MatrixCellFigure("", Ink.PAPER, Ink.INK)
    fill, ink = _INKS[_step(level)]
    return MatrixCellFigure(level.name, fill, ink)


def _table_cell(plan: Plan, impact: str, urgency: str) -> Cell:
    level = _level_at(plan, impact, urgency)
    return cell("") if level is None else cell(level.name, tone_of(level))


def _matrix_cell(plan: Plan, impact: str, urgency: str) -> Cell:
    pair = plan.matrix.get(cell_id(impact, urgency))
    shown = _table_cell(plan, impact, urgency)
    return shown if pair is None else marked(pair, shown)


def _samples(plan: Plan) -> Table:
    called = axes(plan)
    heads = (
        ("Sample incident", 4.0),
        (called.impact, 1.4),
        (called.urgency, 1.4),
        ("Severity", 1.3),
    )
    rows = []
    for sample in plan.samples.values():
        impact, urgency = plan.impacts.get(sample.impact), plan.urgencies.get(sample.urgency)
        rows.append(
            (
                marked(sample, sample.description),
                cell(impact.name if impact else ""),
                cell(urgency.name if urgency else ""),
                _table_cell(plan, sample.impact, sample.urgency),
            )
        )
    return table("Sample incidents", heads, rows, "table:samples")


def _categories(plan: Plan) -> Table:
    heads = (("Category", 1.8), ("Covers", 4.2), ("Reference", 1.6))
    rows = (
        (marked(item, item.name), optional(item.meaning), optional(item.reference))
        for item in plan.categories.values()
    )
    return table("Incident categories", heads, rows, "table:categories")


def _informed(plan: Plan, level: SeverityLevel) -> str:
    return ", ".join(filter(None, (names.role(plan, key) for key in level.informed)))


def _escalate(level: SeverityLevel) -> str:
    inside, outside = span(level.escalate_in_hours), span(level.escalate_out_of_hours)
    if not outside or inside == outside:
        return inside
    return f"{inside or 'not stated'} in hours\n{outside} out of hours"


def _by_rank(levels: Iterable[Level]) -> list[Level]:
    return sorted(levels, key=lambda level: level.rank)


def _step(level: SeverityLevel) -> int:
    return min(max(level.rank, 1), len(TONES)) - 1
