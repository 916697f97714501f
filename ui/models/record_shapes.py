"""Which kind of input a field of a record takes; found from its type."""

import types
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin

from app.domain.plan.durations import Duration
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.roles import RaciAssignment


@dataclass(frozen=True, slots=True)
class TextShape:
    """A text; several lines of it where `long`."""

    long: bool = False


@dataclass(frozen=True, slots=True)
class LinesShape:
    """Texts, one on each line."""


@dataclass(frozen=True, slots=True)
class FlagShape:
    """Yes or no."""


@dataclass(frozen=True, slots=True)
class YesNoShape:
    """Yes, no or not stated."""


@dataclass(frozen=True, slots=True)
class NumberShape:
    """A whole number from 1."""

    optional: bool


@dataclass(frozen=True, slots=True)
class DayShape:
    """A day, or none."""


@dataclass(frozen=True, slots=True)
class MomentShape:
    """A day and a time on it, or none."""


@dataclass(frozen=True, slots=True)
class SpanShape:
    """A span of time, or none."""


@dataclass(frozen=True, slots=True)
class ChoiceShape:
    """One member of an enumeration."""

    options: type[Enum]


@dataclass(frozen=True, slots=True)
class LinkShape:
    """Another record of `kind`; only those that agree in the field `within`, if one is named."""

    kind: Kind
    optional: bool
    within: str = ""


@dataclass(frozen=True, slots=True)
class RequirementShape:
    """A requirement of a framework, named `framework/requirement`."""


@dataclass(frozen=True, slots=True)
class RegimeShape:
    """The regime of the library a duty was adopted from, or blank for a duty of one's own."""


@dataclass(frozen=True, slots=True)
class ListShape:
    """Several of one simple shape, in order."""

    item: LinkShape | ChoiceShape | RequirementShape


@dataclass(frozen=True, slots=True)
class PartsShape:
    """Several parts, each with fields of its own, in order."""

    part: type[Any]


@dataclass(frozen=True, slots=True)
class RaciShape:
    """The parts that roles play in an activity."""


@dataclass(frozen=True, slots=True)
class CalledShape:
    """Whom a node of a communication tree calls: its kind of target and the target's id."""


@dataclass(frozen=True, slots=True)
class AboutShape:
    """What an action is about: `kind/id`, or blank for the whole plan."""


@dataclass(frozen=True, slots=True)
class ConfidenceShape:
    """How surely a source was read, in one of three words, or blank."""


Shape = (
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
    | RequirementShape
    | RegimeShape
    | ListShape
    | PartsShape
    | RaciShape
    | CalledShape
    | AboutShape
    | ConfidenceShape
)


def shape_of(hint: Any, linked: Kind | None = None) -> Shape:  # noqa: ANN401 - any type hint
    """The shape for the type `hint`; `linked` is the table its record ids point into.

    Raises:
        TypeError: no input is made for such a field yet.
    """
    if get_origin(hint) is tuple:
        return _several(get_args(hint)[0], linked)
    optional = get_origin(hint) in (Union, types.UnionType)
    plain = (
        next(item for item in get_args(hint) if item is not types.NoneType) if optional else hint
    )
    if plain is RecordId and linked is not None:
        return LinkShape(linked, optional)
    if isinstance(plain, type) and issubclass(plain, Enum):
        return ChoiceShape(plain)
    found = _simple(plain, optional=optional)
    if found is None:
        raise TypeError(f"{hint} has no input yet; give it a shape here.")
    return found


def _several(item: Any, linked: Kind | None) -> Shape:  # noqa: ANN401 - any type hint
    if item is str:
        return LinesShape()
    if item is RaciAssignment:
        return RaciShape()
    if item is RecordId or issubclass(item, Enum):
        shape = shape_of(item, linked)
        if isinstance(shape, LinkShape | ChoiceShape):
            return ListShape(shape)
    return PartsShape(item)


def _simple(plain: Any, *, optional: bool) -> Shape | None:  # noqa: ANN401 - any type hint
    shapes: dict[Any, Shape] = {
        str: TextShape(),
        bool: YesNoShape() if optional else FlagShape(),
        int: NumberShape(optional),
        date: DayShape(),
        datetime: MomentShape(),
        Duration: SpanShape(),
    }
    return shapes.get(plain)
