"""The input that belongs to a shape."""

from functools import partial
from typing import assert_never

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.record.entries.choices import ChoiceEntry, FlagEntry
from ui.dialogs.record.entries.entry import Entry
from ui.dialogs.record.entries.lists import ListEntry, PartsEntry
from ui.dialogs.record.entries.raci import RaciEntry
from ui.dialogs.record.entries.texts import (
    DayEntry,
    LineEntry,
    LinesEntry,
    MomentEntry,
    NumberEntry,
    SpanEntry,
)
from ui.models.record_form import FieldForm
from ui.models.record_moments import zone_of
from ui.models.record_options import (
    Option,
    Surroundings,
    about_options,
    called_options,
    confidence_options,
    link_options,
    regime_options,
    requirement_options,
)
from ui.models.record_shapes import (
    AboutShape,
    CalledShape,
    ChoiceShape,
    ConfidenceShape,
    DayShape,
    FlagShape,
    LinesShape,
    LinkShape,
    ListShape,
    MomentShape,
    NumberShape,
    PartsShape,
    RaciShape,
    RegimeShape,
    RequirementShape,
    Shape,
    SpanShape,
    TextShape,
    YesNoShape,
)
from ui.models.record_words import choice_text


def entry_for(around: Surroundings, parent: QWidget, field: FieldForm) -> Entry:
    """A new input for `field`."""
    match field.shape:
        case TextShape() | LinesShape() | DayShape() | SpanShape():
            return _typed(parent, field.shape)
        case FlagShape():
            return FlagEntry(parent, field.label)
        case NumberShape():
            return NumberEntry(parent, optional=field.shape.optional)
        case MomentShape():
            return MomentEntry(parent, zone_of(around.plan.profile))
        case PartsShape() | RaciShape() | ListShape():
            return _several(around, parent, field, field.shape)
        case _:
            return _chosen(around, parent, field)


def _several(
    around: Surroundings,
    parent: QWidget,
    field: FieldForm,
    shape: PartsShape | RaciShape | ListShape,
) -> Entry:
    match shape:
        case PartsShape():
            return PartsEntry(parent, shape.part, partial(_cell, around))
        case RaciShape():
            return RaciEntry(parent, around.plan)
        case ListShape():
            item = FieldForm(field.name, field.label, "", shape.item)
            return ListEntry(parent, partial(_listed, around, item))
        case _:
            assert_never(shape)


def _typed(parent: QWidget, shape: TextShape | LinesShape | DayShape | SpanShape) -> Entry:
    match shape:
        case TextShape():
            return LinesEntry(parent, listing=False) if shape.long else LineEntry(parent)
        case LinesShape():
            return LinesEntry(parent, listing=True)
        case DayShape():
            return DayEntry(parent)
        case SpanShape():
            return SpanEntry(parent)
        case _:
            assert_never(shape)


def _chosen(around: Surroundings, parent: QWidget, field: FieldForm) -> Entry:
    translate = QCoreApplication.translate
    none = translate("Records", "Choose\u2026") if field.required else ""
    match field.shape:
        case ChoiceShape():
            return ChoiceEntry(parent, partial(_members, field.shape), none, None)
        case LinkShape():
            options = partial(link_options, around, field.shape)
            return ChoiceEntry(parent, options, none or translate("Records", "Not stated"), None)
        case CalledShape():
            return ChoiceEntry(parent, partial(called_options, around.plan), none, None)
        case _:
            return _looked_up(around, parent, field.shape)


def _looked_up(around: Surroundings, parent: QWidget, shape: Shape) -> Entry:
    """A list of things that are no records of one table."""
    translate = QCoreApplication.translate
    match shape:
        case AboutShape():
            return ChoiceEntry(parent, partial(about_options, around.plan), "", "")
        case ConfidenceShape():
            return ChoiceEntry(parent, confidence_options, translate("Records", "Not stated"), "")
        case RegimeShape():
            own = translate("Records", "None: your own duty")
            return ChoiceEntry(parent, partial(regime_options, around), own, "")
        case YesNoShape():
            return ChoiceEntry(parent, _yes_no, translate("Records", "Not stated"), None)
        case _:
            raise TypeError(shape)


def _cell(around: Surroundings, parent: QWidget, field: FieldForm) -> Entry:
    """An input in a row of parts, whose column has the words and begins with a choice made."""
    if isinstance(field.shape, FlagShape):
        return FlagEntry(parent)
    if isinstance(field.shape, ChoiceShape):
        return ChoiceEntry(parent, partial(_members, field.shape), "", None)
    return entry_for(around, parent, field)


def _listed(around: Surroundings, item: FieldForm, parent: QWidget) -> Entry:
    translate = QCoreApplication.translate
    if isinstance(item.shape, LinkShape):
        options = partial(link_options, around, item.shape)
        return ChoiceEntry(parent, options, translate("Records", "Choose\u2026"), None)
    if isinstance(item.shape, RequirementShape):
        options = partial(requirement_options, around)
        return ChoiceEntry(parent, options, translate("Records", "Choose\u2026"), None)
    return _cell(around, parent, item)


def _members(shape: ChoiceShape) -> tuple[Option, ...]:
    return tuple(Option(choice_text(member), member) for member in shape.options)


def _yes_no() -> tuple[Option, ...]:
    translate = QCoreApplication.translate
    return (Option(translate("Records", "Yes"), True), Option(translate("Records", "No"), False))
