"""What can be reckoned from a table of the programme and is worth knowing before reading it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication

from app.domain.plan.governance import ActionState
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.programme import ExerciseState
from ui.bridge.words import counted


class Sense(Enum):
    """Whether a figure is good to know or asks for a hand."""

    GOOD = "good"
    WANTING = "wanting"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Figure:
    """A count in words, and the records that were counted."""

    text: str
    sense: Sense
    keys: tuple[RecordId, ...]


def figures(plan: Plan, kind: Kind, today: date) -> tuple[Figure, ...]:
    """The figures of a table; none that would be zero."""
    found = _FIGURES.get(kind)
    return () if found is None else tuple(figure for figure in found(plan, today) if figure.keys)


def _metrics(plan: Plan, _: date) -> Iterator[Figure]:
    metrics = plan.metrics.values()
    yield _wanting(
        (item.id for item in metrics if not item.target.strip()),
        _tr("1 has no target"),
        _tr("{n} have no target"),
    )
    yield _wanting(
        (item.id for item in metrics if not item.owner.strip()),
        _tr("1 is reported by nobody"),
        _tr("{n} are reported by nobody"),
    )


def _training(plan: Plan, _: date) -> Iterator[Figure]:
    yield _wanting(
        (item.id for item in plan.training.values() if not item.cadence.strip()),
        _tr("1 does not say how often"),
        _tr("{n} do not say how often"),
    )
    yield _wanting(
        (item.id for item in plan.training.values() if not item.owner.strip()),
        _tr("1 has no owner"),
        _tr("{n} have no owner"),
    )


def _exercises(plan: Plan, today: date) -> Iterator[Figure]:
    exercises = plan.exercises.values()
    held = [item for item in exercises if item.state is ExerciseState.HELD]
    ahead = [item for item in exercises if item.state is ExerciseState.PLANNED]
    yield _figure(
        Sense.GOOD,
        (item.id for item in held if item.on is not None and _a_year_before(today) < item.on),
        _tr("1 held in the last 12 months"),
        _tr("{n} held in the last 12 months"),
    )
    yield _figure(
        Sense.LATE,
        (item.id for item in ahead if item.on is not None and item.on < today),
        _tr("1 planned for a day that has passed"),
        _tr("{n} planned for days that have passed"),
    )
    yield _wanting(
        (item.id for item in ahead if item.on is None),
        _tr("1 planned without a date"),
        _tr("{n} planned without a date"),
    )


def _roadmap(plan: Plan, today: date) -> Iterator[Figure]:
    goals = plan.roadmap.values()
    yield _figure(
        Sense.LATE,
        (item.id for item in goals if item.by is not None and item.by < today),
        _tr("1 past its day"),
        _tr("{n} past their day"),
    )
    yield _wanting(
        (item.id for item in goals if item.by is None),
        _tr("1 without a day"),
        _tr("{n} without a day"),
    )


def _actions(plan: Plan, today: date) -> Iterator[Figure]:
    waiting = [item for item in plan.actions.values() if item.state is ActionState.OPEN]
    yield _figure(
        Sense.LATE,
        (item.id for item in waiting if item.due is not None and item.due < today),
        _tr("1 overdue"),
        _tr("{n} overdue"),
    )
    yield _wanting((item.id for item in waiting), _tr("1 open"), _tr("{n} open"))


def _log_sources(plan: Plan, _: date) -> Iterator[Figure]:
    yield _wanting(
        (item.id for item in plan.log_sources.values() if item.kept_for is None),
        _tr("1 does not say how long it is kept"),
        _tr("{n} do not say how long they are kept"),
    )


def _resources(plan: Plan, _: date) -> Iterator[Figure]:
    yield _wanting(
        (item.id for item in plan.resources.values() if not item.owner.strip()),
        _tr("1 has no owner"),
        _tr("{n} have no owner"),
    )


_FIGURES: dict[Kind, Callable[[Plan, date], Iterator[Figure]]] = {
    Kind.METRIC: _metrics,
    Kind.TRAINING: _training,
    Kind.EXERCISE: _exercises,
    Kind.ROADMAP: _roadmap,
    Kind.ACTION: _actions,
    Kind.LOG_SOURCE: _log_sources,
    Kind.RESOURCE: _resources,
}


def _wanting(keys: Iterator[RecordId], one: str, many: str) -> Figure:
    return _figure(Sense.WANTING, keys, one, many)


def _figure(sense: Sense, keys: Iterator[RecordId], one: str, many: str) -> Figure:
    found = tuple(keys)
    return Figure(counted(len(found), one, many), sense, found)


def _a_year_before(day: date) -> date:
    """The same day a year ago; the 28th for a 29 February."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Programme", text)
