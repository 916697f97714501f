"""The columns of a table of records: one for each field of its form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.plan.kinds import Kind
from ui.models.record_form import FieldForm, form_of
from ui.models.record_shapes import (
    AboutShape,
    ChoiceShape,
    ConfidenceShape,
    DayShape,
    FlagShape,
    LinesShape,
    LinkShape,
    MomentShape,
    NumberShape,
    Shape,
    SpanShape,
    TextShape,
    YesNoShape,
)

SHOWN: Final = 6
"""So many columns are shown of a table that nobody chose columns for."""

_IN_PLACE: Final = (
    TextShape
    | LinesShape
    | FlagShape
    | YesNoShape
    | NumberShape
    | DayShape
    | MomentShape
    | SpanShape
    | ChoiceShape
    | LinkShape
    | AboutShape
    | ConfidenceShape
)
"""What fits into a cell; all else is edited in the form of the record."""

_NARROW: Final[dict[type[object], int]] = {
    FlagShape: 84,
    YesNoShape: 84,
    NumberShape: 72,
    DayShape: 118,
    MomentShape: 170,
    SpanShape: 128,
    ChoiceShape: 150,
}
FIRST_PX, LONG_PX, OTHER_PX = 220, 240, 150


@dataclass(frozen=True, slots=True)
class Column:
    """One field of each record; `width` in px at scale 100, `shown` unless a person chose other."""

    form: FieldForm
    width: int
    shown: bool

    @property
    def name(self) -> str:
        """The field."""
        return self.form.name

    @property
    def heading(self) -> str:
        """What stands above the column."""
        return self.form.label

    @property
    def shape(self) -> Shape:
        """The kind of input its cells take."""
        return self.form.shape

    @property
    def firm(self) -> bool:
        """Whether its words are of one length, so that a narrower column would break them."""
        return type(self.shape) in _NARROW

    @property
    def in_place(self) -> bool:
        """Whether a cell can be edited where it stands."""
        return isinstance(self.shape, _IN_PLACE)

    @property
    def roomy(self) -> bool:
        """Whether its words often take more than a line."""
        shape = self.shape
        return shape.long if isinstance(shape, TextShape) else self.form.wide


def columns_of(kind: Kind, shown: Sequence[str] | None = None) -> tuple[Column, ...]:
    """The columns for `kind`: those of the fields `shown` first, in that order, then the others.

    Raises:
        KeyError: there is no such field.
    """
    forms = {form.name: form for form in form_of(kind)}
    first = list(forms)[:SHOWN] if shown is None else list(shown)
    order = [forms[name] for name in first] + [
        form for name, form in forms.items() if name not in first
    ]
    return tuple(
        Column(form, _width(form, at), form.name in first) for at, form in enumerate(order)
    )


def _width(form: FieldForm, at: int) -> int:
    narrow = _NARROW.get(type(form.shape))
    if narrow is not None:
        return narrow
    if at == 0:
        return FIRST_PX
    long = isinstance(form.shape, TextShape) and form.shape.long
    return LONG_PX if long or form.wide else OTHER_PX
