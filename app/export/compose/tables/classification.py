"""Severity levels, the matrix, categories and the times that follow."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from app.domain.document.drawing import Ink
from app.domain.document.tree import Block, Cell, Column, Figure, Table, Tone
from app.domain.plan.axes import AXES, DEFAULT_SCHEME, SCHEME
from app.domain.plan.classification import ImpactLevel, SeverityLevel, UrgencyLevel, cell_id
from app.domain.plan.plan import Plan
from app.export.compose import names
from app.export.compose.cells import optional, stacked
from app.export.compose.scribe import Scribe
from app.export.compose.tables.dimensions import dimensions
from app.export.compose.tables.second_score import second_score
from app.export.figures.matrix import MatrixCellFigure, MatrixFigure, matrix

Level = TypeVar("Level", bound=SeverityLevel | ImpactLevel | UrgencyLevel)

TONES = (Tone.SEVERITY_1, Tone.SEVERITY_2, Tone.SEVERITY_3, Tone.SEVERITY_4)
"""Worst first; milder levels share the last."""

SHARING_LABELS = {
    "TLP:RED": "red",
    "TLP:AMBER+STRICT": "amber-strict",
    "TLP:AMBER": "amber",
    "TLP:GREEN": "green",
    "TLP:CLEAR": "clear",
}
"""The labels of the Traffic Light Protocol 2.0, narrowest first, and the words for each."""

_INKS = (
    (Ink.SEVERITY_1, Ink.ON_SEVERITY_1),
    (Ink.SEVERITY_2, Ink.ON_SEVERITY_2),
    (Ink.SEVERITY_3, Ink.ON_SEVERITY_3),
    (Ink.SEVERITY_4, Ink.ON_SEVERITY_4),
)


def tone_of(level: SeverityLevel) -> Tone:
    """The tone of a severity level."""
    return TONES[_step(level)]


def classification(scribe: Scribe) -> tuple[Block, ...]:
    """Levels, scales, matrix (figure and table say the same), samples, categories, labels."""
    made: list[Block] = []
    plan = scribe.plan
    if plan.severities:
        made.append(_levels(scribe))
    if plan.matrix:
        made += [
            *_scales(scribe),
            *dimensions(scribe, _axes(scribe)[0]),
            _matrix_figure(scribe),
            _matrix_table(scribe),
        ]
    if plan.samples:
        made.append(_samples(scribe))
    if plan.categories:
        made.append(_categories(scribe))
    if plan.severities and plan.categories:
        made.append(_sharing_labels(scribe))
    return (*made, *second_score(scribe))


def escalation(scribe: Scribe) -> tuple[Block, ...]:
    """How soon somebody acts, who is told, how often."""
    if not scribe.plan.severities:
        return ()
    heads = {
        "escalation.severity": 1.2,
        "escalation.respond": 1.1,
        "escalation.respond-outside": 1.1,
        "escalation.escalate": 1.2,
        "escalation.update": 1.0,
        "escalation.informed": 2.8,
    }
    rows = (
        (
            scribe.cell(level.name, tone_of(level), strong=True),
            scribe.span(level.respond_in_hours),
            scribe.span(level.respond_out_of_hours),
            _escalate(level, scribe),
            scribe.span(level.update_every),
            stacked(_informed(level, scribe), level.notifications),
        )
        for level in _by_rank(scribe.plan.severities.values())
    )
    return (scribe.table(scribe.say("escalation.caption"), heads, rows, "table:escalation"),)


def _levels(scribe: Scribe) -> Table:
    heads = {
        "levels.severity": 1.3,
        "levels.applies": 3.4,
        "levels.examples": 3.0,
        "levels.declared-by": 1.4,
    }
    rows = (
        (
            scribe.marked(level, scribe.cell(level.name, tone_of(level), strong=True)),
            level.meaning,
            scribe.listed(level.examples) if level.examples else Cell(),
            names.role(scribe.plan, level.declared_by),
        )
        for level in _by_rank(scribe.plan.severities.values())
    )
    return scribe.table(scribe.say("levels.caption"), heads, rows, "table:severities")


def _scheme(plan: Plan) -> str:
    """The scheme that names the scales; the default one while none is chosen."""
    answer = plan.answers.get(SCHEME)
    chosen = DEFAULT_SCHEME if answer is None else str(answer.value)
    return chosen if chosen in AXES else DEFAULT_SCHEME


def _axes(scribe: Scribe) -> tuple[str, str, str]:
    """The names of the scales of impact and of urgency, and the two within a sentence."""
    scheme, say = _scheme(scribe.plan), scribe.say
    return say(f"axes.{scheme}.impact"), say(f"axes.{scheme}.urgency"), say(f"axes.{scheme}.both")


def _scales(scribe: Scribe) -> tuple[Block, ...]:
    """What each row and column of the matrix means, where that is stated."""
    impact, urgency, both = _axes(scribe)
    rows = [
        *_meanings(impact, scribe.plan.impacts.values(), scribe),
        *_meanings(urgency, scribe.plan.urgencies.values(), scribe),
    ]
    heads = {"scales.level": 1.6, "scales.scale": 1.2, "scales.meaning": 5.2}
    caption = scribe.say("scales.caption", axes=both)
    return (scribe.table(caption, heads, rows, "table:scales"),) if rows else ()


def _meanings(
    scale: str, levels: Iterable[ImpactLevel | UrgencyLevel], scribe: Scribe
) -> Iterator[tuple[Cell, str, str]]:
    for level in _by_rank(levels):
        if level.meaning.strip():
            yield scribe.marked(level, level.name), scale, level.meaning


def _matrix_figure(scribe: Scribe) -> Figure:
    plan, say = scribe.plan, scribe.say
    impacts = _by_rank(plan.impacts.values())
    urgencies = _by_rank(plan.urgencies.values())
    cells = tuple(
        tuple(_figure_cell(plan, impact.id, urgency.id) for urgency in urgencies)
        for impact in impacts
    )
    impact, urgency, both = _axes(scribe)
    drawing = matrix(
        MatrixFigure(
            tuple(item.name for item in impacts),
            tuple(item.name for item in urgencies),
            cells,
            impact,
            urgency,
        )
    )
    caption = say("matrix.caption", axes=both)
    alternative = say("matrix.alternative", axes=both, caption=caption)
    return Figure(say("matrix.figure"), alternative, drawing, "figure:matrix")


def _matrix_table(scribe: Scribe) -> Table:
    impacts = _by_rank(scribe.plan.impacts.values())
    urgencies = _by_rank(scribe.plan.urgencies.values())
    head, _, both = _axes(scribe)
    columns = (Column(head, 1.6), *(Column(item.name) for item in urgencies))
    rows = tuple(
        (
            scribe.marked(impact, impact.name),
            *(_matrix_cell(scribe, impact.id, urgency.id) for urgency in urgencies),
        )
        for impact in impacts
    )
    caption = scribe.say("matrix.caption", axes=both)
    return Table(caption, columns, rows, "table:matrix", row_heads=True)


def _level_at(plan: Plan, impact: str, urgency: str) -> SeverityLevel | None:
    found = plan.matrix.get(cell_id(impact, urgency))
    return plan.severities.get(found.severity) if found is not None else None


def _figure_cell(plan: Plan, impact: str, urgency: str) -> MatrixCellFigure:
    level = _level_at(plan, impact, urgency)
    if level is None:
        return MatrixCellFigure("", Ink.PAPER, Ink.INK)
    fill, ink = _INKS[_step(level)]
    return MatrixCellFigure(level.name, fill, ink)


def _table_cell(scribe: Scribe, impact: str, urgency: str) -> Cell:
    level = _level_at(scribe.plan, impact, urgency)
    return scribe.cell("") if level is None else scribe.cell(level.name, tone_of(level))


def _matrix_cell(scribe: Scribe, impact: str, urgency: str) -> Cell:
    pair = scribe.plan.matrix.get(cell_id(impact, urgency))
    shown = _table_cell(scribe, impact, urgency)
    return shown if pair is None else scribe.marked(pair, shown)


def _samples(scribe: Scribe) -> Table:
    plan, scheme = scribe.plan, _scheme(scribe.plan)
    heads = {
        "samples.incident": 6.2,
        f"axes.{scheme}.impact": 1.2,
        f"axes.{scheme}.urgency": 1.2,
        "samples.severity": 1.3,
    }
    rows = []
    for sample in plan.samples.values():
        impact, urgency = plan.impacts.get(sample.impact), plan.urgencies.get(sample.urgency)
        rows.append(
            (
                scribe.marked(sample, sample.description),
                impact.name if impact else "",
                urgency.name if urgency else "",
                _table_cell(scribe, sample.impact, sample.urgency),
            )
        )
    return scribe.table(scribe.say("samples.caption"), heads, rows, "table:samples")


def _categories(scribe: Scribe) -> Table:
    heads = {"categories.category": 1.5, "categories.covers": 4.6, "categories.reference": 1.5}
    rows = (
        (scribe.marked(item, item.name), optional(item.meaning), optional(item.reference))
        for item in scribe.plan.categories.values()
    )
    return scribe.table(scribe.say("categories.caption"), heads, rows, "table:categories")


def _sharing_labels(scribe: Scribe) -> Table:
    """How far each label of the Traffic Light Protocol lets information go."""
    heads = {"sharing-labels.label": 1.8, "sharing-labels.allows": 5.8}
    rows = (
        (scribe.cell(label, strong=True), scribe.say(f"sharing-labels.{key}"))
        for label, key in SHARING_LABELS.items()
    )
    caption = scribe.say("sharing-labels.caption")
    return scribe.table(caption, heads, rows, "table:sharing-labels")


def _informed(level: SeverityLevel, scribe: Scribe) -> str:
    return scribe.commas(names.role(scribe.plan, key) for key in level.informed)


def _escalate(level: SeverityLevel, scribe: Scribe) -> str:
    say = scribe.say
    inside = scribe.span(level.escalate_in_hours)
    outside = scribe.span(level.escalate_out_of_hours)
    if not outside or inside == outside:
        return inside
    return stacked(
        say("escalation.in-hours", span=inside or say("gap.not-stated")),
        say("escalation.out-of-hours", span=outside),
    )


def _by_rank(levels: Iterable[Level]) -> list[Level]:
    return sorted(levels, key=lambda level: level.rank)


def _step(level: SeverityLevel) -> int:
    return min(max(level.rank, 1), len(TONES)) - 1
