"""What people have vouched for, requirement by requirement."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion
from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan, Record


@dataclass(frozen=True, slots=True)
class Vouched:
    """What counts for one requirement: complete attestations and evidence, a reason against it."""

    attestation: Attestation | None = None
    evidence: tuple[EvidenceRecord, ...] = ()
    exclusion: Exclusion | None = None

    @property
    def shown(self) -> bool:
        """Whether a person or a record stands for the requirement."""
        return self.attestation is not None or bool(self.evidence)


NOTHING = Vouched()
"""Nobody has said anything."""


class Vouching:
    """The evidence linked to each requirement of one plan, kept up to date edit by edit."""

    def __init__(self, plan: Plan) -> None:
        self._evidence: dict[RecordId, dict[RecordId, None]] = {}
        for record in plan.evidence.values():
            self._link(record)

    def update(self, changes: ChangeSet) -> set[RecordId]:
        """Follow `changes`; the keys of the requirements for which something else counts now."""
        touched: set[RecordId] = set()
        for change in changes:
            if change.kind in {Kind.ATTESTATION, Kind.EXCLUSION}:
                touched.add(change.id)
            if change.kind is Kind.EVIDENCE:
                touched.update(_requirements(change.before), _requirements(change.after))
                self._unlink(change.before)
                self._link(change.after)
        return touched

    def of(self, plan: Plan, key: RecordId) -> Vouched:
        """What counts for the requirement `key`."""
        attestation, exclusion = plan.attestations.get(key), plan.exclusions.get(key)
        evidence = tuple(
            plan.evidence[record]
            for record in sorted(self._evidence.get(key, ()))
            if plan.evidence[record].complete
        )
        return Vouched(
            attestation if attestation is not None and attestation.complete else None,
            evidence,
            exclusion if exclusion is not None and exclusion.reason.strip() else None,
        )

    def _link(self, record: Record | None) -> None:
        if isinstance(record, EvidenceRecord):
            for key in record.requirements:
                self._evidence.setdefault(key, {})[record.id] = None

    def _unlink(self, record: Record | None) -> None:
        if isinstance(record, EvidenceRecord):
            for key in record.requirements:
                self._evidence[key].pop(record.id, None)


def _requirements(record: Record | None) -> Iterable[RecordId]:
    return record.requirements if isinstance(record, EvidenceRecord) else ()
