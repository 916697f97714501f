"""Each part of a plan that is to be tried out, or was, with the occasions on which it was."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.naming import name_of
from app.domain.plan.plan import Plan, Record
from app.domain.plan.practice import TRIED, Trial, is_practised, part_key, trials
from app.domain.plan.sections import Section

_ALWAYS: Final = frozenset({Kind.SECTION, Kind.PLAYBOOK})
"""The kinds whose records are looked at even if they were never tried out."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the plan; `trials` are all occasions, those without a day first."""

    kind: Kind
    id: RecordId
    name: str
    trials: tuple[Trial, ...] = ()

    @property
    def key(self) -> str:
        """The part as `kind/id`."""
        return part_key(self.kind, self.id)

    @property
    def times(self) -> int:
        """How often it was tried out."""
        return len(self.trials)

    @property
    def last(self) -> date | None:
        """When last; None when never, or where no day is stated."""
        return self.trials[-1].on if self.trials else None


def parts(plan: Plan) -> tuple[Part, ...]:
    """Sections to be practised and playbooks, whether tried out or not, and whatever else was."""
    tried = _by_part(trials(plan))
    return tuple(
        Part(kind, record.id, name_of(record), tried.get(part_key(kind, record.id), ()))
        for kind, record in _looked_at(plan, tried)
    )


def tryable(plan: Plan) -> tuple[Part, ...]:
    """Every record that an exercise or an incident can try out, kind by kind."""
    tried = _by_part(trials(plan))
    return tuple(
        Part(kind, record.id, name_of(record), tried.get(part_key(kind, record.id), ()))
        for kind in TRIED
        for record in plan.table(kind).values()
    )


def _by_part(occasions: Iterable[Trial]) -> dict[str, tuple[Trial, ...]]:
    found: dict[str, tuple[Trial, ...]] = {}
    for trial in occasions:
        for key in dict.fromkeys(trial.parts):
            found[key] = (*found.get(key, ()), trial)
    return found


def _looked_at(plan: Plan, tried: dict[str, tuple[Trial, ...]]) -> Iterator[tuple[Kind, Record]]:
    for kind in TRIED:
        for record in plan.table(kind).values():
            if part_key(kind, record.id) in tried or _expected(kind, record):
                yield kind, record


def _expected(kind: Kind, record: Record) -> bool:
    return is_practised(record) if isinstance(record, Section) else kind in _ALWAYS
