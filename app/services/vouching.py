"""What people vouch for, as changes of a plan: attest, file evidence, exclude, and take it back.

Every use case returns the changes; whoever edits the plan makes them one step of its history.
"""

from dataclasses import replace
from datetime import date
from enum import Enum

from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion
from app.domain.plan.changes import ChangeSet, put, remove
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan

Vouching = Attestation | EvidenceRecord | Exclusion


class Flaw(Enum):
    """Why a statement would not count, or would not be believed."""

    BLANK = "blank"
    AHEAD = "ahead"
    OVER = "over"


def flaws(record: Vouching, today: date) -> dict[str, Flaw]:
    """What is wrong with each field of `record`, in the order of its form; none: it may be kept.

    Nobody can vouch on a day that has not come yet.
    """
    found = {name: Flaw.BLANK for name in _STATED[type(record)] if not _says(getattr(record, name))}
    if record.on is not None and record.on > today:
        found["on"] = Flaw.AHEAD
    return found


def attest(plan: Plan, attestation: Attestation) -> ChangeSet:
    """States that a requirement is met; an earlier attestation of it gives way."""
    return (put(plan, attestation),)


def withdraw(plan: Plan, key: RecordId) -> ChangeSet:
    """Takes back the attestation of the requirement `key`; nothing where nobody attested it."""
    return _removal(plan, Kind.ATTESTATION, key)


def link(plan: Plan, record: EvidenceRecord, key: RecordId) -> ChangeSet:
    """Files `record`, new or edited, and lets it show that the requirement `key` is met."""
    named = dict.fromkeys((*record.requirements, key))
    return (put(plan, replace(record, requirements=tuple(named))),)


def unlink(plan: Plan, record: RecordId, key: RecordId) -> ChangeSet:
    """Lets `record` no longer show the requirement `key`; the record itself stays on file."""
    filed = plan.evidence.get(record)
    if filed is None or key not in filed.requirements:
        return ()
    rest = tuple(name for name in filed.requirements if name != key)
    return (put(plan, replace(filed, requirements=rest)),)


def exclude(plan: Plan, exclusion: Exclusion) -> ChangeSet:
    """States why a requirement does not apply."""
    return (put(plan, exclusion),)


def include(plan: Plan, key: RecordId) -> ChangeSet:
    """Lets the requirement `key` apply again; nothing where nobody took it out."""
    return _removal(plan, Kind.EXCLUSION, key)


def linked(plan: Plan, key: RecordId) -> tuple[EvidenceRecord, ...]:
    """The records that name the requirement `key`, those that do not count yet among them."""
    return tuple(record for record in plan.evidence.values() if key in record.requirements)


_STATED: dict[type[Vouching], tuple[str, ...]] = {
    Attestation: ("by", "note", "on"),
    EvidenceRecord: ("what", "where", "on", "owner"),
    Exclusion: ("reason",),
}
"""The fields without which a statement does not count."""


def _says(value: str | date | None) -> bool:
    """Whether `value` has a letter that a reader sees, or is a day."""
    if isinstance(value, str):
        return any(letter.isprintable() and not letter.isspace() for letter in value)
    return value is not None


def _removal(plan: Plan, kind: Kind, key: RecordId) -> ChangeSet:
    return (remove(plan, kind, key),) if key in plan.table(kind) else ()
