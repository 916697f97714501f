"""Which parts of a plan were tried out, and when: in exercises that were held and in incidents."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.sections import Section

TRIED: Final = (Kind.SECTION, Kind.PLAYBOOK, Kind.TREE, Kind.ROLE, Kind.SEVERITY)
"""The kinds of records that an exercise can try out."""

PRACTISED: Final = (
    *("roles", "authority", "contacts"),
    *("detection_reporting", "triage_assessment", "classification", "escalation"),
    *("containment", "eradication", "recovery", "evidence", "records_tracking"),
    *("communications", "notification", "privacy_breach", "third_parties"),
    *("continuity", "post_incident"),
)
"""The sections that tell people what to do in an incident; the others are not practised."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One occasion; `source` and `parts` are `kind/id`, `on` None where no day is stated.

    `real` tells an incident from an exercise.
    """

    source: str
    name: str
    on: date | None
    parts: tuple[str, ...]
    real: bool = False


def part_key(kind: Kind, record: RecordId) -> str:
    """The record as `kind/id`."""
    return f"{kind.value}/{record}"


def part_of(key: str) -> tuple[Kind, RecordId] | None:
    """The table and the id that `kind/id` names; None when it names no table of a plan."""
    table, slash, record = key.partition("/")
    kinds = [kind for kind in Kind if kind.value == table]
    return (kinds[0], RecordId(record)) if kinds and slash and record else None


def trials(plan: Plan) -> tuple[Trial, ...]:
    """All occasions, the earliest first, and before them those without a day."""
    held = (_of_exercise(item) for item in plan.exercises.values() if is_held(item))
    used = (
        Trial(
            part_key(Kind.ACTIVATION, item.id),
            item.name,
            None if item.started_at is None else item.started_at.date(),
            item.exercised,
            real=True,
        )
        for item in plan.activations.values()
    )
    return tuple(sorted((*held, *used), key=lambda trial: trial.on or date.min))


def is_held(exercise: Exercise) -> bool:
    """Whether it took place."""
    return exercise.state is ExerciseState.HELD


def is_practised(section: Section) -> bool:
    """Whether `section` is to be tried out; not once a reason takes it out."""
    return section.id in PRACTISED and not section.not_applicable.strip()


def _of_exercise(exercise: Exercise) -> Trial:
    source = part_key(Kind.EXERCISE, exercise.id)
    return Trial(source, exercise.name, exercise.on, exercise.exercised)
