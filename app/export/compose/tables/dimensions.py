"""The dimensions by which impact is judged, and what each level means in them."""

from app.domain.document.tree import Block, Cell, Column, Table
from app.domain.plan.classification import ImpactDimension
from app.domain.plan.ids import RecordId
from app.export.compose.cells import optional
from app.export.compose.scribe import Scribe


def dimensions(scribe: Scribe, axis: str) -> tuple[Block, ...]:
    """A row for each dimension, a column for each level of impact; nothing without either.

    `axis` is what the scale of impact is called.
    """
    plan = scribe.plan
    levels = sorted(plan.impacts.values(), key=lambda level: level.rank)
    if not levels or not plan.dimensions:
        return ()
    head = Column(scribe.say("dimensions.dimension"), 1.3)
    columns = (head, *(Column(level.name, 2.0) for level in levels))
    keys = [level.id for level in levels]
    rows = tuple(_row(scribe, item, keys) for item in plan.dimensions.values())
    caption = scribe.say("dimensions.caption", axis=axis)
    return (Table(caption, columns, rows, "table:dimensions", row_heads=True),)


def _row(scribe: Scribe, dimension: ImpactDimension, levels: list[RecordId]) -> tuple[Cell, ...]:
    said = {item.impact: item.meaning for item in dimension.meanings}
    name = scribe.marked(dimension, scribe.cell(dimension.name, strong=True))
    return (name, *(optional(said.get(level, "")) for level in levels))
