"""Severity levels, impact and urgency with their matrix, categories and sample incidents."""

from dataclasses import dataclass

from app.domain.plan.durations import Duration
from app.domain.plan.ids import RecordId


@dataclass(frozen=True, slots=True)
class SeverityLevel:
    """How bad an incident is; rank 1 is the worst. A None time is not decided yet.

    `respond_*` is the time to the first responder, `escalate_*` to the escalation targets,
    in and out of working hours; `informed` are role ids.
    """

    id: RecordId
    name: str
    rank: int
    meaning: str = ""
    examples: tuple[str, ...] = ()
    respond_in_hours: Duration | None = None
    respond_out_of_hours: Duration | None = None
    escalate_in_hours: Duration | None = None
    escalate_out_of_hours: Duration | None = None
    update_every: Duration | None = None
    informed: tuple[RecordId, ...] = ()
    declared_by: RecordId | None = None
    notifications: str = ""


@dataclass(frozen=True, slots=True)
class ImpactLevel:
    """One row of the matrix; rank 1 is the worst."""

    id: RecordId
    name: str
    rank: int
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class DimensionMeaning:
    """What the level `impact` means in one dimension."""

    impact: RecordId
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class ImpactDimension:
    """A kind of harm, such as to data or safety; the worst of all dimensions is the impact."""

    id: RecordId
    name: str
    meanings: tuple[DimensionMeaning, ...] = ()


@dataclass(frozen=True, slots=True)
class UrgencyLevel:
    """One column of the matrix; rank 1 is the most urgent."""

    id: RecordId
    name: str
    rank: int
    meaning: str = ""


def cell_id(impact: str, urgency: str) -> RecordId:
    """The id of the matrix cell where `impact` meets `urgency`."""
    return RecordId(f"{impact}.{urgency}")


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The severity that follows from one impact and one urgency; `id` is `cell_id`."""

    id: RecordId
    impact: RecordId
    urgency: RecordId
    severity: RecordId


@dataclass(frozen=True, slots=True)
class IncidentCategory:
    """What kind of incident it is; `reference` names the taxonomy, such as RSIT."""

    id: RecordId
    name: str
    meaning: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class JudgedImpact:
    """How bad an incident is in one dimension."""

    dimension: RecordId
    impact: RecordId


@dataclass(frozen=True, slots=True)
class SampleIncident:
    """An incident used to test the matrix: it is expected to land on `expected`.

    `judged` keeps how its impact came about, where it was judged dimension by dimension.
    """

    id: RecordId
    description: str
    impact: RecordId
    urgency: RecordId
    expected: RecordId
    judged: tuple[JudgedImpact, ...] = ()
