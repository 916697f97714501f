"""Findings: what an auditor, a lawyer or a responder would object to."""

from dataclasses import dataclass
from enum import Enum

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind


class Weight(Enum):
    """How much a finding matters."""

    __hash__ = object.__hash__  # each is one object; thousands are counted at a time

    BLOCKS = "blocks"
    WARN = "warn"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One objection to one record, why it matters and what to do.

    `code` is stable; `section` is the section in which it is mended; `field` names what in the
    record is meant (a field, question, variable or reference), blank for the whole record.
    """

    code: str
    weight: Weight
    kind: Kind
    record: RecordId
    reason: str
    fix: str
    section: str
    field: str = ""

    @property
    def key(self) -> RecordId:
        """Names this finding over time, so that it can be accepted."""
        whole = f"{self.code}/{self.kind.value}/{self.record}"
        return RecordId(f"{whole}/{self.field}" if self.field else whole)


ORDER = {Weight.BLOCKS: 0, Weight.WARN: 1, Weight.HINT: 2}
"""Worst first."""
