"""A pack of regimes: duties to notify of one group of jurisdictions, as they stood on a day."""

from datetime import time
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from app.domain.judgement.regimes import (
    ClockStart,
    EntityKind,
    ProfileFact,
    RegimeKind,
    RegimeStatus,
)
from app.domain.judgement.requirements import Confidence
from app.domain.plan.durations import Duration, parse_duration
from app.persistence.library.schema.base import FileModel, Identifier, Words
from app.persistence.library.schema.framework import FileDate


def _span(value: Any) -> Duration:  # noqa: ANN401 - whatever stood in the file
    span = parse_duration(value) if isinstance(value, str) else None
    if span is None:
        raise ValueError('is not a span such as "72 hours" or "4 working days"')
    return span


def _time(value: Any) -> time:  # noqa: ANN401 - whatever stood in the file
    try:
        return time.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise ValueError('is not a time such as "17:30"') from error


Span = Annotated[Duration, BeforeValidator(_span)]
FileTime = Annotated[time, BeforeValidator(_time)]
FileConfidence = Annotated[Confidence, Field(strict=False)]


class ReliefFile(FileModel):
    """What holds for a limit on a day off."""

    until: FileTime
    not_for: list[Annotated[EntityKind, Field(strict=False)]] = Field(default_factory=list)


class StepFile(FileModel):
    """One notice; without `within` there is no numeric limit."""

    id: Identifier
    name: Words
    recipient: Words
    within: Span | None = None
    clock_start: Annotated[ClockStart, Field(strict=False)]
    timing: str = ""
    note: str = ""
    after: str = ""
    caps: str = ""
    embargo: bool = False
    day_ends: FileTime | None = None
    relief: ReliefFile | None = None


class SuitsFile(FileModel):
    """To whom the regime is proposed."""

    jurisdictions: list[Words] = Field(default_factory=list)
    sectors: list[Words] = Field(default_factory=list)
    data_kinds: list[Words] = Field(default_factory=list)
    facts: list[Annotated[ProfileFact, Field(strict=False)]] = Field(default_factory=list)


class VariantFile(FileModel):
    """What one state says differently."""

    where: Words
    individuals: Words
    agency: Words
    confidence: FileConfidence


class RegimeFile(FileModel):
    """One regime."""

    id: Identifier
    name: Words
    jurisdiction: Words
    sector: Words
    kind: Annotated[RegimeKind, Field(strict=False)]
    status: Annotated[RegimeStatus, Field(strict=False)]
    effective_from: FileDate | None = None
    effective_note: str = ""
    verified_on: FileDate | None = None
    applies_to: Words
    suits: SuitsFile = SuitsFile()
    time_zone: str = ""
    holidays: str = ""
    trigger: Words
    steps: list[StepFile] = Field(default_factory=list)
    content: list[Words] = Field(default_factory=list)
    citation: Words
    confidence: FileConfidence
    source: Words
    records_duty: str = ""
    exceptions: str = ""
    notes: str = ""
    variants: list[VariantFile] = Field(default_factory=list)


class RegimePackFile(FileModel):
    """The file frameworks/regimes/<id>.yaml; `compiled` is the day its rows were put together."""

    id: Identifier
    name: Words
    compiled: FileDate
    note: str = ""
    regimes: list[RegimeFile] = Field(min_length=1)
