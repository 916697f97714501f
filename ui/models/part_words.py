"""Records that an exercise, a lesson or a file is about, in the words of the window."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.practice import PRACTISED, TRIED, part_key, part_of
from ui.models.record_names import record_name, table_words
from ui.models.record_options import Option, about_options

_ALSO = (Kind.STEP, Kind.MESSAGE, Kind.CATEGORY, Kind.TREE_NODE)
"""What a lesson can be about besides what an action can."""


def part_options(plan: Plan) -> tuple[Option, ...]:
    """Every record that can be tried out, with its `kind/id`; sections seldom tried come last."""
    sections = _options(plan, (Kind.SECTION,))
    practised = {part_key(Kind.SECTION, key) for key in plan.sections if key in PRACTISED}
    first = tuple(option for option in sections if option.value in practised)
    last = tuple(option for option in sections if option.value not in practised)
    return (*first, *_options(plan, TRIED[1:]), *last)


def lesson_options(plan: Plan) -> tuple[Option, ...]:
    """What a lesson can be about, each with its `kind/id`; blank is the whole plan."""
    return (*about_options(plan), *_options(plan, _ALSO))


def part_name(plan: Plan, key: str) -> str:
    """What the record `kind/id` is called, with its kind; blank for the whole plan."""
    named = part_of(key)
    record = None if named is None else plan.find(*named)
    if named is None or record is None:
        gone = QCoreApplication.translate("Exercises", "No longer in the plan")
        return gone if key else ""
    return _text(named[0], record_name(plan, named[0], record))


def _options(plan: Plan, kinds: Iterable[Kind]) -> tuple[Option, ...]:
    return tuple(
        Option(
            _text(kind, record_name(plan, kind, record)),
            part_key(kind, record.id),
        )
        for kind in kinds
        for record in plan.table(kind).values()
    )


def _text(kind: Kind, name: str) -> str:
    return f"{_one(kind)}: {name}"


def _one(kind: Kind) -> str:
    translate = QCoreApplication.translate
    own = {
        Kind.SECTION: translate("Exercises", "Section"),
        Kind.ACTIVATION: translate("Exercises", "Incident"),
        Kind.LESSON: translate("Exercises", "Lesson"),
        Kind.SESSION: translate("Exercises", "Review session"),
    }
    return own.get(kind) or table_words(kind).one
