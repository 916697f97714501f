"""The dimensions of impact as a table: what each level of impact means in each of them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from typing_extensions import override

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.classification import DimensionMeaning, ImpactDimension
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from ui.models.cells import Cell, CellRow
from ui.models.classification_levels import LevelsModel
from ui.models.record_order import in_order


class DimensionsModel(LevelsModel):
    """A column for the name and one for each level of impact, the worst first."""

    @override
    def refresh(self) -> None:
        levels = in_order(self._bridge.plan, Kind.IMPACT)
        fields = ("name", *(str(level.id) for level in levels))
        headings = (self.tr("Dimension"), *(level.name for level in levels))
        if fields != self.fields:
            self.beginResetModel()
            self.fields, self._headings = fields, headings
            self._rows = tuple(self._shown())
            self.endResetModel()
        else:
            for column, heading in enumerate(headings):
                self.rename(column, heading)
            self.show_rows(tuple(self._shown()))

    def _shown(self) -> Iterator[CellRow]:
        for item in self._bridge.plan.dimensions.values():
            meanings = (Cell(" ".join(meaning_in(item, key).split())) for key in self.fields[1:])
            yield CellRow(item.id, (Cell(item.name, strong=True), *meanings))

    @override
    def _typed(self, key: str, field: str) -> str:
        item = self._record(key)
        return str(item.name) if field == "name" else meaning_in(item, field)

    @override
    def _values(self, key: RecordId, field: str, text: str) -> dict[str, Any]:
        if field == "name":
            return {"name": text}
        item: ImpactDimension = self._record(key)
        said = {meaning.impact: meaning for meaning in item.meanings}
        level = RecordId(field)
        if text:
            said[level] = replace(said.get(level, DimensionMeaning(level)), meaning=text)
        else:
            said.pop(level, None)
        order = {RecordId(name): at for at, name in enumerate(self.fields)}
        kept = sorted(said.values(), key=lambda meaning: order.get(meaning.impact, len(order)))
        return {"meanings": tuple(kept)}

    @override
    def _moved(self, key: RecordId, to: int) -> ChangeSet:
        return (put(self._bridge.plan, self._record(key), to),)


def meaning_in(dimension: ImpactDimension, level: str) -> str:
    """What the impact `level` means in `dimension`; blank when nothing is said."""
    return next((item.meaning for item in dimension.meanings if item.impact == level), "")
