"""What people vouch for: attestations, evidence on file, requirements that do not apply."""

from dataclasses import dataclass
from datetime import date

from app.domain.plan.ids import RecordId


def requirement_key(framework: str, requirement: str) -> RecordId:
    """Names one requirement of one framework, both by their own ids, as `framework/requirement`."""
    return RecordId(f"{framework}/{requirement}")


@dataclass(frozen=True, slots=True)
class Attestation:
    """A named person vouches that a requirement is met; `id` is its `requirement_key`.

    It counts once it says `by` whom, with which `note`, and `on` which day.
    """

    id: RecordId
    by: str = ""
    note: str = ""
    on: date | None = None

    @property
    def complete(self) -> bool:
        """Whether it names a person, a day and what was looked at."""
        return bool(self.by.strip() and self.note.strip() and self.on)


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """Something on file that shows a requirement is met; `requirements` are `requirement_key`s.

    It counts once it says `what` it is, `where` it is kept, of which day it is and who owns it.
    """

    id: RecordId
    what: str
    where: str = ""
    on: date | None = None
    owner: str = ""
    requirements: tuple[RecordId, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether a reader could find it and ask its owner."""
        return bool(self.what.strip() and self.where.strip() and self.owner.strip() and self.on)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A requirement that does not apply here, and why; `id` is its `requirement_key`."""

    id: RecordId
    reason: str
    by: str = ""
    on: date | None = None
