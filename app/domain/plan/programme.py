"""What keeps the capability working: metrics, training, exercises, resources and documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from app.domain.plan.durations import Duration
from app.domain.plan.ids import RecordId


@dataclass(frozen=True, slots=True)
class Metric:
    """Something measured about the response, its target and who reports it how often.

    `definition` says what is counted and what it tells, `formula` how it is worked out.
    """

    id: RecordId
    name: str
    definition: str = ""
    target: str = ""
    owner: str = ""
    cadence: str = ""
    formula: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TrainingItem:
    """Who is trained in what, how often."""

    id: RecordId
    audience: str
    topic: str
    cadence: str = ""
    owner: str = ""


EXERCISE_KINDS: Final = frozenset({"tabletop", "call-tree", "functional", "restore", "red-team"})
"""What plans answer when they are asked which kinds of exercise are held; others are words."""


class ExerciseState(Enum):
    """Whether an exercise is still ahead."""

    PLANNED = "planned"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Inject:
    """What the players learn `at` a time from the start (None: when the conductor decides).

    `expected` is what the observers look for; the players never see it.
    """

    event: str
    at: Duration | None = None
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """A test of the plan, planned for or held on `on` (None: no date yet).

    `scenario` is the situation at the start, which the `injects` develop. Once held: who attended,
    which objectives were `reached`, and which records, as `kind/id`, were `exercised`.
    """

    id: RecordId
    name: str
    kind: str = ""
    on: date | None = None
    state: ExerciseState = ExerciseState.PLANNED
    objectives: tuple[str, ...] = ()
    participants: str = ""
    findings: tuple[str, ...] = ()
    owner: str = ""
    scenario: str = ""
    injects: tuple[Inject, ...] = ()
    attendees: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()
    exercised: tuple[str, ...] = ()
    results: str = ""


def by_date(exercises: Iterable[Exercise]) -> list[Exercise]:
    """The earliest first; those without a date stand last, in their own order."""
    return sorted(exercises, key=lambda item: item.on or date.max)


@dataclass(frozen=True, slots=True)
class RoadmapItem:
    """A step to a better capability."""

    id: RecordId
    goal: str
    by: date | None = None
    owner: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """A tool, place or budget the response relies on."""

    id: RecordId
    name: str
    purpose: str = ""
    owner: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class RelatedDocument:
    """Another document the plan relies on."""

    id: RecordId
    title: str
    reference: str = ""
    owner: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True)
class LogSource:
    """Where evidence of events comes from and how long it is kept."""

    id: RecordId
    name: str
    shows: str = ""
    owner: str = ""
    kept_for: Duration | None = None


@dataclass(frozen=True, slots=True)
class DistributionEntry:
    """Who holds a copy of the plan, of which edition and in which form."""

    id: RecordId
    recipient: str
    edition: str = ""
    form: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means in this plan."""

    id: RecordId
    term: str
    meaning: str
    source: str = ""
