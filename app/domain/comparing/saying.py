"""What became of a record, in sentences: one for each field that differs."""

from dataclasses import dataclass
from typing import Any, Final

from app.domain.comparing.calling import called
from app.domain.comparing.change_words import value_change
from app.domain.comparing.comparison import Fate, FieldDifference, RecordDifference
from app.domain.comparing.field_words import FIELD_WORDS
from app.domain.comparing.list_words import list_change
from app.domain.comparing.text_words import word_count
from app.domain.comparing.value_words import Spot, is_free_text, is_long, shortened, worded
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import RECORD_TYPES, Plan

WITHIN: Final = {Kind.STEP: "playbook", Kind.TREE_NODE: "tree"}
"""The field that parts a table into lists of their own, in which a record has its place."""


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one field, such as `update every` and `from 4 hours to 2 hours`.

    `field` and `words` are blank where the record itself was moved.
    """

    field: str
    words: str
    change: str


def said(difference: RecordDifference, old: Plan, new: Plan) -> tuple[str, ...]:
    """One sentence a field, without a full stop; of a record that was moved, where it stands now.

    Such as `S2 High, update every: from 4 hours to 2 hours`. What it says, see `told`.
    """
    name = shortened(difference.name)
    return tuple(
        f"{name}, {line.words}: {line.change}" if line.field else f"{name}: {line.change}"
        for line in told(difference, old, new)
    )


def told(difference: RecordDifference, old: Plan, new: Plan) -> tuple[Line, ...]:
    """The same without the record's name.

    Of a record that came or went, the field it is called by is left out.
    What records were called stands as in `old`, what they are called as in `new`. Text of people
    comes on one line and cut after some words; it may hold any character but line ends.
    """
    if difference.fate is Fate.MOVED:
        return (Line("", "", f"moved {_place(difference, new)}"),)
    words = FIELD_WORDS[RECORD_TYPES[difference.kind]]
    return tuple(
        Line(one.field, words[one.field], _change(one, difference, old, new))
        for one in difference.fields
        if difference.fate is Fate.EDITED or difference.name not in (one.before, one.after)
    )


def _change(one: FieldDifference, whole: RecordDifference, old: Plan, new: Plan) -> str:
    was = Spot(old, whole.kind, whole.id, one.field)
    becomes = Spot(new, whole.kind, whole.id, one.field)
    match whole.fate:
        case Fate.ADDED:
            return _stated(one.after, becomes)
        case Fate.REMOVED:
            return f"was {_stated(one.before, was)}"
        case _ if isinstance(one.before, list) and isinstance(one.after, list):
            return list_change(one.before, one.after, was, becomes)
        case _:
            return value_change(one.before, one.after, was, becomes)


def _stated(data: object, spot: Spot) -> str:
    if isinstance(data, str) and is_free_text(data, spot) and is_long(data):
        return word_count(data)
    return worded(data, spot)


def _place(difference: RecordDifference, plan: Plan) -> str:
    """Behind which record of its list it stands."""
    table = plan.table(difference.kind)
    whole = WITHIN.get(difference.kind)
    behind: Any = None
    for record in table.all()[: table.index(difference.id)]:
        if whole is None or getattr(record, whole) == getattr(table[difference.id], whole):
            behind = record
    return "to the front" if behind is None else f"behind {shortened(called(plan, behind))}"
